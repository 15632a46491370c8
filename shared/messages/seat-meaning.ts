/** What a wrong answer from the seat means (domain.md 4.3), and which code a client's log would show. */
import type { Facts, FaultCode } from '../result';
import { seatFaultTexts } from './seat-faults';
import type { Lang } from './text';
import { fact, say } from './text';

type Both = { readonly en: string; readonly ja: string };

const bySubStatus: Readonly<Record<string, Both>> = {
  '403.6': { en: 'IIS refuses this seat by its address.', ja: 'IIS がこの PC の IP アドレスを拒否しています。' },
  '403.8': { en: 'IIS refuses this seat by its DNS name.', ja: 'IIS がこの PC の DNS 名を拒否しています。' },
  '403.4': { en: 'The directory requires SSL.', ja: '仮想ディレクトリで SSL が必須になっています。' },
  '403.5': { en: 'The directory requires 128-bit SSL.', ja: '仮想ディレクトリで 128 ビットの SSL が必須になっています。' },
  '403.7': { en: 'The directory requires a client certificate.', ja: '仮想ディレクトリでクライアント証明書が必須になっています。' },
  '404.2': { en: 'ASP.NET is prohibited in IIS (web service extensions).', ja: 'IIS で ASP.NET が禁止されています (Web サービス拡張)。' },
  '404.3': { en: 'IIS has no MIME type for this file.', ja: 'IIS にこのファイルの MIME の種類が登録されていません。' },
  '500.19': { en: 'A configuration file of IIS is damaged or holds a section twice.', ja: 'IIS の構成ファイルが壊れているか、設定が重複しています。' },
  '500.24': { en: 'ASP.NET impersonation is on; WSUS needs it off.', ja: 'ASP.NET の偽装が有効です。WSUS では無効にする必要があります。' },
};
const byStatus: Readonly<Record<string, Both>> = {
  '401': {
    en: 'Anonymous access is off, or its account has no rights on the folder.',
    ja: '匿名アクセスが無効か、匿名アカウントにフォルダーの権限がありません。',
  },
  '403': {
    en: 'The server does not tell why from here: IIS shows the sub-status to itself only. Look at sc-substatus in its log.',
    ja: '理由はここからはわかりません (サブステータスはサーバー自身にしか表示されません)。IIS のログの sc-substatus を確認してください。',
  },
  '404': {
    en: 'The directory is missing, the path is another one, or SharePoint has taken it over.',
    ja: '仮想ディレクトリがないか、パスが異なるか、SharePoint が処理しています。',
  },
  '405': { en: 'The server does not take this kind of request.', ja: 'サーバーがこの種類の要求を受け付けません。' },
  '407': { en: 'A proxy asks for credentials.', ja: 'プロキシが資格情報を要求しています。' },
  '500': {
    en: 'ASP.NET fails: its configuration, a folder’s rights, or the database.',
    ja: 'ASP.NET のエラーです。構成、フォルダーの権限、データベースを確認してください。',
  },
  '502': { en: 'A proxy or gateway in between reports an error.', ja: '途中のプロキシまたはゲートウェイがエラーを返しています。' },
  '503': { en: 'The application pool (WsusPool) is stopped or overloaded.', ja: 'アプリケーション プール (WsusPool) が停止しているか、過負荷です。' },
};
const byPage: Readonly<Record<string, Both>> = {
  sharepoint: { en: 'A SharePoint page came: exclude the WSUS paths there.', ja: 'SharePoint のページが返されました。WSUS のパスを除外してください。' },
  proxy: { en: 'A page of a proxy came.', ja: 'プロキシのページが返されました。' },
  'sign-in': { en: 'A sign-in page came.', ja: 'サインインのページが返されました。' },
  'under-construction': {
    en: 'The start page of another web site came ("Under Construction").',
    ja: '別の Web サイトの既定のページ (「工事中」など) が返されました。',
  },
};

const named = (f: Facts): string => (typeof f.subStatus === 'number' ? `${fact(f, 'status')}.${f.subStatus}` : fact(f, 'status'));

function reason(f: Facts, lang: Lang): string {
  if (typeof f.fault === 'string' && f.fault in seatFaultTexts) return '';
  if (typeof f.location === 'string') return lang === 'en' ? `It points to ${f.location}.` : `転送先: ${f.location}。`;
  const page = byPage[String(f.page)];
  if (page) return page[lang];
  if (f.status === 200 || f.status === 206) return lang === 'en' ? 'What came is not what a WSUS server sends.' : 'WSUS サーバーが送る内容ではありません。';
  return (bySubStatus[named(f)] ?? byStatus[String(f.status)])?.[lang] ?? '';
}

function answered(f: Facts, lang: Lang): string {
  const url = fact(f, 'url');
  if (f.status === null || f.status === undefined) return lang === 'en' ? `Asked: ${url}.` : `確認したアドレス: ${url}。`;
  return lang === 'en' ? `${url} answers HTTP ${named(f)}.` : `${url} の応答は HTTP ${named(f)} です。`;
}

/** "http://… answers HTTP 403.6" or the fault's own words, then the meaning. */
export function meaning(f: Facts, lang: Lang): string {
  const what =
    typeof f.fault === 'string' && f.fault in seatFaultTexts
      ? `${fact(f, 'url')}: ${say(seatFaultTexts[f.fault as Extract<FaultCode, keyof typeof seatFaultTexts>].message, lang, { ...f, ms: f.ms ?? '10000' })}`
      : answered(f, lang);
  return [what, reason(f, lang), code(f, lang)].filter(Boolean).join(lang === 'en' ? ' ' : '');
}

/** To match with the client's own log. */
export function code(f: Facts, lang: Lang): string {
  if (typeof f.windowsUpdateCode !== 'string') return '';
  return lang === 'en' ? `A client logs ${f.windowsUpdateCode}.` : `クライアントのログには ${f.windowsUpdateCode} が記録されます。`;
}

/** Of the table that shows the seats side by side. */
export const seatPageTexts = {
  title: { en: 'The same address from each seat', ja: '接続元ごとの結果' },
  seat: { en: 'Seat', ja: '接続元' },
  answer: { en: 'Answer', ja: '結果' },
  how: { en: 'How it is known', ja: '確認方法' },
  here: { en: 'This PC', ja: 'この PC' },
  server: { en: 'The server itself', ja: 'サーバー自身' },
  subnet: { en: 'Clients in', ja: 'クライアント' },
  through: { en: 'Gets through', ja: '接続可' },
  refused: { en: 'Does not', ja: '接続不可' },
  open: { en: 'Not told', ja: '不明' },
  seen: { en: 'Asked', ja: '実際に確認' },
  computed: { en: 'Computed from the lists', ja: '制限リストから計算' },
} as const satisfies Readonly<Record<string, Both>>;

interface SeatFact {
  readonly seat: 'here' | 'server' | 'subnet';
  readonly where: string | null;
  readonly admitted: boolean | null;
}

/** What matters most of them: the server's own self-check is green while clients are refused. */
function inShort(seats: readonly SeatFact[], lang: Lang): string {
  const of = (seat: string) => seats.find((s) => s.seat === seat)?.admitted;
  if (of('here') !== false || of('server') !== true) return '';
  return lang === 'en' ? ' The server reaches itself; this PC does not.' : 'サーバー自身からは接続できますが、この PC からは接続できません。';
}

/** The seats side by side, where they disagree. */
export function seatsText(f: Facts, lang: Lang): string {
  const seats = (Array.isArray(f.seats) ? f.seats : []) as unknown as SeatFact[];
  if (seats.length === 0) return '';
  const { through, refused, open } = seatPageTexts;
  const verdict = (s: SeatFact): Both => (s.admitted === null ? open : s.admitted ? through : refused);
  const rows = seats.slice(0, 8).map((s) => `${[seatPageTexts[s.seat]?.[lang], s.where].filter(Boolean).join(' ')}: ${verdict(s)[lang]}`);
  return `${inShort(seats, lang)}${lang === 'en' ? ` Side by side: ${rows.join(', ')}.` : `接続元ごとの比較: ${rows.join('、')}`}`;
}

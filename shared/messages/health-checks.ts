/** What the checks of BITS, synchronisation, anonymous access and WSUS' own health say. */
import type { Facts } from '../result';
import type { CheckText } from './checks';
import { valueText } from './operations';
import type { Lang } from './text';
import { count, fact, many, say, some } from './text';

/** Numbers of WSUS' own checks; all but 10012, 10042, 10052, 10312 and 12072 are recollection (domain.md 7). */
const meanings: Readonly<Record<number, { en: string; ja: string }>> = {
  10012: { en: 'rights on the content or temporary folder', ja: 'コンテンツ フォルダーまたは一時フォルダーのアクセス許可' },
  10032: { en: 'some files fail to download', ja: '一部のファイルのダウンロードに失敗' },
  10042: { en: 'low disk space', ja: 'ディスクの空き容量不足' },
  10052: { en: 'mail notification fails', ja: 'メール通知の失敗' },
  10312: { en: 'DCOM settings', ja: 'DCOM の設定' },
  11002: { en: 'database not reachable', ja: 'データベースに接続できない' },
  12002: { en: 'Reporting Web Service', ja: 'Reporting Web Service の異常' },
  12012: { en: 'API Remoting Web Service', ja: 'API Remoting Web Service の異常' },
  12022: { en: 'Client Web Service', ja: 'Client Web Service の異常' },
  12032: { en: 'Server Synchronization Web Service', ja: 'Server Sync Web Service の異常' },
  12042: { en: 'SimpleAuth Web Service', ja: 'SimpleAuth Web Service の異常' },
  12052: { en: 'DSS Authentication Web Service', ja: 'DSS Auth Web Service の異常' },
  12072: { en: 'content directory not reachable', ja: 'コンテンツ ディレクトリに接続できない' },
  13042: { en: 'self-update does not work', ja: '自己更新 (SelfUpdate) の異常' },
};
interface EventFact {
  readonly id: number;
  readonly count: number;
  readonly last: string | null;
  readonly message: string;
}
const eventsOf = (f: Facts): readonly EventFact[] => (Array.isArray(f.events) ? (f.events as unknown as EventFact[]) : []);
const eventLines = (f: Facts, lang: Lang): string =>
  eventsOf(f)
    .map((e) => `${e.id}: ${meanings[e.id]?.[lang] ?? e.message} (${e.last ?? '?'})`)
    .join(lang === 'en' ? '; ' : '、');
const states = (f: Facts, lang: Lang): string => `${say(valueText(f.state), lang)} / ${say(valueText(f.startMode), lang)}`;
const said = (f: Facts): string => (typeof f.error === 'string' && f.error !== '' ? ` "${f.error.slice(0, 240)}"` : '');

export const healthCheckTexts = {
  'bits-disabled': {
    name: { en: 'BITS can fetch files', ja: 'BITS によるファイルの取得' },
    title: {
      en: 'The Background Intelligent Transfer Service (BITS) is disabled',
      ja: 'Background Intelligent Transfer Service (BITS) が無効になっています',
    },
    unknown: { en: 'BITS could not be checked', ja: 'BITS を確認できませんでした' },
    detail: {
      en: (f) => `Now: ${states(f, 'en')}. Manual is right; it starts on demand.`,
      ja: (f) => `現在: ${states(f, 'ja')}。[手動] が正しい設定で、必要なときに開始します。`,
    },
    why: {
      en: 'WSUS fetches update files through BITS. Disabled, nothing arrives.',
      ja: 'WSUS は BITS で更新ファイルを取得します。無効の場合は何もダウンロードされません。',
    },
  },
  'synchronization-failed': {
    name: { en: 'Last synchronisation', ja: '前回の同期' },
    title: { en: 'The last synchronisation failed', ja: '前回の同期に失敗しています' },
    unknown: { en: 'No synchronisation could be seen', ja: '同期の記録を確認できませんでした' },
    detail: {
      en: (f) => `At ${fact(f, 'at')} (UTC).${said(f)}${f.running === true ? ' A new one is running now.' : ''}`,
      ja: (f) => `${fact(f, 'at')} (UTC) に失敗しました。${said(f)}${f.running === true ? ' 現在、新しい同期を実行中です。' : ''}`,
    },
    why: {
      en: 'Try it once more first. Then look at the proxy and its account: an expired password is the usual cause. WSUS 3.0 cannot be expected to synchronise with Microsoft Update any more.',
      ja: 'まずもう一度同期してください。次に、プロキシとその資格情報を確認します (パスワードの有効期限切れがよくある原因です)。WSUS 3.0 では、Microsoft Update との同期は期待できません。',
    },
  },
  'anonymous-access-off': {
    name: { en: 'Anonymous access for clients', ja: 'クライアントの匿名アクセス' },
    title: {
      en: (f) => `Anonymous access is off at ${many(count(f, 'directories'), 'WSUS directory', 'WSUS directories')}`,
      ja: (f) => `WSUS の仮想ディレクトリ ${count(f, 'directories')} 個で匿名アクセスが無効になっています`,
    },
    unknown: { en: 'Anonymous access to the WSUS directories could not be checked', ja: 'WSUS の仮想ディレクトリの匿名アクセスを確認できませんでした' },
    detail: {
      en: (f) =>
        `${some(f, 'nodes', 6)}. In IIS 6: right-click the directory > [Properties] > [Directory Security] > [Authentication and access control] > [Edit] > [Enable anonymous access]. In IIS 7 and later: the directory > [Authentication] > [Anonymous Authentication] > [Enable].`,
      ja: (f) =>
        `${some(f, 'nodes', 6)}。IIS 6: 仮想ディレクトリを右クリック > [プロパティ] > [ディレクトリ セキュリティ] > [認証とアクセス制御] の [編集] > [匿名アクセスを有効にする] (表記は未検証)。IIS 7 以降: 仮想ディレクトリ > [認証] > [匿名認証] > [有効にする]。`,
    },
    why: {
      en: 'Clients come without an account and get HTTP 401. Leave ApiRemoting30 as it is: it is meant to ask for one.',
      ja: 'クライアントは資格情報なしで接続するため、HTTP 401 になります。ApiRemoting30 は認証が必要な仮想ディレクトリのため、変更しないでください。',
    },
  },
  'server-health-errors': {
    name: { en: 'WSUS’ own health checks', ja: 'WSUS の自己診断' },
    title: {
      en: (f) => `WSUS reports ${many(eventsOf(f).length, 'error')} of its own health`,
      ja: (f) => `WSUS の自己診断で ${eventsOf(f).length} 件のエラーが記録されています`,
    },
    unknown: { en: 'WSUS’ events of its own health could not be checked', ja: 'WSUS の自己診断のイベントを確認できませんでした' },
    detail: { en: (f) => `${eventLines(f, 'en')} (UTC).`, ja: (f) => `${eventLines(f, 'ja')} (日時は UTC)` },
    why: {
      en: 'WSUS writes everything again only every six hours, so an error may be old. Run "wsusutil checkhealth" and look again. The numbers’ meanings are in part recollection.',
      ja: 'すべての状態が書き込まれるのは 6 時間ごとのため、エラーが古い場合もあります。「wsusutil checkhealth」を実行してから、もう一度診断してください。イベント番号の意味には未検証のものがあります。',
    },
  },
} as const satisfies Record<string, CheckText>;

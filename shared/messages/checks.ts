/** What each check says: its name, a failing title, an unknown title, the detail, and why it matters. Shown on the steps and step pages and in reports. */
import type { CheckId } from '../checks/index';
import type { Facts } from '../result';
import type { Text } from './text';
import { count, fact, many, some } from './text';

export interface CheckText {
  readonly name: Text;
  readonly title: Text;
  readonly unknown: Text;
  readonly detail: Text;
  readonly why: Text;
}

const who = {
  en: (f: Facts) => {
    const [clients, subnets] = [count(f, 'refused', 'clients'), some(f, 'subnets', 3)];
    return clients > 0 ? `${many(clients, 'client')}${subnets === '' ? '' : ` (${subnets})`}` : subnets;
  },
  ja: (f: Facts) => {
    const [clients, subnets] = [count(f, 'refused', 'clients'), some(f, 'subnets', 3)];
    return clients > 0 ? `クライアント ${clients} 台${subnets === '' ? '' : ` (${subnets})`}` : subnets;
  },
};

const seen: Record<string, { en: string; ja: string }> = {
  '403': { en: 'HTTP 403.6', ja: 'HTTP 403.6' },
  '401': { en: 'HTTP 401', ja: 'HTTP 401' },
  '404': { en: 'HTTP 404', ja: 'HTTP 404' },
  dropped: { en: 'a dropped connection', ja: '接続の切断' },
};
const seenAs = (f: Facts, lang: 'en' | 'ja') => seen[fact(f, 'seenAs')]?.[lang] ?? fact(f, 'seenAs');

const held = {
  en: (f: Facts) =>
    f.inherited === true ? `The list in force is inherited from ${fact(f, 'decidedBy')}.` : `The list in force is the directory's own (${fact(f, 'node')}).`,
  ja: (f: Facts) =>
    f.inherited === true
      ? `有効なリストは ${fact(f, 'decidedBy')} から継承されています。`
      : `有効なリストは、この仮想ディレクトリの個別の設定です (${fact(f, 'node')})。`,
};
const proxy = {
  en: (f: Facts) => (f.proxyMode === true ? ' IIS also looks at the address a proxy reports (X-Forwarded-For).' : ''),
  ja: (f: Facts) => (f.proxyMode === true ? ' プロキシが通知するアドレス (X-Forwarded-For) も評価されます。' : ''),
};
const internet = {
  en: (f: Facts) =>
    count(f, 'fromInternet') > 0
      ? ` ${many(count(f, 'fromInternet'), 'address', 'addresses')} from the Internet ${count(f, 'fromInternet') === 1 ? 'is' : 'are'} refused too; that is as it should be.`
      : '',
  ja: (f: Facts) =>
    count(f, 'fromInternet') > 0 ? ` このほかインターネットのアドレス ${count(f, 'fromInternet')} 件も拒否されていますが、これは正常です。` : '',
};

/** The detail that all refusals share. */
const refusal = (en: string, ja: string): Text => ({
  en: (f) =>
    `IIS refuses these addresses at ${fact(f, 'node')} (site "${fact(f, 'site')}"); the client sees ${seenAs(f, 'en')}. ${held.en(f)} ${en}${proxy.en(f)}${internet.en(f)}`,
  ja: (f) =>
    `IIS は ${fact(f, 'node')} (サイト「${fact(f, 'site')}」) でこれらのアドレスを拒否しています。クライアントには ${seenAs(f, 'ja')} が返ります。${held.ja(f)} ${ja}${proxy.ja(f)}${internet.ja(f)}`,
});

export const checkTexts: Record<CheckId, CheckText> = {
  'web-publishing-stopped': {
    name: { en: 'Web server (IIS) running', ja: 'Web サーバー (IIS) の動作' },
    title: { en: 'The web server is stopped, so no client is served', ja: 'Web サーバーが停止しているため、クライアントは接続できません' },
    unknown: { en: 'Whether the web server runs could not be checked', ja: 'Web サーバーの動作を確認できませんでした' },
    detail: {
      en: (f) =>
        `The service World Wide Web Publishing Service (W3SVC) is ${fact(f, 'state')}; its startup type is ${fact(f, 'startMode')}.${Array.isArray(f.stoppedToo) && f.stoppedToo.length > 0 ? ` Also stopped: ${fact(f, 'stoppedToo')}.` : ''}`,
      ja: (f) =>
        `サービス World Wide Web Publishing Service (W3SVC) が動作していません (状態: ${fact(f, 'state')}、スタートアップの種類: ${fact(f, 'startMode')})。${Array.isArray(f.stoppedToo) && f.stoppedToo.length > 0 ? `ほかに停止しているサービス: ${fact(f, 'stoppedToo')}` : ''}`,
    },
    why: {
      en: 'WSUS serves its clients through IIS. While it is stopped nothing else about IIS can be checked; the open questions are asked again by themselves after the fix.',
      ja: 'WSUS は IIS を通じてクライアントに応答します。停止している間は IIS のほかの項目を確認できません。解決後に自動的に再確認します。',
    },
  },
  'virtual-directory-missing': {
    name: { en: 'WSUS directories in IIS', ja: 'IIS の WSUS 仮想ディレクトリ' },
    title: {
      en: (f) =>
        `WSUS directories are missing in IIS: ${fact({ all: [...((f.missing as string[]) ?? []), ...((f.onPort80 as string[]) ?? []).map((v) => `${v} (port 80)`)] }, 'all')}`,
      ja: (f) =>
        `IIS に WSUS の仮想ディレクトリがありません: ${fact({ all: [...((f.missing as string[]) ?? []), ...((f.onPort80 as string[]) ?? []).map((v) => `${v} (ポート 80)`)] }, 'all')}`,
    },
    unknown: { en: 'Whether all WSUS directories are there could not be checked', ja: 'WSUS の仮想ディレクトリがそろっているか確認できませんでした' },
    detail: {
      en: (f) =>
        `Looked at the site "${fact(f, 'site')}".${Array.isArray(f.onPort80) && f.onPort80.length > 0 ? ' Older agents fetch their own update from port 80, also when WSUS itself uses another port.' : ''}`,
      ja: (f) =>
        `サイト「${fact(f, 'site')}」を確認しました。${Array.isArray(f.onPort80) && f.onPort80.length > 0 ? '古いエージェントは、WSUS が別のポートを使う場合も、自己更新をポート 80 から取得します。' : ''}`,
    },
    why: {
      en: 'Each directory is one of the services WSUS needs. There is no safe way to make one here; follow the steps by hand, then look again.',
      ja: '各仮想ディレクトリは WSUS に必要なサービスです。ここから安全に作成する方法はないため、手動の手順を行い、もう一度診断してください。',
    },
  },
  'selfupdate-refuses-clients': {
    name: { en: 'Self-update open to all clients', ja: '自己更新 (SelfUpdate) の許可' },
    title: { en: (f) => `Self-update refuses ${who.en(f)}`, ja: (f) => `自己更新 (SelfUpdate) が ${who.ja(f)} を拒否しています` },
    unknown: { en: 'Whether self-update refuses clients could not be checked', ja: '自己更新 (SelfUpdate) がクライアントを拒否しているか確認できませんでした' },
    detail: refusal(
      'Agents before Windows 10 look here for their own update before they do anything else.',
      'Windows 10 より前のエージェントは、最初にここで自分自身の更新を確認します。',
    ),
    why: {
      en: 'A client that cannot reach self-update stops there (0x80244018 in its log) and never reports to WSUS. Windows 10 and later do not use it.',
      ja: '自己更新に接続できないクライアントはそこで処理を中止し (ログに 0x80244018)、WSUS に報告しません。Windows 10 以降は使用しません。',
    },
  },
  'client-web-service-refuses-clients': {
    name: { en: 'ClientWebService open to all clients', ja: 'ClientWebService の許可' },
    title: { en: (f) => `ClientWebService refuses ${who.en(f)}`, ja: (f) => `ClientWebService が ${who.ja(f)} を拒否しています` },
    unknown: { en: 'Whether ClientWebService refuses clients could not be checked', ja: 'ClientWebService がクライアントを拒否しているか確認できませんでした' },
    detail: refusal('Clients ask here which updates they need.', 'クライアントは、必要な更新をここで問い合わせます。'),
    why: {
      en: 'Without this directory a client gets no list of updates. On port 80 it matters less while WSUS answers on its own port.',
      ja: 'この仮想ディレクトリに接続できないと、クライアントは更新の一覧を取得できません。WSUS が専用のポートで応答している場合、ポート 80 側の影響は小さくなります。',
    },
  },
  'other-vroots-refuse-clients': {
    name: { en: 'The other WSUS directories open to all clients', ja: 'そのほかの WSUS 仮想ディレクトリの許可' },
    title: { en: (f) => `Other WSUS directories refuse ${who.en(f)}`, ja: (f) => `そのほかの WSUS 仮想ディレクトリが ${who.ja(f)} を拒否しています` },
    unknown: {
      en: 'Whether the other WSUS directories refuse clients could not be checked',
      ja: 'そのほかの WSUS 仮想ディレクトリがクライアントを拒否しているか確認できませんでした',
    },
    detail: refusal(
      'SimpleAuthWebService gives clients their cookie, Content the files, ReportingWebService takes their reports.',
      'SimpleAuthWebService はクライアントの Cookie を、Content はファイルを渡し、ReportingWebService は報告を受け取ります。',
    ),
    why: {
      en: 'The release note names only Selfupdate and ClientWebService. Where WSUS lives in the restricted site, these inherit the restriction too (inference).',
      ja: 'リリース ノートに書かれているのは Selfupdate と ClientWebService だけです。制限のあるサイトに WSUS がある場合は、これらも制限を継承します (推定)。',
    },
  },
  'localhost-refused': {
    name: { en: 'The server admits itself', ja: 'サーバー自身からの接続の許可' },
    title: {
      en: (f) => `The server refuses itself (${some(f, 'addresses', 3)})`,
      ja: (f) => `サーバーが自分自身からの接続を拒否しています (${some(f, 'addresses', 3)})`,
    },
    unknown: { en: 'Whether the server admits itself could not be checked', ja: 'サーバー自身からの接続が許可されているか確認できませんでした' },
    detail: {
      en: (f) =>
        `Refused at: ${fact(f, 'nodes')}. Localhost is not special to IIS, it has to be listed.${f.rootOnly === true ? ' Only the site itself refuses; the WSUS directories admit the server, so nothing has to be done.' : ''}`,
      ja: (f) =>
        `拒否している場所: ${fact(f, 'nodes')}。IIS は localhost を特別に扱わないため、リストに必要です。${f.rootOnly === true ? '拒否しているのはサイト自体だけで、WSUS の仮想ディレクトリは許可しているため、対処は不要です。' : ''}`,
    },
    why: {
      en: "The server's own update agent and WSUS' self-check come from these addresses. That an entry for 127.0.0.1 does not admit ::1 is an inference.",
      ja: 'サーバー自身の更新エージェントと WSUS の自己診断は、これらのアドレスから接続します。127.0.0.1 の項目が ::1 を許可しないことは推定です。',
    },
  },
  'cert-server-disabled': {
    name: { en: 'WSusCertServer can start on demand', ja: 'WSusCertServer を必要なときに開始できる' },
    title: { en: 'The service WSusCertServer is disabled', ja: 'サービス WSusCertServer が無効になっています' },
    unknown: { en: 'The service WSusCertServer could not be checked', ja: 'サービス WSusCertServer を確認できませんでした' },
    detail: {
      en: (f) =>
        `State: ${fact(f, 'state')}, startup type: ${fact(f, 'startMode')}. Stopped and Manual is the healthy state: Windows starts it on demand, an import starts it too and leaves it running. Disabled, importing and publishing are expected to fail (inference; no statement by Microsoft was found).`,
      ja: (f) =>
        `状態: ${fact(f, 'state')}、スタートアップの種類: ${fact(f, 'startMode')}。停止・手動が正常な状態です。必要なときに Windows が開始し、インポートでも開始して、その後は動作したままになります。無効の場合は、インポートや発行に失敗すると考えられます (推定。Microsoft の文書は見つかっていません)。`,
    },
    why: {
      en: 'A forum post guesses that this service issues client cookies and IDs. That is one person’s opinion and not supported by evidence: clients work without it.',
      ja: '掲示板には、このサービスがクライアントの Cookie や ID を発行しているという推測があります。個人の見解で、裏付けは見つかっていません。クライアントはこのサービスなしで動作します。',
    },
  },
  'product-out-of-support': {
    name: { en: 'Support by Microsoft', ja: 'Microsoft のサポート' },
    title: {
      en: (f) => `Support for this WSUS ended on ${fact(f, 'supportEnded')}`,
      ja: (f) => `この WSUS のサポートは ${fact(f, 'supportEnded')} に終了しています`,
    },
    unknown: { en: 'The WSUS version could not be read', ja: 'WSUS のバージョンを確認できませんでした' },
    detail: {
      en: (f) =>
        `WSUS ${fact(f, 'generation')} (version ${fact(f, 'version')}). It gets no security fixes, and synchronising with Microsoft Update cannot be expected to work.`,
      ja: (f) =>
        `WSUS ${fact(f, 'generation')} (バージョン ${fact(f, 'version')}) です。セキュリティ更新は提供されず、Microsoft Update との同期も期待できません。`,
    },
    why: {
      en: 'Nothing is to be cured here. Plan the move to a supported Windows Server; until then keep this server away from the Internet.',
      ja: 'ここで修正できることはありません。サポート中の Windows Server への移行を計画し、それまではインターネットに公開しないでください。',
    },
  },
};

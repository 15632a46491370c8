/** What each check says: its name, a failing title, an unknown title, the detail, and why it matters. Shown on the steps and step pages and in reports. */
import type { CheckId } from '../checks/index';
import type { Generation } from '../generation';
import type { Facts } from '../result';
import { healthCheckTexts } from './health-checks';
import { logCheckTexts } from './log-checks';
import { valueText } from './operations';
import { policyCheckTexts } from './policy-checks';
import { proxyCheckTexts } from './proxy-checks';
import { seatCheckTexts } from './seat-checks';
import type { Text } from './text';
import { count, fact, many, moment, num, say, some, thousands } from './text';
import { generationTexts } from './words';

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
    return clients > 0 ? `クライアント ${thousands(clients)} 台${subnets === '' ? '' : ` (${subnets})`}` : ` ${subnets} `;
  },
};

/** The first IDs, each with its first computers. */
const sharers = (f: Facts): string =>
  ((f.ids as Facts[] | undefined) ?? [])
    .slice(0, 3)
    .map(
      (g) => `${fact(g, 'id')}: ${some(g, 'names', 3).replace(/ \(\+\d+\)$/, '')}${count(g, 'clients') > 3 ? ` (+${thousands(count(g, 'clients') - 3)})` : ''}`,
    )
    .join('; ');

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

/** A state or start mode in words. */
const shown = (f: Facts, name: string, lang: 'en' | 'ja'): string => say(valueText(f[name]), lang);

/** Bytes as people read them, 1 KB = 1024. */
export function bytesText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}

const hoursText = (seconds: number, lang: 'en' | 'ja'): string => {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (lang === 'en') return h > 0 ? `${h} h ${m} min` : `${m} min`;
  return h > 0 ? `${h} 時間 ${m} 分` : `${m} 分`;
};

/** How much is left, how fast, and about how long; without a rate, that movement shows at the next look. */
function progressText(f: Facts, lang: 'en' | 'ja'): string {
  const [done, total] = [count(f, 'done'), count(f, 'total')];
  const rate = typeof f.rate === 'number' ? f.rate : null;
  const left = total - done;
  if (lang === 'en') {
    const head = `${bytesText(done)} of ${bytesText(total)} are there, ${bytesText(left)} left.`;
    if (rate === null) return `${head} How fast it goes shows at the next look, ten minutes from now or later.`;
    return rate > 0
      ? `${head} ${bytesText(rate)}/s, about ${hoursText(left / rate, lang)} to go.`
      : `${head} Nothing moved since the look before; look again later.`;
  }
  const head = `${bytesText(total)} 中 ${bytesText(done)} 完了、残り ${bytesText(left)} です。`;
  if (rate === null) return `${head}速度は、10 分以上後の次回の診断でわかります。`;
  return rate > 0
    ? `${head}速度 ${bytesText(rate)}/秒、完了まで約 ${hoursText(left / rate, lang)} です。`
    : `${head}前回の診断から進んでいません。後でもう一度診断してください。`;
}

const blockers: Record<string, { en: string; ja: string }> = {
  'bits-disabled': { en: 'the service BITS is disabled', ja: 'サービス BITS が無効です' },
  'no-space': { en: 'the drive is full', ja: 'ドライブに空きがありません' },
  'event-364': { en: 'the last file failed (event 364)', ja: '直近のファイルが失敗しています (イベント 364)' },
};
const reasons = (f: Facts, lang: 'en' | 'ja'): string =>
  (Array.isArray(f.reasons) ? (f.reasons as string[]) : []).map((r) => blockers[r]?.[lang] ?? r).join(lang === 'en' ? ', ' : '、');

/** The detail that all refusals share. */
const refusal = (en: string, ja: string): Text => ({
  en: (f) =>
    `IIS refuses these addresses at ${fact(f, 'node')} (site "${fact(f, 'site')}"); the client sees ${seenAs(f, 'en')}. ${held.en(f)} ${en}${proxy.en(f)}${internet.en(f)}`,
  ja: (f) =>
    `IIS は ${fact(f, 'node')} (サイト「${fact(f, 'site')}」) でこれらのアドレスを拒否しています。クライアントには ${seenAs(f, 'ja')} が返ります。${held.ja(f)} ${ja}${proxy.ja(f)}${internet.ja(f)}`,
});

export const checkTexts: Record<CheckId, CheckText> = {
  ...logCheckTexts,
  ...policyCheckTexts,
  ...proxyCheckTexts,
  ...healthCheckTexts,
  ...seatCheckTexts,
  'web-publishing-stopped': {
    name: { en: 'Web server (IIS) running', ja: 'Web サーバー (IIS) の動作' },
    title: { en: 'The web server is stopped, so no client is served', ja: 'Web サーバーが停止しているため、クライアントは接続できません' },
    unknown: { en: 'Whether the web server runs could not be checked', ja: 'Web サーバーの動作を確認できませんでした' },
    detail: {
      en: (f) =>
        `The service World Wide Web Publishing Service (W3SVC) is ${shown(f, 'state', 'en')}; its startup type is ${shown(f, 'startMode', 'en')}.${Array.isArray(f.stoppedToo) && f.stoppedToo.length > 0 ? ` Also stopped: ${fact(f, 'stoppedToo')}.` : ''}`,
      ja: (f) =>
        `サービス World Wide Web Publishing Service (W3SVC) が動作していません (状態: ${shown(f, 'state', 'ja')}、スタートアップの種類: ${shown(f, 'startMode', 'ja')})。${Array.isArray(f.stoppedToo) && f.stoppedToo.length > 0 ? `ほかに停止しているサービス: ${fact(f, 'stoppedToo')}` : ''}`,
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
    title: { en: (f) => `Self-update refuses ${who.en(f)}`, ja: (f) => `自己更新 (SelfUpdate) が${who.ja(f)} を拒否しています` },
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
    title: { en: (f) => `ClientWebService refuses ${who.en(f)}`, ja: (f) => `ClientWebService が${who.ja(f)} を拒否しています` },
    unknown: { en: 'Whether ClientWebService refuses clients could not be checked', ja: 'ClientWebService がクライアントを拒否しているか確認できませんでした' },
    detail: refusal('Clients ask here which updates they need.', 'クライアントは、必要な更新をここで問い合わせます。'),
    why: {
      en: 'Without this directory a client gets no list of updates. On port 80 it matters less while WSUS answers on its own port.',
      ja: 'この仮想ディレクトリに接続できないと、クライアントは更新の一覧を取得できません。WSUS が専用のポートで応答している場合、ポート 80 側の影響は小さくなります。',
    },
  },
  'other-vroots-refuse-clients': {
    name: { en: 'The other WSUS directories open to all clients', ja: 'そのほかの WSUS 仮想ディレクトリの許可' },
    title: { en: (f) => `Other WSUS directories refuse ${who.en(f)}`, ja: (f) => `そのほかの WSUS 仮想ディレクトリが${who.ja(f)} を拒否しています` },
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
  'import-running': {
    name: { en: 'No import or export running', ja: 'インポート/エクスポートの実行' },
    title: {
      en: 'An import or export is running. Nothing is broken. Please wait.',
      ja: 'インポートまたはエクスポートの実行中です。異常ではありません。完了までお待ちください。',
    },
    unknown: { en: 'Whether an import is running could not be checked', ja: 'インポートの実行状況を確認できませんでした' },
    detail: {
      en: (f) =>
        `wsusutil.exe has been running since ${moment(f, 'since')}. It stops the service Update Services while it works, and starts it again at its end.`,
      ja: (f) => `wsusutil.exe が ${moment(f, 'since')} から実行中です。実行中は Update Services サービスが停止し、終了すると再び開始します。`,
    },
    why: {
      en: 'Starting the service now could spoil the import. Afterwards the database may check its content for 3 to 4 hours; that too looks like a fault and is none.',
      ja: 'いまサービスを開始すると、インポートに失敗するおそれがあります。完了後もデータベースの検証に 3～4 時間かかることがあります。これも異常ではありません。',
    },
  },
  'database-stopped': {
    name: { en: 'WSUS database running', ja: 'WSUS のデータベースの動作' },
    title: { en: (f) => `The WSUS database is stopped (${fact(f, 'service')})`, ja: (f) => `WSUS のデータベースが停止しています (${fact(f, 'service')})` },
    unknown: { en: 'Whether the WSUS database runs could not be checked', ja: 'WSUS のデータベースの動作を確認できませんでした' },
    detail: {
      en: (f) => `State: ${shown(f, 'state', 'en')}, startup type: ${shown(f, 'startMode', 'en')}.`,
      ja: (f) => `状態: ${shown(f, 'state', 'ja')}、スタートアップの種類: ${shown(f, 'startMode', 'ja')}`,
    },
    why: {
      en: 'WSUS keeps everything in this database. Without it neither the console nor the clients get an answer.',
      ja: 'WSUS の情報はすべてこのデータベースにあります。停止していると、コンソールもクライアントも応答を得られません。',
    },
  },
  'update-services-stopped': {
    name: { en: 'Update Services running', ja: 'Update Services の動作' },
    title: { en: 'The service Update Services is stopped', ja: 'サービス Update Services が停止しています' },
    unknown: { en: 'Update Services was not judged', ja: 'Update Services は未確認です' },
    detail: {
      en: (f) =>
        `State: ${shown(f, 'state', 'en')}, startup type: ${shown(f, 'startMode', 'en')}.${f.importKnown === false ? ' Whether an import is running is not known, so starting it is not offered.' : ''}`,
      ja: (f) =>
        `状態: ${shown(f, 'state', 'ja')}、スタートアップの種類: ${shown(f, 'startMode', 'ja')}${f.importKnown === false ? '。インポート中かどうか確認できないため、開始は提案しません。' : ''}`,
    },
    why: {
      en: 'It synchronises, downloads and answers the console. An import stops it on purpose.',
      ja: '同期、ダウンロード、コンソールへの応答を行うサービスです。インポート中は意図的に停止されます。',
    },
  },
  'web-site-stopped': {
    name: { en: 'WSUS web sites started', ja: 'WSUS の Web サイトの動作' },
    title: {
      en: (f) => `A web site that WSUS needs is stopped: ${fact(f, 'sites')}`,
      ja: (f) => `WSUS に必要な Web サイトが停止しています: ${fact(f, 'sites')}`,
    },
    unknown: { en: 'Whether the WSUS web sites run could not be checked', ja: 'WSUS の Web サイトの動作を確認できませんでした' },
    detail: {
      en: (f) =>
        f.main === true
          ? 'This is the site clients are sent to. Start it in IIS Manager: right-click the site > [Start].'
          : 'Only self-update on port 80 is lost; WSUS itself still answers. Start it in IIS Manager: right-click the site > [Start].',
      ja: (f) =>
        f.main === true
          ? 'クライアントが接続するサイトです。IIS マネージャーでサイトを右クリックし、[開始] を選択してください。'
          : '影響はポート 80 の自己更新だけで、WSUS 自体は応答しています。IIS マネージャーでサイトを右クリックし、[開始] を選択してください。',
    },
    why: {
      en: 'A stopped site refuses every connection. If it does not start, another program may use its port.',
      ja: '停止したサイトはすべての接続を拒否します。開始できない場合は、ほかのプログラムがポートを使用している可能性があります。',
    },
  },
  'application-pool-stopped': {
    name: { en: 'WSUS application pool started', ja: 'WSUS のアプリケーション プールの動作' },
    title: {
      en: (f) => `The application pool of WSUS is stopped (${fact(f, 'pools')})`,
      ja: (f) => `WSUS のアプリケーション プールが停止しています (${fact(f, 'pools')})`,
    },
    unknown: { en: 'Whether the WSUS application pool runs could not be checked', ja: 'WSUS のアプリケーション プールの動作を確認できませんでした' },
    detail: {
      en: 'The web services answer 503 (0x80244022 at the client) while the self-update files still come, so a quick test may look fine.',
      ja: 'Web サービスは 503 (クライアントでは 0x80244022) を返しますが、自己更新のファイルは取得できるため、簡単なテストでは正常に見えることがあります。',
    },
    why: {
      en: 'If it stops again soon, its limits (private memory, queue length) are often too small: a frequent fault on Server 2012 and later (field report).',
      ja: 'すぐにまた停止する場合は、上限値 (プライベート メモリ、キューの長さ) が小さすぎることがよくあります。Server 2012 以降で多い障害です (事例報告)。',
    },
  },
  'self-update-files-missing': {
    name: { en: 'Self-update files in place', ja: '自己更新のファイル' },
    title: { en: (f) => `Self-update files are missing: ${fact(f, 'missing')}`, ja: (f) => `自己更新のファイルがありません: ${fact(f, 'missing')}` },
    unknown: { en: 'Whether the self-update files are there could not be checked', ja: '自己更新のファイルを確認できませんでした' },
    detail: { en: (f) => `Looked in ${fact(f, 'folder')}.`, ja: (f) => `${fact(f, 'folder')} を確認しました。` },
    why: {
      en: 'Agents before Windows 10 fetch these files first. Repair or reinstall WSUS to bring them back; there is no safe copy to put there.',
      ja: 'Windows 10 より前のエージェントは、最初にこれらのファイルを取得します。WSUS の修復または再インストールで復元してください。代わりに配置できる安全なコピーはありません。',
    },
  },
  'client-never-contacted': {
    name: { en: 'All known clients are in WSUS', ja: '既知のクライアントの WSUS への登録' },
    title: {
      en: (f) => `${many(count(f, 'clients'), 'client')} never contacted WSUS`,
      ja: (f) => `WSUS に一度も接続していないクライアントが ${num(f, 'clients')} 台あります`,
    },
    unknown: { en: 'Whether all clients contacted WSUS could not be checked', ja: 'すべてのクライアントが WSUS に接続したか確認できませんでした' },
    detail: {
      en: (f) => `Known on the network, not in WSUS' list of computers: ${some(f, 'names', 8)}. ${many(count(f, 'examined'), 'client')} compared.`,
      ja: (f) => `ネットワーク上にあり、WSUS のコンピューター一覧にないもの: ${some(f, 'names', 8)}。比較した台数: ${num(f, 'examined')} 台`,
    },
    why: {
      en: 'Cure what stands before this first; clients then report by themselves. A new client appears up to 20 minutes after it gets its policy.',
      ja: '先に原因となる項目を解決してください。その後、クライアントは自動的に報告します。新しいクライアントは、ポリシーの適用から最大 20 分ほどで表示されます。',
    },
  },
  'client-validation-missing': {
    name: { en: 'Clients have written SusClientIdValidation', ja: 'クライアントの SusClientIdValidation' },
    title: {
      en: (f) => `${many(count(f, 'clients'), 'client')} without SusClientIdValidation`,
      ja: (f) => `SusClientIdValidation がないクライアントが ${num(f, 'clients')} 台あります`,
    },
    unknown: { en: 'Whether clients have SusClientIdValidation could not be judged', ja: 'クライアントの SusClientIdValidation を判断できませんでした' },
    detail: {
      en: (f) =>
        `Clients: ${some(f, 'names', 8)}. They have an ID but not the value that newer agents add: a sign of an old agent, as after a failed self-update (inference).`,
      ja: (f) =>
        `クライアント: ${some(f, 'names', 8)}。ID はありますが、新しいエージェントが追加する値がありません。自己更新に失敗した古いエージェントの可能性があります (推定)。`,
    },
    why: {
      en: 'The agent on the client writes this value by itself. The forum’s guess that a service of the server issues it is an opinion and not supported by evidence.',
      ja: 'この値はクライアントのエージェントが自分で書き込みます。サーバーのサービスが発行するという掲示板の推測は個人の見解で、裏付けは見つかっていません。',
    },
  },
  'client-id-duplicated': {
    name: { en: 'Every client has its own ID', ja: 'クライアント ID (SusClientId) の重複' },
    title: {
      en: (f) => `${many(count(f, 'clients'), 'client')} share an ID with another`,
      ja: (f) => `クライアント ID (SusClientId) が重複しています (${num(f, 'clients')} 台)`,
    },
    unknown: { en: 'Whether clients share an ID could not be decided', ja: 'クライアント ID の重複を判断できませんでした' },
    detail: {
      en: (f) => `${sharers(f)}. WSUS shows only one computer for each ID.`,
      ja: (f) => `${sharers(f)}。WSUS には、1 つの ID につき 1 台しか表示されません。`,
    },
    why: {
      en: 'PCs made from one disk image keep its ID. They replace each other in WSUS and seem to vanish. All but one need a new ID.',
      ja: '同じディスク イメージから作成した PC は ID が同じになります。WSUS で互いに上書きされ、消えたように見えます。1 台を残して ID を作り直す必要があります。',
    },
  },
  'content-drive-full': {
    name: { en: 'Room on the content drive', ja: '更新ファイルのドライブの空き容量' },
    title: {
      en: (f) => `The drive of the update files is almost full (${bytesText(count(f, 'free'))} free)`,
      ja: (f) => `更新ファイルのドライブの空き容量が不足しています (残り ${bytesText(count(f, 'free'))})`,
    },
    unknown: { en: 'The room on the content drive could not be read', ja: '更新ファイルのドライブの空き容量を確認できませんでした' },
    detail: { en: 'WSUS itself warns below 500 MB and reports an error below 200 MB.', ja: 'WSUS は 500 MB 未満で警告、200 MB 未満でエラーを報告します。' },
    why: {
      en: 'No further update can be downloaded. Run the WSUS cleanup wizard, decline what is not needed, or move the content with wsusutil movecontent.',
      ja: '更新をダウンロードできなくなります。サーバー クリーンアップ ウィザードの実行、不要な更新の拒否、または wsusutil movecontent による移動を行ってください。',
    },
  },
  'content-download-blocked': {
    name: { en: 'Nothing blocks the download', ja: '更新ファイルのダウンロードを妨げる要因' },
    title: { en: (f) => `Update files cannot be downloaded: ${reasons(f, 'en')}`, ja: (f) => `更新ファイルをダウンロードできません: ${reasons(f, 'ja')}` },
    unknown: { en: 'Whether the download is blocked could not be checked', ja: 'ダウンロードを妨げる要因を確認できませんでした' },
    detail: {
      en: (f) =>
        `${bytesText(count(f, 'done'))} of ${bytesText(count(f, 'total'))} are there.${f.lastFailure ? ` Last event 364: ${fact(f, 'lastFailure')}.` : ''}`,
      ja: (f) =>
        `${bytesText(count(f, 'total'))} 中 ${bytesText(count(f, 'done'))} が完了しています。${f.lastFailure ? `最後のイベント 364: ${fact(f, 'lastFailure')}` : ''}`,
    },
    why: {
      en: 'Waiting does not help here. BITS must not be disabled (Manual is right), the drive needs room, and proxies must let HTTP range requests through (event 364).',
      ja: '待っても解決しません。BITS は無効にしないでください ([手動] が正しい設定です)。また、ドライブの空き容量と、プロキシでの HTTP 範囲要求の許可 (イベント 364) が必要です。',
    },
  },
  'content-still-downloading': {
    name: { en: 'Update files downloaded', ja: '更新ファイルのダウンロードの完了' },
    title: {
      en: 'Synchronised, files still downloading. Nothing is broken. Please wait.',
      ja: '同期は完了し、更新ファイルをダウンロード中です。異常ではありません。完了までお待ちください。',
    },
    unknown: { en: 'How far the download is could not be checked', ja: 'ダウンロードの進み具合を確認できませんでした' },
    detail: { en: (f) => progressText(f, 'en'), ja: (f) => progressText(f, 'ja') },
    why: {
      en: 'Synchronising fetches only the list of updates; the files follow for what is approved. Clients are offered an update once its file is there. The first time can take days.',
      ja: '同期で取得するのは更新の一覧だけで、ファイルは承認した更新についてその後ダウンロードされます。クライアントには、ファイルがそろった更新から提供されます。初回は数日かかることがあります。',
    },
  },
  'nothing-approved': {
    name: { en: 'Updates are approved', ja: '更新の承認' },
    title: { en: 'No update is approved, so clients are offered nothing', ja: '承認された更新がないため、クライアントには何も提供されません' },
    unknown: { en: 'Whether updates are approved could not be checked', ja: '更新の承認状況を確認できませんでした' },
    detail: { en: 'Nothing is queued for download either.', ja: 'ダウンロード待ちの更新もありません。' },
    why: {
      en: 'Approve updates in the WSUS console (or by an automatic approval rule); their files are then downloaded.',
      ja: 'WSUS コンソールで更新を承認してください (自動承認の規則も使えます)。承認後にファイルがダウンロードされます。',
    },
  },
  'cert-server-running': {
    name: { en: 'WSusCertServer at rest', ja: 'WSusCertServer の状態' },
    title: { en: 'The service WSusCertServer is running; that is fine', ja: 'サービス WSusCertServer が動作していますが、異常ではありません' },
    unknown: { en: 'The service WSusCertServer could not be checked', ja: 'サービス WSusCertServer を確認できませんでした' },
    detail: {
      en: (f) =>
        `Startup type: ${shown(f, 'startMode', 'en')}. Importing updates starts it, and it stays running afterwards; programs that use the WSUS interface start it too.`,
      ja: (f) =>
        `スタートアップの種類: ${shown(f, 'startMode', 'ja')}。更新のインポートで開始し、終了後も動作したままになります。WSUS のインターフェイスを使うプログラムからも開始されます。`,
    },
    why: { en: 'Stopped and running are both healthy. Leave it as it is.', ja: '停止中でも動作中でも正常です。そのままにしてください。' },
  },
  'cert-server-disabled': {
    name: { en: 'WSusCertServer can start on demand', ja: 'WSusCertServer を必要なときに開始できる' },
    title: { en: 'The service WSusCertServer is disabled', ja: 'サービス WSusCertServer が無効になっています' },
    unknown: { en: 'The service WSusCertServer could not be checked', ja: 'サービス WSusCertServer を確認できませんでした' },
    detail: {
      en: (f) =>
        `State: ${shown(f, 'state', 'en')}, startup type: ${shown(f, 'startMode', 'en')}. Stopped and Manual is the healthy state: Windows starts it on demand, an import starts it too and leaves it running. Disabled, importing and publishing are expected to fail (inference; no statement by Microsoft was found).`,
      ja: (f) =>
        `状態: ${shown(f, 'state', 'ja')}、スタートアップの種類: ${shown(f, 'startMode', 'ja')}。停止・手動が正常な状態です。必要なときに Windows が開始し、インポートでも開始して、その後は動作したままになります。無効の場合は、インポートや発行に失敗すると考えられます (推定。Microsoft の文書は見つかっていません)。`,
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
        `${generationTexts[fact(f, 'generation') as Generation] ?? fact(f, 'generation')} (version ${fact(f, 'version')}). It gets no security fixes, and synchronising with Microsoft Update cannot be expected to work.`,
      ja: (f) =>
        `${generationTexts[fact(f, 'generation') as Generation] ?? fact(f, 'generation')} (バージョン ${fact(f, 'version')}) です。セキュリティ更新は提供されず、Microsoft Update との同期も期待できません。`,
    },
    why: {
      en: 'Nothing is to be cured here. Plan the move to a supported Windows Server; until then keep this server away from the Internet.',
      ja: 'ここで修正できることはありません。サポート中の Windows Server への移行を計画し、それまではインターネットに公開しないでください。',
    },
  },
};

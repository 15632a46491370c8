/** Words used on many pages: severities, grades, results, reasons. */
import type { Severity } from '../check';
import type { Generation } from '../generation';
import type { Grade } from '../sources';
import type { Verification } from '../verify';
import type { OperationOutcome } from '../visit';
import type { Text } from './text';
import { count, fact, num, some } from './text';

export const severityTexts: Record<Severity, Text> = {
  problem: { en: 'Problem', ja: '問題' },
  warning: { en: 'Warning', ja: '警告' },
  wait: { en: 'Wait', ja: '待機中' },
  note: { en: 'Note', ja: '参考情報' },
};
export const unknownText: Text = { en: 'Not checked', ja: '未確認' };
export const passText: Text = { en: 'OK', ja: '問題なし' };
export const notApplicableText: Text = { en: 'Not applicable', ja: '対象外' };

export const gradeTexts: Record<Grade, Text> = {
  'release-note': { en: 'Release note', ja: 'リリース ノート' },
  'vendor-doc': { en: 'Vendor document', ja: 'Microsoft の文書' },
  'field-report': { en: 'Field report', ja: '事例報告' },
  opinion: { en: 'Opinion', ja: '個人の見解' },
  inference: { en: 'Inference', ja: '推定' },
};
export const verificationTexts: Record<Verification, Text> = {
  resolved: { en: 'Resolved', ja: '解決を確認しました' },
  pending: { en: 'Pending', ja: '反映待ちです' },
  unchanged: { en: 'Unchanged', ja: 'まだ解決していません' },
  worse: { en: 'Worse', ja: '悪化しました' },
  unknown: { en: 'Cannot tell', ja: '結果を確認できません' },
};
export const outcomeTexts: Record<'ok' | 'failed' | 'denied' | 'missing', Text> = {
  ok: { en: 'Answered', ja: '確認済み' },
  failed: { en: 'Failed', ja: '失敗' },
  denied: { en: 'Refused', ja: '拒否' },
  missing: { en: 'No answer', ja: '情報なし' },
};
export const operationOutcomeTexts: Record<OperationOutcome, Text> = {
  'not-run': { en: 'Not run', ja: '未実行' },
  started: { en: 'Not known whether it was done', ja: '実行されたか不明' },
  done: { en: 'Done', ja: '完了' },
  already: { en: 'Was so already', ja: '変更済みでした' },
  failed: { en: 'Failed', ja: '失敗' },
  'changed-since': { en: 'Changed by somebody else, left alone', ja: 'ほかの変更があったため、そのままにしました' },
  uncertain: { en: 'Not known whether it was done', ja: '実行されたか不明' },
};
export const generationTexts: Record<Generation, string> = {
  '2.0': 'WSUS 2.0',
  '3.0': 'WSUS 3.0',
  '3.0-sp1': 'WSUS 3.0 SP1',
  '3.0-sp2': 'WSUS 3.0 SP2',
  '2012': 'WSUS (Windows Server 2012)',
  '2012-r2': 'WSUS (Windows Server 2012 R2)',
  '2016': 'WSUS (Windows Server 2016)',
  '2019': 'WSUS (Windows Server 2019)',
  '2022': 'WSUS (Windows Server 2022)',
  '2025': 'WSUS (Windows Server 2025)',
};

/** Why a check is unknown (facts.reason) or not applicable. */
export const reasonTexts: Readonly<Record<string, Text>> = {
  'no-client-network': {
    en: 'No client network is known besides the server’s own. Type one client’s address, then look again.',
    ja: 'サーバー自身のネットワーク以外に、クライアントのネットワークがわかりません。クライアントの IP アドレスを 1 つ入力し、もう一度診断してください。',
  },
  'rules-not-decidable': {
    en: (f) => `The list holds rules that cannot be judged from an address (host names, or two lists at once). Left open: ${count(f, 'undecided')}.`,
    ja: (f) => `リストに、IP アドレスだけでは判断できない規則 (ホスト名、または両方のリスト) があります。判断できなかった件数: ${count(f, 'undecided')}`,
  },
  'node-not-read': { en: 'The list of a directory could not be read.', ja: '仮想ディレクトリのリストを読み取れませんでした。' },
  'not-known-in-force': { en: 'It is not known whether IIS enforces these lists.', ja: 'IIS がこのリストを適用しているか確認できません。' },
  'no-such-vroot': { en: 'There is no such directory on this server.', ja: 'このサーバーに該当する仮想ディレクトリはありません。' },
  'module-missing': {
    en: 'IIS has no module "IP and Domain Restrictions", so the lists are not in force.',
    ja: '役割サービス [IP およびドメインの制限] がないため、リストは適用されません。',
  },
  'not-installed': { en: 'The service is not installed.', ja: 'サービスがインストールされていません。' },
  'no-clients-known': { en: 'No client is known.', ja: 'クライアントの情報がありません。' },
  'agents-too-old': { en: 'The agents are too old to write this value.', ja: 'エージェントが古く、この値を書き込まないバージョンです。' },
  'agent-age-unknown': { en: 'How old the agents of these clients are is not known.', ja: 'クライアントのエージェントのバージョンがわかりません。' },
  'clients-not-read': {
    en: (f) => `Some clients could not be read: ${count(f, 'undecided')}.`,
    ja: (f) => `読み取れなかったクライアント: ${num(f, 'undecided')} 台`,
  },
  'one-or-several': {
    en: 'Equal IDs stand in exports that name no computer: one PC exported twice, or clones. Export the computer name too, or name the files.',
    ja: 'コンピューター名のないエクスポートに同じ ID があります。1 台を 2 回エクスポートしたのか、複製した PC なのか判断できません。コンピューター名も一緒にエクスポートしてください。',
  },
  'download-blocked': { en: 'The download is blocked; see that finding.', ja: 'ダウンロードが妨げられています。該当する項目を確認してください。' },
  'door-not-told': { en: 'What the server answered there decides nothing.', ja: 'サーバーの応答からは判断できません。' },
  'seen-from-server-only': {
    en: 'Only the server itself asked, and reaching itself proves nothing for its clients. Ask from a client’s network.',
    ja: 'サーバー自身からしか確認していないため、クライアントについては判断できません。クライアントのネットワークから確認してください。',
  },
  'server-busy': {
    en: 'The server says that it is busy (ServerBusy). Ask again later.',
    ja: 'サーバーが混雑しています (ServerBusy)。後でもう一度診断してください。',
  },
  'registration-required': {
    en: 'The server wants the computer registered first (RegistrationRequired). That would write into its database, so the question ends here.',
    ja: 'サーバーが先にコンピューターの登録を求めています (RegistrationRequired)。データベースに書き込むことになるため、確認はここで終了します。',
  },
  'expiration-not-readable': {
    en: (f) => `The end of its life cannot be read (${fact(f, 'expiration')}).`,
    ja: (f) => `有効期限を読み取れません (${fact(f, 'expiration')})。`,
  },
  'expiration-without-zone': {
    en: (f) => `The end of its life has no time zone (${fact(f, 'expiration')}); a WSUS server writes one.`,
    ja: (f) => `有効期限にタイム ゾーンがありません (${fact(f, 'expiration')})。WSUS サーバーは必ず記載します。`,
  },
  'no-server-date': { en: 'The answer carries no date, so nothing can be compared.', ja: '応答に日時がないため、比較できません。' },
  'ssl-not-told': { en: 'A plain 403 does not tell whether SSL is required.', ja: '403 だけでは、SSL が必須かどうかわかりません。' },
  'no-log': { en: 'There is no IIS log to read.', ja: '読み取る IIS のログがありません。' },
  'no-client-log': { en: 'There is no client log to read.', ja: '読み取るクライアントのログがありません。' },
  'log-not-readable': { en: 'No row of the logs could be read.', ja: 'ログの行を読み取れませんでした。' },
  'logs-not-all-read': {
    en: (f) => `Nobody is refused in the logs that were read. Not read, or not to the end: ${some(f, 'files', 6)}.`,
    ja: (f) => `読み取ったログには拒否されたクライアントがありません。読み取れていないログ: ${some(f, 'files', 6)}`,
  },
  'no-wsus-found': { en: 'No WSUS was found in IIS.', ja: 'IIS に WSUS が見つかりません。' },
};
export const reasonOf = (reason: unknown): Text => reasonTexts[String(reason)] ?? { en: () => String(reason), ja: () => String(reason) };

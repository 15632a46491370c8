/** Every word of the pages themselves. What checks, fixes, probes and faults say lies in their own files. */
import type { Facts } from '../result';
import type { Text } from './text';
import { count, fact, many, thousands } from './text';

type Texts = Readonly<Record<string, Text>>;
const n = (facts: Facts, name: string): string => thousands(count(facts, name));

/** "2 problems, 1 thing to wait for, 3 could not be checked". */
const parts = [
  ['problem', (c: number) => many(c, 'problem'), (c: number) => `問題 ${c} 件`],
  ['warning', (c: number) => many(c, 'warning'), (c: number) => `警告 ${c} 件`],
  ['wait', (c: number) => many(c, 'thing to wait for', 'things to wait for'), (c: number) => `待機中 ${c} 件`],
  ['unknown', (c: number) => `${c} could not be checked`, (c: number) => `未確認 ${c} 件`],
  ['note', (c: number) => many(c, 'note'), (c: number) => `参考情報 ${c} 件`],
] as const;
const counted = (facts: Facts, lang: 'en' | 'ja'): string[] =>
  parts.filter(([name]) => count(facts, name) > 0).map(([name, en, ja]) => (lang === 'en' ? en : ja)(count(facts, name)));

/** Notes and waits do not count against healthy. */
function summed(facts: Facts, lang: 'en' | 'ja'): string {
  const pick = (en: string, ja: string) => (lang === 'en' ? en : ja);
  const list = counted(facts, lang).join(pick(', ', '、'));
  const open = count(facts, 'problem') + count(facts, 'warning') + count(facts, 'unknown');
  if (open > 0) return pick(`${list}.`, `${list}です。`);
  const fine =
    count(facts, 'wait') > 0
      ? pick('Nothing is broken. Please wait', '異常ではありません。完了までお待ちください')
      : pick('Nothing is broken', '異常は見つかりませんでした');
  return `${fine}${list === '' ? '' : ` (${list})`}${pick('.', '。')}`;
}

export const appTexts = {
  name: { en: 'WSUS Wizard', ja: 'WSUS ウィザード' },
  language: { en: 'Language', ja: '表示言語' },
  theme: { en: 'Theme', ja: 'テーマ' },
  themeSystem: { en: 'System theme', ja: 'システムのテーマ' },
  themeLight: { en: 'Light theme', ja: 'ライト テーマ' },
  themeDark: { en: 'Dark theme', ja: 'ダーク テーマ' },
  practice: { en: 'Practice', ja: 'シミュレーションです。実在のサーバーではありません' },
  practiceMore: { en: 'This is a simulated server, not a real one.', ja: '' },
  clock: { en: (f) => `Server’s clock: ${fact(f, 'at')}`, ja: (f) => `サーバーの時刻: ${fact(f, 'at')}` },
  pass: { en: (f) => `Let ${n(f, 'minutes')} minutes pass`, ja: (f) => `${n(f, 'minutes')} 分進める` },
  startOver: { en: 'Start over', ja: '最初からやり直す' },
  readOnly: {
    en: 'This visit was made by a newer version of the wizard. It can be read, but nothing can be changed.',
    ja: 'この作業は新しいバージョンのウィザードで作成されています。閲覧はできますが、変更はできません。',
  },
  rail: { en: 'This visit', ja: 'この作業' },
  overview: { en: 'Overview', ja: '診断結果' },
  examine: { en: 'Examine', ja: '診断' },
  history: { en: 'History', ja: '作業履歴' },
  closeVisit: { en: 'Close visit', ja: 'この作業を閉じる' },
  back: { en: 'Back', ja: '戻る' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  dismiss: { en: 'Dismiss this message', ja: 'このメッセージを閉じる' },
  loading: { en: 'Reading…', ja: '読み込んでいます…' },
  more: { en: (f) => `${n(f, 'count')} more`, ja: (f) => `ほか ${n(f, 'count')} 件` },
} satisfies Texts;

export const startTexts = {
  title: { en: 'What do you want to examine?', ja: '何を診断しますか?' },
  files: { en: 'Collected files', ja: '収集したファイル' },
  filesMore: {
    en: 'Choose a folder of files taken from the server. Nothing is changed here; corrections go to the server with a fix kit, or by hand.',
    ja: 'サーバーから収集したファイルのフォルダーを選びます。ここからは変更しません。修正は修正キットでサーバーに持参するか、手動で行います。',
  },
  practise: { en: 'Practise on a simulated server', ja: '訓練用サーバー (シミュレーション)' },
  practiseMore: {
    en: 'Rehearse the same pages and the same buttons on a server that does not exist.',
    ja: '実在しないサーバーで、本番と同じ画面と同じボタンを使って練習します。',
  },
  recent: { en: 'Recent visits', ja: '最近の作業' },
  none: { en: 'No visits yet. What you examine is kept here.', ja: 'まだ作業はありません。診断した内容はここに残ります。' },
  notKept: {
    en: 'Visits of the classroom last until they are closed. They are not kept.',
    ja: '教室モードの作業は、閉じるまで有効です。保存はされません。',
  },
  kindSimulated: { en: 'Practice', ja: 'シミュレーション' },
  kindEvidence: { en: 'Collected files', ja: '収集したファイル' },
  kindNetwork: { en: 'As a client sees it', ja: 'クライアントから見た結果' },
  kindWindows: { en: 'Windows server', ja: 'Windows サーバー' },
  neverLooked: { en: 'Not examined', ja: '未診断' },
  healthy: { en: 'Nothing to put right', ja: '問題なし' },
  counts: { en: (f) => counted(f, 'en').join(', '), ja: (f) => counted(f, 'ja').join('、') },
  changes: {
    en: (f) => `${many(count(f, 'applied'), 'change')} made${count(f, 'undone') > 0 ? `, ${n(f, 'undone')} undone` : ''}`,
    ja: (f) => `変更 ${n(f, 'applied')} 件${count(f, 'undone') > 0 ? ` (うち ${n(f, 'undone')} 件は元に戻しました)` : ''}`,
  },
  uncertain: {
    en: (f) => `${many(count(f, 'uncertain'), 'change')} with an unknown end`,
    ja: (f) => `結果を確認できない変更 ${n(f, 'uncertain')} 件`,
  },
  rowName: {
    en: (f) => [fact(f, 'customer'), fact(f, 'name')].filter((s) => s !== '').join(', '),
    ja: (f) => [fact(f, 'customer'), fact(f, 'name')].filter((s) => s !== '').join('、'),
  },
  again: { en: 'Look again', ja: 'もう一度診断する' },
  againNamed: { en: (f) => `Look again: ${fact(f, 'name')}, ${fact(f, 'at')}`, ja: (f) => `もう一度診断する: ${fact(f, 'name')} (${fact(f, 'at')})` },
  deleted: { en: 'The visit is deleted.', ja: '作業を削除しました。' },
  chooseFolder: { en: 'Choose where visits are kept', ja: '作業の保存先を選ぶ' },
  keptIn: { en: (f) => `From now on visits are kept in: ${fact(f, 'folder')}`, ja: (f) => `今後の作業の保存先: ${fact(f, 'folder')}` },
  open: { en: 'Open', ja: '開く' },
  openNamed: { en: (f) => `Open ${fact(f, 'name')}, ${fact(f, 'at')}`, ja: (f) => `${fact(f, 'name')} (${fact(f, 'at')}) を開く` },
  delete: { en: 'Delete', ja: '削除' },
  deleteNamed: { en: (f) => `Delete ${fact(f, 'name')}, ${fact(f, 'at')}`, ja: (f) => `${fact(f, 'name')} (${fact(f, 'at')}) を削除` },
  deleteTitle: { en: 'Delete this visit?', ja: 'この作業を削除しますか?' },
  deleteWhy: {
    en: (f) =>
      count(f, 'left') > 0
        ? `${many(count(f, 'left'), 'change')} of this visit can still be undone. After deleting, the record needed to undo is gone.`
        : 'The record of what was seen and changed is removed from this computer.',
    ja: (f) =>
      count(f, 'left') > 0
        ? `この作業には、まだ元に戻せる変更が ${n(f, 'left')} 件あります。削除すると、元に戻すための記録も失われます。`
        : '診断と変更の記録をこのコンピューターから削除します。',
  },
  deleteAct: { en: 'Delete the visit', ja: '作業を削除する' },
  deleteActAnyway: { en: 'Delete anyway', ja: 'それでも削除する' },
  scenarios: { en: 'Choose a simulated server', ja: '訓練用サーバーを選ぶ' },
  scenariosMore: {
    en: 'Each one has something to find. Nothing you do there touches a real server.',
    ja: 'それぞれに調べるべき点があります。ここでの操作が実在のサーバーに影響することはありません。',
  },
  scenarioFacts: {
    en: (f) => `${fact(f, 'generation')}, ${many(count(f, 'clients'), 'client')}`,
    ja: (f) => `${fact(f, 'generation')}、クライアント ${n(f, 'clients')} 台`,
  },
  scenarioClients: { en: (f) => many(count(f, 'clients'), 'client'), ja: (f) => `クライアント ${n(f, 'clients')} 台` },
} satisfies Texts;

export const toldTexts = {
  title: { en: 'Client networks', ja: 'クライアントのネットワーク' },
  optional: { en: 'Client networks (optional)', ja: 'クライアントのネットワーク (任意)' },
  more: {
    en: 'Subnets or addresses that clients come from and the server cannot know, such as a branch office. One per line or separated by commas.',
    ja: '拠点など、サーバー側では分からないクライアントのサブネットやアドレスです。1 行に 1 件ずつ、またはコンマ (,) で区切って入力してください。',
  },
  field: { en: 'Subnets and addresses', ja: 'サブネットとアドレス' },
  directory: { en: 'Also ask the computers in Active Directory (at most 2,000)', ja: 'Active Directory のコンピューターにも問い合わせる (最大 2,000 台)' },
  directoryMore: {
    en: 'Their client ID and policy are read, many at a time; one that does not answer is left out and named.',
    ja: 'クライアント ID とポリシーを並行して読み取ります。応答のないコンピューターは、名前を示して除外します。',
  },
  save: { en: 'Keep these networks', ja: 'このネットワークを登録する' },
  saved: { en: 'Kept. Look again to use them.', ja: '登録しました。もう一度診断すると反映されます。' },
  savedFirst: { en: 'Kept. They are used when you examine.', ja: '登録しました。診断で使用します。' },
} satisfies Texts;

export const examineTexts = {
  title: { en: (f) => `Examine “${fact(f, 'name')}”`, ja: (f) => `「${fact(f, 'name')}」を診断します` },
  leadPlain: { en: 'The wizard only asks questions. It changes nothing.', ja: '確認だけを行います。変更は行いません。' },
  start: { en: 'Examine', ja: '診断する' },
  running: { en: 'Examining…', ja: '診断しています…' },
  done: { en: (f) => `${n(f, 'done')} of ${n(f, 'total')} answered`, ja: (f) => `${n(f, 'total')} 件中 ${n(f, 'done')} 件完了` },
  progress: { en: 'Progress of the examination', ja: '診断の進行状況' },
  cancelled: {
    en: 'The examination was cancelled. What was answered is listed below; nothing was changed.',
    ja: '診断をキャンセルしました。回答を得た項目を下に示します。変更は行っていません。',
  },
  finished: { en: 'The examination is finished.', ja: '診断が完了しました。' },
  probes: { en: 'Questions', ja: '確認した項目' },
  toSteps: { en: 'See the results', ja: '診断結果を見る' },
} satisfies Texts;

export const stepsTexts = {
  title: { en: 'What was found', ja: '診断結果' },
  summary: { en: (f) => summed(f, 'en'), ja: (f) => summed(f, 'ja') },
  at: { en: (f) => `Examined ${fact(f, 'at')}`, ja: (f) => `診断日時: ${fact(f, 'at')}` },
  list: { en: 'Steps, causes first', ja: '対処の順序 (原因から)' },
  first: { en: 'Start with step 1', ja: '最初の項目から始める' },
  again: { en: 'Look again', ja: 'もう一度診断する' },
  passed: { en: (f) => `${many(count(f, 'count'), 'check')} passed`, ja: (f) => `問題なし: ${n(f, 'count')} 件` },
  notApplicable: {
    en: (f) => `${many(count(f, 'count'), 'check')} ${count(f, 'count') === 1 ? 'does' : 'do'} not apply here`,
    ja: (f) => `対象外: ${n(f, 'count')} 件`,
  },
  blocked: { en: (f) => `Checked after “${fact(f, 'name')}” is fixed`, ja: (f) => `「${fact(f, 'name')}」の解決後に確認します` },
  unknownGroup: { en: (f) => `Not checked (${n(f, 'count')})`, ja: (f) => `未確認 (${n(f, 'count')} 件)` },
  caused: { en: (f) => `Explained by “${fact(f, 'name')}”`, ja: (f) => `原因: 「${fact(f, 'name')}」` },
  stale: {
    en: (f) => `This is what was seen on ${fact(f, 'at')}. Look again before changing anything.`,
    ja: (f) => `${fact(f, 'at')} 時点の診断結果です。変更する前に、もう一度診断してください。`,
  },
  never: { en: 'This target has not been examined yet.', ja: 'まだ診断していません。' },
} satisfies Texts;

export const askTexts = {
  title: { en: 'Ask for one address', ja: '1 つのアドレスを調べる' },
  more: { en: 'Is a client with this address admitted?', ja: 'このアドレスのクライアントが許可されているかを調べます。' },
  act: { en: 'Ask', ja: '調べる' },
  result: { en: (f) => `Answer for ${fact(f, 'address')}`, ja: (f) => `${fact(f, 'address')} の結果` },
  none: { en: 'There is no WSUS directory to ask about.', ja: '調べる対象の WSUS の仮想ディレクトリがありません。' },
  node: { en: 'Directory', ja: '仮想ディレクトリ' },
  answer: { en: 'Answer', ja: '結果' },
  entry: { en: 'Entry that decides', ja: '判定したエントリ' },
  decidedBy: { en: 'Where it is set', ja: '設定場所' },
  byDefault: { en: 'none, the default decides', ja: 'なし (既定の動作)' },
  admitted: { en: 'admitted', ja: '許可' },
  refused: { en: 'refused', ja: '拒否' },
  cannotTell: { en: 'cannot tell', ja: '判定できません' },
  subnet: { en: (f) => `In the client network ${fact(f, 'subnet')}`, ja: (f) => `クライアントのネットワーク ${fact(f, 'subnet')} に含まれます` },
} satisfies Texts;

export const stepTexts = {
  number: { en: (f) => `Step ${n(f, 'number')} of ${n(f, 'total')}`, ja: (f) => `${n(f, 'total')} 件中 ${n(f, 'number')} 件目` },
  gone: { en: 'This step is done', ja: 'この項目は解決済みです' },
  goneMore: { en: 'The last look no longer shows it.', ja: '最新の診断では見つかりませんでした。' },
  saw: { en: 'What we saw', ja: '確認した内容' },
  why: { en: 'Why it matters', ja: '影響' },
  evidence: { en: 'Evidence', ja: '根拠' },
  openSource: { en: 'Opens in the browser', ja: 'ブラウザーで開きます' },
  ways: { en: 'Ways to put it right', ja: '対処' },
  waysWait: { en: 'What to do now', ja: '今すること' },
  preview: { en: 'Preview the change', ja: '変更内容の確認へ' },
  chooseOne: { en: 'Choose at least one of each.', ja: 'それぞれ 1 つ以上選択してください。' },
  noWays: { en: 'The wizard has no change of its own for this.', ja: 'この項目に対してウィザードが行える変更はありません。' },
  noWaysWait: {
    en: 'Nothing has to be changed. Look again later to see how it goes on.',
    ja: '変更は必要ありません。しばらくしてから、もう一度診断してください。',
  },
  noWaysNote: { en: 'There is nothing to put right here.', ja: '対処する必要はありません。' },
  lookFirst: {
    en: 'A change is planned only on a fresh look. Look again to see the ways to put it right.',
    ja: '変更は最新の診断結果に基づいて計画します。もう一度診断すると、対処が表示されます。',
  },
  later: { en: 'Not now', ja: '今は行わない' },
  unknownWhy: { en: 'Why it was not checked', ja: '未確認の理由' },
  unknownDo: { en: 'What to do', ja: '対処' },
  toNetworks: { en: 'Enter client networks', ja: 'クライアントのネットワークを入力する' },
  toBlocking: { en: (f) => `Go to “${fact(f, 'name')}”`, ja: (f) => `「${fact(f, 'name')}」へ` },
  knownSubnet: { en: 'known client network', ja: '既知のクライアント ネットワーク' },
  unknownSubnet: { en: 'seen from clients, network not known', ja: 'クライアントの接続元 (ネットワークは不明)' },
  keepsId: { en: 'keeps its ID', ja: 'ID をそのまま使います' },
  addSubnet: { en: 'Another subnet or address', ja: 'ほかのサブネットまたはアドレス' },
  addOther: { en: 'Another one', ja: 'ほかの値' },
  add: { en: 'Add', ja: '追加' },
  chosen: { en: (f) => `${n(f, 'count')} of ${n(f, 'total')} chosen`, ja: (f) => `${n(f, 'total')} 件中 ${n(f, 'count')} 件を選択` },
  all: { en: 'All', ja: 'すべて選択' },
  none: { en: 'None', ja: 'すべて解除' },
  answersUsed: { en: 'Answers this rests on', ja: '判定に使用した項目' },
} satisfies Texts;

export const seenTexts = {
  spaceAlt: {
    en: (f) => `The IPv4 address space from 0.0.0.0 to 255.255.255.255 in ${n(f, 'count')} parts, listed in the table below. Not to scale.`,
    ja: (f) => `0.0.0.0 から 255.255.255.255 までの IPv4 アドレス空間を ${n(f, 'count')} 区間で示す図です。内容は下の表と同じです。縮尺は正確ではありません。`,
  },
  notToScale: { en: 'Not to scale', ja: '縮尺は正確ではありません' },
  part: { en: 'Part', ja: '区間' },
  range: { en: 'Addresses', ja: 'アドレス' },
  answer: { en: 'Answer', ja: '結果' },
  networks: { en: 'Client networks in it', ja: '含まれるクライアントのネットワーク' },
  client: { en: 'Refused client network', ja: '拒否されているネットワーク' },
  list: { en: (f) => `List in force (${many(count(f, 'count'), 'entry', 'entries')})`, ja: (f) => `有効な制限の一覧 (${n(f, 'count')} 件)` },
  own: { en: 'Own setting', ja: '個別の設定' },
  inherited: { en: (f) => `Inherited from ${fact(f, 'node')}`, ja: (f) => `${fact(f, 'node')} から継承` },
  nobody: { en: 'No restriction is set', ja: '制限は設定されていません' },
  othersAdmitted: { en: 'All other addresses are admitted.', ja: 'その他のアドレスはすべて許可されます。' },
  othersRefused: { en: 'All other addresses are refused.', ja: 'その他のアドレスはすべて拒否されます。' },
  ambiguous: {
    en: 'Both lists are filled; which one counts is not documented.',
    ja: '許可と拒否の両方の一覧に登録があり、どちらが有効かは文書化されていません。',
  },
  entry: { en: 'Entry', ja: 'エントリ' },
  effect: { en: 'Effect', ja: '動作' },
  holder: { en: 'Set at', ja: '設定場所' },
  byName: { en: 'by host name', ja: 'ホスト名による指定' },
  refused: { en: (f) => `Who is refused (${n(f, 'total')})`, ja: (f) => `拒否されているクライアント (${n(f, 'total')} 台)` },
  refusedNetworks: { en: 'Refused networks', ja: '拒否されているネットワーク' },
  address: { en: 'Address', ja: 'アドレス' },
  name: { en: 'Name', ja: '名前' },
  showing: { en: (f) => `${n(f, 'from')} to ${n(f, 'to')} of ${n(f, 'total')}`, ja: (f) => `${n(f, 'total')} 台中 ${n(f, 'from')} ～ ${n(f, 'to')} 台目` },
  clients: { en: 'Clients', ja: 'クライアント' },
  clientId: { en: 'Client ID (SusClientId)', ja: 'クライアント ID (SusClientId)' },
  downloaded: {
    en: (f) => `${fact(f, 'done')} of ${fact(f, 'total')} downloaded (${n(f, 'percent')} %)`,
    ja: (f) => `${fact(f, 'total')} 中 ${fact(f, 'done')} をダウンロード済み (${n(f, 'percent')}%)`,
  },
  progressTitle: { en: 'How the download goes', ja: 'ダウンロードの経過' },
  progressAlt: {
    en: (f) =>
      `Downloaded at ${n(f, 'looks')} looks: ${fact(f, 'first')} on ${fact(f, 'from')}, ${fact(f, 'last')} on ${fact(f, 'to')}, of ${fact(f, 'total')}. The table below says the same.`,
    ja: (f) =>
      `${n(f, 'looks')} 回の診断でのダウンロード済みの量を示す図です。${fact(f, 'from')} に ${fact(f, 'first')}、${fact(f, 'to')} に ${fact(f, 'last')} (全体は ${fact(f, 'total')})。内容は下の表と同じです。`,
  },
  lookAt: { en: 'Server’s time', ja: 'サーバーの時刻' },
  there: { en: 'Downloaded', ja: 'ダウンロード済み' },
  share: { en: 'Share', ja: '割合' },
  percent: { en: (f) => `${n(f, 'percent')} %`, ja: (f) => `${n(f, 'percent')}%` },
  rate: { en: 'Speed', ja: '速度' },
  perSecond: { en: (f) => `${fact(f, 'rate')} a second`, ja: (f) => `${fact(f, 'rate')}/秒` },
  finishAt: { en: 'Finished about', ja: '完了予想' },
  free: { en: 'Free on the drive', ja: 'ドライブの空き容量' },
  previous: { en: 'Previous 200', ja: '前の 200 件' },
  next: { en: 'Next 200', ja: '次の 200 件' },
} satisfies Texts;

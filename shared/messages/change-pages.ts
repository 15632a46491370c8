/** The words of the pages of a change: by hand, preview, result, history. The other pages are in pages.ts. */
import type { Facts } from '../result';
import type { Text } from './text';
import { count, fact, many, thousands } from './text';

type Texts = Readonly<Record<string, Text>>;
const n = (facts: Facts, name: string): string => thousands(count(facts, name));

export const byHandTexts = {
  title: { en: 'By hand', ja: '手動で行う手順' },
  more: {
    en: 'The same change in the console, with the labels of both languages.',
    ja: '管理コンソールで同じ変更を行う手順です。英語と日本語の表示名を並べています。',
  },
  en: { en: 'English console', ja: '英語版の表示' },
  ja: { en: 'Japanese console', ja: '日本語版の表示' },
} satisfies Texts;

export const previewTexts = {
  title: { en: 'Preview of the change', ja: '変更内容の確認' },
  undoTitle: { en: 'Preview of the undo', ja: '元に戻す内容の確認' },
  lead: {
    en: 'Nothing has been changed yet. This is exactly what the button below does.',
    ja: 'まだ何も変更していません。下のボタンを押すと、次の変更をこのとおりに行います。',
  },
  handTitle: { en: 'To be done by hand', ja: '手動で行う手順' },
  handLead: {
    en: 'The wizard does not make this change itself. The reasons and the steps are below.',
    ja: 'この変更はウィザードでは行いません。理由と手順は次のとおりです。',
  },
  nothing: { en: 'There is nothing to undo.', ja: '元に戻す変更はありません。' },
  onlyStarts: {
    en: 'Only a service start is left to undo. It is undone only when you tick it.',
    ja: '元に戻せるのはサービスの開始だけです。元に戻す場合は、次のチェック ボックスをオンにしてください。',
  },
  operations: { en: (f) => many(count(f, 'count'), 'change'), ja: (f) => `変更 ${n(f, 'count')} 件` },
  before: { en: 'Before', ja: '変更前' },
  after: { en: 'After', ja: '変更後' },
  on: { en: 'Server', ja: 'サーバー' },
  computer: { en: 'Computer', ja: 'コンピューター' },
  groupNodes: {
    en: (f) => `Address list of ${many(count(f, 'count'), 'directory', 'directories')}`,
    ja: (f) => `${n(f, 'count')} 個の仮想ディレクトリのアドレス制限リスト`,
  },
  groupMachines: { en: (f) => `${fact(f, 'what')}, on ${many(count(f, 'count'), 'computer')}`, ja: (f) => `${fact(f, 'what')} (${n(f, 'count')} 台)` },
  perMachine: {
    en: 'On each computer these are done in the order shown, one computer after the other.',
    ja: 'コンピューターごとに、この順序で 1 台ずつ実行します。',
  },
  risk: { en: 'Risk', ja: 'リスク' },
  undone: { en: 'How it is undone', ja: '元に戻す方法' },
  undoValue: { en: 'Undo puts the value of “Before” back.', ja: '[元に戻す] で変更前の値に戻します。' },
  undoOwn: {
    en: 'Undo takes the directory’s own list away again, so that it inherits as before.',
    ja: '[元に戻す] で個別の設定を取り除き、変更前と同じように継承させます。',
  },
  undoStart: { en: 'Undo stops it again, but only when you ask for that.', ja: '指定した場合に限り、[元に戻す] で再び停止します。' },
  undoNothing: { en: 'There is nothing to undo: no value is changed.', ja: '値は変更しないため、元に戻すものはありません。' },
  undoStop: { en: 'Start it again.', ja: '再び開始します。' },
  admitted: { en: 'Who is admitted', ja: '許可されるクライアント' },
  ranges: { en: (f) => many(count(f, 'count'), 'range'), ja: (f) => `${n(f, 'count')} 範囲` },
  added: { en: 'added', ja: '追加' },
  removed: { en: 'removed', ja: '削除' },
  everybody: { en: 'everybody', ja: 'すべて' },
  nobody: { en: 'nobody', ja: 'なし' },
  warnings: { en: 'Good to know first', ja: '事前に確認してください' },
  elevation: { en: 'Windows asks for administrator rights.', ja: '管理者の権限が必要です。' },
  typeName: { en: (f) => `To go on, type the server’s name: ${fact(f, 'name')}`, ja: (f) => `続行するには、サーバー名 ${fact(f, 'name')} を入力してください` },
  undoAct: { en: (f) => `Undo ${many(count(f, 'count'), 'change')}`, ja: (f) => `${n(f, 'count')} 件の変更を元に戻す` },
  applying: { en: 'Making the change. It is written to the record first.', ja: '変更しています。先に変更記録へ書き込みます。' },
  leftOut: {
    en: (f) => `Also stop what the wizard started: ${fact(f, 'services')}`,
    ja: (f) => `ウィザードが開始したサービスも停止する: ${fact(f, 'services')}`,
  },
  leftOutMore: { en: 'Stopping interrupts everyone who uses it.', ja: '停止すると、利用中のユーザーに影響します。' },
} satisfies Texts;

export const resultTexts = {
  applied: { en: 'The change is made', ja: '変更しました' },
  undone: { en: 'The change is undone', ja: '元に戻しました' },
  partly: { en: 'The change was made in part', ja: '一部だけ変更しました' },
  none: { en: 'Nothing was changed', ja: '変更は行われませんでした' },
  uncertain: { en: 'Cannot tell whether it was changed', ja: '結果を確認できません' },
  partlyMore: {
    en: 'The wizard stopped at the first failure. You can undo what was done, or preview the rest again.',
    ja: '最初の失敗で中止しました。行った変更を元に戻すか、残りの変更をもう一度確認できます。',
  },
  uncertainMore: {
    en: 'The end of a change was never written down. It is shown so until the value can be read again.',
    ja: '変更の終了が記録されていません。値をもう一度読み取れるまで、この表示のままです。',
  },
  asked: {
    en: (f) => {
      const [total, resolved, pending] = [count(f, 'total'), count(f, 'resolved'), count(f, 'pending')];
      const said = resolved === total ? 'resolved.' : pending > 0 ? 'it takes effect later.' : `${n(f, 'resolved')} of ${n(f, 'total')} resolved.`;
      return `Asked again at ${fact(f, 'at')}: ${said}`;
    },
    ja: (f) => {
      const [total, resolved, pending] = [count(f, 'total'), count(f, 'resolved'), count(f, 'pending')];
      const said =
        resolved === total ? '解決を確認しました。' : pending > 0 ? '反映待ちです。' : `${n(f, 'total')} 件中 ${n(f, 'resolved')} 件の解決を確認しました。`;
      return `${fact(f, 'at')} に再確認: ${said}`;
    },
  },
  verified: { en: (f) => `Asked again at ${fact(f, 'at')}`, ja: (f) => `${fact(f, 'at')} に再確認` },
  lookAgain: {
    en: (f) => `The effect shows from ${fact(f, 'at')} on (${many(count(f, 'n'), 'minute')} later).`,
    ja: (f) => `結果は ${fact(f, 'at')} 以降 (${n(f, 'n')} 分後) に確認できます。`,
  },
  lookAgainNow: { en: 'Look again', ja: 'もう一度診断する' },
  asBefore: { en: 'As it was before', ja: '変更前の状態に戻りました' },
  notAsBefore: { en: 'Not as it was before', ja: '変更前の状態に戻っていません' },
  notVerified: { en: 'Not asked again yet.', ja: 'まだ再確認していません。' },
  operations: { en: 'What was done', ja: '行った変更' },
  readBack: { en: 'Read back', ja: '書き込み後に読み取った値' },
  found: { en: 'Found instead', ja: '実際に見つかった値' },
  undo: { en: 'Undo', ja: '元に戻す' },
  undoMore: { en: 'You can undo this now or later, from the visit history.', ja: '今すぐ、または後で作業履歴から元に戻せます。' },
  wasUndone: { en: 'Undone', ja: '元に戻しました' },
  next: { en: 'Next step', ja: '次の項目へ' },
  toSteps: { en: 'Back to the overview', ja: '診断結果に戻る' },
} satisfies Texts;

export const historyTexts = {
  title: { en: 'Visit history', ja: '作業履歴' },
  lead: { en: 'What was looked at and what was changed, newest first.', ja: '診断と変更の記録です。新しいものから順に表示します。' },
  opened: { en: 'Visit opened', ja: '作業を開始しました' },
  looked: { en: (f) => `Look ${n(f, 'look')}`, ja: (f) => `診断 ${n(f, 'look')} 回目` },
  undoPlanNamed: { en: (f) => `Undo: ${fact(f, 'name')}, ${fact(f, 'at')}`, ja: (f) => `元に戻す: ${fact(f, 'name')} (${fact(f, 'at')})` },
  undoTo: { en: 'Undo back to here', ja: 'この時点まで戻す' },
  undoToNamed: { en: (f) => `Undo back to here: ${fact(f, 'name')}, ${fact(f, 'at')}`, ja: (f) => `この時点まで戻す: ${fact(f, 'name')} (${fact(f, 'at')})` },
  customer: { en: 'Customer', ja: 'お客様名' },
  customerMore: { en: 'Kept with this visit, and shown in the list of visits.', ja: 'この作業とともに保存し、作業の一覧に表示します。' },
  keepCustomer: { en: 'Keep the name', ja: '登録する' },
  customerKept: { en: 'Kept.', ja: '登録しました。' },
  saveUndo: { en: 'Save undo for the customer', ja: 'お客様用に元に戻す手順を保存' },
  undoText: { en: 'The way back, for the customer', ja: 'お客様用の元に戻す手順' },
  undoTextMore: {
    en: 'It was not saved to a file. Copy it, and hand it over with the report.',
    ja: 'ファイルには保存していません。コピーして、報告書とともにお渡しください。',
  },
  copy: { en: 'Copy all', ja: 'すべてコピー' },
  copied: { en: 'Copied.', ja: 'コピーしました。' },
  selected: { en: 'Selected. Copy it with Ctrl+C.', ja: '選択しました。Ctrl+C でコピーしてください。' },
  close: { en: 'Close', ja: '閉じる' },
  savedAs: { en: (f) => `Saved as ${fact(f, 'file')}.`, ja: (f) => `${fact(f, 'file')} に保存しました。` },
  undoAll: { en: 'Undo everything', ja: 'すべて元に戻す' },
  undo: { en: 'Undo', ja: '元に戻す' },
  details: { en: 'See the result', ja: '結果を見る' },
  detailsNamed: { en: (f) => `See the result: ${fact(f, 'name')}, ${fact(f, 'at')}`, ja: (f) => `結果を見る: ${fact(f, 'name')} (${fact(f, 'at')})` },
  nothingToUndo: { en: 'Nothing is left to undo.', ja: '元に戻す変更はありません。' },
} satisfies Texts;

export const planStateTexts = {
  planned: { en: 'Not run', ja: '未実行' },
  applied: { en: 'Done', ja: '完了' },
  partly: { en: 'Done in part', ja: '一部のみ完了' },
  none: { en: 'Nothing changed', ja: '変更なし' },
  uncertain: { en: 'Cannot tell', ja: '結果を確認できません' },
} satisfies Texts;

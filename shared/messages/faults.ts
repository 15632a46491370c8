/** Every expected failure: what happened and why, and what to do. */
import type { FaultCode } from '../result';
import { kitFaultTexts } from './kit-faults';
import { seatFaultTexts } from './seat-faults';
import type { Text } from './text';
import { fact } from './text';
import { windowsFaultTexts } from './windows-faults';

export interface FaultText {
  readonly message: Text;
  readonly help: Text;
}
const f = (message: Text, help: Text): FaultText => ({ message, help });
const offered = (facts: Parameters<typeof fact>[0]) => fact(facts, 'nearest');

export const faultTexts: Record<FaultCode, FaultText> = {
  ...kitFaultTexts,
  ...seatFaultTexts,
  ...windowsFaultTexts,
  'input-unknown-command': f(
    { en: (x) => `There is no command "${fact(x, 'text')}".`, ja: (x) => `コマンド「${fact(x, 'text')}」はありません。` },
    { en: (x) => `Did you mean "${offered(x)}"? See --help.`, ja: (x) => `「${offered(x)}」ではありませんか。--help で一覧を表示します。` },
  ),
  'input-unknown-option': f(
    { en: (x) => `There is no option "${fact(x, 'text')}".`, ja: (x) => `オプション「${fact(x, 'text')}」はありません。` },
    { en: (x) => `Did you mean "${offered(x)}"? See --help.`, ja: (x) => `「${offered(x)}」ではありませんか。--help で一覧を表示します。` },
  ),
  'input-missing-value': f(
    { en: (x) => `The option ${fact(x, 'option')} needs a value.`, ja: (x) => `オプション ${fact(x, 'option')} には値が必要です。` },
    { en: 'Write the value after it, separated by a blank.', ja: 'オプションの後に空白を入れて値を指定してください。' },
  ),
  'input-missing-option': f(
    { en: (x) => `The option ${fact(x, 'option')} is needed here.`, ja: (x) => `オプション ${fact(x, 'option')} が必要です。` },
    { en: 'See --help for an example.', ja: '例は --help を参照してください。' },
  ),
  'input-unknown-target': f(
    { en: (x) => `"${fact(x, 'text')}" is not a target.`, ja: (x) => `「${fact(x, 'text')}」は診断対象として指定できません。` },
    {
      en: 'Use simulated:<scenario>, evidence:<folder> or http://<server>.',
      ja: 'simulated:<シナリオ>、evidence:<フォルダー>、http://<サーバー> のいずれかを指定してください。',
    },
  ),
  'input-unknown-scenario': f(
    { en: (x) => `There is no scenario "${fact(x, 'text')}".`, ja: (x) => `シナリオ「${fact(x, 'text')}」はありません。` },
    {
      en: (x) => `Did you mean "${offered(x)}"? The command "scenarios" lists all.`,
      ja: (x) => `「${offered(x)}」ではありませんか。コマンド scenarios で一覧を表示します。`,
    },
  ),
  'input-unknown-check': f(
    { en: (x) => `There is no check "${fact(x, 'text')}".`, ja: (x) => `診断項目「${fact(x, 'text')}」はありません。` },
    { en: (x) => `Did you mean "${offered(x)}"?`, ja: (x) => `「${offered(x)}」ではありませんか。` },
  ),
  'input-unknown-fix': f(
    { en: (x) => `"${fact(x, 'text')}" is not a fix for this finding.`, ja: (x) => `「${fact(x, 'text')}」は、この項目の修正ではありません。` },
    { en: (x) => `Fixes here: ${fact(x, 'offered')}.`, ja: (x) => `利用できる修正: ${fact(x, 'offered')}` },
  ),
  'input-unknown-choice': f(
    {
      en: (x) => `"${fact(x, 'value')}" cannot be chosen for ${fact(x, 'choice')}.`,
      ja: (x) => `${fact(x, 'choice')} に「${fact(x, 'value')}」は選択できません。`,
    },
    {
      en: 'Choose a refused WSUS directory, and a private network; addresses from the Internet are never allowed here.',
      ja: '拒否されている WSUS 仮想ディレクトリと、プライベート ネットワークを選択してください。インターネットのアドレスは許可できません。',
    },
  ),
  'input-unknown-visit': f(
    { en: (x) => `There is no visit "${fact(x, 'visit')}".`, ja: (x) => `作業「${fact(x, 'visit')}」はありません。` },
    { en: 'The command "visits" lists them.', ja: 'コマンド visits で一覧を表示します。' },
  ),
  'input-unknown-plan': f(
    { en: 'This plan cannot be run any more.', ja: 'この変更内容は、もう実行できません。' },
    {
      en: 'A plan runs only in the window that made it, from its own look. Look again and make it anew.',
      ja: '変更は、確認した画面でだけ実行できます。もう一度診断し、変更内容を確認してください。',
    },
  ),
  'input-bad-address': f(
    { en: (x) => `"${fact(x, 'text')}" is not an IP address.`, ja: (x) => `「${fact(x, 'text')}」は IP アドレスではありません。` },
    { en: 'Write it like 192.168.20.101.', ja: '192.168.20.101 のように入力してください。' },
  ),
  'input-bad-subnet': f(
    { en: (x) => `"${fact(x, 'text')}" is not a subnet.`, ja: (x) => `「${fact(x, 'text')}」はサブネットではありません。` },
    { en: 'Write it like 192.168.20.0/24.', ja: '192.168.20.0/24 のように入力してください。' },
  ),
  'input-bad-number': f(
    {
      en: (x) => `${fact(x, 'option')} needs a whole number from ${fact(x, 'from')} to ${fact(x, 'to')}.`,
      ja: (x) => `${fact(x, 'option')} には ${fact(x, 'from')} から ${fact(x, 'to')} までの整数を指定してください。`,
    },
    { en: 'Correct the number and try again.', ja: '数値を修正して、もう一度実行してください。' },
  ),
  'input-bad-file': f(
    { en: (x) => `The file ${fact(x, 'path')} cannot be used here.`, ja: (x) => `ファイル ${fact(x, 'path')} は使用できません。` },
    { en: 'Check the path, and that you may read and write there.', ja: 'パスと、読み取り・書き込みの権限を確認してください。' },
  ),
  'input-bad-request': f(
    { en: 'The page sent something that is not expected.', ja: '画面から想定外の要求が送られました。' },
    { en: 'Close and open the wizard again. If it happens again, please report it.', ja: 'ウィザードを開き直してください。繰り返す場合はご報告ください。' },
  ),
  'input-folder-missing': f(
    { en: (x) => `There is no folder ${fact(x, 'path')}.`, ja: (x) => `フォルダー ${fact(x, 'path')} がありません。` },
    { en: 'Check the path, or choose the folder again.', ja: 'パスを確認するか、フォルダーを選択し直してください。' },
  ),
  'input-nothing-readable': f(
    { en: (x) => `Nothing in ${fact(x, 'path')} can be read by the wizard.`, ja: (x) => `${fact(x, 'path')} には、読み取れるファイルがありません。` },
    {
      en: 'Copy MetaBase.xml (IIS 6) or applicationHost.config (IIS 7 and later) from the server into it.',
      ja: 'サーバーの MetaBase.xml (IIS 6) または applicationHost.config (IIS 7 以降) をコピーしてください。',
    },
  ),
  'input-bad-scenario': f(
    {
      en: (x) => `The scenario ${fact(x, 'text')} breaks its format at "${fact(x, 'where')}".`,
      ja: (x) => `シナリオ ${fact(x, 'text')} の形式が正しくありません (「${fact(x, 'where')}」)。`,
    },
    { en: 'Correct the file, or use a scenario that comes with the wizard.', ja: 'ファイルを修正するか、付属のシナリオを使用してください。' },
  ),
  'input-port-in-use': f(
    {
      en: (x) => `Port ${fact(x, 'port')} cannot be used (${fact(x, 'system')}).`,
      ja: (x) => `ポート ${fact(x, 'port')} は使用できません (${fact(x, 'system')})。`,
    },
    { en: 'Choose another with --port, or leave it out.', ja: '--port で別の番号を指定するか、省略してください。' },
  ),
  'target-not-allowed': f(
    {
      en: (x) => `Targets of the kind ${fact(x, 'kind')} are not available here.`,
      ja: (x) => `種類が ${fact(x, 'kind')} の診断対象は、ここでは使用できません。`,
    },
    { en: 'Use collected files or a practice server.', ja: '収集したファイルまたは訓練用サーバーを使用してください。' },
  ),
  'target-closed': f(
    { en: 'This visit is not open.', ja: 'この作業は開かれていません。' },
    { en: 'Open it again from the start page.', ja: '開始画面から開き直してください。' },
  ),
  'probe-not-in-evidence': f(
    { en: 'The collected files do not hold this.', ja: '収集したファイルに、この情報はありません。' },
    { en: 'Collect it on the server as well, or check it there by hand.', ja: 'サーバーで追加収集するか、サーバー上で確認してください。' },
  ),
  'probe-not-supported': f(
    { en: 'This target cannot be asked that.', ja: 'この診断対象では確認できません。' },
    { en: 'Check it on the server by hand.', ja: 'サーバー上で確認してください。' },
  ),
  'probe-not-answered': f({ en: 'This was not answered.', ja: '応答がありませんでした。' }, { en: 'Look again.', ja: 'もう一度診断してください。' }),
  'probe-service-stopped': f(
    {
      en: (x) => `Not asked, because the service ${fact(x, 'service')} is stopped and asking would start it.`,
      ja: (x) => `サービス ${fact(x, 'service')} が停止しているため、確認していません (確認すると開始されるため)。`,
    },
    { en: 'Start the web server first; this is then asked again.', ja: '先に Web サーバーを開始してください。その後に再確認します。' },
  ),
  'probe-import-running': f(
    {
      en: 'Not judged, because an import or export is running and stops this service on purpose.',
      ja: 'インポートまたはエクスポートの実行中で、このサービスは意図的に停止されているため、判断していません。',
    },
    { en: 'Wait until it is done, then look again.', ja: '完了を待って、もう一度診断してください。' },
  ),
  'probe-database-elsewhere': f(
    {
      en: (x) => `The database service ${fact(x, 'service')} is not on this server.`,
      ja: (x) => `データベース サービス ${fact(x, 'service')} は、このサーバーにありません。`,
    },
    { en: 'The database may be on another server: check it there.', ja: '別のサーバーにある可能性があります。そのサーバーで確認してください。' },
  ),
  'probe-differs': f(
    {
      en: (x) => `${fact(x, 'file')} differs from what the server itself answered; the server's answer was used.`,
      ja: (x) => `${fact(x, 'file')} はサーバー自身の応答と異なるため、サーバーの応答を使用しました。`,
    },
    {
      en: 'The file may be older: IIS 6 writes it up to a few minutes after a change.',
      ja: 'ファイルが古い可能性があります。IIS 6 は変更の数分後にファイルへ書き込みます。',
    },
  ),
  'probe-answer-malformed': f(
    {
      en: (x) => `The answer to ${fact(x, 'probe')} was not understood (${fact(x, 'where')}).`,
      ja: (x) => `${fact(x, 'probe')} の応答を解釈できませんでした (${fact(x, 'where')})。`,
    },
    {
      en: 'Nothing was concluded from it. Look again; if it stays so, please report it.',
      ja: 'この応答は判断に使用していません。もう一度診断し、繰り返す場合はご報告ください。',
    },
  ),
  'denied-access': f(
    { en: (x) => `Access is denied (${fact(x, 'file')}).`, ja: (x) => `アクセスが拒否されました (${fact(x, 'file')})。` },
    { en: 'Check the rights of the account, or copy the file elsewhere first.', ja: 'アカウントの権限を確認するか、ファイルを別の場所にコピーしてください。' },
  ),
  'denied-confirmation-missing': f(
    { en: 'Nothing was changed: the confirmation is missing.', ja: '確認がないため、何も変更していません。' },
    { en: 'Add --yes to carry the plan out, or --preview to see it only.', ja: '実行するには --yes、確認だけなら --preview を付けてください。' },
  ),
  'denied-sender': f(
    { en: 'A request from another page was refused.', ja: 'ほかのページからの要求を拒否しました。' },
    { en: 'Use the wizard’s own window.', ja: 'ウィザードの画面から操作してください。' },
  ),
  'timed-out-probe': f(
    { en: (x) => `No answer within ${fact(x, 'ms')} ms.`, ja: (x) => `${fact(x, 'ms')} ミリ秒以内に応答がありませんでした。` },
    { en: 'Look again, or allow more time.', ja: 'もう一度診断するか、制限時間を延ばしてください。' },
  ),
  'timed-out-look': f(
    { en: 'The time for the whole look was over before this was answered.', ja: '診断全体の制限時間内に応答がありませんでした。' },
    { en: 'Look again, or allow more time.', ja: 'もう一度診断するか、制限時間を延ばしてください。' },
  ),
  'unreachable-host': f(
    { en: (x) => `${fact(x, 'host')} cannot be reached.`, ja: (x) => `${fact(x, 'host')} に接続できません。` },
    { en: 'Check the name, the network and the server.', ja: '名前、ネットワーク、サーバーの状態を確認してください。' },
  ),
  'malformed-xml': f(
    {
      en: (x) => `${fact(x, 'file')} is not well-formed XML (line ${fact(x, 'line')}, column ${fact(x, 'column')}).`,
      ja: (x) => `${fact(x, 'file')} は正しい XML ではありません (${fact(x, 'line')} 行 ${fact(x, 'column')} 桁)。`,
    },
    { en: 'The copy may be cut. Copy the file again.', ja: 'コピーが途中で切れている可能性があります。もう一度コピーしてください。' },
  ),
  'malformed-doctype': f(
    {
      en: (x) => `${fact(x, 'file')} contains a document type definition; it was not read.`,
      ja: (x) => `${fact(x, 'file')} に DTD が含まれているため、読み取っていません。`,
    },
    {
      en: 'IIS never writes one. Copy the original file from the server.',
      ja: 'IIS が DTD を書き込むことはありません。サーバーから元のファイルをコピーしてください。',
    },
  ),
  'malformed-text': f(
    { en: (x) => `${fact(x, 'file')} is not text that can be read.`, ja: (x) => `${fact(x, 'file')} はテキストとして読み取れません。` },
    { en: 'Copy the file again.', ja: 'もう一度コピーしてください。' },
  ),
  'malformed-blob-digits': f(
    {
      en: (x) => `The address list of ${fact(x, 'node')} is not whole: its digits do not add up to bytes.`,
      ja: (x) => `${fact(x, 'node')} のアドレス リストが不完全です (16 進数の桁が合いません)。`,
    },
    {
      en: 'Copy MetaBase.xml again. Nothing is concluded from this list.',
      ja: 'MetaBase.xml をもう一度コピーしてください。このリストは判断に使用していません。',
    },
  ),
  'malformed-blob-pointer': f(
    {
      en: (x) => `The address list of ${fact(x, 'node')} points outside itself.`,
      ja: (x) => `${fact(x, 'node')} のアドレス リストが壊れています (参照先が範囲外です)。`,
    },
    {
      en: 'Copy MetaBase.xml again. Nothing is concluded from this list.',
      ja: 'MetaBase.xml をもう一度コピーしてください。このリストは判断に使用していません。',
    },
  ),
  'malformed-blob-count': f(
    {
      en: (x) => `The address list of ${fact(x, 'node')} counts more entries than it holds.`,
      ja: (x) => `${fact(x, 'node')} のアドレス リストが壊れています (項目数が合いません)。`,
    },
    {
      en: 'Copy MetaBase.xml again. Nothing is concluded from this list.',
      ja: 'MetaBase.xml をもう一度コピーしてください。このリストは判断に使用していません。',
    },
  ),
  'malformed-journal': f(
    { en: 'The record of this visit cannot be read.', ja: 'この作業の変更記録を読み取れません。' },
    { en: 'Its folder is left as it is. Begin a new visit.', ja: 'フォルダーはそのまま残してあります。新しい作業を開始してください。' },
  ),
  'malformed-zip': f(
    {
      en: (x) => `${fact(x, 'file')} is not a whole zip file (${fact(x, 'why')}).`,
      ja: (x) => `${fact(x, 'file')} は正しい zip ファイルではありません (${fact(x, 'why')})。`,
    },
    { en: 'Copy it again, or unpack it into a folder first.', ja: 'もう一度コピーするか、先にフォルダーへ展開してください。' },
  ),
  'denied-encrypted': f(
    { en: (x) => `${fact(x, 'file')} is encrypted.`, ja: (x) => `${fact(x, 'file')} は暗号化されています。` },
    {
      en: 'Unpack it with its password into a folder, and examine the folder.',
      ja: 'パスワードを使ってフォルダーに展開し、そのフォルダーを診断してください。',
    },
  ),
  'too-large-archive': f(
    {
      en: (x) => `${fact(x, 'file')} unpacks to more than is read (${fact(x, 'why')}).`,
      ja: (x) => `${fact(x, 'file')} は展開後のサイズが上限を超えています (${fact(x, 'why')})。`,
    },
    {
      en: 'Unpack only what is needed into a folder, and examine the folder.',
      ja: '必要なファイルだけをフォルダーに展開し、そのフォルダーを診断してください。',
    },
  ),
  'unsupported-nested-archive': f(
    {
      en: (x) => `${fact(x, 'file')} is a zip inside the collected files; it was not opened.`,
      ja: (x) => `${fact(x, 'file')} は収集したファイルの中の zip のため、開いていません。`,
    },
    { en: 'Unpack it beside the others if it holds something needed.', ja: '必要なものが入っている場合は、展開してほかのファイルと一緒に置いてください。' },
  ),
  'too-large-file': f(
    {
      en: (x) => `${fact(x, 'file')} is too large (${fact(x, 'bytes')} bytes).`,
      ja: (x) => `${fact(x, 'file')} が大きすぎます (${fact(x, 'bytes')} バイト)。`,
    },
    { en: (x) => `At most ${fact(x, 'limit')} bytes are read.`, ja: (x) => `読み取れるのは ${fact(x, 'limit')} バイトまでです。` },
  ),
  'unsupported-operation': f(
    { en: 'This cannot be done on this target.', ja: 'この診断対象では実行できません。' },
    {
      en: 'Collected files are read only: follow the steps by hand on the server.',
      ja: '収集したファイルは読み取り専用です。サーバー上で手動の手順を行ってください。',
    },
  ),
  'unsupported-newer-file': f(
    {
      en: (x) => `${fact(x, 'file')} was written by a newer version of the wizard.`,
      ja: (x) => `${fact(x, 'file')} は新しいバージョンのウィザードで作成されています。`,
    },
    { en: 'It is shown read only. Use the newer version to change it.', ja: '読み取り専用で表示します。変更するには新しいバージョンを使用してください。' },
  ),
  'unsupported-log-format': f(
    {
      en: (x) => `${fact(x, 'file')} is a log in the ${fact(x, 'format')} format, which is not read.`,
      ja: (x) => `${fact(x, 'file')} は ${fact(x, 'format')} 形式のログのため、読み取りません。`,
    },
    { en: 'Choose the W3C format in the logging settings of the web site.', ja: 'Web サイトのログの設定で W3C 拡張ログ ファイル形式を選択してください。' },
  ),
  'unsupported-file-kind': f(
    { en: (x) => `${fact(x, 'file')} was not used; ${fact(x, 'used')} was.`, ja: (x) => `${fact(x, 'file')} は使用せず、${fact(x, 'used')} を使用しました。` },
    { en: 'Put the files of each server into a folder of their own.', ja: 'サーバーごとに別のフォルダーに入れてください。' },
  ),
  'busy-visit': f(
    { en: 'This visit is doing something else right now.', ja: 'この作業では、別の処理を実行しています。' },
    { en: 'Wait until it is done, or cancel it.', ja: '完了を待つか、キャンセルしてください。' },
  ),
  'busy-other-window': f(
    { en: 'This visit is open in another window.', ja: 'この作業は別のウィンドウで開かれています。' },
    { en: 'Close it there first.', ja: '先にそのウィンドウを閉じてください。' },
  ),
  'cancelled-by-user': f(
    { en: 'Cancelled. What had been answered was kept.', ja: 'キャンセルしました。それまでの結果は残っています。' },
    { en: 'Start again when you like.', ja: 'いつでもやり直せます。' },
  ),
  'changed-since-planned': f(
    {
      en: 'The value on the server is no longer the one this plan was made for, so nothing was written.',
      ja: 'サーバーの値が、確認したときから変わっているため、書き込みませんでした。',
    },
    { en: 'Look again; somebody else may have changed it.', ja: 'もう一度診断してください。ほかの人が変更した可能性があります。' },
  ),
  'changed-since-not-running': f(
    {
      en: (x) => `The service ${fact(x, 'service')} could not be started or stopped as things stand.`,
      ja: (x) => `現在の状態では、サービス ${fact(x, 'service')} を開始または停止できません。`,
    },
    { en: 'Look at its startup type and at the services that depend on it.', ja: 'スタートアップの種類と、依存しているサービスを確認してください。' },
  ),
  'internal-bug': f(
    { en: 'Something went wrong inside the wizard.', ja: 'ウィザードの内部で問題が発生しました。' },
    { en: 'The rest goes on. Please report what you did.', ja: 'ほかの処理は続行します。操作の内容をご報告ください。' },
  ),
};

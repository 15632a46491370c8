/**
 * What a kit says in its window, English and Japanese side by side. These words stand in the agent and not in the
 * request, so that no edited request can put other words before a change. {0}, {1}: facts.
 */
var kitWords: { [key: string]: string[] } = {
  checking: ['Checking the files of this kit ...', 'キットのファイルを確認しています...'],
  'kit-missing': [
    'This kit is not complete: {0} is missing. Nothing was done. Copy the whole kit again.',
    'キットが不完全です ({0} がありません)。何も実行していません。キット全体をコピーし直してください。'
  ],
  'kit-changed': [
    '{0} is not as it was written: damaged or edited. Nothing was done. Copy the whole kit again.',
    '{0} が作成時と異なります (破損または変更)。何も実行していません。キット全体をコピーし直してください。'
  ],
  'only-reads': ['This only reads. Nothing on this computer is changed.', '読み取りだけを行います。このコンピューターの設定は変更しません。'],
  'not-elevated': [
    'Not started as administrator: some questions will be denied. Close this window, right-click {0} and choose "Run as administrator".',
    '管理者として実行されていないため、一部の項目を読み取れません。このウィンドウを閉じ、{0} を右クリックして [管理者として実行] を選んでください。'
  ],
  'rights-unknown': [
    'It cannot be told whether this was started as administrator ({0}). What can be read is collected.',
    '管理者として実行されているかどうかを確認できません ({0})。読み取れるものだけを収集します。'
  ],
  'needs-elevation': [
    'Nothing was done: right-click {0} and choose "Run as administrator".',
    '何も実行していません。{0} を右クリックして [管理者として実行] を選んでください。'
  ],
  'no-rights': [
    'This account has not enough rights ({0}). Log on as administrator.',
    'このアカウントには権限がありません ({0})。管理者としてログオンしてください。'
  ],
  folder: ['Answers go to {0}', '結果の保存先: {0}'],
  'write-protected': ['This place cannot be written to. Answers go to {0}', 'この場所には書き込めません。結果の保存先: {0}'],
  'protected-fix': [
    'Nothing was done: this place cannot be written to, and no change is made without its record. Copy the folder to the disk of this computer and start it there.',
    'この場所には変更記録を書き込めないため、何も実行していません。フォルダーをこのコンピューターのディスクにコピーし、そこから実行してください。'
  ],
  asking: ['[{0}/{1}] {2} ...', '[{0}/{1}] {2} ...'],
  answered: ['        {0}', '        {0}'],
  ok: ['ok', '読み取り完了'],
  failed: ['not answered ({0})', '応答なし ({0})'],
  denied: ['access denied ({0})', 'アクセス拒否 ({0})'],
  missing: ['not here ({0})', '該当なし ({0})'],
  copied: ['        {0}: {1} bytes', '        {0}: {1} バイト'],
  'copy-failed': ['        {0}: not copied ({1})', '        {0}: コピーできません ({1})'],
  copies: ['Copies of what the wizard uses', 'ウィザードで使うファイルのコピー'],
  'full-ask': [
    'Full copies of the configuration hold passwords and keys. Copy them? Y = yes, any other = no',
    '設定ファイルの完全なコピーには、パスワードやキーが含まれます。コピーしますか。 Y = はい、それ以外 = いいえ'
  ],
  finished: ['Finished. Take this folder to the wizard: {0}', '完了しました。このフォルダーをウィザードで開いてください: {0}'],
  'other-computer': [
    'Nothing was done: this kit is for {0}, and this computer is {1}.',
    'このキットの対象は {0} ですが、このコンピューターは {1} です。何も実行していません。'
  ],
  'other-domain': [
    'Nothing was done: this kit is for a computer in the domain {0}, and this one is in {1}.',
    'このキットの対象のドメインは {0} ですが、このコンピューターは {1} に属しています。何も実行していません。'
  ],
  'no-domain-planned': [
    'Nothing was done: this kit is for a computer that is in no domain, and this one is in the domain {0}.',
    'このキットの対象はドメインに参加していないコンピューターですが、このコンピューターはドメイン {0} に属しています。何も実行していません。'
  ],
  'no-domain-here': [
    'Nothing was done: this kit is for a computer in the domain {0}, and this one is in no domain.',
    'このキットの対象のドメインは {0} ですが、このコンピューターはドメインに参加していません。何も実行していません。'
  ],
  'will-do': ['On {0} this kit makes {1} change(s):', '{0} で次の {1} 件を変更します:'],
  'will-undo': ['On {0} this takes back, newest first:', '{0} で次の変更を、新しいものから元に戻します:'],
  numbered: ['{0}. {1}', '{0}. {1}'],
  now: ['   now:   {0}', '   現在:   {0}'],
  after: ['   after: {0}', '   変更後: {0}'],
  ours: ['   written by this kit: {0}', '   キットが書き込んだ値: {0}'],
  differs: ['   The plan expects another value: {0}', '   計画時の値と異なります。計画時: {0}'],
  'nothing-done-differs': [
    'Nothing was done: a value has changed since the plan was made. Collect again and make a new plan.',
    '計画の作成後に値が変わったため、何も実行していません。もう一度収集し、計画を作り直してください。'
  ],
  'no-way-back': ['   This has nothing to take back.', '   この操作には、元に戻すものがありません。'],
  'stops-too': ['   With it stop: {0}', '   同時に停止するサービス: {0}'],
  'ask-fix': ['Make these changes? Y = yes, any other = no', '変更しますか。 Y = はい、それ以外 = いいえ'],
  'ask-undo': ['Take these back? Y = yes, any other = no', '元に戻しますか。 Y = はい、それ以外 = いいえ'],
  'ask-stop': ['Stop it again? Y = yes, any other = leave it running', '再び停止しますか。 Y = はい、それ以外 = 実行したままにする'],
  'ask-drift': [
    'Windows Update may have rewritten this value by itself. Put the old one back? Y = yes, any other = no',
    'この値は Windows Update が自動で書き換えることがあります。元の値に戻しますか。 Y = はい、それ以外 = いいえ'
  ],
  'not-agreed': ['Nothing was done.', '何も実行していません。'],
  done: ['   done', '   完了'],
  'left-as-is': ['   left as it is', '   そのままにします'],
  already: ['   was not changed, or is back already', '   変更されていないか、すでに元の値です'],
  'changed-by-other': ['   somebody else changed it since: left as it is', '   その後ほかで変更されています。そのままにします'],
  'op-failed': ['   not done: {0}', '   実行できません: {0}'],
  stopped: [
    'Stopped at the first failure. What was done before it can be taken back with undo.cmd.',
    '最初の失敗で停止しました。それまでの変更は undo.cmd で元に戻せます。'
  ],
  'fix-finished': [
    'All changes were made and read back. undo.cmd takes them back. To see whether it is cured, start collect.cmd and take its folder to the wizard.',
    'すべての変更を行い、値を確認しました。undo.cmd で元に戻せます。解決したかどうかは、collect.cmd を実行し、そのフォルダーをウィザードで開いて確認してください。'
  ],
  interrupted: [
    'Nothing was done: this kit was interrupted at change {0} of an earlier start. Whether that one was made is not known. Start undo.cmd: it reads the value and takes back what was made.',
    '前回の実行が {0} 件目の変更で中断しています。その変更が行われたかどうかは不明です。何も実行していません。undo.cmd を実行すると、値を読み取り、行われた変更を元に戻します。'
  ],
  'applied-before': [
    'Nothing was done: changes of this kit are in force already. undo.cmd takes them back.',
    'このキットによる変更がすでに行われています。何も実行していません。undo.cmd で元に戻せます。'
  ],
  'no-journal': [
    'Nothing to take back: fix.cmd has not changed anything from this folder.',
    '元に戻すものがありません。このフォルダーの fix.cmd は何も変更していません。'
  ],
  'journal-foreign': ['Nothing was done: {0} is not the record of this kit.', '{0} はこのキットの変更記録ではありません。何も実行していません。'],
  'undo-finished': ['Finished. What was taken back stands above.', '完了しました。元に戻した内容は上のとおりです。'],
  'undo-partly': ['Not everything was taken back; see above.', '元に戻せなかったものがあります。上を確認してください。'],
  'list-inherits': ['follows what is above it', '上位の設定を継承'],
  'list-open': ['lets everybody in, except: {0}', '次を除くすべてを許可: {0}'],
  'list-closed': ['lets nobody in, except: {0}', '次を除くすべてを拒否: {0}'],
  'list-own7': ['own list; who is not in it: {0}; entries: {1}', '個別の一覧。一覧にない接続元: {0}、項目: {1}'],
  'list-default': ['as above it', '上位の設定のとおり'],
  'list-allowed': ['let in', '許可'],
  'list-refused': ['refused', '拒否'],
  'list-none': ['none', 'なし'],
  'value-absent': ['there is no value', '値なし'],
  'value-nothing': ['nothing to read', '読み取る値なし'],
  'says-list': ['Addresses that may use the virtual directory {0}', '仮想ディレクトリ {0} の IP アドレスの制限'],
  'says-mode': ['Startup type of the service {0}', 'サービス {0} のスタートアップの種類'],
  'says-start': ['Start the service {0}', 'サービス {0} を開始'],
  'says-stop': ['Stop the service {0}', 'サービス {0} を停止'],
  'says-pool': ['Start the application pool {0}', 'アプリケーション プール {0} を開始'],
  'says-registry': ['Registry value {0} of Windows Update', 'Windows Update のレジストリ値 {0}'],
  'says-detect': ['Let Windows Update look for updates now', 'Windows Update で更新プログラムの確認を開始'],
  'says-detect-reset': ['Let Windows Update renew its authorization and look for updates now', 'Windows Update の承認をやり直し、更新プログラムの確認を開始'],
  'says-health': ['Let WSUS check its health (results go to the event log)', 'WSUS の正常性を確認 (結果はイベント ログ)'],
  automatic: ['Automatic', '自動'],
  manual: ['Manual', '手動'],
  disabled: ['Disabled', '無効'],
  running: ['running', '開始'],
  started: ['started', '開始'],
  'op-stopped': ['stopped', '停止']
};

var kitJapanese = false;

function wordsOf(key: string, facts: any[]): string {
  var both = kitWords[key] || [key, key];
  return String(both[kitJapanese ? 1 : 0]).replace(/\{(\d)\}/g, function (_all: string, at: string): string {
    // A fact of a request never begins a line of its own.
    return String(facts[parseInt(at, 10)]).replace(/[^ -\uffff]/g, '?');
  });
}

function sayWords(key: string, facts: any[]): void {
  WScript.Echo(wordsOf(key, facts));
}

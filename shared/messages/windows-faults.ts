/** What can go wrong with a real Windows server: reaching it, asking it, changing it. No advice to weaken a machine. */
import type { FaultCode } from '../result';
import type { FaultText } from './faults';
import type { Text } from './text';
import { fact, num } from './text';

const f = (message: Text, help: Text): FaultText => ({ message, help });
const kit: Text = {
  en: 'Nothing was changed. If no other way is left, collect on the server itself with the script kit.',
  ja: '何も変更していません。ほかに方法がない場合は、スクリプト キットを使ってサーバー上で収集してください。',
};
const host = (x: Parameters<typeof fact>[0]) => fact(x, 'host');
const what = (x: Parameters<typeof fact>[0]) => fact(x, 'what');

export const windowsFaultTexts = {
  'unreachable-rpc': f(
    { en: 'The RPC server is unavailable (0x800706BA).', ja: 'RPC サーバーを利用できません (0x800706BA)。' },
    {
      en: 'On the server: allow "Windows Management Instrumentation" in the firewall for this PC’s network only (Server 2003: remote administration, TCP 135 and 1025-5000). Never switch the firewall off. Or use the script kit.',
      ja: 'サーバー側のファイアウォールで、この PC のネットワークに限り WMI を許可してください (Server 2003 ではリモート管理: TCP 135 と 1025-5000)。ファイアウォールは無効にしないでください。スクリプト キットも使用できます。',
    },
  ),
  'unreachable-port-135': f(
    { en: (x) => `${host(x)} does not answer on TCP 135.`, ja: (x) => `${host(x)} の TCP 135 に接続できません。` },
    {
      en: 'Is the server switched on, and is this its name? A firewall on the way may drop the packets: allow TCP 135 from this PC’s network only, or use the script kit.',
      ja: 'サーバーの電源と名前を確認してください。途中のファイアウォールがパケットを破棄している可能性があります。この PC のネットワークからの TCP 135 だけを許可するか、スクリプト キットを使用してください。',
    },
  ),
  'denied-dcom': f(
    { en: 'DCOM refused the connection (0x80070005).', ja: 'DCOM が接続を拒否しました (0x80070005)。' },
    {
      en: 'Use an account of the group Administrators on the server (in a workgroup: the built-in Administrator). On the server, dcomcnfg shows who may start and use DCOM remotely.',
      ja: 'サーバーの Administrators グループのアカウントを使用してください (ワークグループでは組み込みの Administrator)。サーバーの dcomcnfg で、DCOM のリモート起動とアクセスの許可を確認できます。',
    },
  ),
  'denied-wmi': f(
    { en: (x) => `WMI refused access (0x80041003, ${what(x)}).`, ja: (x) => `WMI がアクセスを拒否しました (0x80041003、${what(x)})。` },
    {
      en: 'On this PC: use an account that administers the server. On the server: wmimgmt.msc, WMI Control, Security shows the rights of the namespace.',
      ja: 'この PC では、サーバーの管理者アカウントを使用してください。サーバーでは wmimgmt.msc の WMI コントロール [セキュリティ] で名前空間の権限を確認できます。',
    },
  ),
  'denied-registry': f(
    { en: 'The registry refused access.', ja: 'レジストリへのアクセスが拒否されました。' },
    { en: 'Use an administrator of that machine.', ja: 'そのコンピューターの管理者アカウントを使用してください。' },
  ),
  'denied-service': f(
    { en: (x) => `Windows refused to change the service ${fact(x, 'service')}.`, ja: (x) => `サービス ${fact(x, 'service')} の変更が拒否されました。` },
    {
      en: 'Use an administrator of that machine; on this machine press the button with the shield.',
      ja: 'そのコンピューターの管理者アカウントを使用してください。この PC では盾のボタンを使用します。',
    },
  ),
  'denied-process': f(
    { en: 'Windows refused to start the program.', ja: 'プログラムの起動が拒否されました。' },
    { en: 'Use an administrator of that machine.', ja: 'そのコンピューターの管理者アカウントを使用してください。' },
  ),
  'denied-password': f(
    { en: (x) => `The user name or password is wrong (${host(x)}).`, ja: (x) => `ユーザー名またはパスワードが正しくありません (${host(x)})。` },
    {
      en: 'It was tried once, and no other machine was asked with it. Type it again; a few more wrong tries may lock the account.',
      ja: '試行は 1 回だけで、ほかのコンピューターには使用していません。もう一度入力してください。間違いを繰り返すとアカウントがロックされる場合があります。',
    },
  ),
  'denied-password-forgotten': f(
    { en: 'The password is no longer kept.', ja: 'パスワードは保持されていません。' },
    {
      en: 'It is forgotten when the visit closes or after 15 minutes without use. Type it again, or open the server again.',
      ja: '作業を閉じるか、15 分間使用しないと破棄されます。もう一度入力するか、サーバーを開き直してください。',
    },
  ),
  'denied-account-locked': f(
    { en: 'The account is locked.', ja: 'アカウントがロックされています。' },
    {
      en: 'Wait until it is unlocked, or let an administrator of the domain unlock it. Nothing more was tried.',
      ja: 'ロックが解除されるまで待つか、ドメインの管理者に解除を依頼してください。それ以上は試行していません。',
    },
  ),
  'denied-account-unusable': f(
    { en: 'Windows does not let this account log on there.', ja: 'このアカウントでは、そのコンピューターにログオンできません。' },
    {
      en: 'It may be disabled, expired, without a password, or not allowed to log on from the network. Use another account.',
      ja: '無効、期限切れ、パスワードなし、ネットワーク ログオン不可などの可能性があります。別のアカウントを使用してください。',
    },
  ),
  'denied-clock-apart': f(
    { en: 'The clocks of the two machines are too far apart for the logon.', ja: '2 台の時計がずれているため、ログオンできません。' },
    { en: 'Set both clocks right (less than five minutes apart), then look again.', ja: '両方の時計を合わせて (差は 5 分未満)、もう一度診断してください。' },
  ),
  'denied-local-account-filtered': f(
    {
      en: 'The account is local to the server, and Windows takes its administrator rights away over the network.',
      ja: 'サーバーのローカル アカウントのため、ネットワーク経由では管理者権限が取り除かれます。',
    },
    {
      en: 'Use a domain administrator, or the server’s built-in Administrator, or the script kit on the server. User Account Control stays on.',
      ja: 'ドメインの管理者か、サーバーの組み込みの Administrator を使用するか、サーバー上でスクリプト キットを使用してください。ユーザー アカウント制御は有効のままにします。',
    },
  ),
  'denied-hardening': f(
    { en: 'A rule for DCOM’s security level stopped the call.', ja: 'DCOM の認証レベルの規則により、呼び出しが拒否されました。' },
    {
      en: 'Event 10036 to 10038 (source DistributedCOM) in the System log names the machine that needs its updates. Install them there, or use the script kit.',
      ja: 'システム ログのイベント 10036～10038 (ソース DistributedCOM) に、更新が必要なコンピューターが記録されます。更新を適用するか、スクリプト キットを使用してください。',
    },
  ),
  'denied-not-asked': f(
    { en: 'Not asked, because the account was refused before.', ja: '先にアカウントが拒否されたため、確認していません。' },
    {
      en: 'Correct the account and look again; so it cannot be locked by many tries.',
      ja: 'アカウントを確認して、もう一度診断してください。繰り返しによるロックを防ぐための動作です。',
    },
  ),
  'denied-wsus-logon': f(
    { en: 'WSUS did not accept the account (HTTP 401).', ja: 'WSUS がアカウントを受け付けませんでした (HTTP 401)。' },
    { en: 'Use a member of WSUS Administrators or WSUS Reporters.', ja: 'WSUS Administrators または WSUS Reporters のメンバーを使用してください。' },
  ),
  'denied-wsus-role': f(
    { en: 'The account has no role in WSUS.', ja: 'このアカウントには WSUS の役割がありません。' },
    { en: 'Add it to WSUS Reporters (to read), or use another account.', ja: 'WSUS Reporters に追加するか (読み取り)、別のアカウントを使用してください。' },
  ),
  'denied-wsus-address': f(
    { en: 'WSUS’ console interface refuses this address (403.6).', ja: 'WSUS の管理インターフェイスが、この PC のアドレスを拒否しています (403.6)。' },
    {
      en: 'Ask from the server itself: run the wizard or the script kit there.',
      ja: 'サーバー自身から確認してください。サーバー上でウィザードかスクリプト キットを実行します。',
    },
  ),
  'denied-script-host': f(
    { en: 'Windows Script Host is switched off on this PC.', ja: 'この PC では Windows Script Host が無効です。' },
    {
      en: 'An administrator decided so. Ask the network target (http://server) instead, or use another PC.',
      ja: '管理者による設定です。代わりに http://サーバー を診断対象にするか、別の PC を使用してください。',
    },
  ),
  'denied-script-blocked': f(
    {
      en: 'A rule of this PC stops the wizard’s script (AppLocker or attack surface reduction).',
      ja: 'この PC の規則 (AppLocker または攻撃面の縮小) により、スクリプトが実行できません。',
    },
    {
      en: 'An administrator can allow the installed agent.js, or use another PC.',
      ja: '管理者に、インストールされた agent.js の許可を依頼するか、別の PC を使用してください。',
    },
  ),
  'denied-elevation': f(
    { en: 'The question of Windows was answered with no.', ja: 'Windows の確認が許可されませんでした。' },
    {
      en: 'Nothing was changed. Press the button with the shield again when you like.',
      ja: '何も変更していません。必要なときに、もう一度盾のボタンを押してください。',
    },
  ),
  'unsupported-elevation': f(
    { en: 'From this place the wizard cannot ask for administrator rights safely.', ja: 'この場所からは、管理者権限を安全に要求できません。' },
    {
      en: 'Its folder can be changed by plain users (a portable copy). Install it for the machine, or start the script kit as administrator on the server.',
      ja: '一般ユーザーが変更できるフォルダー (ポータブル版) にあるためです。コンピューターにインストールするか、サーバーでスクリプト キットを管理者として実行してください。',
    },
  ),
  'target-no-directory': f(
    {
      en: 'Clients can be taken from Active Directory for a Windows target only.',
      ja: 'Active Directory のクライアントを使用できるのは、Windows の診断対象だけです。',
    },
    { en: 'Leave out --clients-from-ad, or name windows:<server>.', ja: '--clients-from-ad を外すか、windows:<サーバー> を指定してください。' },
  ),
  'target-not-windows': f(
    { en: 'A Windows server can only be asked from Windows.', ja: 'Windows サーバーの確認は、Windows からのみ実行できます。' },
    {
      en: 'Run the wizard on Windows 10 or 11 or Server 2016 and later, or use collected files.',
      ja: 'Windows 10/11 または Server 2016 以降で実行するか、収集したファイルを使用してください。',
    },
  ),
  'probe-namespace-missing': f(
    { en: (x) => `The server has no WMI namespace ${what(x)} (0x8004100E).`, ja: (x) => `サーバーに WMI の名前空間 ${what(x)} がありません (0x8004100E)。` },
    {
      en: 'The part of Windows that brings it is not installed (IIS 6: its WMI provider). Ask on the server with the script kit.',
      ja: '対応する Windows の機能がインストールされていません (IIS 6 の WMI プロバイダーなど)。サーバー上でスクリプト キットを使用してください。',
    },
  ),
  'probe-class-missing': f(
    { en: (x) => `WMI does not know what was asked for (${what(x)}).`, ja: (x) => `WMI に該当するクラスがありません (${what(x)})。` },
    { en: 'Check it on the server by hand.', ja: 'サーバー上で確認してください。' },
  ),
  'probe-object-missing': f(
    { en: (x) => `Not found on the server: ${what(x)}.`, ja: (x) => `サーバーに見つかりません: ${what(x)}` },
    { en: 'Check it on the server by hand.', ja: 'サーバー上で確認してください。' },
  ),
  'probe-local-credentials': f(
    { en: 'Windows does not take another account for its own machine.', ja: 'この PC 自身に、別のアカウントは使用できません。' },
    { en: 'Leave --user out, or start the wizard as that user.', ja: '--user を省くか、そのユーザーとしてウィザードを起動してください。' },
  ),
  'probe-component-missing': f(
    { en: (x) => `A part of Windows is missing for this (${what(x)}).`, ja: (x) => `必要な Windows の機能がありません (${what(x)})。` },
    { en: 'Check it on the server by hand.', ja: 'サーバー上で確認してください。' },
  ),
  'probe-com-error': f(
    {
      en: (x) => `Windows answered with an error (${fact(x, 'hresult')} ${fact(x, 'text')}).`,
      ja: (x) => `Windows がエラーを返しました (${fact(x, 'hresult')} ${fact(x, 'text')})。`,
    },
    { en: 'Look again; if it stays so, check it on the server by hand.', ja: 'もう一度診断し、繰り返す場合はサーバー上で確認してください。' },
  ),
  'probe-request-refused': f(
    { en: (x) => `The agent refused the request (${what(x)}).`, ja: (x) => `エージェントが要求を拒否しました (${what(x)})。` },
    { en: 'Nothing was done. Please report what you did.', ja: '何も実行していません。操作の内容をご報告ください。' },
  ),
  'probe-iis-missing': f(
    { en: 'IIS is not installed there.', ja: 'IIS がインストールされていません。' },
    { en: 'Is this the WSUS server?', ja: 'WSUS サーバーかどうかを確認してください。' },
  ),
  'probe-wsus-missing': f(
    { en: 'WSUS is not installed there.', ja: 'WSUS がインストールされていません。' },
    {
      en: 'Is this the WSUS server? A machine with only the console has no WSUS either.',
      ja: 'WSUS サーバーかどうかを確認してください。管理コンソールだけのコンピューターも該当しません。',
    },
  ),
  'probe-wsus-method-unknown': f(
    {
      en: (x) => `This version of WSUS does not know the question ${fact(x, 'method')}.`,
      ja: (x) => `このバージョンの WSUS は ${fact(x, 'method')} に対応していません。`,
    },
    { en: 'See it in the WSUS console.', ja: 'WSUS の管理コンソールで確認してください。' },
  ),
  'probe-wsus-fault': f(
    { en: (x) => `WSUS answered ${fact(x, 'method')} with an error.`, ja: (x) => `WSUS が ${fact(x, 'method')} にエラーを返しました。` },
    {
      en: 'See it in the WSUS console; the log SoftwareDistribution.log names the cause.',
      ja: 'WSUS の管理コンソールで確認してください。原因は SoftwareDistribution.log に記録されます。',
    },
  ),
  'probe-only-on-server': f(
    {
      en: (x) => `IIS 7 and later answers this on the server itself only (${what(x)}).`,
      ja: (x) => `IIS 7 以降では、サーバー自身でのみ確認できます (${what(x)})。`,
    },
    {
      en: 'Run the wizard on the server, or collect there with the script kit.',
      ja: 'サーバー上でウィザードを実行するか、スクリプト キットで収集してください。',
    },
  ),
  'probe-client-log-traces': f(
    {
      en: 'This Windows writes its update log as traces, not as text.',
      ja: 'この Windows の更新ログは、テキストではなくトレースとして記録されます。',
    },
    {
      en: 'Run Get-WindowsUpdateLog in PowerShell on the client; it writes WindowsUpdate.log onto the desktop. Examine that file as collected files.',
      ja: 'クライアントの PowerShell で Get-WindowsUpdateLog を実行すると、デスクトップに WindowsUpdate.log が作成されます。そのファイルを「収集したファイル」として診断してください。',
    },
  ),
  'probe-logs-only-on-server': f(
    {
      en: (x) => `Logs are read on the machine itself only (${what(x)}); no file share is opened.`,
      ja: (x) => `ログは、そのコンピューター自身でのみ読み取ります (${what(x)})。ファイル共有は使用しません。`,
    },
    {
      en: 'Run the wizard on the server, or collect there with the script kit.',
      ja: 'サーバー上でウィザードを実行するか、スクリプト キットで収集してください。',
    },
  ),
  'probe-config-unreadable': f(
    { en: (x) => `${what(x)} could not be read.`, ja: (x) => `${what(x)} を読み取れませんでした。` },
    { en: 'It needs an administrator: press the button with the shield.', ja: '管理者権限が必要です。盾のボタンを使用してください。' },
  ),
  'probe-agent-missing': f(
    { en: (x) => `A file of the wizard is missing (${fact(x, 'file')}).`, ja: (x) => `ウィザードのファイルがありません (${fact(x, 'file')})。` },
    { en: 'Install the wizard again.', ja: 'ウィザードをインストールし直してください。' },
  ),
  'probe-agent-changed': f(
    { en: 'The wizard’s script was changed on the disk, so it was not run.', ja: 'ウィザードのスクリプトが変更されているため、実行していません。' },
    { en: 'Install the wizard again from a source you trust.', ja: '信頼できる入手元から、ウィザードをインストールし直してください。' },
  ),
  'probe-agent-cut': f(
    { en: 'The script ended before it had answered everything.', ja: 'スクリプトが、すべての応答を返す前に終了しました。' },
    { en: 'What it had answered was kept. Look again.', ja: 'それまでの応答は残っています。もう一度診断してください。' },
  ),
  'timed-out-clients': f(
    {
      en: 'The time for asking client PCs was over before this one answered; it may be switched off, like others before it.',
      ja: 'クライアント PC への問い合わせの制限時間内に、この PC の応答がありませんでした。この PC、または先に問い合わせた PC の電源が入っていない可能性があります。',
    },
    { en: 'Look again, or allow more time.', ja: 'もう一度診断するか、制限時間を延ばしてください。' },
  ),
  'timed-out-agent': f(
    {
      en: (x) => `The script did not answer within ${fact(x, 'ms')} ms and was stopped.`,
      ja: (x) => `スクリプトが ${fact(x, 'ms')} ミリ秒以内に応答しないため、停止しました。`,
    },
    { en: 'Look again, or allow more time with --timeout.', ja: 'もう一度診断するか、--timeout で制限時間を延ばしてください。' },
  ),
  'too-large-agent': f(
    { en: 'The script’s output was far too large, so it was stopped.', ja: 'スクリプトの出力が大きすぎるため、停止しました。' },
    { en: 'What it had answered before was kept. Please report it.', ja: 'それまでの応答は残っています。ご報告ください。' },
  ),
  'too-large-directory': f(
    {
      en: (x) => `Active Directory holds more computers: only the first ${num(x, 'limit')} were asked.`,
      ja: (x) => `Active Directory のコンピューターが多いため、最初の ${num(x, 'limit')} 台だけに問い合わせました。`,
    },
    { en: 'Name the others yourself to have them asked.', ja: 'ほかのコンピューターは、名前を指定して問い合わせてください。' },
  ),
  'changed-since-other-machine': f(
    {
      en: (x) => `${fact(x, 'found')} answered, but the plan is for ${fact(x, 'expected')}; nothing was written.`,
      ja: (x) => `計画の対象は ${fact(x, 'expected')} ですが ${fact(x, 'found')} が応答したため、書き込みませんでした。`,
    },
    { en: 'Check the name and look again.', ja: '名前を確認し、もう一度診断してください。' },
  ),
  'changed-since-keeps-own': f(
    {
      en: (x) => `Same effect as before, but ${fact(x, 'node')} no longer follows its site.`,
      ja: (x) => `結果は以前と同じですが、${fact(x, 'node')} はサイトの設定に従わなくなっています。`,
    },
    {
      en: 'Its own list could not be taken away from afar. Undo on the server itself, with the wizard or the script kit there.',
      ja: '遠隔からは、ディレクトリ独自のリストを削除できませんでした。サーバー上で、ウィザードかスクリプト キットを使って元に戻してください。',
    },
  ),
  'changed-since-not-written': f(
    { en: 'After writing, another value stands there.', ja: '書き込み後の値が、書き込んだ値と異なります。' },
    { en: 'Look again and check it on the server by hand.', ja: 'もう一度診断し、サーバー上で確認してください。' },
  ),
  'changed-since-no-backup': f(
    { en: 'The backup of IIS could not be made, so nothing was changed.', ja: 'IIS のバックアップを作成できないため、変更していません。' },
    kit,
  ),
} satisfies Partial<Record<FaultCode, FaultText>>;

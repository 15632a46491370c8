/** Words of main's own address dialog, of the choices that lead to it, and of what asks for more rights. */
import type { Text } from './text';
import { fact } from './text';

type Texts = Readonly<Record<string, Text>>;

export const liveTexts = {
  network: { en: 'A server’s address', ja: 'サーバーのアドレス' },
  networkMore: {
    en: 'Ask a WSUS server over HTTP, as a client does from this PC. Needs no rights; only reads.',
    ja: 'この PC からクライアントと同じように HTTP で WSUS サーバーを確認します。権限は不要で、読み取りだけを行います。',
  },
  windows: { en: 'A Windows server', ja: 'Windows サーバー' },
  windowsMore: {
    en: 'This computer or another one. Changes are shown first and can be undone.',
    ja: 'このコンピューター、または別のコンピューターを診断します。変更は実行前に確認でき、元に戻せます。',
  },
  notWindows: {
    en: 'A Windows server can be examined only when the wizard runs on Windows.',
    ja: 'Windows サーバーの診断は、ウィザードを Windows で実行しているときだけ使用できます。',
  },
  restricted: {
    en: 'Real servers are not offered: the wizard was started in a way that weakens its protection (a debugging or sandbox switch).',
    ja: '実在のサーバーは選べません。ウィザードの保護を弱めるオプション (デバッグやサンドボックスの設定) を付けて起動されています。',
  },
  classroom: {
    en: 'Real servers are not offered in the classroom.',
    ja: '教室モードでは、実在のサーバーは選べません。',
  },
  retype: { en: 'Type the password again…', ja: 'パスワードをもう一度入力する…' },
  retyped: { en: 'The password is kept for this visit.', ja: 'この作業の間、パスワードを保持します。' },
  kit: {
    en: 'If none of this can be changed: run the script kit on the server itself, and open what it collected as "Collected files".',
    ja: '上記の設定を変更できない場合は、サーバー上でスクリプト キットを実行し、収集された結果を「収集したファイル」で開いてください。',
  },
  elevatedLook: { en: 'Examine with administrator rights', ja: '管理者権限で診断する' },
  elevatedLookMore: {
    en: 'Some questions were refused to the current account. Windows asks once; the wizard itself stays without these rights.',
    ja: '現在のアカウントでは、一部の項目を確認できませんでした。Windows の確認が 1 回表示されます。ウィザード自体は管理者になりません。',
  },
  elevatedApplyMore: {
    en: 'Windows asks once for the whole change. Answered with no, everything stays as it is.',
    ja: '変更全体に対して、Windows の確認が 1 回表示されます。許可しない場合は、何も変更されません。',
  },
  elevatedCopy: {
    en: 'This copy of the wizard lies where plain users can write, so it does not ask for administrator rights. Install it for the computer, or run the script kit as administrator.',
    ja: 'このウィザードは一般ユーザーが書き込める場所にあるため、管理者権限を要求しません。コンピューターにインストールするか、スクリプト キットを管理者として実行してください。',
  },
} satisfies Texts;

/** The way to another computer, rung by rung. */
export const rungTexts = {
  title: { en: 'The connection', ja: '接続の状態' },
  name: { en: 'Its name is found', ja: '名前の解決' },
  port: { en: 'TCP 135 answers', ja: 'TCP 135 への接続' },
  connection: { en: 'RPC and DCOM connect', ja: 'RPC と DCOM の接続' },
  logon: { en: 'The account signs in', ja: 'アカウントのサインイン' },
  rights: { en: 'The account has the rights', ja: 'アカウントの権限' },
  namespace: { en: 'The part of WMI is there', ja: 'WMI の名前空間' },
  held: { en: 'Held', ja: '正常' },
  failed: { en: 'Failed here', ja: 'ここで失敗' },
  notReached: { en: 'Not reached', ja: '未確認' },
} satisfies Texts;

export const addressTexts = {
  network: { en: 'A server’s address', ja: 'サーバーのアドレス' },
  windows: { en: 'A Windows server', ja: 'Windows サーバー' },
  password: { en: 'Type the password again', ja: 'パスワードの再入力' },
  again: { en: 'Ask this server again?', ja: 'このサーバーをもう一度診断しますか?' },
  field: { en: 'Address', ja: 'アドレス' },
  fieldMore: {
    en: 'For example http://server or http://server:8530. Without a port, 80 and 8530 are asked.',
    ja: '例: http://server または http://server:8530。ポートを省略すると、80 と 8530 を確認します。',
  },
  asks: { en: 'What is asked', ja: '確認する内容' },
  asksNetwork: {
    en: 'Only reading: the addresses that a client asks, and the update protocol up to the cookie. No user name or password is sent.',
    ja: '読み取りだけです。クライアントが使用するアドレスと、更新プロトコル (Cookie の取得まで) を確認します。ユーザー名やパスワードは送信しません。',
  },
  asksRow: {
    en: 'What a client would ask is asked too; the server may store one row for it, a computer named',
    ja: 'クライアントと同じ問い合わせも行うため、サーバーに次の名前のコンピューターが 1 行登録されることがあります:',
  },
  asksWindows: {
    en: 'Services, IIS, networks, events and WSUS settings are read. Nothing is changed before you have seen it and agreed.',
    ja: 'サービス、IIS、ネットワーク、イベント、WSUS の設定を読み取ります。変更は、内容を確認して同意するまで行いません。',
  },
  asksRemote: {
    en: 'Another computer is reached over WMI; Windows signs in there with the account chosen here.',
    ja: '別のコンピューターには WMI で接続します。ここで選んだアカウントで Windows がサインインします。',
  },
  which: { en: 'Which computer?', ja: '対象のコンピューター' },
  here: { en: 'This computer', ja: 'このコンピューター' },
  other: { en: 'Another computer', ja: '別のコンピューター' },
  host: { en: 'Name or address', ja: '名前またはアドレス' },
  account: { en: 'Which account?', ja: '使用するアカウント' },
  current: { en: 'The current account', ja: '現在のアカウント' },
  typed: { en: 'Another account', ja: '別のアカウント' },
  user: { en: 'User name (DOMAIN\\user)', ja: 'ユーザー名 (DOMAIN\\user)' },
  pass: { en: 'Password', ja: 'パスワード' },
  passMore: {
    en: 'Kept in memory only, until the visit is closed or 15 minutes without use.',
    ja: 'メモリにだけ保持し、作業を閉じるか 15 分間使用しないと破棄します。',
  },
  way: { en: 'Which way?', ja: '接続方法' },
  direct: { en: 'Ask directly (as clients should)', ja: '直接接続する (クライアントの本来の経路)' },
  proxied: { en: (f) => `Through this PC’s proxy ${fact(f, 'proxy')}`, ja: (f) => `この PC のプロキシ ${fact(f, 'proxy')} を使う` },
  ok: { en: 'Open', ja: '開く' },
  keep: { en: 'OK', ja: 'OK' },
} satisfies Texts;

/** Expected failures of an address and of the requests from the client's seat. */
import type { Facts } from '../result';
import type { FaultText } from './faults';
import type { Text } from './text';
import { fact } from './text';

const f = (message: Text, help: Text): FaultText => ({ message, help });
const text = (x: Facts) => fact(x, 'text');
const host = (x: Facts) => fact(x, 'host');
/** What the system itself called it, where it did. */
const system = (x: Facts) => (x.system === undefined || x.system === null ? '' : ` (${fact(x, 'system')})`);

const example: Text = { en: 'Write it like http://sbs01 or http://sbs01:8530.', ja: 'http://sbs01 または http://sbs01:8530 のように入力してください。' };

export const seatFaultTexts = {
  'input-address-scheme': f(
    {
      en: (x) => `"${text(x)}" is not the address of a WSUS server: it has to begin with http:// or https://.`,
      ja: (x) => `「${text(x)}」は WSUS サーバーのアドレスではありません。http:// または https:// で始めてください。`,
    },
    example,
  ),
  'input-address-no-host': f({ en: (x) => `"${text(x)}" names no server.`, ja: (x) => `「${text(x)}」にサーバー名がありません。` }, example),
  'input-address-host': f(
    {
      en: (x) => `The server name in "${text(x)}" holds characters that no server name has (blanks, control characters, brackets).`,
      ja: (x) => `「${text(x)}」のサーバー名に、使用できない文字 (空白、制御文字、かっこなど) があります。`,
    },
    {
      en: 'Write the name or the address alone; an IPv6 address goes in square brackets.',
      ja: '名前または IP アドレスだけを入力してください。IPv6 アドレスは角かっこで囲みます。',
    },
  ),
  'input-address-port': f(
    {
      en: (x) => `The port in "${text(x)}" is not a number from 1 to 65535.`,
      ja: (x) => `「${text(x)}」のポートは 1 から 65535 までの数値ではありません。`,
    },
    { en: 'WSUS uses 80 or 8530, over TLS 443 or 8531.', ja: 'WSUS のポートは 80 または 8530、TLS の場合は 443 または 8531 です。' },
  ),
  'input-address-credentials': f(
    {
      en: (x) => `A user name or password stands in the address (${text(x)}); none is ever sent from here, so it was refused.`,
      ja: (x) => `アドレスにユーザー名またはパスワードが含まれています (${text(x)})。ここから資格情報を送信することはないため、受け付けません。`,
    },
    {
      en: 'Leave out everything up to the @. Clients reach WSUS without signing in.',
      ja: '@ までを削除してください。クライアントは WSUS にサインインせずに接続します。',
    },
  ),
  'input-account-missing': f(
    { en: 'No user name was typed.', ja: 'ユーザー名が入力されていません。' },
    {
      en: 'Type it as DOMAIN\\user or user@domain, or choose the current account.',
      ja: '「DOMAIN\\user」または「user@domain」の形式で入力するか、現在のアカウントを選んでください。',
    },
  ),
  'input-account-here': f(
    { en: 'Windows takes no other account for its own computer.', ja: 'このコンピューター自身の診断では、別のアカウントを使用できません。' },
    {
      en: 'Choose the current account; what needs more rights is asked for with the shield.',
      ja: '現在のアカウントを選んでください。管理者権限が必要な項目は、盾のボタンで実行します。',
    },
  ),
  'unreachable-name': f(
    { en: (x) => `The name ${host(x)} does not resolve${system(x)}.`, ja: (x) => `名前 ${host(x)} を解決できません${system(x)}。` },
    {
      en: 'Check the spelling and DNS. A client with this name in WUServer fails alike.',
      ja: '綴りと DNS を確認してください。WUServer に同じ名前を設定したクライアントも接続できません。',
    },
  ),
  'unreachable-refused': f(
    { en: (x) => `${host(x)} refuses the connection.`, ja: (x) => `${host(x)} が接続を拒否しています。` },
    {
      en: 'The site or IIS is stopped, the port is another one, or a firewall is in between.',
      ja: 'サイトまたは IIS の停止、ポートの誤り、途中のファイアウォールが考えられます。',
    },
  ),
  'unreachable-closed': f(
    { en: (x) => `${host(x)} closed the connection without an answer.`, ja: (x) => `${host(x)} は応答せずに接続を閉じました。` },
    {
      en: 'A restriction that drops the connection, a proxy or a firewall does this. Look at the log of IIS.',
      ja: '接続を切断する制限、プロキシ、ファイアウォールが考えられます。IIS のログを確認してください。',
    },
  ),
  'unreachable-cut': f(
    { en: (x) => `${host(x)} closed the connection in the middle of its answer.`, ja: (x) => `${host(x)} は応答の途中で接続を閉じました。` },
    {
      en: 'Something in between, or the application pool being recycled, may cut answers. Look again.',
      ja: '途中の機器や、アプリケーション プールのリサイクルが考えられます。もう一度診断してください。',
    },
  ),
  'unreachable-certificate': f(
    {
      en: (x) => `No secure connection to ${host(x)}: its certificate or TLS version is not accepted here${system(x)}.`,
      ja: (x) => `${host(x)} と安全に接続できません。証明書または TLS のバージョンが受け入れられません${system(x)}。`,
    },
    {
      en: 'Clients have to trust the certificate, and it has to name this server. It is never accepted unchecked here.',
      ja: '証明書がクライアントで信頼され、サーバー名が一致している必要があります。検証せずに受け入れることはありません。',
    },
  ),
  'timed-out-request': f(
    {
      en: (x) => `${host(x)} gave no whole answer within ${fact(x, 'ms')} ms.`,
      ja: (x) => `${host(x)} から ${fact(x, 'ms')} ミリ秒以内に応答が完了しませんでした。`,
    },
    {
      en: 'The server may be overloaded, or a firewall drops the packets. --timeout allows more time.',
      ja: 'サーバーの過負荷、またはファイアウォールによる破棄が考えられます。--timeout で制限時間を延ばせます。',
    },
  ),
  'malformed-http': f(
    { en: (x) => `What ${host(x)} answers is not HTTP${system(x)}.`, ja: (x) => `${host(x)} の応答は HTTP ではありません${system(x)}。` },
    { en: 'Another program may use this port.', ja: '別のプログラムがこのポートを使用している可能性があります。' },
  ),
  'malformed-encoding': f(
    {
      en: (x) => `${host(x)} packed its answer in a way that cannot be unpacked (${fact(x, 'encoding')}).`,
      ja: (x) => `${host(x)} の応答の圧縮形式を展開できません (${fact(x, 'encoding')})。`,
    },
    { en: 'Look at the compression settings of IIS, and at proxies in between.', ja: 'IIS の圧縮の設定と、途中のプロキシを確認してください。' },
  ),
  'malformed-soap': f(
    {
      en: (x) => `The answer is XML, but not the one a WSUS server gives (${fact(x, 'where')}).`,
      ja: (x) => `応答は XML ですが、WSUS サーバーの応答ではありません (${fact(x, 'where')})。`,
    },
    { en: 'Check that this address really is WSUS.', ja: 'このアドレスが WSUS であることを確認してください。' },
  ),
  'too-large-headers': f(
    {
      en: (x) => `${host(x)} sends headers without end; the rest was not read.`,
      ja: (x) => `${host(x)} の応答ヘッダーが大きすぎるため、読み取りを中止しました。`,
    },
    { en: 'This is not how IIS answers: look what stands in between.', ja: 'IIS の応答とは考えられません。途中の機器を確認してください。' },
  ),
  'too-large-answer': f(
    {
      en: (x) => `The answer of ${host(x)} is larger than ${fact(x, 'limit')} bytes; the rest was not read.`,
      ja: (x) => `${host(x)} の応答が ${fact(x, 'limit')} バイトを超えたため、残りは読み取っていません。`,
    },
    { en: 'A WSUS server answers with a few kilobytes: look what answers there.', ja: 'WSUS サーバーの応答は数 KB です。応答している相手を確認してください。' },
  ),
  'probe-http-status': f(
    { en: (x) => `The server answered HTTP ${fact(x, 'status')} here.`, ja: (x) => `サーバーの応答が HTTP ${fact(x, 'status')} でした。` },
    { en: 'Cure that first; this is then asked again.', ja: '先にその項目を解決してください。その後に再確認します。' },
  ),
} as const satisfies Record<string, FaultText>;

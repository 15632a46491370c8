/** What the checks from the client's seat say, and two about IIS that belong to them. */
import type { Facts } from '../result';
import type { CheckText } from './checks';
import { code, meaning, seatsText } from './seat-meaning';
import type { Text } from './text';
import { count, fact, many, some } from './text';

/** The worst address, what else is wrong, and the seats where they disagree. */
const addresses: Text = {
  en: (f) => `${meaning(f, 'en')}${others(f) > 0 ? ` ${many(others(f), 'more address answers', 'more addresses answer')} wrongly.` : ''}${seatsText(f, 'en')}`,
  ja: (f) => `${meaning(f, 'ja')}${others(f) > 0 ? `ほかに ${others(f)} か所の応答も正しくありません。` : ''}${seatsText(f, 'ja')}`,
};
const others = (f: Facts): number => (Array.isArray(f.others) ? f.others.length : 0);

const minutes = (f: Facts): number => Math.round(count(f, 'seconds') / 60);

const cookieWhy = (f: Facts, lang: 'en' | 'ja'): string => {
  if (typeof f.errorCode === 'string') return lang === 'en' ? `The server's fault is ${f.errorCode}.` : `サーバーのエラー: ${f.errorCode}。`;
  if (f.operation === 'GetAuthorizationCookie' && f.status === null && typeof f.location === 'string')
    return lang === 'en'
      ? `The server sends clients to ${f.location} for their authorisation. Only a path on the server itself is allowed there, so it was not asked.`
      : `サーバーは認可の接続先として ${f.location} を指定しています。指定できるのはサーバー自身のパスだけのため、接続していません。`;
  return '';
};
const proxies = (f: Facts): string =>
  (Array.isArray(f.proxies) ? (f.proxies as unknown as { name: string; proxy: string }[]) : []).map((p) => `${p.name}=${p.proxy}`).join(', ');

export const seatCheckTexts = {
  'self-update-unreachable': {
    name: { en: 'Self-update as seen from here', ja: 'この PC からの自己更新 (SelfUpdate) への接続' },
    title: {
      en: (f) => `Self-update of ${fact(f, 'host')} does not answer this seat as it should`,
      ja: (f) => `${fact(f, 'host')} の自己更新 (SelfUpdate) に、この PC から正しく接続できません`,
    },
    unknown: { en: 'Self-update was not judged from here', ja: 'この PC からの自己更新 (SelfUpdate) への接続は未確認です' },
    detail: addresses,
    why: {
      en: 'Agents before Windows 10 fetch these files first and stop if they cannot. The server reaching itself proves nothing for its clients.',
      ja: 'Windows 10 より前のエージェントは最初にこのファイルを取得し、取得できないと処理を中止します。サーバー自身から接続できても、クライアントから接続できるとは限りません。',
    },
  },
  'client-web-service-unreachable': {
    name: { en: 'Web services as seen from here', ja: 'この PC からの Web サービスへの接続' },
    title: {
      en: (f) => `The web services of ${fact(f, 'host')} do not answer this seat as they should`,
      ja: (f) => `${fact(f, 'host')} の Web サービスに、この PC から正しく接続できません`,
    },
    unknown: { en: 'The web services were not judged from here', ja: 'この PC からの Web サービスへの接続は未確認です' },
    detail: addresses,
    why: {
      en: 'Clients ask these services for their updates and report to them. What this seat gets, a client in the same network gets too.',
      ja: 'クライアントは、これらのサービスに更新を問い合わせ、結果を報告します。この PC と同じネットワークのクライアントにも、同じ応答が返ります。',
    },
  },
  'cookie-not-issued': {
    name: { en: 'A client gets its cookie', ja: 'クライアントへの Cookie の発行' },
    title: { en: (f) => `${fact(f, 'host')} issues no cookie to clients`, ja: (f) => `${fact(f, 'host')} がクライアントに Cookie を発行しません` },
    unknown: { en: 'Whether clients get a cookie was not judged', ja: 'Cookie の発行は未確認です' },
    detail: {
      en: (f) => [`Asked: ${fact(f, 'operation')}.`, cookieWhy(f, 'en') || meaning(f, 'en'), cookieWhy(f, 'en') ? code(f, 'en') : ''].filter(Boolean).join(' '),
      ja: (f) =>
        [`確認した操作: ${fact(f, 'operation')}。`, cookieWhy(f, 'ja') || meaning(f, 'ja'), cookieWhy(f, 'ja') ? code(f, 'ja') : ''].filter(Boolean).join(''),
    },
    why: {
      en: 'Without a cookie a client is offered nothing. The wizard asks under one fixed name (wsus-probe.invalid); the server may keep one row for it, never more.',
      ja: 'Cookie がないと、クライアントには何も提供されません。診断では固定の名前 (wsus-probe.invalid) を使用します。サーバーに残る記録は、あっても 1 件だけです。',
    },
  },
  'cookie-lifetime-unusual': {
    name: { en: 'Life of the cookie', ja: 'Cookie の有効期間' },
    title: { en: (f) => `The cookie is valid for ${minutes(f)} minutes`, ja: (f) => `Cookie の有効期間が ${minutes(f)} 分です` },
    unknown: { en: 'The life of the cookie could not be told', ja: 'Cookie の有効期間を確認できませんでした' },
    detail: {
      en: (f) => `It ends at ${fact(f, 'expiration')}; by the server's own clock it is ${fact(f, 'serverDate')}. About one hour is usual.`,
      ja: (f) => `有効期限は ${fact(f, 'expiration')}、サーバーの時刻は ${fact(f, 'serverDate')} です。通常は約 1 時間です。`,
    },
    why: {
      en: 'A short life makes clients ask again and again; a long one keeps them in an old computer group. The server may not be WSUS at all.',
      ja: '短すぎるとクライアントが何度も要求し、長すぎるとコンピューター グループの変更が反映されません。WSUS ではないサーバーの可能性もあります。',
    },
  },
  'ssl-required-on-open-directories': {
    name: { en: 'Selfupdate and Content without SSL', ja: 'Selfupdate と Content での SSL の要求' },
    title: { en: 'SSL is required where clients come without it', ja: 'クライアントが SSL なしで接続する場所で、SSL が必須になっています' },
    unknown: { en: 'Whether SSL is required could not be told', ja: 'SSL が必須かどうかを確認できませんでした' },
    detail: {
      en: (f) => `${Array.isArray(f.nodes) && f.nodes.length > 0 ? `Set at: ${fact(f, 'nodes')}.` : meaning(f, 'en')}`,
      ja: (f) => `${Array.isArray(f.nodes) && f.nodes.length > 0 ? `設定されている場所: ${fact(f, 'nodes')}` : meaning(f, 'ja')}`,
    },
    why: {
      en: 'Clients fetch self-update and content by plain HTTP, also where WSUS uses SSL, and get 403.4 (inference). Clear [Require secure channel (SSL)] on these two only.',
      ja: 'WSUS で SSL を使う場合も、クライアントは自己更新と更新ファイルを HTTP で取得するため、403.4 になります (推定)。この 2 か所だけ [セキュリティで保護されたチャネル (SSL) を要求する] をオフにしてください。',
    },
  },
  'several-sites-on-port-80': {
    name: { en: 'One web site on port 80', ja: 'ポート 80 の Web サイト' },
    title: {
      en: (f) => `Several web sites share port 80: ${some(f, 'sites', 4)}`,
      ja: (f) => `複数の Web サイトがポート 80 を使用しています: ${some(f, 'sites', 4)}`,
    },
    unknown: { en: 'Whether several sites share port 80 could not be checked', ja: 'ポート 80 の Web サイトを確認できませんでした' },
    detail: {
      en: 'Both are started, at the same address and without a host header. Sites told apart by a host header (companyweb) are fine.',
      ja: 'どちらも開始されており、同じアドレスでホスト ヘッダーがありません。ホスト ヘッダーで区別されるサイト (companyweb など) は問題ありません。',
    },
    why: {
      en: 'Clients may reach the other site and fail to self-update. Keep one on port 80, or give the other a host header.',
      ja: 'クライアントが別のサイトに接続し、自己更新に失敗することがあります。ポート 80 のサイトを 1 つにするか、ホスト ヘッダーを設定してください。',
    },
  },
  'proxy-between': {
    name: { en: 'No proxy in between', ja: '途中のプロキシ' },
    title: {
      en: (f) => {
        if (f.how === 'by-passed') return 'This computer is set to a proxy; it was by-passed here';
        if (f.how === 'used') return 'The questions went through this computer’s proxy, as chosen';
        return f.status === 407 ? 'The proxy asks for an account' : `A proxy stands between this seat and ${fact(f, 'host')}`;
      },
      ja: (f) => {
        if (f.how === 'by-passed') return 'この PC にプロキシが設定されています (診断では使用していません)';
        if (f.how === 'used') return '選択したとおり、この PC のプロキシを通して診断しました';
        return f.status === 407 ? 'プロキシがアカウントを要求しています' : `この PC と ${fact(f, 'host')} の間にプロキシがあります`;
      },
    },
    unknown: { en: 'Whether a proxy stands in between could not be told', ja: '途中にプロキシがあるか確認できませんでした' },
    detail: {
      en: (f) =>
        [
          f.how === 'answers' ? meaning(f, 'en') : f.how === 'via' ? `An answer names it: ${fact(f, 'via')}.` : '',
          `Set on this computer: ${proxies(f) || 'none'}.`,
          typeof f.through === 'string' ? `Used by choice: ${f.through}. No account was sent to it.` : '',
        ]
          .filter(Boolean)
          .join(' '),
      ja: (f) =>
        [
          f.how === 'answers' ? meaning(f, 'ja') : f.how === 'via' ? `応答ヘッダー (Via): ${fact(f, 'via')}。` : '',
          `この PC の設定: ${proxies(f) || 'なし'}。`,
          typeof f.through === 'string' ? `使用したプロキシ: ${f.through} (アカウントは送信していません)` : '',
        ]
          .filter(Boolean)
          .join(' '),
    },
    why: {
      en: 'A proxy changes what a client gets, and the address the server sees. Clients should reach their WSUS server directly.',
      ja: 'プロキシがあると、クライアントへの応答も、サーバーから見えるアドレスも変わります。WSUS サーバーには直接接続するように設定してください。',
    },
  },
} as const satisfies Record<string, CheckText>;

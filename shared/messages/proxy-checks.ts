/** What the checks of WSUS' own proxy say. */
import type { Facts } from '../result';
import type { CheckText } from './checks';
import type { Lang } from './text';
import { fact } from './text';

const where = (f: Facts): string => (f.proxy ? `${fact(f, 'proxy')}:${fact(f, 'port')}` : '-');
const account = (f: Facts, lang: Lang): string => {
  if (!f.user) return lang === 'en' ? 'none' : 'なし';
  return f.domain ? `${fact(f, 'domain')}\\${fact(f, 'user')}` : fact(f, 'user');
};
const settings = {
  en: (f: Facts) => `Proxy: ${where(f)}, account: ${account(f, 'en')}. ISA Server listens for it at port 8080 unless that was changed (recollection).`,
  ja: (f: Facts) => `プロキシ: ${where(f)}、アカウント: ${account(f, 'ja')}。ISA Server の待ち受けポートは、変更していなければ 8080 です (未検証)。`,
};
const parts: Readonly<Record<string, { en: string; ja: string }>> = {
  user: { en: 'the user name', ja: 'ユーザー名' },
  domain: { en: 'the domain', ja: 'ドメイン' },
  password: { en: 'the password', ja: 'パスワード' },
};
const lacks = (f: Facts, lang: Lang): string =>
  (Array.isArray(f.lacks) ? (f.lacks as string[]) : []).map((l) => parts[l]?.[lang] ?? l).join(lang === 'en' ? ', ' : '、');
const missing: Readonly<Record<string, { en: string; ja: string }>> = {
  'no-name': { en: 'A proxy is to be used, and its name is empty.', ja: 'プロキシを使用する設定ですが、サーバー名が空です。' },
  'asked-for-account': {
    en: 'The last synchronisation got "407 Proxy Authentication Required", and WSUS is set to use no proxy.',
    ja: '前回の同期で「407 Proxy Authentication Required」が返りましたが、WSUS はプロキシを使用しない設定です。',
  },
  isa: {
    en: 'ISA Server runs on this server, the last synchronisation failed, and WSUS is set to use no proxy.',
    ja: 'このサーバーでは ISA Server が動作しており、前回の同期に失敗していますが、WSUS はプロキシを使用しない設定です。',
  },
};
const reason = (f: Facts, lang: Lang): string =>
  missing[String(f.reason)]?.[lang] ?? (lang === 'en' ? 'WSUS is set to use no proxy.' : 'WSUS はプロキシを使用しない設定です。');

export const proxyCheckTexts = {
  'proxy-missing': {
    name: { en: 'Proxy of WSUS', ja: 'WSUS のプロキシ' },
    title: { en: 'WSUS lacks its proxy server', ja: 'WSUS にプロキシ サーバーが設定されていません' },
    unknown: { en: 'Whether WSUS needs a proxy could not be checked', ja: 'WSUS にプロキシが必要か確認できませんでした' },
    detail: { en: (f) => reason(f, 'en'), ja: (f) => reason(f, 'ja') },
    why: {
      en: 'WSUS does not find a proxy by itself. With ISA Server as the way out, its name and port are entered in the WSUS options (release note of WSUS 3.0 SP1).',
      ja: 'WSUS はプロキシを自動検出しません。ISA Server 経由で接続する場合は、WSUS のオプションでサーバー名とポートを指定します (WSUS 3.0 SP1 のリリース ノート)。',
    },
  },
  'proxy-account-incomplete': {
    name: { en: 'Account for the proxy', ja: 'プロキシの資格情報' },
    title: {
      en: (f) => `The account for the proxy lacks ${lacks(f, 'en')}`,
      ja: (f) => `プロキシの資格情報に ${lacks(f, 'ja')} が指定されていません`,
    },
    unknown: { en: 'Whether the account for the proxy is complete could not be checked', ja: 'プロキシの資格情報がそろっているか確認できませんでした' },
    detail: settings,
    why: {
      en: 'Where ISA Server asks for Windows authentication, WSUS needs the credentials of a domain user, as DOMAIN\\user. The Japanese release note of SP1 says "certificate" here; credentials are meant.',
      ja: 'ISA Server が Windows 認証を求める場合、ドメイン ユーザーの資格情報 (ドメイン\\ユーザー) が必要です。SP1 の日本語リリース ノートにある「証明書」は誤訳で、正しくは資格情報です。',
    },
  },
  'proxy-account-not-internet-user': {
    name: { en: 'Proxy account in Internet Users', ja: 'プロキシのアカウントと Internet Users グループ' },
    title: {
      en: (f) => `The proxy account ${account(f, 'en')} is not in the group Internet Users`,
      ja: (f) => `プロキシのアカウント ${account(f, 'ja')} が Internet Users グループに含まれていません`,
    },
    unknown: {
      en: 'Whether the proxy account is in Internet Users could not be checked',
      ja: 'プロキシのアカウントが Internet Users グループに含まれるか確認できませんでした',
    },
    detail: settings,
    why: {
      en: 'On a Small Business Server with ISA Server only members of Internet Users may go out to the Internet (release note of WSUS 3.0 SP1).',
      ja: 'ISA Server を使用する Small Business Server では、Internet Users グループのメンバーだけがインターネットに接続できます (WSUS 3.0 SP1 のリリース ノート)。',
    },
  },
  'proxy-rejects-account': {
    name: { en: 'Proxy takes the account', ja: 'プロキシによる認証' },
    title: { en: 'The proxy does not take the account of WSUS (407)', ja: 'プロキシが WSUS の資格情報を受け付けません (407)' },
    unknown: { en: 'Whether the proxy takes the account could not be checked', ja: 'プロキシが資格情報を受け付けるか確認できませんでした' },
    detail: settings,
    why: {
      en: 'Most often the password of the account has expired or was changed. Enter it again in the WSUS options. The upgrade to WSUS 3.0 can blank it, too.',
      ja: '多くの場合、アカウントのパスワードの有効期限切れか変更が原因です。WSUS のオプションで入力し直してください。WSUS 3.0 へのアップグレードでパスワードが消えることもあります。',
    },
  },
} as const satisfies Record<string, CheckText>;

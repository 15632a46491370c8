/** What the checks of logs say. */
import type { Facts } from '../result';
import type { CheckText } from './checks';
import type { Lang, Text } from './text';
import { count, fact, many, moment, num, some, thousands } from './text';
import { codeLine } from './wu-error-text';

const day = (f: Facts, name: string): string => String(f[name] ?? '?').slice(0, 10);

const caveats: Readonly<Record<string, { en: string; ja: string }>> = {
  'proxy-mode': {
    en: ' IIS judges the address a proxy reports (X-Forwarded-For) while the log holds the proxy’s own: these may be proxies, not clients.',
    ja: ' IIS はプロキシが通知するアドレス (X-Forwarded-For) を評価し、ログにはプロキシ自身のアドレスが残るため、クライアントではなくプロキシの可能性があります。',
  },
  isa: {
    en: ' ISA Server runs here: what it publishes reaches IIS from its own address, so the log names ISA and not the client.',
    ja: ' このサーバーでは ISA Server が動作しています。公開した Web サイトへの接続は ISA 自身のアドレスで届くため、ログにはクライアントではなく ISA のアドレスが残ります。',
  },
};
const caveat = (f: Facts, lang: Lang): string => caveats[String(f.proxy)]?.[lang] ?? '';

const refusedDetail: Text = {
  en: (f) =>
    `${many(count(f, 'count'), 'refusal')} at WSUS directories from ${moment(f, 'first')} to ${moment(f, 'last')}. ${
      f.inForce === 'refused-now'
        ? 'No rule of the lists in force admits them.'
        : 'The lists in force are not among what was read, so whether they are still refused is not known.'
    }${f.likely === true ? ' Sub-statuses are not logged, so the address is the likely reason, not a certain one.' : ''}${
      count(f, 'fromInternet') > 0 ? ` From the Internet: ${many(count(f, 'fromInternet'), 'address', 'addresses')} refused too, as it should be.` : ''
    }${count(f, 'admittedNow') > 0 ? ` ${many(count(f, 'admittedNow'), 'other client')} refused then ${count(f, 'admittedNow') === 1 ? 'is' : 'are'} admitted now.` : ''}${caveat(f, 'en')}`,
  ja: (f) =>
    `WSUS の仮想ディレクトリでの拒否は ${thousands(count(f, 'count'))} 件です (${moment(f, 'first')} ～ ${moment(f, 'last')})。${
      f.inForce === 'refused-now'
        ? '有効なリストに、これらを許可する規則はありません。'
        : '有効なリストを読み取れていないため、現在も拒否されているかは確認できません。'
    }${f.likely === true ? ' サブステータスが記録されていないため、IP アドレスによる拒否と断定はできません。' : ''}${
      count(f, 'fromInternet') > 0 ? ` このほかインターネットのアドレス ${count(f, 'fromInternet')} 件も拒否されていますが、これは正常です。` : ''
    }${count(f, 'admittedNow') > 0 ? ` 以前は拒否され、現在は許可されているクライアントが ${num(f, 'admittedNow')} 台あります。` : ''}${caveat(f, 'ja')}`,
};

interface CodeFact {
  readonly code: string;
  readonly count: number;
  readonly clients: number;
}
const codesOf = (f: Facts): readonly CodeFact[] => (Array.isArray(f.codes) ? (f.codes as unknown as CodeFact[]) : []);
const codesText = (f: Facts, lang: Lang): string =>
  codesOf(f)
    .slice(0, 5)
    .map((c) => `${codeLine(c.code, lang)} (${lang === 'en' ? many(c.count, 'time') : `${c.count} 回`})`)
    .join(lang === 'en' ? '; ' : '、');

export const logCheckTexts = {
  'clients-refused-in-log': {
    name: { en: 'Refusals in the IIS logs', ja: 'IIS のログに残る拒否' },
    title: {
      en: (f) => `The logs show ${many(count(f, 'refused', 'clients'), 'client')} of ${some(f, 'subnets', 3)} refused since ${day(f, 'first')}`,
      ja: (f) => `ログに、${some(f, 'subnets', 3)} のクライアント ${num(f, 'refused', 'clients')} 台の拒否が ${day(f, 'first')} から残っています`,
    },
    unknown: { en: 'Whether the logs show refused clients could not be checked', ja: 'ログに拒否されたクライアントがあるか確認できませんでした' },
    detail: refusedDetail,
    why: {
      en: 'This is what really happened, also to clients nobody has named. HTTP 403.6 means that IIS refused the address before it looked at the request.',
      ja: '実際に発生した記録のため、登録されていないクライアントもわかります。HTTP 403.6 は、IIS が要求の内容を見る前に IP アドレスで拒否したことを示します。',
    },
  },
  'client-log-errors': {
    name: { en: 'Errors in client logs', ja: 'クライアントのログのエラー' },
    title: {
      en: (f) => `The update log of ${many(count(f, 'clients'), 'client')} shows errors (${fact(f, 'first')})`,
      ja: (f) => `クライアント ${num(f, 'clients')} 台の Windows Update のログにエラーがあります (${fact(f, 'first')})`,
    },
    unknown: { en: 'Whether client logs show errors could not be checked', ja: 'クライアントのログにエラーがあるか確認できませんでした' },
    detail: {
      en: (f) => `${codesText(f, 'en')}. Clients: ${some(f, 'names', 5)}.`,
      ja: (f) => `${codesText(f, 'ja')}。クライアント: ${some(f, 'names', 5)}`,
    },
    why: {
      en: 'A code says at which step the client stopped. Where a finding explains it, cure that first; the code goes away by itself.',
      ja: 'コードから、クライアントがどの段階で停止したかがわかります。原因となる項目がある場合は、先に解決してください。コードは自然に記録されなくなります。',
    },
  },
} satisfies Record<string, CheckText>;

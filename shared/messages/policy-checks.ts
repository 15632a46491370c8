/** What the checks of client policies say. */
import type { Facts } from '../result';
import type { CheckText } from './checks';
import type { Text } from './text';
import { count, fact, many, some } from './text';

const whom: Text = {
  en: (f) => `${some(f, 'names', 8)} (${fact(f, 'clients')} of ${fact(f, 'examined')} examined).`,
  ja: (f) => `${some(f, 'names', 8)} (確認した ${fact(f, 'examined')} 台中 ${fact(f, 'clients')} 台)。`,
};
const whomEn = (f: Facts) => (whom.en as (f: Facts) => string)(f);
const whomJa = (f: Facts) => (whom.ja as (f: Facts) => string)(f);
const shown = (f: Facts, name: string, lang: 'en' | 'ja') =>
  f[name] === null || f[name] === undefined ? (lang === 'en' ? 'not set' : '未設定') : fact(f, name);

export const policyCheckTexts = {
  'policy-value-ignored': {
    name: { en: 'Types of the policy values', ja: 'ポリシーの値の種類' },
    title: {
      en: (f) => `${many(count(f, 'clients'), 'client')} hold a policy value of a type that Windows ignores`,
      ja: (f) => `クライアント ${count(f, 'clients')} 台のポリシーに、Windows が無視する種類の値があります`,
    },
    unknown: { en: 'The types of the policy values could not be checked', ja: 'ポリシーの値の種類を確認できませんでした' },
    detail: {
      en: (f) => `${whomEn(f)} Values: ${some(f, 'values', 6)}. Such a value looks right in the Registry Editor and counts as absent (inference).`,
      ja: (f) => `${whomJa(f)} 値: ${some(f, 'values', 6)}。レジストリ エディターでは正しく見えますが、設定されていないものとして扱われます (推定)。`,
    },
    why: {
      en: 'WUServer and WUStatusServer are REG_SZ, AU\\UseWUServer is REG_DWORD. Set them in Group Policy, which writes the right types; a value typed by hand or by a script is deleted first.',
      ja: 'WUServer と WUStatusServer は REG_SZ、AU\\UseWUServer は REG_DWORD です。グループ ポリシーで設定すると正しい種類で書き込まれます。手作業やスクリプトで作成した値は、先に削除してください。',
    },
  },
  'policy-not-used': {
    name: { en: 'Clients told to use WSUS', ja: 'クライアントの WSUS の使用' },
    title: {
      en: (f) => `${many(count(f, 'clients'), 'client')} ${count(f, 'clients') === 1 ? 'is' : 'are'} not told to use WSUS`,
      ja: (f) => `クライアント ${count(f, 'clients')} 台は、WSUS を使用する設定になっていません`,
    },
    unknown: { en: 'Whether the clients are told to use WSUS could not be checked', ja: 'クライアントが WSUS を使用する設定か確認できませんでした' },
    detail: {
      en: (f) =>
        `${whomEn(f)} ${count(f, 'withoutServer') > 0 ? `Without WUServer: ${fact(f, 'withoutServer')}. ` : ''}Without AU\\UseWUServer = 1 Windows Update ignores WUServer and asks Microsoft Update.`,
      ja: (f) =>
        `${whomJa(f)} ${count(f, 'withoutServer') > 0 ? `WUServer のないクライアント: ${fact(f, 'withoutServer')} 台。` : ''}AU\\UseWUServer が 1 でない場合、WUServer は無視され、Microsoft Update に接続します。`,
    },
    why: {
      en: 'Such a client never appears in WSUS. In a domain the values come from Group Policy and come back within 90 minutes: change the policy, not the client.',
      ja: 'このようなクライアントは WSUS に表示されません。ドメインではグループ ポリシーの値が 90 分以内に再設定されるため、クライアントではなくポリシーを変更してください。',
    },
  },
  'policy-urls-differ': {
    name: { en: 'Update and statistics server are the same', ja: '更新サーバーと統計サーバーの一致' },
    title: {
      en: (f) => `${many(count(f, 'clients'), 'client')} ${count(f, 'clients') === 1 ? 'has' : 'have'} different addresses in WUServer and WUStatusServer`,
      ja: (f) => `クライアント ${count(f, 'clients')} 台で、WUServer と WUStatusServer のアドレスが異なります`,
    },
    unknown: { en: 'Whether both addresses of the clients agree could not be checked', ja: 'クライアントの 2 つのアドレスが一致するか確認できませんでした' },
    detail: {
      en: (f) => `${whomEn(f)} The first one: WUServer ${shown(f, 'wuServer', 'en')}, WUStatusServer ${shown(f, 'wuStatusServer', 'en')}.`,
      ja: (f) => `${whomJa(f)} 最初のクライアント: WUServer ${shown(f, 'wuServer', 'ja')}、WUStatusServer ${shown(f, 'wuStatusServer', 'ja')}。`,
    },
    why: {
      en: 'Windows Update takes the two only where they name the same server. Set both in the same policy.',
      ja: '2 つのアドレスが同じサーバーを示す場合だけ有効です。同じポリシーで両方を設定してください。',
    },
  },
  'policy-names-other-server': {
    name: { en: 'Clients ask this server', ja: 'クライアントの接続先' },
    title: {
      en: (f) => `${many(count(f, 'clients'), 'client')} ${count(f, 'clients') === 1 ? 'is' : 'are'} sent to ${some(f, 'servers', 2)}`,
      ja: (f) => `クライアント ${count(f, 'clients')} 台の接続先が ${some(f, 'servers', 2)} になっています`,
    },
    unknown: { en: 'Which server the clients ask could not be checked', ja: 'クライアントの接続先を確認できませんでした' },
    detail: {
      en: (f) =>
        `${whomEn(f)} WSUS on this server answers at ${fact(f, 'wanted')}. Another name may still be an alias of this server, or another WSUS on purpose.`,
      ja: (f) =>
        `${whomJa(f)} このサーバーの WSUS のアドレスは ${fact(f, 'wanted')} です。別の名前でも、このサーバーの別名や、意図した別の WSUS の場合があります。`,
    },
    why: {
      en: 'Without a port the address means port 80, while WSUS in a site of its own listens at 8530. After a move of WSUS the policy still names the old server.',
      ja: 'ポートを省略するとポート 80 になりますが、独自の Web サイトの WSUS はポート 8530 で待ち受けます。WSUS を移行した後に、ポリシーが古いサーバーのまま残ることもあります。',
    },
  },
} as const satisfies Record<string, CheckText>;

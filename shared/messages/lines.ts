/** Steps by hand and warnings of a plan. Labels in [ ] are the system's own; those marked * in the glossary are not confirmed. */
import type { Facts } from '../result';
import type { Text } from './text';
import { fact } from './text';

const subnets = (f: Facts, lang: 'en' | 'ja'): string =>
  (Array.isArray(f.subnets) ? (f.subnets as Facts[]) : [])
    .map((s) => {
      const one = fact(s, 'mask') === '255.255.255.255';
      if (lang === 'en')
        return one ? `[Single computer] ${fact(s, 'address')}` : `[Group of computers] [Network ID] ${fact(s, 'address')} [Subnet mask] ${fact(s, 'mask')}`;
      return one
        ? `[1 台のコンピュータ] ${fact(s, 'address')}`
        : `[グループ化されたコンピュータ] [ネットワーク ID] ${fact(s, 'address')} [サブネット マスク] ${fact(s, 'mask')}`;
    })
    .join('; ');
const mode = (f: Facts, lang: 'en' | 'ja') =>
  ({ automatic: { en: 'Automatic', ja: '自動' }, manual: { en: 'Manual', ja: '手動' } })[fact(f, 'mode')]?.[lang] ?? fact(f, 'mode');

export const lineTexts: Readonly<Record<string, Text>> = {
  'iis6-grant': {
    en: (f) =>
      `[Server Management] > [Advanced Management] > [Internet Information Services] > (server) > [Web Sites] > [Default Web Site] > [${fact(f, 'vroot')}] > right-click > [Properties] > [Directory Security] > [IP address and domain name restrictions] > [Edit]. With [Denied access] selected: [Add] > ${subnets(f, 'en')} > [OK]. With [Granted access] selected: remove the entry of this network from the list instead; never add a granted address there. (node ${fact(f, 'node')}) If the box "Inheritance Overrides" appears, cancel it.`,
    ja: (f) =>
      `[サーバー管理] > [詳細管理] > [インターネット インフォメーション サービス] > (サーバー名) (ローカル コンピュータ) > [Web サイト] > [既定の Web サイト] > [${fact(f, 'vroot')}] を右クリック > [プロパティ] > [ディレクトリ セキュリティ] > [IP アドレスとドメイン名の制限] の [編集]。[拒否する] が選択されている場合: [追加] > ${subnets(f, 'ja')} > [OK]。[許可する] が選択されている場合は、追加せずに、このネットワークの項目を一覧から削除します。(場所 ${fact(f, 'node')}) 継承の上書きを確認する画面が表示されたら、キャンセルしてください。`,
  },
  'iis7-allow': {
    en: (f) =>
      `Internet Information Services (IIS) Manager > (server) > [Sites] > ${fact(f, 'node').split('/').join(' > ')} > [IP Address and Domain Restrictions] > [Add Allow Entry...] > ${subnets(f, 'en').replaceAll('[Group of computers] [Network ID]', '[IPv4 address range]').replaceAll('[Subnet mask]', '[Mask]').replaceAll('[Single computer]', '[Specific IPv4 address]')} > [OK].${fact(f, 'entry') === '' ? '' : ` The inherited entry ${fact(f, 'entry')} decides first: remove it in this directory (it stays at the site), or change it at the site.`}`,
    ja: (f) =>
      `インターネット インフォメーション サービス (IIS) マネージャー > (サーバー名) > [サイト] > ${fact(f, 'node').split('/').join(' > ')} > [IPv4 アドレスおよびドメインの制限] > [許可エントリの追加...] > ${subnets(f, 'ja').replaceAll('[グループ化されたコンピュータ] [ネットワーク ID]', '[IPv4 アドレスの範囲]').replaceAll('[サブネット マスク]', '[マスク]').replaceAll('[1 台のコンピュータ]', '[特定の IPv4 アドレス]')} > [OK]。${fact(f, 'entry') === '' ? '' : `継承した項目 ${fact(f, 'entry')} が先に適用されます。この仮想ディレクトリで削除する (サイトには残ります) か、サイトの側で変更してください。`}`,
  },
  'services-start-mode': {
    en: (f) =>
      `[Administrative Tools] > [Services] > ${fact(f, 'display')} (${fact(f, 'service')}) > [Properties] > [Startup type]: [${mode(f, 'en')}] > [OK].`,
    ja: (f) => `[管理ツール] > [サービス] > ${fact(f, 'display')} (${fact(f, 'service')}) > [プロパティ] > [スタートアップの種類]: [${mode(f, 'ja')}] > [OK]。`,
  },
  'services-start': {
    en: (f) => `[Administrative Tools] > [Services] > ${fact(f, 'display')} (${fact(f, 'service')}) > [Start].`,
    ja: (f) => `[管理ツール] > [サービス] > ${fact(f, 'display')} (${fact(f, 'service')}) を右クリック > [開始]。`,
  },
  'starts-too': {
    en: (f) => `Windows also starts what this service needs: ${fact(f, 'services')}. Undo does not stop those.`,
    ja: (f) => `このサービスに必要なサービスも Windows が開始します: ${fact(f, 'services')}。元に戻しても、これらは停止しません。`,
  },
  'mail-stays-stopped': {
    en: (f) => `The mail service (${fact(f, 'service')}) is stopped too and is not started by this. Check whether mail should run.`,
    ja: (f) => `メール サービス (${fact(f, 'service')}) も停止していますが、この操作では開始しません。メールの動作を確認してください。`,
  },
  'starts-left-out': {
    en: (f) => `Left out: services this visit started (${fact(f, 'services')}). Stopping them interrupts whoever uses them now; include them only on purpose.`,
    ja: (f) => `この作業で開始したサービス (${fact(f, 'services')}) は対象外です。停止すると利用中の処理が中断されるため、必要な場合だけ含めてください。`,
  },
  'no-longer-follows': {
    en: (f) => `${fact(f, 'node')} gets an own list and no longer follows changes made at the site.`,
    ja: (f) => `${fact(f, 'node')} は個別のリストを持つようになり、サイト側の変更は反映されなくなります。`,
  },
  'sbs-wizard-rewrites': {
    en: 'If the SBS wizard "Connect to the Internet" runs later, it may write the list of the site again (inference). The own lists of the directories should stay; look again afterwards.',
    ja: '後で [電子メールとインターネット接続の構成ウィザード] を実行すると、サイトのリストが書き直されることがあります (推定)。仮想ディレクトリの個別のリストは残るはずですが、実行後にもう一度診断してください。',
  },
  'no-plan-ambiguous': {
    en: (f) => `No automatic change at ${fact(f, 'node')}: both the granted and the denied list are filled, and it is not documented which one counts.`,
    ja: (f) => `${fact(f, 'node')} は自動では変更しません。許可と拒否の両方のリストに項目があり、どちらが有効か文書で確認できないためです。`,
  },
  'no-plan-not-decoded': {
    en: (f) => `No automatic change at ${fact(f, 'node')}: its list holds host-name rules that could not be read, and they must not be lost.`,
    ja: (f) => `${fact(f, 'node')} は自動では変更しません。リストに読み取れないホスト名の規則があり、失われるおそれがあるためです。`,
  },
  'no-plan-entry-wider': {
    en: (f) =>
      `No automatic change at ${fact(f, 'node')}: the denied entry ${fact(f, 'entry')} is wider than the addresses to allow. Decide by hand whether it should be narrowed.`,
    ja: (f) =>
      `${fact(f, 'node')} は自動では変更しません。拒否の項目 ${fact(f, 'entry')} が、許可したいアドレスより広いためです。狭めてよいかを確認し、手動で変更してください。`,
  },
  'no-plan-inherited-entry-wider': {
    en: (f) => `No automatic change at ${fact(f, 'node')}: the inherited entry ${fact(f, 'entry')} decides first and covers more than the addresses to allow.`,
    ja: (f) => `${fact(f, 'node')} は自動では変更しません。継承した項目 ${fact(f, 'entry')} が先に適用され、許可したいアドレスより広い範囲に及ぶためです。`,
  },
  'no-plan-would-refuse-others': {
    en: (f) => `No automatic change at ${fact(f, 'node')}: the resulting list would refuse somebody who is admitted today.`,
    ja: (f) => `${fact(f, 'node')} は自動では変更しません。変更後のリストでは、現在許可されている接続元が拒否されるためです。`,
  },
};

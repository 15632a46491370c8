/** Steps by hand and warnings of a plan. Labels in [ ] are the system's own; those marked * in the glossary are not confirmed. */
import type { Facts } from '../result';
import type { Text } from './text';
import { fact, some } from './text';

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
/** What to type into both boxes of the policy. */
const server = (f: Facts, lang: 'en' | 'ja'): string =>
  f.server === null ? (lang === 'en' ? 'the address of the WSUS server' : 'WSUS サーバーのアドレス') : fact(f, 'server');
const list = (f: Facts, name: string): string[] => (Array.isArray(f[name]) ? (f[name] as string[]) : []);
const iis6 = (f: Facts, lang: 'en' | 'ja'): string =>
  lang === 'en'
    ? `[Server Management] > [Advanced Management] > [Internet Information Services] > (server) > [Web Sites] > [Default Web Site] (${list(f, 'nodes')[0]}) > right-click [${list(f, 'vroots')[0]}] > [Properties] > [Directory Security] > [IP address and domain name restrictions] > [Edit].`
    : `[サーバー管理] > [詳細管理] > [インターネット インフォメーション サービス] > (サーバー名) (ローカル コンピュータ) > [Web サイト] > [既定の Web サイト] (${list(f, 'nodes')[0]}) > [${list(f, 'vroots')[0]}] を右クリック > [プロパティ] > [ディレクトリ セキュリティ] > [IP アドレスとドメイン名の制限] の [編集]。`;
const iis7 = (f: Facts, lang: 'en' | 'ja'): string =>
  lang === 'en'
    ? `Internet Information Services (IIS) Manager > (server) > [Sites] > ${(list(f, 'nodes')[0] ?? '').split('/').join(' > ')} > [IP Address and Domain Restrictions]`
    : `インターネット インフォメーション サービス (IIS) マネージャー > (サーバー名) > [サイト] > ${(list(f, 'nodes')[0] ?? '').split('/').join(' > ')} > [IPv4 アドレスおよびドメインの制限]`;
const again = (f: Facts, lang: 'en' | 'ja'): string => {
  const others = list(f, 'vroots').slice(1);
  if (others.length === 0) return '';
  return lang === 'en'
    ? ` Do the same for ${others.join(', ')}. If the box "Inheritance Overrides" appears, cancel it.`
    : ` ${others.join('、')} でも同じ操作を行います。継承の上書きを確認する画面が表示されたら、キャンセルしてください。`;
};
const subnets7 = (f: Facts, lang: 'en' | 'ja'): string =>
  lang === 'en'
    ? subnets(f, lang)
        .replaceAll('[Group of computers] [Network ID]', '[IPv4 address range]')
        .replaceAll('[Subnet mask]', '[Mask]')
        .replaceAll('[Single computer]', '[Specific IPv4 address]')
    : subnets(f, lang)
        .replaceAll('[グループ化されたコンピュータ] [ネットワーク ID]', '[IPv4 アドレスの範囲]')
        .replaceAll('[サブネット マスク]', '[マスク]')
        .replaceAll('[1 台のコンピュータ]', '[特定の IPv4 アドレス]');
const exposure: Record<string, { en: string; ja: string }> = {
  'public-address': { en: 'a public address on the server', ja: 'サーバーにグローバル アドレスがあります' },
  'public-clients': { en: 'clients with public addresses', ja: 'グローバル アドレスのクライアントがあります' },
  'two-adapters': { en: 'two network adapters', ja: 'ネットワーク アダプターが 2 つあります' },
  isa: { en: 'ISA Server is installed', ja: 'ISA Server があります' },
};
const signs = (f: Facts, lang: 'en' | 'ja'): string =>
  list(f, 'signs')
    .map((s) => exposure[s]?.[lang] ?? s)
    .join(lang === 'en' ? ', ' : '、');
const mode = (f: Facts, lang: 'en' | 'ja') =>
  ({ automatic: { en: 'Automatic', ja: '自動' }, manual: { en: 'Manual', ja: '手動' } })[fact(f, 'mode')]?.[lang] ?? fact(f, 'mode');

export const lineTexts: Readonly<Record<string, Text>> = {
  'iis6-grant': {
    en: (f) => `${iis6(f, 'en')} [Denied access] stays selected: [Add] > ${subnets(f, 'en')} > [OK].${again(f, 'en')}`,
    ja: (f) => `${iis6(f, 'ja')} [拒否する] は選択したままにし、[追加] > ${subnets(f, 'ja')} > [OK]。${again(f, 'ja')}`,
  },
  'iis6-remove-denied': {
    en: (f) =>
      `${iis6(f, 'en')} [Granted access] stays selected: remove ${fact(f, 'denied')} from the list > [OK]. Never add an address to allow here: that would deny everybody else.${again(f, 'en')}`,
    ja: (f) =>
      `${iis6(f, 'ja')} [許可する] は選択したままにし、一覧から ${fact(f, 'denied')} を削除 > [OK]。ここで許可するアドレスを追加すると、ほかの全員が拒否されるため、追加しないでください。${again(f, 'ja')}`,
  },
  'iis6-grant-everyone': {
    en: (f) => `${iis6(f, 'en')} Select [Granted access], leave the list empty > [OK].${again(f, 'en')}`,
    ja: (f) => `${iis6(f, 'ja')} [許可する] を選択し、一覧は空のまま > [OK]。${again(f, 'ja')}`,
  },
  'iis7-allow': {
    en: (f) =>
      `${iis7(f, 'en')} > [Add Allow Entry...] > ${subnets7(f, 'en')} > [OK].${fact(f, 'entry') === '' ? '' : ` The inherited entry ${fact(f, 'entry')} decides first: remove it in this directory (it stays at the site), or change it at the site.`}${again(f, 'en')}`,
    ja: (f) =>
      `${iis7(f, 'ja')} > [許可エントリの追加...] > ${subnets7(f, 'ja')} > [OK]。${fact(f, 'entry') === '' ? '' : `継承した項目 ${fact(f, 'entry')} が先に適用されます。この仮想ディレクトリで削除する (サイトには残ります) か、サイトの側で変更してください。`}${again(f, 'ja')}`,
  },
  'iis7-allow-everyone': {
    en: (f) => `${iis7(f, 'en')}: remove all entries, then [Edit Feature Settings...] > access for unspecified clients: Allow > [OK].${again(f, 'en')}`,
    ja: (f) => `${iis7(f, 'ja')}: すべての項目を削除し、[機能設定の編集...] で未指定のクライアントを許可 > [OK]。${again(f, 'ja')}`,
  },
  'pool-start': {
    en: (f) => `Internet Information Services (IIS) Manager > (server) > [Application Pools] > ${fact(f, 'pool')} > right-click > [Start].`,
    ja: (f) =>
      `インターネット インフォメーション サービス (IIS) マネージャー > (サーバー名) > [アプリケーション プール] > ${fact(f, 'pool')} を右クリック > [開始]。`,
  },
  'pool-no-way-back': {
    en: 'Starting the pool is not taken back by undo; stop it in IIS Manager if you must.',
    ja: 'アプリケーション プールの開始は元に戻せません。必要な場合は IIS マネージャーで停止してください。',
  },
  'becomes-reachable': {
    en: (f) =>
      `Becomes reachable for everybody who reaches this server: ${[...(f.files === true ? ['signed update files'] : []), ...(f.services === true ? ['anonymous web services of WSUS, on an old server without security fixes'] : [])].join('; ')}.`,
    ja: (f) =>
      `このサーバーに接続できる全員に公開されるもの: ${[...(f.files === true ? ['署名済みの更新ファイル'] : []), ...(f.services === true ? ['WSUS の匿名 Web サービス (古いサーバーではセキュリティ更新がありません)'] : [])].join('、')}`,
  },
  'exposure-seen': {
    en: (f) => `Port 80 seems reachable from the Internet (${signs(f, 'en')}). Allow only the networks you know instead.`,
    ja: (f) => `ポート 80 はインターネットに公開されている可能性があります (${signs(f, 'ja')})。把握しているネットワークだけを許可することをお勧めします。`,
  },
  'exposure-not-known': {
    en: 'Whether port 80 can be reached from the Internet is not known. Allow only the networks you know instead.',
    ja: 'ポート 80 がインターネットに公開されているか確認できません。把握しているネットワークだけを許可することをお勧めします。',
  },
  'exposure-none': {
    en: 'Nothing points to port 80 being reachable from the Internet.',
    ja: 'ポート 80 がインターネットに公開されている様子はありません。',
  },
  'reset-identity': {
    en: (f) =>
      `On ${fact(f, 'clients')}: [Services] > Automatic Updates (wuauserv) > [Stop]; in HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate delete SusClientId, SusClientIdValidation, PingID, AccountDomainSid; [Start] the service; run: wuauclt.exe /resetauthorization /detectnow`,
    ja: (f) =>
      `${fact(f, 'clients')} で: [サービス] > Automatic Updates (wuauserv) > [停止]。HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate の SusClientId、SusClientIdValidation、PingID、AccountDomainSid を削除し、サービスを [開始]。次に wuauclt.exe /resetauthorization /detectnow を実行します。`,
  },
  'renew-authorization': {
    en: (f) => `On ${some(f, 'clients', 8)}: run wuauclt.exe /resetauthorization /detectnow (in this order).`,
    ja: (f) => `${some(f, 'clients', 8)} で wuauclt.exe /resetauthorization /detectnow を実行します (この順序で指定)。`,
  },
  'keeps-identity': { en: (f) => `Keeps its ID: ${fact(f, 'clients')}.`, ja: (f) => `ID をそのまま使う PC: ${fact(f, 'clients')}` },
  'new-computer-in-wsus': {
    en: 'WSUS will show each as a new computer in Unassigned Computers; the old record stays until you delete it.',
    ja: 'WSUS では [割り当てられていないコンピューター] に新しいコンピューターとして表示されます。古い登録は、削除するまで残ります。',
  },
  'undo-brings-duplicate-back': { en: 'Undo brings the duplicate ID back.', ja: '元に戻すと、ID の重複も元に戻ります。' },
  'value-drifted': {
    en: (f) => `${fact(f, 'machine')}: Windows Update has written ${fact(f, 'name')} anew; it is now ${fact(f, 'now')}. Undo replaces that.`,
    ja: (f) =>
      `${fact(f, 'machine')}: Windows Update が ${fact(f, 'name')} を書き直しています (現在の値: ${fact(f, 'now')})。元に戻すと、この値は置き換えられます。`,
  },
  'no-plan-other-server': {
    en: (f) =>
      `No automatic change: ${some(f, 'clients', 8)}. Another server is named: it may be an alias of this one, or on purpose. Change it only where it is not.`,
    ja: (f) =>
      `自動では変更しません: ${some(f, 'clients', 8)}。別のサーバーが指定されており、このサーバーの別名か、意図的な設定の可能性があります。そうでない場合だけ変更してください。`,
  },
  'no-plan-server-not-known': {
    en: (f) => `No automatic change: ${some(f, 'clients', 8)}. The address of this WSUS server is not known.`,
    ja: (f) => `自動では変更しません: ${some(f, 'clients', 8)}。この WSUS サーバーのアドレスを確認できないためです。`,
  },
  'policy-in-domain': {
    en: (f) =>
      `For ${some(f, 'clients', 8)}, in Group Policy: [Computer Configuration] > [Administrative Templates] > [Windows Components] > [Windows Update] > [Specify intranet Microsoft update service location] > [Enabled] > ${server(f, 'en')} in both boxes > [OK]. Then gpupdate /force on the PC (it comes by itself within 90 minutes).`,
    ja: (f) =>
      `${some(f, 'clients', 8)} について、グループ ポリシーで [コンピューターの構成] > [管理用テンプレート] > [Windows コンポーネント] > [Windows Update] > [イントラネットの Microsoft 更新サービスの場所を指定する] (表記は未検証) > [有効] > 2 つの欄に ${server(f, 'ja')} を入力 > [OK]。PC で gpupdate /force を実行します (90 分以内に自動でも反映されます)。`,
  },
  'policy-local': {
    en: (f) =>
      `On ${some(f, 'clients', 8)}: gpedit.msc > [Computer Configuration] > [Administrative Templates] > [Windows Components] > [Windows Update] > [Specify intranet Microsoft update service location] > [Enabled] > ${server(f, 'en')} in both boxes > [OK].`,
    ja: (f) =>
      `${some(f, 'clients', 8)} で: gpedit.msc > [コンピューターの構成] > [管理用テンプレート] > [Windows コンポーネント] > [Windows Update] > [イントラネットの Microsoft 更新サービスの場所を指定する] (表記は未検証) > [有効] > 2 つの欄に ${server(f, 'ja')} を入力 > [OK]。`,
  },
  'no-plan-domain-member': {
    en: (f) => `In a domain, so no automatic change: ${some(f, 'clients', 8)}. Group Policy would write the values again within 90 minutes.`,
    ja: (f) => `ドメインの PC は自動では変更しません: ${some(f, 'clients', 8)}。グループ ポリシーの値が 90 分以内に再設定されるためです。`,
  },
  'no-plan-domain-not-known': {
    en: (f) => `No automatic change: ${some(f, 'clients', 8)}. Whether they are in a domain is not known, or a value of another type is in the way.`,
    ja: (f) => `自動では変更しません: ${some(f, 'clients', 8)}。ドメインの PC かどうか確認できないか、種類の異なる値があるためです。`,
  },
  'wsus-proxy': {
    en: (f) =>
      `WSUS console > [Options] > [Update Source and Proxy Server] > [Proxy Server] > [Use a proxy server when synchronizing]: name and port${f.account === true ? ' > [Use user credentials to connect to the proxy server]: user name, domain and password' : ''} > [OK].`,
    ja: (f) =>
      `WSUS コンソール > [オプション] > [更新先およびプロキシ サーバー] > [プロキシ サーバー] > [同期時にプロキシ サーバーを使用する]: サーバー名とポート${f.account === true ? ' > [ユーザーの資格情報を使用して、プロキシ サーバーに接続する]: ユーザー名、ドメイン、パスワード' : ''} > [OK]。`,
  },
  'internet-users': {
    en: (f) => `[Active Directory Users and Computers] > the group Internet Users > [Properties] > [Members] > [Add] > ${fact(f, 'user')} > [OK].`,
    ja: (f) =>
      `[Active Directory ユーザーとコンピュータ] > Internet Users グループ > [プロパティ] > [メンバ] > [追加] > ${fact(f, 'user')} > [OK] (表記は未検証)。`,
  },
  'synchronize-again': {
    en: 'WSUS console > [Synchronizations] > [Synchronize Now]; then look again here.',
    ja: 'WSUS コンソール > [同期] > [今すぐ同期] (表記は未検証)。その後、ここでもう一度診断します。',
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

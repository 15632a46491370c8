/** What each fix is called, what it does, and the words on its button. */
import type { FixId } from '../fixes/index';
import type { Text } from './text';
import { count, fact, many, num, some } from './text';

export interface FixText {
  readonly name: Text;
  readonly effect: Text;
  readonly button: Text;
}
export const fixTexts: Record<FixId, FixText> = {
  'grant-subnet': {
    name: { en: 'Allow these addresses only (least change, recommended)', ja: 'これらのアドレスだけを許可する (最小限の変更、推奨)' },
    effect: {
      en: 'Gives the chosen WSUS directories an own list that admits the chosen addresses as well. Everybody admitted today stays admitted. Sites, mail and other directories are not touched.',
      ja: '選んだ WSUS 仮想ディレクトリに、選んだアドレスも許可する個別のリストを設定します。現在許可されている接続元はそのまま許可されます。サイト、メール、ほかの仮想ディレクトリは変更しません。',
    },
    button: {
      en: (f) => `Add ${some(f, 'subnets', 2)} to ${count(f, 'vroots') === 1 ? 'one directory' : `${fact(f, 'vroots')} directories`}`,
      ja: (f) => `${some(f, 'subnets', 2)} を ${fact(f, 'vroots')} 個の仮想ディレクトリに追加する`,
    },
  },
  'grant-everyone': {
    name: { en: 'Allow all computers (as the release note says)', ja: 'すべてのコンピューターを許可する (リリース ノートの方法)' },
    effect: {
      en: 'Gives the chosen directories an own setting that admits everybody, wherever they come from. Wider than needed; see below what becomes reachable.',
      ja: '選んだ仮想ディレクトリに、接続元を問わず全員を許可する個別の設定を行います。必要以上に広い変更です。公開される内容を下で確認してください。',
    },
    button: {
      en: (f) => (f.typed === true ? 'Allow all anyway' : 'Allow all computers'),
      ja: (f) => (f.typed === true ? 'それでもすべて許可する' : 'すべてのコンピューターを許可する'),
    },
  },
  'reset-client-identity': {
    name: { en: 'Recreate the client ID', ja: 'クライアント ID を作り直す' },
    effect: {
      en: 'On each chosen PC: stops Windows Update, deletes its WSUS identity, starts it again and lets it ask WSUS. One PC of each group keeps its ID.',
      ja: '選んだ PC ごとに、Windows Update を停止し、WSUS の ID を削除して再び開始し、WSUS に問い合わせます。各グループの 1 台は ID をそのまま使います。',
    },
    button: { en: (f) => `Recreate the ID of ${many(Number(fact(f, 'clients')) || 0, 'client')}`, ja: (f) => `${num(f, 'clients')} 台の ID を作り直す` },
  },
  'renew-client-authorization': {
    name: { en: 'Renew client authorization', ja: 'クライアントの承認をやり直す (/resetauthorization)' },
    effect: {
      en: 'Tells each chosen PC to drop its cookie and ask WSUS at once. Nothing is deleted, and there is nothing to undo.',
      ja: '選んだ PC の Cookie を無効にし、すぐに WSUS に問い合わせます。削除するものはなく、元に戻す必要もありません。',
    },
    button: { en: (f) => `Ask ${many(Number(fact(f, 'clients')) || 0, 'client')} to report`, ja: (f) => `${num(f, 'clients')} 台に問い合わせさせる` },
  },
  'start-service': {
    name: { en: 'Start the service', ja: 'サービスを開始する' },
    effect: {
      en: 'Starts the service. A disabled one first gets its usual startup type. Windows also starts the services it needs.',
      ja: 'サービスを開始します。無効の場合は、先に本来のスタートアップの種類に設定します。必要なほかのサービスも Windows が開始します。',
    },
    button: { en: (f) => `Start ${fact(f, 'service')}`, ja: (f) => `${fact(f, 'service')} を開始する` },
  },
  'set-cert-server-manual': {
    name: { en: 'Set startup type to Manual', ja: 'スタートアップの種類を [手動] にする' },
    effect: {
      en: 'Changes the startup type of WSusCertServer from Disabled to Manual. The service is not started; stopped is its healthy state.',
      ja: 'WSusCertServer のスタートアップの種類を [無効] から [手動] に変更します。サービスは開始しません。停止が正常な状態です。',
    },
    button: { en: 'Set to Manual', ja: '[手動] に設定する' },
  },
  'enable-bits': {
    name: { en: 'Set the startup type of BITS to Manual', ja: 'BITS のスタートアップの種類を [手動] にする' },
    effect: {
      en: 'Changes the startup type of the Background Intelligent Transfer Service from Disabled to Manual. The service is not started; WSUS starts it when it needs it.',
      ja: 'Background Intelligent Transfer Service のスタートアップの種類を [無効] から [手動] に変更します。サービスは開始しません。必要なときに WSUS が開始します。',
    },
    button: { en: 'Set to Manual', ja: '[手動] に設定する' },
  },
  'use-policy-server': {
    name: { en: 'Tell the clients to use WSUS', ja: 'クライアントが WSUS を使用するように設定する' },
    effect: {
      en: 'On each chosen PC outside a domain: sets AU\\UseWUServer to 1, and the address of this server where none is set. PCs in a domain are set in Group Policy, by hand.',
      ja: '選んだドメイン外の PC ごとに、AU\\UseWUServer を 1 に設定し、アドレスがない場合はこのサーバーのアドレスも設定します。ドメインの PC は、グループ ポリシーで手動で設定します。',
    },
    button: { en: (f) => `Set ${many(Number(fact(f, 'clients')) || 0, 'client')}`, ja: (f) => `${fact(f, 'clients')} 台を設定する` },
  },
  'align-policy-urls': {
    name: { en: 'Make both addresses the same', ja: '2 つのアドレスを同じにする' },
    effect: {
      en: 'On each chosen PC outside a domain: writes the same address into WUServer and WUStatusServer. PCs in a domain are set in Group Policy, by hand.',
      ja: '選んだドメイン外の PC ごとに、WUServer と WUStatusServer に同じアドレスを設定します。ドメインの PC は、グループ ポリシーで手動で設定します。',
    },
    button: { en: (f) => `Set ${many(Number(fact(f, 'clients')) || 0, 'client')}`, ja: (f) => `${fact(f, 'clients')} 台を設定する` },
  },
  'enter-proxy-settings': {
    name: { en: 'Enter the proxy settings', ja: 'プロキシの設定を入力する' },
    effect: {
      en: 'A step by hand in the WSUS console. Afterwards look again: the settings are read anew.',
      ja: 'WSUS コンソールで手動で設定します。設定後にもう一度診断すると、設定を読み直します。',
    },
    button: { en: 'Show the steps', ja: '手順を表示する' },
  },
};

/** Labels of choices, by their name. */
export const choiceTexts: Readonly<Record<string, Text>> = {
  vroots: { en: 'Directories', ja: '仮想ディレクトリ' },
  subnets: { en: 'Addresses to allow', ja: '許可するアドレス' },
  clients: { en: 'Clients', ja: 'クライアント' },
};

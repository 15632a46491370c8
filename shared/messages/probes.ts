/** Names of the questions, and the sentence shown while one is asked. */
import type { ProbeId } from '../probes/index';
import type { Text } from './text';

export const probeTexts: Record<ProbeId, { readonly name: Text; readonly asking: Text }> = {
  product: {
    name: { en: 'Product and version', ja: '製品とバージョン' },
    asking: { en: 'Which system and which WSUS is this?', ja: 'システムと WSUS のバージョンを確認しています' },
  },
  services: { name: { en: 'Services', ja: 'サービス' }, asking: { en: 'Which services run?', ja: 'サービスの状態を確認しています' } },
  networks: {
    name: { en: 'Networks and clients', ja: 'ネットワークとクライアント' },
    asking: { en: 'Where are the clients?', ja: 'クライアントのネットワークを確認しています' },
  },
  'web-sites': { name: { en: 'Web sites', ja: 'Web サイト' }, asking: { en: 'Which web sites are there?', ja: 'Web サイトを確認しています' } },
  'virtual-directories': {
    name: { en: 'Virtual directories', ja: '仮想ディレクトリ' },
    asking: { en: 'Which directories does WSUS have?', ja: 'WSUS の仮想ディレクトリを確認しています' },
  },
  'ip-restrictions': {
    name: { en: 'Address restrictions', ja: 'IP アドレスの制限' },
    asking: { en: 'Who is refused by address?', ja: 'IP アドレスの制限を確認しています' },
  },
  endpoints: {
    name: { en: 'Addresses, as a client sees them', ja: 'クライアントから見たアドレス' },
    asking: { en: 'What does a client get at the addresses of WSUS?', ja: 'クライアントと同じ方法で WSUS のアドレスに接続しています' },
  },
  cookie: {
    name: { en: 'Cookie of the update protocol', ja: '更新プロトコルの Cookie' },
    asking: { en: 'Does a client get its cookie?', ja: 'クライアントが Cookie を取得できるか確認しています' },
  },
  synchronization: {
    name: { en: 'Synchronisation', ja: '同期' },
    asking: { en: 'When was the catalogue synchronised?', ja: '同期の状態を確認しています' },
  },
  proxy: {
    name: { en: 'Proxy of WSUS', ja: 'WSUS のプロキシ' },
    asking: { en: 'Which proxy does WSUS use?', ja: 'WSUS のプロキシの設定を確認しています' },
  },
  content: {
    name: { en: 'Update files', ja: '更新ファイル' },
    asking: { en: 'How far is the download of update files?', ja: '更新ファイルのダウンロード状況を確認しています' },
  },
  'client-identities': {
    name: { en: 'Client identities', ja: 'クライアントの ID' },
    asking: { en: 'Who are the clients?', ja: 'クライアントの ID を確認しています' },
  },
  'iis-log': {
    name: { en: 'IIS logs', ja: 'IIS のログ' },
    asking: { en: 'Whom did IIS refuse, by its logs?', ja: 'IIS のログから、拒否された接続元を集計しています' },
  },
  'client-log': {
    name: { en: 'Client logs', ja: 'クライアントのログ' },
    asking: { en: 'What do the clients’ update logs say?', ja: 'クライアントの Windows Update のログを読み取っています' },
  },
  'server-events': {
    name: { en: 'Server events', ja: 'サーバーのイベント' },
    asking: { en: 'Which events did WSUS write?', ja: 'WSUS のイベントを確認しています' },
  },
  'client-policies': {
    name: { en: 'Client policies', ja: 'クライアントのポリシー' },
    asking: { en: 'Which server do the clients ask?', ja: 'クライアントのポリシーを確認しています' },
  },
};

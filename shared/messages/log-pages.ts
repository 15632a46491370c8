/** Words of the step pages that show logs. */
import type { Text } from './text';
import { count, fact, many, num, thousands } from './text';

export const logPageTexts = {
  read: { en: (f) => `${fact(f, 'read')} of ${fact(f, 'total')} of logs read`, ja: (f) => `ログ ${fact(f, 'total')} 中 ${fact(f, 'read')} を読み取りました` },
  overTime: { en: 'Refusals over time', ja: '拒否の推移' },
  bars: {
    en: (f) =>
      `${fact(f, 'subnet')}: ${many(count(f, 'total'), 'refusal')} from ${fact(f, 'from')} to ${fact(f, 'to')} (UTC days); at most ${count(f, 'most')} in one bar of ${many(count(f, 'days'), 'day')}.`,
    ja: (f) =>
      `${fact(f, 'subnet')}: ${fact(f, 'from')} ～ ${fact(f, 'to')} (UTC の日付) の拒否 ${count(f, 'total')} 件。棒 1 本は ${count(f, 'days')} 日分で、最大 ${count(f, 'most')} 件です。`,
  },
  refused: {
    en: (f) => `Refused clients in the logs (${thousands(count(f, 'total'))})`,
    ja: (f) => `ログにある拒否されたクライアント (${num(f, 'total')} 台)`,
  },
  address: { en: 'Address', ja: 'アドレス' },
  count: { en: 'Refusals', ja: '件数' },
  times: { en: 'Times', ja: '回数' },
  first: { en: 'First', ja: '最初' },
  last: { en: 'Last', ja: '最後' },
  paths: { en: 'Asked for', ja: '要求したパス' },
  now: { en: 'Now', ja: '現在' },
  refusedNow: { en: 'Refused', ja: '拒否' },
  notKnown: { en: 'Not known', ja: '未確認' },
  localTime: { en: 'The logs hold UTC; shown in this computer’s local time.', ja: 'ログの時刻は UTC です。このコンピューターの現地時刻で表示しています。' },
  files: { en: (f) => `Logs read (${count(f, 'total')})`, ja: (f) => `読み取ったログ (${count(f, 'total')} 件)` },
  rows: { en: (f) => many(count(f, 'rows'), 'row'), ja: (f) => `${thousands(count(f, 'rows'))} 行` },
  showing: {
    en: (f) => `${count(f, 'from')} to ${count(f, 'to')} of ${count(f, 'total')}`,
    ja: (f) => `${count(f, 'total')} 件中 ${count(f, 'from')} ～ ${count(f, 'to')} 件`,
  },
  previous: { en: 'Previous', ja: '前へ' },
  next: { en: 'Next', ja: '次へ' },
  client: { en: 'Client', ja: 'クライアント' },
  timeline: { en: (f) => `What happened (${count(f, 'total')})`, ja: (f) => `経過 (${count(f, 'total')} 件)` },
  server: { en: 'WSUS server', ja: 'WSUS サーバー' },
  noServer: { en: 'none set', ja: '設定なし' },
  agent: { en: 'Agent', ja: 'エージェント' },
  id: { en: 'SusClientId', ja: 'SusClientId' },
  zone: { en: 'Times are the client’s own', ja: '時刻はクライアントの現地時刻です' },
  codes: { en: 'Codes', ja: 'コード' },
  meaning: { en: 'Meaning', ja: '意味' },
  belongsTo: { en: (f) => `Belongs to: ${fact(f, 'name')}`, ja: (f) => `関連する項目: ${fact(f, 'name')}` },
} as const satisfies Record<string, Text>;

export const clientEventTexts: Readonly<Record<string, Text>> = {
  start: { en: 'Log began', ja: 'ログの開始' },
  agent: { en: 'Agent', ja: 'エージェント' },
  server: { en: 'Server', ja: 'サーバー' },
  id: { en: 'Client ID', ja: 'クライアント ID' },
  'self-update-passed': { en: 'Self-update checked', ja: '自己更新の確認' },
  'self-update-refused': { en: 'Self-update refused', ja: '自己更新の拒否' },
  'soap-fault': { en: 'SOAP fault', ja: 'SOAP フォールト' },
  error: { en: 'Error', ja: 'エラー' },
  report: { en: 'Event', ja: 'イベント' },
};

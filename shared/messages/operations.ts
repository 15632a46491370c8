/** What an operation does, in words, and values as people read them. */
import type { Operation, OperationKind, RegistryValue, Risk } from '../operation';
import type { Own, Setting } from '../restriction';
import type { Facts } from '../result';
import type { Lang, Text } from './text';
import { fact, say } from './text';

const words: Record<string, Text> = {
  automatic: { en: 'Automatic', ja: '自動' },
  manual: { en: 'Manual', ja: '手動' },
  disabled: { en: 'Disabled', ja: '無効' },
  running: { en: 'Running', ja: '開始 (実行中)' },
  stopped: { en: 'Stopped', ja: '停止' },
  'start-pending': { en: 'Starting', ja: '開始しています' },
  'stop-pending': { en: 'Stopping', ja: '停止しています' },
  started: { en: 'Started', ja: '開始' },
  absent: { en: 'Not there', ja: 'なし' },
  nothing: { en: '(no value)', ja: '(値なし)' },
  paused: { en: 'Paused', ja: '一時停止' },
};

const kinds: Record<OperationKind, Text> = {
  'ip-restriction.replace': { en: (f) => `Address list of ${fact(f, 'subject')}`, ja: (f) => `${fact(f, 'subject')} のアドレス制限リスト` },
  'service.set-start-mode': { en: (f) => `Startup type of ${fact(f, 'subject')}`, ja: (f) => `${fact(f, 'subject')} のスタートアップの種類` },
  'service.start': { en: (f) => `Start the service ${fact(f, 'subject')}`, ja: (f) => `サービス ${fact(f, 'subject')} を開始` },
  'application-pool.start': {
    en: (f) => `Start the application pool ${fact(f, 'subject')}`,
    ja: (f) => `アプリケーション プール ${fact(f, 'subject')} を開始`,
  },
  'registry.set': {
    en: (f) => `${fact(f, 'machine')}: set the registry value ${fact(f, 'subject')}`,
    ja: (f) => `${fact(f, 'machine')}: レジストリ値 ${fact(f, 'subject')} を設定`,
  },
  'registry.delete': {
    en: (f) => `${fact(f, 'machine')}: delete the registry value ${fact(f, 'subject')}`,
    ja: (f) => `${fact(f, 'machine')}: レジストリ値 ${fact(f, 'subject')} を削除`,
  },
  'client.detect-now': {
    en: (f) => `${fact(f, 'machine')}: ask WSUS again${f.reset === true ? ' with a fresh authorization' : ''}`,
    ja: (f) => `${fact(f, 'machine')}: ${f.reset === true ? '承認をやり直して ' : ''}WSUS に問い合わせ`,
  },
  'server.check-health': { en: 'Let WSUS check its own health', ja: 'WSUS の自己診断を実行' },
  'service.stop': { en: (f) => `Stop the service ${fact(f, 'subject')}`, ja: (f) => `サービス ${fact(f, 'subject')} を停止` },
};

export const operationText = (operation: Operation): Text => {
  const subject =
    'service' in operation
      ? operation.service
      : 'pool' in operation
        ? operation.pool
        : 'name' in operation
          ? operation.name
          : 'node' in operation
            ? operation.node
            : '';
  const facts: Facts = { subject, machine: operation.machine, reset: 'resetAuthorization' in operation && operation.resetAuthorization };
  const text = kinds[operation.operation];
  // A client's service is named with its client; the server's own goes without saying.
  const at = 'service' in operation && operation.service === 'wuauserv' ? `${operation.machine}: ` : '';
  return { en: () => `${at}${say(text, 'en', facts)}`, ja: () => `${at}${say(text, 'ja', facts)}` };
};

const inherits: Text = { en: 'No own setting (inherits from above)', ja: '個別の設定なし (上位から継承)' };
const everyone: Text = { en: 'Own setting: everybody admitted', ja: '個別の設定: すべて許可' };
const nobody: Text = { en: '(no address listed: nobody is admitted)', ja: '(アドレスなし: 全員拒否)' };

function ownLines(own: Own, lang: Lang): string[] {
  const pick = (en: string, ja: string) => (lang === 'en' ? en : ja);
  if (own.iis === 7) {
    const lines = own.entries.map((e) => {
      if (e.verb === 'clear') return pick('clear inherited entries', '継承した項目をすべて消去');
      const what = 'domain' in e ? e.domain : `${e.address} / ${e.mask}`;
      if (e.verb === 'remove') return pick(`without the inherited entry ${what}`, `継承した項目 ${what} を除外`);
      return e.allowed ? pick(`allow ${what}`, `許可 ${what}`) : pick(`deny ${what}`, `拒否 ${what}`);
    });
    const unlisted =
      own.allowUnlisted === undefined ? [] : [own.allowUnlisted ? pick('all others: allow', 'そのほか: 許可') : pick('all others: deny', 'そのほか: 拒否')];
    return [pick('Own entries:', '個別の項目:'), ...lines, ...unlisted];
  }
  const names = (list: Own['iis'] extends 6 ? never : unknown) =>
    Array.isArray(list) ? (list as string[]) : list === 'not-decoded' ? [pick('host names (not decoded)', 'ホスト名 (解読不可)')] : [];
  const entries = own.grantByDefault
    ? [...own.deny.map((e) => `${e.address} / ${e.mask}`), ...names(own.denyNames)]
    : [...own.grant.filter((e) => !(e.address === '0.0.0.0' && e.mask === '255.255.255.255')).map((e) => `${e.address} / ${e.mask}`), ...names(own.grantNames)];
  if (own.grantByDefault && entries.length === 0) return [say(everyone, lang)];
  const head = own.grantByDefault
    ? pick('Own setting: granted, except:', '個別の設定: 許可 (次を除く)')
    : pick('Own setting: denied, except:', '個別の設定: 拒否 (次を除く)');
  return [head, ...(entries.length === 0 ? [say(nobody, lang)] : entries)];
}

const inWords = (value: unknown, lang: Lang): string => {
  if (value === 'inherits') return say(inherits, lang);
  if (typeof value === 'string') return words[value] ? say(words[value] as Text, lang) : value;
  if (value !== null && typeof value === 'object' && 'own' in value) {
    const { own } = value as Exclude<Setting, 'inherits'> | RegistryValue;
    return 'iis' in own ? ownLines(own, lang).join('\n') : `${own.value} (${own.type})`;
  }
  return value === null || value === undefined ? '?' : JSON.stringify(value);
};

/** A value as lines of text. */
export const valueText = (value: unknown): Text => ({ en: () => inWords(value, 'en'), ja: () => inWords(value, 'ja') });

export const riskTexts: Record<Risk, Text> = {
  none: { en: 'No risk known', ja: '既知のリスクはありません' },
  low: { en: 'Low: acts at once, no restart', ja: '低: すぐに反映され、再起動は不要です' },
  medium: { en: 'Medium: others notice it while it lasts', ja: '中: 実行中は利用者に影響することがあります' },
};

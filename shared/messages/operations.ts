/** What an operation does, in words, and values as people read them. */
import type { Operation, OperationKind, Risk } from '../operation';
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
  paused: { en: 'Paused', ja: '一時停止' },
};

const kinds: Record<OperationKind, Text> = {
  'ip-restriction.replace': { en: (f) => `Address list of ${fact(f, 'subject')}`, ja: (f) => `${fact(f, 'subject')} のアドレス制限リスト` },
  'service.set-start-mode': { en: (f) => `Startup type of ${fact(f, 'subject')}`, ja: (f) => `${fact(f, 'subject')} のスタートアップの種類` },
  'service.start': { en: (f) => `Start the service ${fact(f, 'subject')}`, ja: (f) => `サービス ${fact(f, 'subject')} を開始` },
  'service.stop': { en: (f) => `Stop the service ${fact(f, 'subject')}`, ja: (f) => `サービス ${fact(f, 'subject')} を停止` },
};

export const operationText = (operation: Operation): Text => {
  const facts: Facts = { subject: operation.operation === 'ip-restriction.replace' ? operation.node : operation.service };
  const text = kinds[operation.operation];
  return { en: () => say(text, 'en', facts), ja: () => say(text, 'ja', facts) };
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
  if (value !== null && typeof value === 'object' && 'own' in value) return ownLines((value as Exclude<Setting, 'inherits'>).own, lang).join('\n');
  return value === null || value === undefined ? '?' : JSON.stringify(value);
};

/** A value as lines of text. */
export const valueText = (value: unknown): Text => ({ en: () => inWords(value, 'en'), ja: () => inWords(value, 'ja') });

export const riskTexts: Record<Risk, Text> = {
  none: { en: 'No risk known', ja: '既知のリスクはありません' },
  low: { en: 'Low: acts at once, no restart, can be undone', ja: '低: すぐに反映され、再起動は不要です。元に戻せます' },
  medium: { en: 'Medium: interrupts whoever uses the service now', ja: '中: 現在サービスを使っている処理が中断されます' },
};

/** What was left out of a log, or is uncertain in it: the warnings of a file. */
import type { LogWarning } from '../log-tally';
import type { Text } from './text';
import { count, many } from './text';

const rows = (en: (rows: string) => string, ja: (rows: string) => string): Text => ({
  en: (f) => en(many(count(f, 'count'), 'row')),
  ja: (f) => ja(`${count(f, 'count')} 行`),
});

export const logWarningTexts: Record<LogWarning, Text> = {
  'not-a-log': { en: 'Not a log of IIS; not read.', ja: 'IIS のログではないため、読み取っていません。' },
  'not-read-iis-native': {
    en: 'The Microsoft IIS log format has no sub-status and writes local time; it is not read. Choose the W3C format in the site’s logging settings.',
    ja: 'Microsoft IIS ログ ファイル形式にはサブステータスがなく、時刻も現地時刻のため、読み取っていません。サイトのログの設定で W3C 形式を選択してください。',
  },
  'not-read-ncsa': {
    en: 'The NCSA log format has no sub-status; it is not read. Choose the W3C format in the site’s logging settings.',
    ja: 'NCSA 形式にはサブステータスがないため、読み取っていません。サイトのログの設定で W3C 形式を選択してください。',
  },
  'not-read-packed': { en: 'A packed file; unpack it first.', ja: '圧縮されたファイルです。先に展開してください。' },
  'cannot-be-read': { en: 'The file could not be read.', ja: 'ファイルを読み取れませんでした。' },
  'no-log-in-folder': { en: 'There is no log in this folder.', ja: 'このフォルダーにログがありません。' },
  'row-before-fields': rows(
    (n) => `${n} left out: no #Fields line stands before, so the columns are not known.`,
    (n) => `${n}を除外しました。前に #Fields の行がなく、列の意味がわかりません。`,
  ),
  'no-status': { en: 'The column sc-status is not logged, so refusals do not show.', ja: '列 sc-status が記録されていないため、拒否を確認できません。' },
  'no-sub-status': {
    en: 'The column sc-substatus is not logged. HTTP 403 at a WSUS directory is counted; that the address was the reason is likely, not certain.',
    ja: '列 sc-substatus が記録されていません。WSUS の仮想ディレクトリでの HTTP 403 を数えていますが、IP アドレスによる拒否とは限りません。',
  },
  'no-client-address': {
    en: 'Refusals without a client address that can be read are counted, but no client is shown for them.',
    ja: 'クライアントの IP アドレスを読み取れない拒否は、件数だけに含めています。',
  },
  'sub-status-503': rows(
    (n) => `${n} with sub-status 503 counted: IIS 8 and later may write a refusal by address so (field report).`,
    (n) => `サブステータス 503 の ${n}を数えました。IIS 8 以降は IP アドレスによる拒否をこのように記録することがあります (事例報告)。`,
  ),
  'short-row': rows(
    (n) => `${n} shorter than the #Fields line; what is there was read.`,
    (n) => `#Fields より値の少ない行が ${n}あります。記録されている値だけを読み取りました。`,
  ),
  'long-row': rows(
    (n) => `${n} longer than the #Fields line; read from the left.`,
    (n) => `#Fields より値の多い行が ${n}あります。左から読み取りました。`,
  ),
  'cut-last-row': rows(
    (n) => `${n} cut off and left out.`,
    (n) => `途中で切れた ${n}を除外しました。`,
  ),
  'nul-bytes': { en: 'The file holds NUL bytes, as after a crash; they were left out.', ja: '異常終了の後などに残る NUL バイトがあります。除外しました。' },
  'too-long-line': rows(
    (n) => `${n} longer than 256 KB left out.`,
    (n) => `256 KB を超える ${n}を除外しました。`,
  ),
  'no-time': rows(
    (n) => `${n} without a time that can be read; counted all the same.`,
    (n) => `日時を読み取れない行が ${n}あります。件数には含めています。`,
  ),
  'dates-out-of-order': {
    en: 'Times go back within the file; the first and the last time are still right.',
    ja: 'ファイル内で日時が前後しています。最初と最後の日時は正しく求めています。',
  },
  'more-paths': { en: 'For some clients only the first 20 paths are shown.', ja: '一部のクライアントは、最初の 20 件のパスだけを表示します。' },
  'fields-change': {
    en: 'The columns change within the file; each row was read by its own #Fields line.',
    ja: 'ファイルの途中で列が変わっています。各行は、その前の #Fields に従って読み取りました。',
  },
};

export const logTexts = {
  nothingRefused: { en: 'Nobody was refused by address.', ja: 'IP アドレスによる拒否はありません。' },
  utc: { en: 'Times are UTC.', ja: '時刻は UTC です。' },
} satisfies Record<string, Text>;

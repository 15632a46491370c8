/**
 * Exports of the event log as CSV, in any of three hands: Event Viewer of Vista and later (with a line of names, in the
 * system's language), of XP and 2003 (no names: date, time, source, type, category, event, user, computer, text), and
 * PowerShell's Export-Csv. Local time as written; a field may hold line breaks.
 */
import type { LogReader } from '../client-timeline';
import type { EventLevel, ServerEvents } from '../event-counts';
import { EventCounts } from '../event-counts';

/** Names of columns, as Windows writes them in English and Japanese, and PowerShell. */
const names = {
  level: ['level', 'leveldisplayname', 'entrytype', 'レベル', '種類'],
  at: ['date and time', 'timecreated', 'timegenerated', '日付と時刻'],
  source: ['source', 'providername', 'ソース'],
  id: ['event id', 'id', 'eventid', 'instanceid', 'イベント id'],
  message: ['task category', 'message', 'メッセージ', 'タスクのカテゴリ'],
} as const;
type Column = keyof typeof names;
type Columns = Readonly<Record<Column, number>>;

const old: Columns = { at: 0, source: 2, level: 3, id: 5, message: 8 };
const oldRow = /^"?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"?,"?[^,"]*\d?\d:\d\d:\d\d[^,"]*"?,[^,]+,[^,]+,[^,]*,\d+,/;

/** Values of one record; quotes are doubled within quotes. */
export function splitCsv(record: string): string[] {
  const values: string[] = [];
  for (const match of record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    values.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
  return values;
}

function columnsOf(record: string): Columns | null {
  const found = splitCsv(record.replace(/^\uFEFF/, '')).map((v) => v.trim().toLowerCase());
  const at = (column: Column) => found.findIndex((name) => (names[column] as readonly string[]).includes(name));
  const columns = { level: at('level'), at: at('at'), source: at('source'), id: at('id'), message: at('message') };
  return columns.id >= 0 && columns.source >= 0 && columns.at >= 0 ? columns : null;
}

export function looksLikeEventCsv(head: string): boolean {
  const lines = head.replace(/^\uFEFF/, '').split(/\r?\n/, 3);
  return lines.some((line) => columnsOf(line) !== null) || oldRow.test(lines[0] ?? '');
}

const levelOf = (text: string): EventLevel => (/error|critical|エラー|重大/i.test(text) ? 'error' : /warn|警告/i.test(text) ? 'warning' : 'information');
/** Event Viewer writes the text behind the named columns, without a name. */
const textOf = (values: readonly string[], named: string): string => (values.length === 6 ? (values[5] ?? '') : named);
const quotesIn = (text: string): number => text.split('"').length - 1;
const maxRecord = 65_536;

export function eventCsvReader(): LogReader<ServerEvents> {
  const counts = new EventCounts();
  let columns: Columns | null = null;
  let open = '';
  const record = (text: string) => {
    if (text.trim() === '' || text.startsWith('#TYPE')) return;
    if (columns === null) {
      columns = columnsOf(text);
      if (columns !== null) return;
      columns = old;
    }
    const values = splitCsv(text);
    const at = (column: Column) => (columns && columns[column] >= 0 ? (values[columns[column]] ?? '').trim() : '');
    const id = Number(at('id'));
    if (!Number.isInteger(id) || at('id') === '' || at('source') === '') {
      counts.unread++;
      return;
    }
    counts.rows++;
    const time = columns === old ? `${at('at')} ${(values[1] ?? '').trim()}` : at('at');
    counts.add(at('source'), id, levelOf(at('level')), time || null, textOf(values, at('message')));
  };
  return {
    line(text) {
      open = open === '' ? text : `${open}\n${text}`;
      if (quotesIn(open) % 2 === 1 && open.length < maxRecord) return;
      if (quotesIn(open) % 2 === 1) counts.unread++;
      else record(open);
      open = '';
    },
    end() {
      if (open !== '' && quotesIn(open) % 2 === 0) record(open);
      else if (open !== '') counts.unread++;
      return counts.end();
    },
  };
}

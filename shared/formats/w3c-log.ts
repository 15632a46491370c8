/**
 * W3C extended logs of IIS 5 to 10 (formats.md 3), as text: the `#Fields:` line, one row, and the kinds of log that carry the
 * same names. Bytes are electron/logs' matter; it hands over the rows that may matter, one by one.
 */

import { isWsusStem } from '../wsus-layout';

export const logKinds = ['w3c', 'iis-native', 'ncsa'] as const;
export type LogKind = (typeof logKinds)[number];

const w3cRow = /^\d{4}-\d\d-\d\d[ \t]\d\d:\d\d:\d\d /;
/** `192.168.16.21, -, 03/20/01, 7:55:20, W3SVC2, SERVER, ...`: comma and blank, local time. */
const nativeRow = /^[^\s,#][^,\r\n]*, [^,\r\n]*, [\d/.-]{6,10}, \d{1,2}:\d\d:\d\d, /;
/** `192.168.16.21 - CONTOSO\user [08/Apr/2001:17:39:04 -0800] "GET / HTTP/1.0" 200 3401` */
const ncsaRow = /^\S+ \S+ .{1,200}? \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "/;

/** What the first lines say the file is; null: no log of IIS. */
export function logKindOf(head: string): LogKind | null {
  const text = head.replace(/^\uFEFF/, '');
  if (/^#(Software|Version|Date|Start-Date|Fields|Remark):/im.test(text.slice(0, 2000))) return 'w3c';
  const [first = ''] = text.split(/\r?\n/, 1);
  if (nativeRow.test(first)) return 'iis-native';
  if (ncsaRow.test(first)) return 'ncsa';
  return w3cRow.test(first) ? 'w3c' : null;
}

/** Where each field of interest stands in a row; -1: not logged. */
export interface W3cFields {
  readonly count: number;
  readonly date: number;
  readonly time: number;
  readonly address: number;
  readonly stem: number;
  readonly server: number;
  readonly status: number;
  readonly subStatus: number;
}

/** Reads what follows `#Fields:`; the line may end with a blank. */
export function readFields(text: string): W3cFields {
  const names = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const at = (name: string) => names.indexOf(name);
  return {
    count: names.length,
    date: at('date'),
    time: at('time'),
    address: at('c-ip'),
    stem: at('cs-uri-stem'),
    server: at('s-ip'),
    status: at('sc-status'),
    subStatus: at('sc-substatus'),
  };
}

export interface W3cRow {
  /** Eight digits as a number, 20260303; null: not there or not a date. */
  readonly day: number | null;
  /** Seconds since midnight UTC. */
  readonly second: number | null;
  readonly address: string;
  readonly stem: string;
  /** s-ip: the server's own address. */
  readonly server: string;
  readonly status: string;
  /** null: not logged. */
  readonly subStatus: string | null;
  /** More or fewer values than fields. */
  readonly shape: 'whole' | 'short' | 'long';
}

/** Splits outside double quotes: Advanced Logging writes blanks within them. */
const quoted = /"[^"]*"|[^ ]+/g;

/**
 * The values of a row: one blank apart. A second blank in a row is an empty value where the count then fits, else a slip of
 * the writer; quotes are tried last.
 */
export function splitRow(text: string, count: number): string[] {
  const plain = text.split(' ');
  if (plain.length <= count) return plain;
  const dense = plain.filter((v) => v !== '');
  if (dense.length <= count) return dense.length === count ? dense : plain;
  if (!text.includes('"')) return plain;
  return (text.match(quoted) ?? []).map((v) => v.replace(/^"|"$/g, ''));
}

const digits = (text: string | undefined, pattern: RegExp): number[] | null =>
  pattern
    .exec(text ?? '')
    ?.slice(1)
    .map(Number) ?? null;

/** 2026-03-03 -> 20260303; null where it is no date. */
export function readDay(text: string | undefined): number | null {
  const read = digits(text, /^(\d{4})-(\d\d)-(\d\d)$/);
  if (!read) return null;
  const [y = 0, m = 0, d = 0] = read;
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? y * 10000 + m * 100 + d : null;
}

/** 14:03:59 -> seconds; IIS may write one digit for the hour in other formats, never here. */
export function readSecond(text: string | undefined): number | null {
  const read = digits(text, /^(\d\d):(\d\d):(\d\d)/);
  if (!read) return null;
  const [h = 0, m = 0, s = 0] = read;
  return h < 24 && m < 60 && s < 61 ? h * 3600 + m * 60 + s : null;
}

/** Reads one row by its fields. */
export function readRow(fields: W3cFields, text: string): W3cRow {
  const values = splitRow(text.replace(/[\r\n ]+$/, ''), fields.count);
  const at = (index: number) => (index < 0 ? undefined : values[index]);
  return {
    day: readDay(at(fields.date)),
    second: readSecond(at(fields.time)),
    address: at(fields.address) ?? '-',
    stem: at(fields.stem) ?? '-',
    server: at(fields.server) ?? '-',
    status: at(fields.status) ?? '-',
    subStatus: fields.subStatus < 0 ? null : (at(fields.subStatus) ?? '-'),
    shape: values.length === fields.count ? 'whole' : values.length < fields.count ? 'short' : 'long',
  };
}

/**
 * How a row says "refused by address". `certain`: 403.6. `newer`: 401, 403 or 404 with sub-status 503, which IIS 8 and later
 * may write (one public answer, field-report). `likely`: a 403 of a WSUS path where sub-statuses are not logged.
 */
export function refusalOf(row: Pick<W3cRow, 'status' | 'subStatus' | 'stem'>): 'certain' | 'newer' | 'likely' | null {
  if (row.status !== '403' && row.status !== '401' && row.status !== '404') return null;
  if (row.subStatus === null) return row.status === '403' && isWsusStem(row.stem) ? 'likely' : null;
  if (row.status === '403' && row.subStatus === '6') return 'certain';
  return row.subStatus === '503' ? 'newer' : null;
}

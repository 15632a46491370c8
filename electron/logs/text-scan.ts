/** Reads logs that are not of IIS, line by line as text: client logs, SoftwareDistribution.log, event exports. Blocking. */
import type { ClientLog, LogReader } from '../../shared/client-timeline';
import type { ServerEvents } from '../../shared/event-counts';
import { eventCsvReader, looksLikeEventCsv } from '../../shared/formats/event-csv';
import { looksLikeReportingEvents, reportingEventsReader } from '../../shared/formats/reporting-events';
import { looksLikeSoftwareDistribution, softwareDistributionReader } from '../../shared/formats/software-distribution';
import { looksLikeWindowsUpdateLog, windowsUpdateReader } from '../../shared/formats/windows-update-log';
import { decodeText } from '../targets/decode';
import type { LineTaker } from './lines';
import { Lines } from './lines';
import type { Desk } from './rows';

export const textLogKinds = ['windows-update', 'reporting-events', 'software-distribution', 'event-csv'] as const;
export type TextLogKind = (typeof textLogKinds)[number];
export interface TextLog {
  readonly kind: TextLogKind;
  /** Null: its bytes are handed in. */
  readonly path: string | null;
  readonly file: string;
  readonly size: number;
}
export type TextAnswer = { readonly client: ClientLog } | { readonly server: ServerEvents };

/** What the first lines say it is; null: none of these. */
export function textLogKindOf(head: string): TextLogKind | null {
  if (looksLikeReportingEvents(head)) return 'reporting-events';
  if (looksLikeSoftwareDistribution(head)) return 'software-distribution';
  if (looksLikeWindowsUpdateLog(head)) return 'windows-update';
  return looksLikeEventCsv(head) ? 'event-csv' : null;
}

function readerOf({ kind, file }: TextLog): { line(text: string): void; answer(): TextAnswer } {
  const of = <T>(reader: LogReader<T>, wrap: (value: T) => TextAnswer) => ({ line: (text: string) => reader.line(text), answer: () => wrap(reader.end()) });
  if (kind === 'windows-update') return of(windowsUpdateReader(file), (client) => ({ client }));
  if (kind === 'reporting-events') return of(reportingEventsReader(file), (client) => ({ client }));
  return of(kind === 'event-csv' ? eventCsvReader() : softwareDistributionReader(), (server) => ({ server }));
}

export class TextScan implements LineTaker {
  private readonly lines: Lines;
  private readonly reader: ReturnType<typeof readerOf>;
  /** UTF-16: line ends are two bytes, and either byte may be one of another letter. */
  private wide: 'utf-16le' | 'utf-16be' | null = null;
  private held: Buffer[] = [];
  private first = true;

  constructor(log: TextLog) {
    this.lines = new Lines({ path: log.path, from: 0, to: log.size, size: log.size }, this);
    this.reader = readerOf(log);
  }

  step(): number {
    return this.lines.step();
  }
  take(chunk: Uint8Array): void {
    this.lines.take(chunk);
  }
  finish(): void {
    this.lines.finish();
  }
  close(): void {
    this.lines.close();
  }
  result(): TextAnswer {
    if (this.held.length > 0) this.wideLine(Buffer.concat(this.held));
    this.held = [];
    return this.reader.answer();
  }

  /** Every line is wanted as text. */
  pass(_: Desk, start: number): number {
    return start;
  }

  tooLong(): void {}

  line({ bytes }: Desk, start: number, end: number): void {
    if (this.first)
      this.wide = bytes[start] === 0xff && bytes[start + 1] === 0xfe ? 'utf-16le' : bytes[start] === 0xfe && bytes[start + 1] === 0xff ? 'utf-16be' : null;
    this.first = false;
    if (this.wide === null) this.reader.line(decodeText(bytes.subarray(start, end)).replace(/\0+/g, ''));
    else this.widePiece(Buffer.from(bytes.subarray(start, end)));
  }

  /** A line end was one where the bytes before it are whole letters and, little-endian, a zero follows. */
  private widePiece(piece: Buffer): void {
    const open = Buffer.concat(this.held);
    const ends = this.wide === 'utf-16le' ? open.length % 2 === 0 && piece[0] === 0 : open.length % 2 === 1 && open.at(-1) === 0;
    if (this.held.length > 0 && !ends && open.length < 65_536) {
      this.held = [Buffer.concat([open, Buffer.of(10), piece])];
      return;
    }
    if (this.held.length > 0) this.wideLine(this.wide === 'utf-16be' ? open.subarray(0, -1) : open);
    this.held = [this.held.length > 0 && this.wide === 'utf-16le' ? piece.subarray(1) : piece];
  }

  private wideLine(bytes: Buffer): void {
    const text = new TextDecoder(this.wide ?? 'utf-16le').decode(bytes);
    if (text.trim() !== '') this.reader.line(text.replace(/[\r\0]+$/, ''));
  }
}

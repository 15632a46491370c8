/**
 * What one part of a log says. A row is looked at from its end, where the status stands; only what may be a refusal is read
 * further, and only what is odd becomes text (shared/formats/w3c-log.ts decides there). Blocking.
 */
import type { W3cFields, W3cRow } from '../../shared/formats/w3c-log';
import { readDay, readFields, readRow, refusalOf } from '../../shared/formats/w3c-log';
import type { LogTally, Moment } from '../../shared/log-tally';
import { emptyTally, momentOf, warn } from '../../shared/log-tally';
import { nextDay, RowClock } from './clock';
import { Counter } from './count';
import type { LineTaker, Range } from './lines';
import { Lines } from './lines';
import type { Bytes, Desk } from './rows';

/** What is in force at a place in a file: the fields, and the time where rows have no date. */
export interface Header {
  readonly fields: string | null;
  /** 20260303 */
  readonly date: number | null;
  /** Where rows have no date: seconds of the last row, so that midnight is seen. */
  readonly second: number | null;
}
export interface Part extends Range {
  /** Taken to be in force at `from`. */
  readonly header: Header;
  /** Whether every client is wanted, not only the refused ones. */
  readonly everyone: boolean;
}
export interface PartResult {
  readonly tally: LogTally;
  /** In force at the end of the part. */
  readonly header: Header;
  /** Whether it holds a header of its own, and rows before it. */
  readonly ownHeader: boolean;
  readonly rowsBeforeHeader: boolean;
  readonly first: Moment | null;
  readonly last: Moment | null;
}

/** How a row's bytes are looked at under one header. */
interface Layout {
  readonly fields: W3cFields;
  /** Values after sc-status; -1: rows must be read whole. */
  readonly after: number;
  /** A row begins with date and time, and sc-substatus stands behind sc-status. */
  readonly usual: boolean;
}
const layoutOf = (text: string): Layout => {
  const fields = readFields(text);
  const after = fields.status < 0 ? -1 : fields.count - 1 - fields.status;
  const usual = fields.date === 0 && fields.time === 1 && fields.subStatus === fields.status + 1 && fields.address >= 0 && fields.stem >= 0;
  return { fields, after, usual: usual && after >= 0 && after <= 8 };
};

export class PartScan implements LineTaker {
  readonly tally = emptyTally();
  private readonly lines: Lines;
  private readonly clock = new RowClock(this.tally);
  private readonly counter = new Counter(this.tally);
  private layout: Layout | null = null;
  /** Values after sc-status of rows that may be passed over; -1: none may. */
  private after = -1;
  private fieldsText: string | null;
  private date: number | null;
  private second: number | null;
  private ownHeader = false;
  private rowsBeforeHeader = false;
  constructor(private readonly part: Part) {
    this.lines = new Lines(part, this);
    const { fields, date, second } = part.header;
    this.fieldsText = fields;
    this.setLayout(fields === null ? null : layoutOf(fields));
    this.date = date;
    this.second = second;
  }

  private setLayout(layout: Layout | null): void {
    this.layout = layout;
    this.after = layout?.usual && !this.part.everyone ? layout.after : -1;
  }

  close(): void {
    this.lines.close();
  }
  step(): number {
    return this.lines.step();
  }
  /** Bytes from elsewhere; see Lines. */
  take(chunk: Uint8Array): void {
    this.lines.take(chunk);
  }
  finish(): void {
    this.lines.finish();
  }

  result(): PartResult {
    this.clock.close();
    return {
      tally: this.tally,
      header: { fields: this.fieldsText, date: this.date, second: this.second },
      ownHeader: this.ownHeader,
      rowsBeforeHeader: this.rowsBeforeHeader,
      first: this.clock.first,
      last: this.clock.last,
    };
  }

  tooLong(nul: boolean): void {
    warn(this.tally, nul ? 'nul-bytes' : 'too-long-line');
  }

  pass(desk: Desk, start: number, stop: number, end: number): number {
    if (this.after < 0) return start;
    const passed = desk.pass(start, stop, end, this.after, this.clock.day, this.clock.second);
    this.tally.rows += passed.rows;
    this.clock.second = passed.second;
    return passed.at;
  }

  line(desk: Desk, start: number, end: number, last: boolean): void {
    if (last || this.layout === null || !this.layout.usual || !this.usualRow(desk, start, end, this.layout)) this.odd(desk.bytes, start, end, last);
  }

  /** A row like nearly all; false: it has to be read whole. */
  private usualRow(desk: Desk, start: number, end: number, layout: Layout): boolean {
    const { bytes } = desk;
    const lead = bytes[start] as number;
    if (lead < 48 || lead > 57 || bytes[end - 1] === 32) return false;
    let at = end - 1;
    for (let left = layout.after; left > 0 && at > start; at--) if (bytes[at] === 32) left--;
    if (at - 22 < start || bytes[at - 3] !== 32) return false;
    const status = (bytes[at - 2] as number) * 100 + (bytes[at - 1] as number) * 10 + (bytes[at] as number) - 5328;
    if (status < 100 || status > 599 || !this.clock.readAt(bytes, start)) return false;
    const refusal = status === 403 || status === 401 || status === 404 ? subStatusAt(bytes, at + 1, end, status) : null;
    if (refusal === null && !this.part.everyone) {
      this.tally.rows++;
      return true;
    }
    const { fields } = layout;
    // Odd after all: its time was counted already, and is the same when it is read again.
    if (!desk.find(start, end, fields.count)) return false;
    this.tally.rows++;
    const address = desk.value(fields.address);
    const stem = desk.value(fields.stem);
    if (refusal !== null) this.counter.refused(refusal, address, stem, this.clock.now);
    if (this.part.everyone && (fields.server < 0 || address !== desk.value(fields.server))) this.counter.asked(address, stem, String(status), this.clock.now);
    return true;
  }

  /** A directive, or a row that has to be read whole. `cut`: no line end stands behind it. */
  private odd(bytes: Bytes, start: number, end: number, cut: boolean): void {
    let text = bytes.latin1Slice(start, end).replace(/^\u00ef\u00bb\u00bf/, '');
    if (text.includes('\0')) {
      warn(this.tally, 'nul-bytes');
      // What stands before them was being written when the machine went down.
      const pieces = text.split(/\0+/);
      text = pieces.pop() ?? '';
      if (text === '' && cut) text = pieces.pop() ?? '';
      if (pieces.some((piece) => piece.trim() !== '')) warn(this.tally, 'cut-last-row');
    }
    if (text.trim() === '') return;
    if (text.startsWith('#')) this.directive(text.trimEnd(), cut);
    else if (this.layout === null) warn(this.tally, 'row-before-fields');
    else this.wholeRow(readRow(this.layout.fields, text), cut);
  }

  private wholeRow(row: W3cRow, cut: boolean): void {
    if (cut && row.shape === 'short') {
      warn(this.tally, 'cut-last-row');
      return;
    }
    this.tally.rows++;
    if (row.shape !== 'whole') warn(this.tally, row.shape === 'short' ? 'short-row' : 'long-row');
    const moment = this.momentOfRow(row);
    const refusal = refusalOf(row);
    if (refusal !== null) this.counter.refused(refusal, row.address, row.stem, moment);
    if (this.part.everyone && row.address !== row.server) this.counter.asked(row.address, row.stem, row.status, moment);
  }

  /** Rows without a date take the header's; a time that jumps back by half a day begins the next one. */
  private momentOfRow(row: W3cRow): Moment | null {
    let { day } = row;
    if (row.second !== null && this.layout && this.layout.fields.date < 0 && this.date !== null) {
      if (this.second !== null && this.second - row.second > 43_200) this.date = nextDay(this.date);
      this.second = row.second;
      day = this.date;
    }
    if (day === null || row.second === null) {
      warn(this.tally, 'no-time');
      return null;
    }
    this.clock.tick(day, row.second);
    return momentOf(day, row.second);
  }

  private directive(text: string, cut: boolean): void {
    const fields = /^#Fields:(.*)$/i.exec(text);
    const date = /^#(?:Start-)?Date:\s*(\d{4}-\d\d-\d\d)/i.exec(text);
    if (date) {
      this.date = readDay(date[1]);
      this.second = null;
    }
    if (!fields || cut) return;
    if (!this.ownHeader) this.rowsBeforeHeader = this.tally.rows > 0 || this.tally.warnings['row-before-fields'] !== undefined;
    this.ownHeader = true;
    const next = (fields[1] as string).trim().replace(/\s+/g, ' ');
    if (next === this.fieldsText) return;
    if (this.fieldsText !== null) warn(this.tally, 'fields-change');
    this.fieldsText = next;
    const layout = layoutOf(next);
    this.setLayout(layout);
    const { status, subStatus, address } = layout.fields;
    if (status < 0) warn(this.tally, 'no-status');
    else if (subStatus < 0) warn(this.tally, 'no-sub-status');
    if (address < 0) warn(this.tally, 'no-client-address');
  }
}

/** The sub-status behind a status: `6` of 403, or `503`; null: no refusal by address. */
function subStatusAt(bytes: Bytes, at: number, end: number, status: number): 'certain' | 'newer' | null {
  const ends = (i: number) => i >= end || bytes[i] === 32;
  if (bytes[at + 1] === 54 && ends(at + 2)) return status === 403 ? 'certain' : null;
  return bytes[at + 1] === 53 && bytes[at + 2] === 48 && bytes[at + 3] === 51 && ends(at + 4) ? 'newer' : null;
}

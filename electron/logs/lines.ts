/** The lines of one part of a file, in blocks of 1 MB, without a text being made. Blocking. */
import * as fs from 'node:fs';
import type { Bytes } from './rows';
import { Desk } from './rows';

export interface Range {
  readonly path: string | null;
  /** Lines that begin at or after `from` and before `to`. */
  readonly from: number;
  readonly to: number;
  /** Bytes of the whole file when it was first looked at. */
  readonly size: number;
}
export interface LineTaker {
  /** Takes lines from `start` on that it can without a look at each; where the first begins that it has not. They begin before `stop`. */
  pass(desk: Desk, start: number, stop: number, end: number): number;
  /** A line without its line end. `last`: the file's last one, where no line end stands behind it. */
  line(desk: Desk, start: number, end: number, last: boolean): void;
  /** A line longer than any row. `nul`: it is filled with NUL. */
  tooLong(nul: boolean): void;
}

const block = 1 << 20;
/** http.sys takes URLs of 16 KB and headers of 64 KB; a longer line is no row. */
export const maxLine = 1 << 18;
/** Read beyond the end of a part for its last line. */
const beyond = 1 << 16;

/** Memory of the part before: new memory for each part would cost more than reading the part. */
let spare: Desk | null = null;

export class Lines {
  private readonly desk: Desk;
  private readonly bytes: Bytes;
  private readonly fd: number | null;
  /** Index of the line being read, and of the end of what was read. */
  private start = 0;
  private end = 0;
  /** File offset of the buffer's first byte. */
  private base: number;
  /** Until the next line end nothing counts: the line began before this part, or is too long. */
  private skipping: boolean;
  private done = false;

  /** `path` null: what is read is handed in (`take`), from the beginning on. */
  constructor(
    private readonly range: Range,
    private readonly taker: LineTaker,
  ) {
    this.desk = spare ?? new Desk(block + maxLine);
    this.bytes = this.desk.bytes;
    spare = null;
    this.fd = range.path === null ? null : fs.openSync(range.path, 'r');
    this.skipping = range.from > 0;
    this.base = Math.max(0, range.from - 1);
  }

  /** Nothing is read after this. */
  close(): void {
    if (this.fd !== null) fs.closeSync(this.fd);
    spare = this.desk;
  }

  /** Reads the next block; bytes read, 0 where the part is done. */
  step(): number {
    if (this.done || this.fd === null) return 0;
    const { to, size } = this.range;
    const position = this.base + this.end;
    const wanted = position < to ? Math.min(block, to - position) : Math.min(beyond, size - position);
    const read = wanted <= 0 ? 0 : fs.readSync(this.fd, this.bytes, this.end, wanted, position);
    if (read === 0) this.finish();
    else this.added(read);
    return read;
  }

  /** Takes bytes in, of any length. */
  take(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && !this.done; at += block) {
      const piece = chunk.subarray(at, at + block);
      this.bytes.set(piece, this.end);
      this.added(piece.length);
    }
  }

  /** Nothing more comes: what is left is the last line. */
  finish(): void {
    if (this.done) return;
    this.done = true;
    this.lastLine();
  }

  private added(read: number): void {
    const from = this.end;
    this.end += read;
    this.split(from);
    if (!this.done) this.keepRest();
  }

  private split(from: number): void {
    const { bytes, taker } = this;
    const view = bytes.subarray(0, this.end);
    // A line that begins at or after this index belongs to the next part.
    const stop = this.range.to - this.base;
    let { start } = this;
    for (let at = view.indexOf(10, from); at >= 0; at = view.indexOf(10, start)) {
      if (this.skipping) this.skipping = false;
      else {
        const end = at > start && bytes[at - 1] === 13 ? at - 1 : at;
        if (end > start) taker.line(this.desk, start, end, false);
      }
      start = at + 1;
      if (start < stop) start = taker.pass(this.desk, start, stop, this.end);
      if (start >= stop) {
        this.done = true;
        break;
      }
    }
    this.start = start;
  }

  /** Moves what is left of a line to the front; a line beyond every limit is left out. */
  private keepRest(): void {
    const rest = this.end - this.start;
    if (this.skipping || rest > maxLine) {
      if (!this.skipping) this.taker.tooLong(this.bytes[this.end - 1] === 0);
      this.skipping = true;
      this.base += this.end;
      this.start = 0;
      this.end = 0;
      this.done = this.base >= this.range.to;
      return;
    }
    this.bytes.copyWithin(0, this.start, this.end);
    this.base += this.start;
    this.start = 0;
    this.end = rest;
  }

  private lastLine(): void {
    if (!this.skipping && this.end > this.start) this.taker.line(this.desk, this.start, this.end, true);
  }
}

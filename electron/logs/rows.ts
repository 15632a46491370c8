/** Memory for a block of a log, and what passes over the usual rows in it (rows.wat). */

/** Node's own quick slice, which its types leave out. */
export interface Bytes extends Buffer {
  latin1Slice(start: number, end: number): string;
}
declare const __LOG_ROWS__: string | undefined;

/** What of WebAssembly is used; Node's types leave it out. */
interface Rows {
  readonly memory: { readonly buffer: ArrayBuffer };
  pass(at: number, stop: number, end: number, after: number): number;
  values(at: number, end: number): number;
}
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** Bytes from here on are the block's. */
const base = 1 << 16;
/** Of rows.wat's own memory, up to 64 ends of values. */
const words = 8 + 64;
let made: object | null = null;

function open(): Rows | null {
  if (typeof __LOG_ROWS__ !== 'string') return null;
  try {
    made ??= new WebAssembly.Module(Buffer.from(__LOG_ROWS__, 'base64'));
    return new WebAssembly.Instance(made).exports as Rows;
  } catch {
    // Switched off, or no address space for its memory: every row is read in JavaScript.
    return null;
  }
}

/** What was passed over. */
export interface Passed {
  /** Where the first line begins that was not. */
  readonly at: number;
  readonly rows: number;
  /** Of the last row passed; the one given where there is none. */
  readonly second: number;
}

export class Desk {
  readonly bytes: Bytes;
  private readonly rows: Rows | null;
  private readonly state: Int32Array;
  private day = 0;
  /** Of the row found last. */
  private start = 0;

  /** `size`: bytes of a block, at most 1.3 MB. */
  constructor(size: number) {
    this.rows = open();
    const memory = this.rows?.memory.buffer ?? null;
    this.bytes = (memory ? Buffer.from(memory, base, size) : Buffer.allocUnsafeSlow(size)) as unknown as Bytes;
    this.state = memory ? new Int32Array(memory, 0, words) : new Int32Array(words);
  }

  /**
   * Passes over whole rows from `start` on that begin before `stop`, of the bytes up to `end`: rows of `day` (20260303), not
   * before `second`, with `after` values behind the status, that are no refusal.
   */
  pass(start: number, stop: number, end: number, after: number, day: number, second: number): Passed {
    const { rows, state } = this;
    if (rows === null) return { at: start, rows: 0, second };
    if (day !== this.day) this.write(day);
    state[4] = second;
    const at = rows.pass(base + start, base + Math.min(stop, end), base + end, after) - base;
    return { at, rows: state[5] as number, second: state[4] as number };
  }

  /** Finds the values of a row; whether it has `count` of them, none empty, without quotes and NUL. They are there for `value` then. */
  find(start: number, end: number, count: number): boolean {
    this.start = start;
    return this.rows !== null && this.rows.values(base + start, base + end) === count;
  }
  /** The value of this number in the row found last. */
  value(index: number): string {
    const from = index === 0 ? this.start : (this.state[7 + index] as number) - base + 1;
    return this.bytes.latin1Slice(from, (this.state[8 + index] as number) - base);
  }

  private write(day: number): void {
    this.day = day;
    const digits = String(day).padStart(8, '0');
    Buffer.from(this.state.buffer).write(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)} `, 'latin1');
  }
}

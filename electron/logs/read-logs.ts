/** Reads logs in parts, in threads, and joins the parts in their order: the same answer whatever the number of threads. */
import { availableParallelism } from 'node:os';
import { readFields } from '../../shared/formats/w3c-log';
import type { LogTally, Moment } from '../../shared/log-tally';
import { addTally, emptyTally, warn } from '../../shared/log-tally';
import type { NamedLog } from './find';
import type { Header, Part, PartResult } from './scan';
import type { Seats } from './seats';
import { openSeats } from './seats';

export interface ReadLog {
  readonly path: string;
  readonly bytes: number;
  readonly tally: LogTally;
}
export interface ReadOptions {
  readonly everyone: boolean;
  readonly signal: AbortSignal;
  readonly progress?: (bytes: number, total: number) => void;
  /** Whether this thread reads and no other: two gigabytes take it less time than grep, and a second one starts in that of 200 MB. */
  readonly here?: boolean;
  /** Bytes of a part; smaller in tests. */
  readonly partBytes?: number;
}

const mega = 1 << 20;
/** 16 parts of a big file balance two threads; below 8 MB a part is not worth its message, and one reader needs no parts. */
const partBytesOf = (size: number, readers: number): number => (readers === 1 ? size : Math.min(128 * mega, Math.max(8 * mega, Math.ceil(size / 16))));

const none: Header = { fields: null, date: null, second: null };
const hasDate = (fields: string | null): boolean => fields !== null && readFields(fields).date >= 0;
const same = (a: Header, b: Header): boolean => a.fields === b.fields && (hasDate(a.fields) || (a.date === b.date && a.second === b.second));

/** One file: its parts, what is known of them, and how far they are joined. */
class FileParts {
  readonly tally = emptyTally();
  private readonly results: ({ assumed: Header; result: PartResult } | undefined)[];
  private readonly bounds: readonly { from: number; to: number }[];
  private given = 0;
  private joined = 0;
  private header: Header = none;
  private last: Moment | null = null;
  /** Parts to be read again, with the header that is in force there. */
  private readonly again: number[] = [];

  constructor(
    readonly log: NamedLog,
    private readonly everyone: boolean,
    partBytes: number,
  ) {
    // Rows without a date need every row before them.
    const size = hasDate(log.fields) ? partBytes : Math.max(1, log.bytes);
    this.bounds = Array.from({ length: Math.ceil(log.bytes / size) }, (_, i) => ({ from: i * size, to: Math.min(log.bytes, (i + 1) * size) }));
    this.results = this.bounds.map(() => undefined);
  }

  get done(): boolean {
    return this.joined === this.bounds.length;
  }

  /** The next part to read, or null. */
  next(): { index: number; part: Part } | null {
    const index = this.again.shift() ?? (this.given < this.bounds.length ? this.given++ : null);
    if (index === null) return null;
    const usual: Header = this.header.fields === null ? { fields: this.log.fields, date: null, second: null } : this.header;
    const header = index === 0 ? none : index === this.joined ? this.header : usual;
    return {
      index,
      part: { path: this.log.path, size: this.log.bytes, ...(this.bounds[index] as { from: number; to: number }), header, everyone: this.everyone },
    };
  }

  take(index: number, assumed: Header, result: PartResult): void {
    this.results[index] = { assumed, result };
    for (let next = this.results[this.joined]; next; next = this.results[this.joined]) {
      const judgedAlone = next.result.ownHeader && !next.result.rowsBeforeHeader;
      if (!judgedAlone && !same(next.assumed, this.header)) {
        this.results[this.joined] = undefined;
        this.again.push(this.joined);
        return;
      }
      this.join(next.result, next.assumed);
      this.results[this.joined] = undefined;
      this.joined++;
    }
  }

  private join(result: PartResult, assumed: Header): void {
    const { warnings } = result.tally;
    // A part that is right by itself may have been told another header: no change of fields.
    if (!same(assumed, this.header) && warnings['fields-change'] !== undefined && result.header.fields === this.header.fields) delete warnings['fields-change'];
    addTally(this.tally, result.tally);
    if (this.last !== null && result.first !== null && result.first < this.last - 60) warn(this.tally, 'dates-out-of-order');
    this.last = result.last ?? this.last;
    this.header = result.header;
  }

  lost(): void {
    warn(this.tally, 'cannot-be-read');
    this.joined = this.bounds.length;
    this.given = this.bounds.length;
    this.again.length = 0;
  }
}

async function readWith(seats: Seats, files: readonly FileParts[], signal: AbortSignal): Promise<void> {
  const take = (): { file: FileParts; index: number; part: Part } | null => {
    for (const file of files) {
      const next = file.done ? null : file.next();
      if (next) return { file, ...next };
    }
    return null;
  };
  let idle: (() => void)[] = [];
  let busy = 0;
  const sit = async (seat: Seats['all'][number]): Promise<void> => {
    while (!signal.aborted) {
      const task = take();
      if (task) {
        busy++;
        try {
          const result = await seat.run(task.part);
          if (!signal.aborted) task.file.take(task.index, task.part.header, result);
        } catch {
          task.file.lost();
        }
        busy--;
        for (const wake of idle) wake();
        idle = [];
      } else if (busy === 0) return;
      // A part that is being read may turn out to need another reading.
      else await new Promise<void>((wake) => idle.push(wake));
    }
    for (const wake of idle) wake();
  };
  await Promise.all(seats.all.map(sit));
}

/** Every log named, with what it says; those that are not read carry the reason. */
export async function readLogs(logs: readonly NamedLog[], options: ReadOptions): Promise<ReadLog[]> {
  const { signal, progress } = options;
  const wanted = logs.filter((log) => log.why === null);
  const total = wanted.reduce((sum, log) => sum + log.bytes, 0);
  const threads = options.here ? 0 : Math.max(1, Math.min(2, availableParallelism(), Math.ceil(total / (16 * mega))));
  const files = wanted.map((log) => new FileParts(log, options.everyone, options.partBytes ?? partBytesOf(log.bytes, Math.max(1, threads))));
  if (total > 0) {
    const seats = openSeats(threads);
    const tell = () => progress?.(Math.min(total, seats.bytes()), total);
    const timer = setInterval(tell, 100);
    const stop = () => seats.stop();
    signal.addEventListener('abort', stop);
    try {
      await readWith(seats, files, signal);
      if (!signal.aborted) progress?.(total, total);
    } finally {
      clearInterval(timer);
      signal.removeEventListener('abort', stop);
      seats.close();
    }
  }
  const read = new Map(files.map((file) => [file.log, file.tally]));
  return logs.map((log) => {
    const tally = read.get(log) ?? emptyTally();
    if (log.why !== null) warn(tally, log.why);
    return { path: log.path, bytes: log.bytes, tally };
  });
}

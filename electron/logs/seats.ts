/** Where parts of logs are read: in threads of their own, or here between other work. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Part, PartResult } from './scan';
import { PartScan } from './scan';
import type { TextAnswer, TextLog } from './text-scan';
import { TextScan } from './text-scan';

export interface Seat {
  /** Rejects where the part cannot be read. */
  run(part: Part): Promise<PartResult>;
  runText(log: TextLog): Promise<TextAnswer>;
  /** A log that lies in no file of its own: its bytes are handed on as they come. Rejects where they end in an error. */
  runFed(task: Part | TextLog, chunks: AsyncIterable<Uint8Array>): Promise<PartResult | TextAnswer>;
}
/** What a thread is told: a log to read, or, where its path is null, the next bytes of it, and that they have ended. */
export type ToThread = Part | TextLog | { readonly chunk: Uint8Array } | { readonly end: true };

/** What reads a part or a whole text log, block by block. */
export const scanOf = (task: Part | TextLog): PartScan | TextScan => ('kind' in task ? new TextScan(task) : new PartScan(task));
export interface Seats {
  readonly all: readonly Seat[];
  /** Bytes read so far. */
  bytes(): number;
  /** Whoever is reading stops within a block. */
  stop(): void;
  close(): void;
}

/** Shared by all who read: a flag to stop, and the bytes read. */
interface Shared {
  readonly stop: Int32Array;
  readonly bytes: BigInt64Array;
}

/** Reads here, one block at a time; the event loop runs in between. */
function seatHere({ stop, bytes }: Shared): Seat {
  const run = async (task: Part | TextLog) => {
    const reader = scanOf(task);
    try {
      for (let read = 1; read > 0 && Atomics.load(stop, 0) === 0; Atomics.add(bytes, 0, BigInt(read))) {
        read = reader.step();
        await new Promise((done) => setImmediate(done));
      }
      return reader.result();
    } finally {
      reader.close();
    }
  };
  const runFed = async (task: Part | TextLog, chunks: AsyncIterable<Uint8Array>) => {
    const reader = scanOf(task);
    for await (const chunk of chunks) {
      reader.take(chunk);
      await new Promise((done) => setImmediate(done));
    }
    reader.finish();
    return reader.result();
  };
  return { run: (part) => run(part) as Promise<PartResult>, runText: (log) => run(log) as Promise<TextAnswer>, runFed };
}

/** Pieces of a quarter of a megabyte: a message for every few kilobytes would cost more than reading them. */
async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < 1 << 18) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

function seatOf(worker: Worker): Seat {
  const run = <T>(task: ToThread): Promise<T> =>
    new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        worker.off('message', told);
        worker.off('error', failed);
        act();
      };
      const failed = (error: Error) => settle(() => reject(error));
      const told = (reply: { result: T } | { error: string }) =>
        settle(() => ('result' in reply ? resolve(reply.result) : reject(Object.assign(new Error(reply.error), { code: reply.error }))));
      worker.on('message', told);
      worker.on('error', failed);
      worker.postMessage(task);
    });
  const runFed = async (task: Part | TextLog, chunks: AsyncIterable<Uint8Array>) => {
    await run<null>(task);
    for await (const chunk of gathered(chunks)) await run<null>({ chunk });
    return run<PartResult | TextAnswer>({ end: true });
  };
  return { run: (part) => run<PartResult>(part), runText: (log) => run<TextAnswer>(log), runFed };
}

/** The worker's file lies beside the bundle; from sources (tests) there is none. */
const workerFile = join(__dirname, 'log-worker.cjs');

/** So many threads; none: this one reads. */
export function openSeats(wanted: number): Seats {
  const shared = { stop: new Int32Array(new SharedArrayBuffer(4)), bytes: new BigInt64Array(new SharedArrayBuffer(8)) };
  const threads = existsSync(workerFile) ? wanted : 0;
  const workers = Array.from({ length: threads }, () => new Worker(workerFile, { workerData: shared, env: SHARE_ENV }));
  return {
    all: [...workers.map(seatOf), ...(threads === 0 ? [seatHere(shared)] : [])],
    bytes: () => Number(Atomics.load(shared.bytes, 0)),
    stop: () => void Atomics.store(shared.stop, 0, 1),
    // They end by themselves while the answer is made.
    close: () => {
      Atomics.store(shared.stop, 0, 1);
      for (const worker of workers) void worker.terminate();
    },
  };
}

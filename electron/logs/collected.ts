/** Reads the logs among collected files: in threads; out of a zip as the bytes come. */
import type { LogTally } from '../../shared/log-tally';
import { emptyTally, warn } from '../../shared/log-tally';
import { readLogs } from './read-logs';
import type { PartResult } from './scan';
import { openSeats } from './seats';
import type { TextAnswer, TextLogKind } from './text-scan';

export interface FoundLog {
  readonly file: string;
  readonly bytes: number;
  readonly kind: 'w3c' | TextLogKind;
  /** The `#Fields:` of its beginning. */
  readonly fields: string | null;
  /** On disk; null: `chunks` gives its bytes. */
  readonly path: string | null;
  chunks?(): AsyncIterable<Uint8Array>;
}
export type CollectedLog = { readonly log: FoundLog; readonly tally: LogTally } | { readonly log: FoundLog; readonly text: TextAnswer | null };

interface Options {
  readonly signal: AbortSignal;
  /** Bytes read of all logs. */
  readonly progress?: (bytes: number, total: number) => void;
}

const header = { fields: null, date: null, second: null };

/** The task of a log whose bytes come as they are unpacked. */
const fedTask = ({ kind, file }: FoundLog) => {
  const endless = Number.MAX_SAFE_INTEGER;
  return kind === 'w3c' ? { path: null, from: 0, to: endless, size: endless, header, everyone: true } : { kind, path: null, file, size: endless };
};

/** Logs out of a zip: unpacked here as they are read there. */
async function readPacked(logs: readonly FoundLog[], signal: AbortSignal, tell: (bytes: number) => void): Promise<CollectedLog[]> {
  if (logs.length === 0) return [];
  const seats = openSeats(1);
  const [seat] = seats.all;
  const found: CollectedLog[] = [];
  let done = 0;
  try {
    for (const log of logs) {
      if (signal.aborted || !seat) break;
      const read = { broken: false };
      const result = await seat
        .runFed(
          fedTask(log),
          untilBroken(log, signal, read, (bytes) => {
            done += bytes;
            tell(done);
          }),
        )
        .catch(() => null);
      found.push(collectedOf(log, result, read.broken));
    }
  } finally {
    seats.close();
  }
  return found;
}

/** The bytes of a log; what breaks off while it is unpacked has been read up to there. */
async function* untilBroken(log: FoundLog, signal: AbortSignal, read: { broken: boolean }, told: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of log.chunks?.() ?? []) {
      if (signal.aborted) return;
      yield chunk;
      told(chunk.length);
    }
  } catch {
    read.broken = true;
  }
}

function collectedOf(log: FoundLog, result: PartResult | TextAnswer | null, broken: boolean): CollectedLog {
  if (log.kind !== 'w3c') return { log, text: broken || result === null ? null : (result as TextAnswer) };
  const tally = result === null ? emptyTally() : (result as PartResult).tally;
  if (broken || result === null) warn(tally, 'cannot-be-read');
  return { log, tally };
}

async function readTexts(logs: readonly FoundLog[], signal: AbortSignal, tell: (bytes: number) => void): Promise<CollectedLog[]> {
  if (logs.length === 0) return [];
  const seats = openSeats(1);
  const [seat] = seats.all;
  const stop = () => seats.stop();
  signal.addEventListener('abort', stop);
  const timer = setInterval(() => tell(seats.bytes()), 100);
  const found: CollectedLog[] = [];
  try {
    for (const log of logs) {
      if (signal.aborted || log.kind === 'w3c') break;
      const text = await seat?.runText({ kind: log.kind, path: log.path, file: log.file, size: log.bytes }).catch(() => null);
      found.push({ log, text: text ?? null });
    }
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
    seats.close();
  }
  return found;
}

/** In the order of the logs given; what was cancelled is left out. */
export async function readCollectedLogs(logs: readonly FoundLog[], { signal, progress }: Options): Promise<CollectedLog[]> {
  const total = logs.reduce((sum, log) => sum + log.bytes, 0);
  const onDisk = logs.filter((log) => log.path !== null);
  const w3c = onDisk.filter((log) => log.kind === 'w3c');
  const sizeOf = (list: readonly FoundLog[]) => list.reduce((sum, log) => sum + log.bytes, 0);
  const named = w3c.map((log) => ({ path: log.path as string, bytes: log.bytes, why: null, fields: log.fields }));
  const read = await readLogs(named, { everyone: true, signal, progress: (bytes) => progress?.(bytes, total) });
  const found: CollectedLog[] = w3c.map((log, i) => ({ log, tally: read[i]?.tally ?? emptyTally() }));
  const texts = onDisk.filter((log) => log.kind !== 'w3c');
  found.push(...(await readTexts(texts, signal, (bytes) => progress?.(sizeOf(w3c) + bytes, total))));
  const packed = logs.filter((log) => log.path === null);
  found.push(...(await readPacked(packed, signal, (bytes) => progress?.(Math.min(sizeOf(onDisk) + bytes, total), total))));
  return signal.aborted ? [] : found.sort((a, b) => logs.indexOf(a.log) - logs.indexOf(b.log));
}

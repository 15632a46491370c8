/** Asks a target's probes: limits, time-outs, abort, progress. One failing probe never stops the others. */
import type { Collected } from '../shared/probe';
import { lost } from '../shared/probe';
import type { ProbeId } from '../shared/probes/index';
import { probes } from '../shared/probes/index';
import type { Fault } from '../shared/result';
import { fault } from '../shared/result';
import type { Snapshot, SnapshotEntry } from '../shared/snapshot';
import { snapshotSchema } from '../shared/snapshot';
import type { Told } from '../shared/target';
import type { Adapter, Looked } from './targets/adapter';

export interface Limits {
  /** Milliseconds per question, and for the whole look. */
  readonly perProbe: number;
  readonly whole: number;
}
export const usualLimits: Limits = { perProbe: 10_000, whole: 120_000 };

/** Milliseconds a person has to answer Windows' question: it goes away by itself after two minutes [recollection]. */
export const consentLimit = 150_000;

/** Bytes of big files read so far, and of all. */
export interface ReadBytes {
  readonly read: number;
  readonly total: number;
}

export interface CollectOptions {
  readonly told: Told;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly now: () => string;
  /** With more rights, which Windows asks the person for. */
  readonly elevated?: boolean;
  readonly progress?: (done: number, total: number, probe: ProbeId | null, answered: readonly SnapshotEntry[], bytes?: ReadBytes) => void;
}

/** Checks an answer against its probe's schema: a malformed one is a fault, never half used. */
function checked(looked: Looked): Collected<unknown> {
  if (looked.collected.outcome !== 'ok') return looked.collected;
  const probe = probes.find((p) => p.id === looked.probe);
  const read = probe?.schema.safeParse(looked.collected.value);
  if (read?.success) return { outcome: 'ok', value: read.data };
  const where = read?.error.issues[0]?.path.join('.') ?? '';
  return lost('failed', fault('probe-answer-malformed', { probe: looked.probe, where: where.slice(0, 120) }));
}

type Raced<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'lost'; readonly fault: Fault };

/** The next answer, or why there is none: cancelled, or out of time. */
async function next(iterator: AsyncIterator<Looked>, limit: number, signal: AbortSignal, whole: boolean): Promise<Raced<IteratorResult<Looked>>> {
  let give: (lost: Raced<never>) => void = () => {};
  const given = new Promise<Raced<never>>((resolve) => {
    give = resolve;
  });
  const timer = setTimeout(() => give({ kind: 'lost', fault: fault(whole ? 'timed-out-look' : 'timed-out-probe', { ms: Math.round(limit) }) }), limit);
  const stop = () => give({ kind: 'lost', fault: fault('cancelled-by-user') });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    const value = iterator.next().then((value) => ({ kind: 'value', value }) as const);
    return await Promise.race([value, given]);
  } catch (error) {
    return { kind: 'lost', fault: fault('internal-bug', { where: 'probe', text: String(error).slice(0, 200) }) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** Asks `wanted` and freezes what came. What did not come is missing, with its reason. */
export async function collect(adapter: Adapter, wanted: readonly ProbeId[], options: CollectOptions): Promise<Snapshot> {
  const inner = new AbortController();
  const signal = AbortSignal.any([options.signal, inner.signal]);
  const answers: Record<string, Collected<unknown>> = {};
  const entries: SnapshotEntry[] = [];
  const told = (probe: ProbeId | null) => options.progress?.(entries.length, wanted.length, probe, entries);
  const whole = options.limits.whole + (options.elevated ? consentLimit : 0);
  const started = performance.now();
  let asked = started;
  const readSoFar = (read: number, total: number) =>
    options.progress?.(entries.length, wanted.length, wanted[entries.length] ?? null, entries, { read, total });
  const leftOf = () => Math.max(0, whole - (performance.now() - started));
  const manner = { left: leftOf, asking: told, read: readSoFar, ...(options.elevated && { elevated: true }) };
  const looking = { signal, perProbe: options.limits.perProbe, told: options.told, ...manner };
  const iterator = adapter.look(wanted, looking)[Symbol.asyncIterator]();
  let why: Fault = fault('probe-not-answered');
  for (;;) {
    const left = leftOf();
    const last = adapter.atOnce === true || left < options.limits.perProbe;
    const got = await next(iterator, last ? left : options.limits.perProbe, options.signal, last);
    if (got.kind === 'lost') {
      why = got.fault;
      break;
    }
    if (got.value.done) break;
    const looked = got.value.value;
    const collected = checked(looked);
    const ms = Math.round(performance.now() - asked);
    asked = performance.now();
    answers[looked.probe] = collected;
    entries.push(entryOf(looked, collected, ms));
    told(null);
  }
  inner.abort();
  void iterator.return?.().catch(() => {});
  for (const probe of wanted) {
    if (answers[probe]) continue;
    const gone = lost('missing', why);
    answers[probe] = gone;
    entries.push({ id: probe, outcome: 'missing', fault: why, ms: 0 });
  }
  told(null);
  const clock = adapter.clock?.();
  return Object.freeze({ schema: snapshotSchema, takenAt: options.now(), ...(clock && { clock }), entries, answers }) as Snapshot;
}

const entryOf = (looked: Looked, collected: Collected<unknown>, ms: number): SnapshotEntry => ({
  id: looked.probe,
  outcome: collected.outcome,
  ...(looked.machine && { machine: looked.machine }),
  ...(collected.outcome !== 'ok' && { fault: collected.fault as SnapshotEntry['fault'] }),
  ms,
  ...(looked.files && { files: [...looked.files] }),
  ...(looked.faults && { faults: [...looked.faults] as NonNullable<SnapshotEntry['faults']> }),
});

/** What this PC's own seat answers beside an agent. */
import { lost } from '../../shared/probe';
import type { ProbeId } from '../../shared/probes/index';
import { fault } from '../../shared/result';
import type { Adapter, Looked, LookOptions } from './adapter';

const seatProbes: readonly ProbeId[] = ['endpoints', 'cookie', 'iis-log', 'client-log'];

/** Asked in the background; what has no seat is named as not asked. */
export function seatAnswers(seat: Pick<Adapter, 'look'> | undefined, probes: readonly ProbeId[], options: LookOptions): (probe: ProbeId) => Promise<Looked> {
  const wanted = probes.filter((p) => seatProbes.includes(p));
  const asked = wanted.length > 0 ? seat?.look(wanted, { ...options, asking: () => {} })[Symbol.asyncIterator]() : undefined;
  const found = new Map<ProbeId, Looked>();
  return async (probe) => {
    while (asked && !found.has(probe)) {
      const next = await asked.next();
      if (next.done) break;
      found.set(next.value.probe, next.value);
    }
    return found.get(probe) ?? { probe, collected: lost('missing', fault('probe-not-supported', { what: probe })) };
  };
}

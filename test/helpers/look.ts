/** A look without a shell: every probe answered by a World. */
import { withTold } from '../../electron/targets/adapter';
import { probeIds } from '../../shared/probes/index';
import { answer } from '../../shared/simulation/answer';
import type { World } from '../../shared/simulation/world';
import type { Snapshot } from '../../shared/snapshot';
import { snapshotSchema } from '../../shared/snapshot';
import type { Told } from '../../shared/target';
import { nothingTold } from '../../shared/visit';

export { withTold };

/** A deep copy, so that no test changes what another reads. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function snapshotOf(world: World, told: Told = nothingTold): Snapshot {
  const answers = Object.fromEntries(
    probeIds.map((id) => {
      const given = answer(world, id);
      if (id !== 'networks' || given.outcome !== 'ok') return [id, given];
      return [id, { outcome: 'ok', value: withTold(given.value as never, told) }];
    }),
  );
  return copyOf({ schema: snapshotSchema, takenAt: world.clock, clock: world.clock, entries: [], answers }) as Snapshot;
}

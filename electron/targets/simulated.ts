/** A practice server: answers from its World and changes it. The World lies in its own file, as a real server would keep its state. */
import type { Collected } from '../../shared/probe';
import type { AnswerOf } from '../../shared/probes/index';
import { failed, ok } from '../../shared/result';
import { answer } from '../../shared/simulation/answer';
import { step } from '../../shared/simulation/step';
import { World } from '../../shared/simulation/world';
import type { Adapter, LookOptions } from './adapter';
import { withTold } from './adapter';

export interface WorldStore {
  read(): string | null;
  write(text: string): void;
}

export const worldText = (world: World): string => `${JSON.stringify(world, null, 1)}\n`;

/** Opens the World in `store`; `initial` is written there first where nothing lies yet. */
export function simulatedAdapter(name: string, store: WorldStore, initial: World | null): Adapter | null {
  if (store.read() === null && initial) store.write(worldText(World.parse(initial)));
  const text = store.read();
  if (text === null) return null;
  let world = World.parse(JSON.parse(text));
  return {
    kind: 'simulated',
    name,
    clock: () => world.clock,
    settling: 0,
    async *look(probes, options: LookOptions) {
      for (const probe of probes) {
        if (options.signal.aborted) return;
        options.asking?.(probe);
        // The page is told of each question before the next is asked.
        await new Promise((done) => setImmediate(done));
        const collected = answer(world, probe) as Collected<unknown>;
        yield { probe, machine: world.product.computer, collected: probe === 'networks' ? told(collected, options) : collected };
      }
    },
    async run(operation, { signal }) {
      if (signal.aborted) return failed('cancelled-by-user');
      const stepped = step(world, operation);
      if (!stepped.ok) return stepped;
      store.write(worldText(stepped.value.world));
      world = stepped.value.world;
      return ok({ found: stepped.value.found, readBack: stepped.value.readBack });
    },
    close() {},
  };
}

const told = (collected: Collected<unknown>, options: LookOptions): Collected<unknown> =>
  collected.outcome === 'ok' ? { outcome: 'ok', value: withTold(collected.value as AnswerOf<'networks'>, options.told) } : collected;

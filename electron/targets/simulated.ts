/** A practice server: answers from its World and changes it. The World lies in its own file, as a real server would keep its state. */
import type { Collected } from '../../shared/probe';
import type { AnswerOf } from '../../shared/probes/index';
import { failed, ok } from '../../shared/result';
import { answer } from '../../shared/simulation/answer';
import { step } from '../../shared/simulation/step';
import { Happened, nothingHappened, timeOf, World } from '../../shared/simulation/world';
import type { Adapter, LookOptions } from './adapter';
import { withTold } from './adapter';

/** Two small files: world.json (settings), time.json (what happened since). */
export interface WorldStore {
  read(name: 'world.json' | 'time.json'): string | null;
  write(name: 'world.json' | 'time.json', text: string): void;
}

export const worldText = (world: World): string => `${JSON.stringify(world, null, 1)}\n`;

/** Opens the World in `store`; `initial` is written there first where nothing lies yet. */
export function simulatedAdapter(name: string, store: WorldStore, initial: World | null): Adapter | null {
  if (store.read('world.json') === null && initial) store.write('world.json', worldText(World.parse(initial)));
  const text = store.read('world.json');
  if (text === null) return null;
  let world = World.parse(JSON.parse(text));
  let happened: Happened = Happened.parse(JSON.parse(store.read('time.json') ?? JSON.stringify(nothingHappened)));
  const happen = (next: Happened): void => {
    if (next === happened) return;
    store.write('time.json', `${JSON.stringify(next)}\n`);
    happened = next;
  };
  return {
    kind: 'simulated',
    name,
    clock: () => timeOf(world, happened),
    settling: 0,
    async *look(probes, options: LookOptions) {
      for (const probe of probes) {
        if (options.signal.aborted) return;
        options.asking?.(probe);
        // The page is told of each question before the next is asked.
        await new Promise((done) => setImmediate(done));
        const collected = answer(world, probe, happened) as Collected<unknown>;
        yield { probe, machine: world.product.computer, collected: probe === 'networks' ? told(collected, options) : collected };
      }
    },
    async run(operation, { signal }) {
      if (signal.aborted) return failed('cancelled-by-user');
      const stepped = step(world, operation, happened);
      if (!stepped.ok) return stepped;
      if (stepped.value.world !== world) store.write('world.json', worldText(stepped.value.world));
      world = stepped.value.world;
      happen(stepped.value.happened);
      return ok({ found: stepped.value.found, readBack: stepped.value.readBack });
    },
    pass: (seconds) => happen({ ...happened, passed: happened.passed + seconds }),
    close() {},
  };
}

const told = (collected: Collected<unknown>, options: LookOptions): Collected<unknown> =>
  collected.outcome === 'ok' ? { outcome: 'ok', value: withTold(collected.value as AnswerOf<'networks'>, options.told) } : collected;

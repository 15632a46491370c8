/**
 * A process of its own that opens a visit, looks, plans and applies one fix through the real handlers, and kills itself
 * at the k-th step of applying: before and after each write, fsync and rename of the disk, and each call of the adapter.
 * Bundled by test/flow/kill.test.ts.
 */
import { makeDisk } from '../../electron/disk';
import type { Targets } from '../../electron/targets/index';
import { makeShell, must } from './shell';

const [scenarios = '', visits = '', visit = '', check = '', fix = '', k = '0'] = process.argv.slice(2);
let counting = false;
let steps = 0;

function step(): void {
  if (!counting) return;
  steps++;
  if (steps === Number(k)) process.kill(process.pid, 'SIGKILL');
}

const wrap = (targets: Targets): Targets => ({
  ...targets,
  async open(target) {
    const opened = await targets.open(target);
    if (!opened.ok) return opened;
    return {
      ok: true,
      value: {
        ...opened.value,
        start(store) {
          const adapter = opened.value.start(store);
          const run = adapter?.run?.bind(adapter);
          if (!adapter || !run) return adapter;
          return {
            ...adapter,
            async run(operation, options) {
              step();
              const ran = await run(operation, options);
              step();
              return ran;
            },
          };
        },
      },
    };
  },
});

async function main(): Promise<void> {
  const { handlers } = makeShell({ scenarios, visits, disk: makeDisk(step), wrap, firstId: 500 });
  must(await handlers['visit.reopen']({ visit }));
  must(await handlers['visit.look']({ visit }));
  const { plan } = must(await handlers['visit.plan']({ visit, check, fix, choices: {} }));
  counting = true;
  must(await handlers['visit.apply']({ visit, plan }));
  counting = false;
  await handlers['visit.close']({ visit });
  process.stdout.write(`${steps}\n`);
}

void main();

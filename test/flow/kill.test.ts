import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Disk } from '../../electron/disk';
import { worldText } from '../../electron/targets/simulated';
import type { Operation } from '../../shared/operation';
import { canonical, sameValue } from '../../shared/operation';
import type { World } from '../../shared/simulation/world';
import type { PlanState } from '../../shared/visit';
import { unsettled } from '../../shared/visit';
import { bundle } from '../helpers/bundle';
import { makeShell, must, stateOf } from '../helpers/shell';
import { scenarioFolder, worldNamed } from '../helpers/worlds';

interface Killed {
  readonly name: string;
  readonly scenario: string;
  readonly check: string;
  readonly fix: string;
  readonly operations: number;
  /** Services that Windows starts with another; nobody asked for them, so undo leaves them. */
  readonly startedToo: readonly string[];
  /** Every byte is cut for one plan; of the other every so many, and those around the ends of lines. */
  readonly everyByte: number;
}
const plans: readonly Killed[] = [
  {
    name: 'two lists of addresses',
    scenario: 'added-subnet',
    check: 'selfupdate-refuses-clients',
    fix: 'grant-subnet',
    operations: 2,
    startedToo: [],
    everyByte: 1,
  },
  {
    name: 'the start of a service',
    scenario: 'web-server-stopped',
    check: 'web-publishing-stopped',
    fix: 'start-service',
    operations: 1,
    startedToo: ['IISADMIN', 'HTTPFilter'],
    everyByte: 37,
  },
];

let folder = '';
let child = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wsus-wizard-kill-'));
  child = join(folder, 'child.cjs');
  writeFileSync(child, await bundle('test/helpers/kill-child.ts'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes without waiting for the device: the copies below are thrown away. */
const quickDisk: Disk = {
  append: (path, text) => appendFileSync(path, text),
  replace(path, text) {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  },
};

/** Runs the child; whether it was killed, and how many steps it took when it was not. */
const runChild = (args: readonly string[]): Promise<{ killed: boolean; steps: number }> =>
  new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    process_.stdout.on('data', (data) => (out += data));
    process_.stderr.on('data', (data) => (err += data));
    process_.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ killed: true, steps: 0 });
      else if (code === 0 && err === '') resolve({ killed: false, steps: Number(out) });
      else reject(new Error(`${code} ${signal} ${err}`));
    });
  });

/** What stands in a World for an operation. */
function valueIn(world: World, operation: Operation): unknown {
  if (operation.operation === 'ip-restriction.replace') {
    const own = world.restrictions.own[operation.node];
    return own ? { own } : 'inherits';
  }
  if (!('service' in operation)) throw new Error(`not in these plans: ${operation.operation}`);
  const service = world.services[operation.service];
  return operation.operation === 'service.set-start-mode' ? service?.startMode : service?.state;
}

const exceptStarted = (first: World, names: readonly string[], now: World): World => ({
  ...first,
  services: Object.fromEntries(
    Object.entries(first.services).map(([name, s]) => [name, names.includes(name) ? { ...s, state: now.services[name]?.state ?? s.state } : s]),
  ),
});

/** Opens as a fresh process would, compares what it says with what is, undoes all. Gives what was said of the operations. */
async function reopenAndUndo(visits: string, visit: string, first: string, startedToo: readonly string[]): Promise<string> {
  const worldFile = join(visits, visit, 'world.json');
  const { handlers } = makeShell({ scenarios: scenarioFolder, visits, disk: quickDisk, firstId: 900 });
  must(await handlers['visit.reopen']({ visit }));
  const before = JSON.parse(readFileSync(worldFile, 'utf8')) as World;
  const state = await stateOf(handlers, visit);
  expect(unsettled(state)).toEqual([]);
  const operations = state.plans.flatMap((p: PlanState) => p.operations);
  for (const { operation, outcome } of operations) {
    expect(['done', 'not-run']).toContain(outcome);
    const wanted = outcome === 'done' ? operation.to : operation.expect;
    expect([outcome, sameValue(valueIn(before, operation), wanted)]).toEqual([outcome, true]);
  }
  const undo = must(await handlers['visit.undo']({ visit, includeStarts: true }));
  expect(undo.content.operations.length).toBe(operations.filter((o) => o.outcome === 'done').length);
  if (undo.content.operations.length > 0) must(await handlers['visit.apply']({ visit, plan: undo.plan }));
  await handlers['visit.close']({ visit });
  const after = readFileSync(worldFile, 'utf8');
  expect(after).toBe(worldText(exceptStarted(JSON.parse(first) as World, startedToo, before)));
  return operations.map((o) => o.outcome).join(' ');
}

const journalOf = (visits: string, visit: string) => join(visits, visit, 'journal.jsonl');

for (const { name, scenario, check, fix, operations, startedToo, everyByte } of plans)
  describe(`a process killed while it changes ${name}`, () => {
    let template = '';
    let visit = '';
    let first = '';
    /** Journals of the killed, by their text: what a later process can meet. */
    const states = new Map<string, { readonly visits: string; readonly k: number }>();
    let points = 0;

    beforeAll(async () => {
      template = join(folder, scenario);
      const { handlers } = makeShell({ scenarios: scenarioFolder, visits: template });
      visit = must(await handlers['visit.open']({ target: { kind: 'simulated', scenario } })).visit;
      await handlers['visit.close']({ visit });
      first = readFileSync(join(template, visit, 'world.json'), 'utf8');
      expect(first).toBe(worldText(worldNamed(scenario)));
    });

    it('leaves a visit that knows what was done and takes all of it back, whatever the step', async () => {
      const said = new Map<string, number>();
      const one = async (k: number): Promise<boolean> => {
        const visits = join(folder, `${scenario}-${k}`);
        cpSync(template, visits, { recursive: true });
        const { killed } = await runChild([scenarioFolder, visits, visit, check, fix, String(k)]);
        if (killed) {
          points++;
          // The lock of the dead is still there, and is replaced.
          expect(existsSync(join(visits, visit, 'lock'))).toBe(true);
        }
        const kept = join(folder, `${scenario}-${k}-kept`);
        cpSync(visits, kept, { recursive: true });
        const key = shape(readFileSync(journalOf(kept, visit), 'utf8'));
        if (states.has(key)) rmSync(kept, { recursive: true });
        else states.set(key, { visits: kept, k });
        const outcome = await reopenAndUndo(visits, visit, first, startedToo);
        said.set(outcome, (said.get(outcome) ?? 0) + 1);
        rmSync(visits, { recursive: true });
        return killed;
      };
      // Two at a time, until a run ends unharmed.
      for (let k = 1; ; k += 2) if (!(await Promise.all([one(k), one(k + 1)])).every(Boolean)) break;
      console.log(`${name}: ${points} kill points in ${operations} operation(s); outcomes ${JSON.stringify(Object.fromEntries(said))}`);
      expect(points).toBeGreaterThanOrEqual(4 * operations);
      // Both ends were met: nothing done, and everything done.
      expect(said.has(Array(operations).fill('done').join(' '))).toBe(true);
      expect(said.has(Array(operations).fill('not-run').join(' '))).toBe(true);
    }, 300_000);

    it('loses at most what can be found out again when its journal is cut at any byte of its last two lines', async () => {
      let [cuts, undone] = [0, 0];
      for (const { visits } of states.values()) {
        const journal = readFileSync(journalOf(visits, visit));
        const lastStart = journal.subarray(0, -1).lastIndexOf(10) + 1;
        const start = journal.subarray(0, Math.max(0, lastStart - 1)).lastIndexOf(10) + 1;
        // A visit without its first line is none; these have had a look before the first change.
        expect(start).toBeGreaterThan(0);
        // Every byte is cut and opened; where it opens as another cut did, it is undone once for all of them.
        const seen = new Set<string>();
        const shell = makeShell({ scenarios: scenarioFolder, visits, disk: quickDisk });
        for (let at = start; at < journal.length; at++) {
          const nearAnEnd = [start, lastStart, journal.length].some((end) => Math.abs(end - at) <= 2);
          if (!nearAnEnd && (at - start) % everyByte !== 0) continue;
          cuts++;
          writeFileSync(journalOf(visits, visit), journal.subarray(0, at));
          const open = must(shell.visits.open(visit));
          const entries = canonical(open.entries(0));
          open.close();
          if (seen.has(entries) && at % 499 !== 0) continue;
          seen.add(entries);
          undone++;
          const copy = join(folder, `${scenario}-cut`);
          cpSync(visits, copy, { recursive: true });
          writeFileSync(journalOf(copy, visit), journal.subarray(0, at));
          await reopenAndUndo(copy, visit, first, startedToo);
          rmSync(copy, { recursive: true });
        }
      }
      console.log(`${name}: ${states.size} journals cut at ${cuts} places, undone from ${undone} of them`);
      expect(undone).toBeGreaterThan(states.size);
    }, 300_000);
  });

/** The kinds of a journal's lines: two journals of one shape differ in nothing a cut could tell. */
const shape = (journal: string): string =>
  journal
    .split('\n')
    .map((line) => /"kind":"([^"]*)"/.exec(line)?.[1] ?? line.length)
    .join(' ');

/** Seeded random Worlds: everything planted is found, what is hidden shows once its cover is cured, and undo gives the first World. */
import { expect, test } from 'vitest';
import { usualLimits } from '../../electron/collect';
import { Session } from '../../electron/session';
import { simulatedAdapter, worldText } from '../../electron/targets/simulated';
import { memoryVisits } from '../../electron/visits';
import type { Finding } from '../../shared/diagnose';
import type { Planted } from '../../shared/simulation/random';
import { healthyWorld, randomWorld } from '../../shared/simulation/random';
import { World } from '../../shared/simulation/world';
import { baseOf } from '../helpers/worlds';

const bases = { sbs2003: baseOf('sbs2003'), server2022: baseOf('server2022') };
/** Windows starts these with W3SVC; a pool's start has no way back (the closed list holds no stop). */
const startedAlong = ['IISADMIN', 'HTTPFilter'];

async function open(world: World) {
  let n = 0;
  const given = { now: () => new Date(Date.UTC(2026, 10, 18, 6) + n++).toISOString(), newId: () => `id${String(n++).padStart(6, '0')}`, app: 'test' };
  const visit = memoryVisits(given).create({ kind: 'simulated', name: 'random', text: 'simulated:random' }, { clients: [], subnets: [] });
  if (!visit.ok) throw new Error('no visit');
  const adapter = simulatedAdapter('random', visit.value.own, world);
  if (!adapter) throw new Error('no adapter');
  const session = new Session(visit.value, adapter, { ...given, limits: usualLimits, progress: () => {}, wait: async () => {} });
  return { session, adapter, read: () => visit.value.own.read('world.json') };
}

/** Applies the first offer that has something to run; true when something ran. */
async function cureOne(session: Session, tried: Set<string>): Promise<boolean> {
  for (const finding of session.findings) {
    const offers = session.offers(finding.check);
    for (const { fix } of offers.ok ? offers.value : []) {
      if (fix === 'grant-everyone' || tried.has(`${finding.check}:${fix}:${JSON.stringify(finding.facts)}`)) continue;
      tried.add(`${finding.check}:${fix}:${JSON.stringify(finding.facts)}`);
      const plan = session.plan(finding.check, fix, {});
      if (!plan.ok || plan.value.content.operations.length === 0) continue;
      const applied = await session.apply(plan.value.plan);
      if (!applied.ok || applied.value.state !== 'applied') throw new Error(`${fix}: ${JSON.stringify(applied).slice(0, 400)}`);
      return true;
    }
  }
  return false;
}

const failing = (findings: readonly Finding[], check: string) => findings.find((f) => f.check === check && f.verdict === 'fail');

/** Planted faults that should show now and do not. */
const lost = (planted: readonly Planted[], findings: readonly Finding[], seen: Set<string>): string[] =>
  planted.flatMap((p) => {
    const finding = failing(findings, p.check);
    if (finding && (finding.severity === p.severity || seen.has(p.check))) seen.add(p.check);
    const covered = p.hiddenBy.some((h) => failing(findings, h));
    return seen.has(p.check) || covered ? [] : [`${p.check} (${finding?.severity ?? 'not failing'})`];
  });

const withoutStarts = (text: string | null): string => {
  const world = World.parse(JSON.parse(text ?? 'null'));
  const services = Object.fromEntries(Object.entries(world.services).map(([name, s]) => [name, startedAlong.includes(name) ? { ...s, state: 'any' } : s]));
  return JSON.stringify({ ...world, services, pools: [] });
};

async function walk(seed: number): Promise<string[]> {
  const { world, planted } = randomWorld(bases, seed, 1 + (seed % 4));
  const { session, adapter, read } = await open(world);
  const [seen, tried, wrong]: [Set<string>, Set<string>, string[]] = [new Set(), new Set(), []];
  const look = async () => {
    await session.look();
    wrong.push(...lost(planted, session.findings, seen).map((l) => `seed ${seed}: not named: ${l}`));
  };
  await look();
  for (let round = 0; round < 20 && (await cureOne(session, tried)); round++) await look();
  adapter.pass?.(3600);
  await look();
  for (const finding of session.findings.filter((f) => f.verdict === 'fail' && f.severity !== 'note' && f.severity !== 'wait')) {
    const offers = session.offers(finding.check);
    const runs = (offers.ok ? offers.value : []).filter((o) => o.byHand.length === 0 && o.fix !== 'grant-everyone');
    if (runs.length > 0) wrong.push(`seed ${seed}: left with a fix: ${finding.check} (${runs.map((r) => r.fix).join()})`);
  }
  const undo = await session.planUndo({}, true);
  const undone = undo.ok ? await session.apply(undo.value.plan) : undo;
  if (!undone.ok || (undone.value.operations.length > 0 && undone.value.state !== 'applied'))
    wrong.push(`seed ${seed}: undo: ${JSON.stringify(undone).slice(0, 300)}`);
  if (withoutStarts(read()) !== withoutStarts(worldText(world))) wrong.push(`seed ${seed}: not the first World`);
  return wrong;
}

test('in 500 random Worlds every fault is named, cured where it can be, and taken back', async () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= 500; seed++) wrong.push(...(await walk(seed)));
  expect(wrong).toEqual([]);
}, 120_000);

test('in 100 healthy Worlds of all generations there is no problem and no warning', async () => {
  const wrong: string[] = [];
  const versions = new Set<string>();
  for (let seed = 1; seed <= 100; seed++) {
    const world = healthyWorld(bases, seed);
    versions.add(world.product.wsus.version);
    expect(world.clients.length).toBeLessThanOrEqual(60);
    const { session } = await open(world);
    await session.look();
    wrong.push(
      ...session.findings.filter((f) => f.severity !== 'note').map((f) => `seed ${seed}: ${f.check} ${f.verdict} ${JSON.stringify(f.facts).slice(0, 200)}`),
    );
  }
  expect(wrong).toEqual([]);
  expect(versions.size).toBe(10);
}, 60_000);

test('the same seed gives the same World, another seed another', () => {
  expect(randomWorld(bases, 7, 3)).toEqual(randomWorld(bases, 7, 3));
  expect(JSON.stringify(randomWorld(bases, 7, 3))).not.toBe(JSON.stringify(randomWorld(bases, 8, 3)));
});

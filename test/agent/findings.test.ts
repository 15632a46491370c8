/** World -> fake COM -> agent -> adapter gives the findings the World itself gives, and every fix with its undo restores the World. */
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../electron/collect';
import { Session } from '../../electron/session';
import type { Adapter } from '../../electron/targets/adapter';
import { simulatedAdapter } from '../../electron/targets/simulated';
import { memoryVisits } from '../../electron/visits';
import { canonical } from '../../shared/operation';
import { timeOf, type World } from '../../shared/simulation/world';
import { must } from '../helpers/shell';
import { scenarioIds, worldNamed } from '../helpers/worlds';
import { Lab } from './lab';
import { adapterOf } from './start';

const toldOf = (world: World) => ({ clients: world.clients.map((c) => ({ address: c.addresses[0] ?? '', name: c.name })), subnets: [] });

function sessionOver(adapter: Adapter, world: World): Session {
  let n = 0;
  const given = { now: () => new Date(Date.parse(world.clock) + n++).toISOString(), newId: () => `id${String(n++).padStart(6, '0')}`, app: 'test' };
  const visit = must(memoryVisits(given).create({ kind: 'simulated', name: 'x', text: 'simulated:x' }, toldOf(world)));
  return new Session(visit, adapter, { ...given, limits: usualLimits, progress: () => {}, wait: async () => {} });
}
const simulated = (world: World): Adapter => {
  const kept = new Map<string, string>();
  return simulatedAdapter('x', { read: (name) => kept.get(name) ?? null, write: (name, text) => void kept.set(name, text) }, world) as Adapter;
};
const live = (lab: Lab): Adapter => ({ ...adapterOf(lab), clock: () => timeOf(lab.world, lab.happened), settling: 0 });

/** Where an address was learned differs: DNS knows the clones that WSUS has lost. */
const findingsOf = (session: Session) => JSON.parse(JSON.stringify(session.findings)) as unknown;

async function cureAll(session: Session): Promise<number> {
  let applied = 0;
  const tried = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const next = session.findings.flatMap((f) => {
      const offers = session.offers(f.check);
      return (offers.ok ? offers.value : []).filter((o) => o.fix !== 'grant-everyone' && !tried.has(`${f.check}:${o.fix}`)).map((o) => ({ f, o }));
    })[0];
    if (!next) return applied;
    tried.add(`${next.f.check}:${next.o.fix}`);
    const plan = session.plan(next.f.check, next.o.fix, {});
    if (!plan.ok || plan.value.content.operations.length === 0) continue;
    const done = must(await session.apply(plan.value.plan));
    expect([next.o.fix, done.operations.map((o) => [o.outcome, o.fault])]).toEqual([next.o.fix, done.operations.map(() => ['done', undefined])]);
    applied++;
  }
  return applied;
}

/** Services that Windows starts along with another have no operation of their own to undo. */
const bare = (world: World): string => {
  const services = Object.fromEntries(Object.entries(world.services).map(([n, s]) => [n, ['IISADMIN', 'HTTPFilter'].includes(n) ? { ...s, state: 'x' } : s]));
  return canonical({ ...world, services });
};

const ways = {
  'on the server': {},
  'from afar': { remote: 'server' },
  'from afar, with instances for nodes that inherit': { remote: 'server', showsInherited: true },
};
let fixed = 0;
for (const [way, options] of Object.entries(ways))
  describe(way, () => {
    for (const id of scenarioIds) {
      const world = worldNamed(id);
      // IIS 7 and later answers on the server itself only.
      if ('remote' in options && world.product.iis >= 7) continue;
      it(`finds in ${id} what the World gives`, async () => {
        const [own, through] = [sessionOver(simulated(world), world), sessionOver(live(new Lab(world, options)), world)];
        must(await own.look());
        must(await through.look());
        expect(findingsOf(through)).toEqual(findingsOf(own));
      });
      it(`cures ${id} and takes it back`, async () => {
        const lab = new Lab(world, options);
        const session = sessionOver(live(lab), world);
        must(await session.look());
        const applied = await cureAll(session);
        fixed += applied;
        if (applied === 0) return;
        expect(bare(lab.world)).not.toBe(bare(world));
        const undo = must(await session.planUndo({ plan: undefined, operation: undefined, since: undefined } as never, true));
        const undone = must(await session.apply(undo.plan));
        expect(undone.operations.map((o) => [o.outcome, o.fault])).toEqual(undone.operations.map(() => ['done', undefined]));
        expect(bare(lab.world)).toBe(bare(world));
        // One backup, before the first change of a list.
        expect(lab.backups.length).toBeLessThanOrEqual(1);
      });
    }
  });

it('ran fixes on the way', () => expect(fixed).toBeGreaterThan(10));

/** collect -> evidence -> plan -> fix kit -> fix.cmd -> undo.cmd, over a World: the first World again. */
import { describe, expect, it } from 'vitest';
import { canonical, inverseOf, isTrigger } from '../../shared/operation';
import type { World } from '../../shared/simulation/world';
import { scenarioIds, worldNamed } from '../helpers/worlds';
import { kitNumber, visitOf } from './carried';
import { Machine } from './machine';

/** Services that Windows starts along with another have no operation of their own to undo. */
const bare = (world: World): string => {
  const services = Object.fromEntries(Object.entries(world.services).map(([n, s]) => [n, ['IISADMIN', 'HTTPFilter'].includes(n) ? { ...s, state: 'x' } : s]));
  return canonical({ ...world, services });
};

/** Plans for this server that a kit can carry, from what was collected. */
async function plansOf(world: World) {
  const machine = new Machine(world);
  machine.carry(kitNumber);
  machine.start('collect');
  const session = await visitOf(machine);
  return session.findings.flatMap((f) => {
    const offers = session.offers(f.check);
    return (offers.ok ? offers.value : []).flatMap((o) => {
      const plan = session.plan(f.check, o.fix, {});
      return plan.ok && plan.value.content.operations.length > 0 ? [{ fix: o.fix, content: plan.value.content }] : [];
    });
  });
}
const domainOf = (world: World) => world.product.domain;

let carried = 0;
describe('a fix kit', () => {
  for (const id of scenarioIds)
    it(`changes what the plan says, and undo.cmd gives the first World again: ${id}`, async () => {
      const world = worldNamed(id);
      for (const { fix, content } of await plansOf(world)) {
        const machine = new Machine(world);
        const { operations } = content;
        if (operations.some((o) => o.machine !== world.product.computer)) continue;
        machine.carry(kitNumber, { computer: world.product.computer, domain: domainOf(world), operations });
        const fixed = machine.start('fix', ['y']);
        // A stopped IIS can be read from its file, but its lists cannot be changed: that is refused before anything is written.
        if (world.services.IISADMIN?.state === 'stopped' && operations.some((o) => o.operation === 'ip-restriction.replace')) {
          expect([fixed.code, bare(machine.lab.world) === bare(world)]).toEqual([41, true]);
          continue;
        }
        expect([fix, fixed.code, fixed.said.join('\n')]).toEqual([fix, 40, expect.stringContaining('undo.cmd')]);
        if (!operations.every(isTrigger)) expect([fix, bare(machine.lab.world) === bare(world)]).toEqual([fix, false]);
        carried++;
        if (operations.every((o) => inverseOf(o) === null)) continue;
        const undone = machine.start('undo', ['y', ...operations.map(() => 'y')]);
        expect([fix, undone.code, undone.said.join('\n')]).toEqual([fix, 40, expect.any(String)]);
        expect([fix, bare(machine.lab.world)]).toEqual([fix, bare(world)]);
        // Nothing is left to take back, and a second undo says so.
        expect(machine.start('undo', ['y']).code).toBe(41);
      }
    });
  it('was tried with several plans', () => expect(carried).toBeGreaterThan(8));
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../electron/handlers';
import { worldText } from '../../electron/targets/simulated';
import type { World } from '../../shared/simulation/world';
import { undoable } from '../../shared/visit';
import { compareFound, compareLook, coveredFindings, expectedOf, openFindings } from '../helpers/expected';
import { inTemporary, makeShell, must, stateOf } from '../helpers/shell';
import { scenarioFolder, scenarioIds, worldNamed } from '../helpers/worlds';

const findingsOf = async (handlers: Handlers, visit: string) => {
  must(await handlers['visit.look']({ visit }));
  return (await stateOf(handlers, visit)).looks.at(-1)?.findings ?? [];
};

/** The first World, but for the state of the named services. */
function exceptRunning(world: World, names: readonly string[]): World {
  const services = { ...world.services };
  for (const name of names) services[name] = { ...(services[name] as World['services'][string]), state: 'running' };
  return { ...world, services };
}

describe('look, fix what has a fix, look again, undo everything', () => {
  for (const id of scenarioIds)
    it(`${id}: only what has no fix is left, and undo gives the first World byte for byte`, () =>
      inTemporary(async (folder) => {
        const expected = expectedOf(id);
        const { handlers } = makeShell({ scenarios: scenarioFolder, visits: folder });
        const { visit } = must(await handlers['visit.open']({ target: { kind: 'simulated', scenario: id } }));
        const worldFile = () => readFileSync(join(folder, visit, 'world.json'), 'utf8');
        const first = worldFile();
        expect(first).toBe(worldText(worldNamed(id)));

        let findings = await findingsOf(handlers, visit);
        expect(compareLook(findings, expected)).toEqual([]);

        for (const { check, fix, confirm, pendingMinutes, shows } of expected.fixes ?? []) {
          const view = must(await handlers['visit.plan']({ visit, check, fix, choices: {} }));
          expect(view.content.operations.length).toBeGreaterThan(0);
          must(await handlers['visit.apply']({ visit, plan: view.plan, ...(confirm !== undefined && { confirm }) }));
          const plan = (await stateOf(handlers, visit)).plans.find((p) => p.plan === view.plan);
          expect(plan?.state).toBe('applied');
          const resultOf = async () =>
            (await stateOf(handlers, visit)).plans.find((p) => p.plan === view.plan)?.verified.find((v) => v.check === check)?.result;
          if (pendingMinutes !== undefined) {
            expect(await resultOf()).toBe('pending');
            must(await handlers['visit.pass-time']({ visit, minutes: pendingMinutes }));
          }
          findings = await findingsOf(handlers, visit);
          expect(await resultOf()).toBe('resolved');
          if (shows) expect(compareFound(findings, shows)).toEqual([]);
        }
        expect(compareFound(findings, expected.afterFix)).toEqual([]);
        expect(
          openFindings(findings)
            .map((f) => f.check)
            .sort(),
        ).toEqual([...(expected.afterUnknown ?? [])].sort());
        for (const finding of coveredFindings(findings).filter((f) => f.verdict === 'fail')) {
          const { offers } = must(await handlers['visit.offers']({ visit, check: finding.check }));
          // Steps by hand are no fix that could run.
          const runs = offers.filter((o) => o.byHand.length === 0);
          expect([finding.check, runs.map((o) => o.fix)]).toEqual([finding.check, []]);
        }

        const fixed = JSON.parse(worldFile()) as World;
        for (const [node, grant] of Object.entries(expected.afterFixes ?? {})) {
          const own = fixed.restrictions.own[node];
          expect(own?.iis === 6 ? own.grant.map((e) => `${e.address}/${e.mask}`) : own).toEqual(grant);
          if (own?.iis === 6) expect(own.deny).toEqual([]);
        }
        for (const [name, state] of Object.entries(expected.services ?? {})) expect(fixed.services[name]).toMatchObject(state);

        if ((expected.fixes ?? []).length > 0) {
          const undo = must(await handlers['visit.undo']({ visit, includeStarts: true }));
          expect(undo.leftOut).toEqual([]);
          must(await handlers['visit.apply']({ visit, plan: undo.plan }));
          const state = await stateOf(handlers, visit);
          expect(state.plans.at(-1)).toMatchObject({ purpose: 'undo', state: 'applied' });
          expect(undoable(state, true)).toEqual([]);
        }
        // Windows started these with the web server; nobody asked for it, so undo does not stop them.
        expect(worldFile()).toBe(worldText(exceptRunning(JSON.parse(first) as World, expected.startedAsDependencies ?? [])));
        await handlers['visit.close']({ visit });
      }));

  it('names the services that Windows starts as dependencies, and there are two', () => {
    const named = scenarioIds.flatMap((id) => expectedOf(id).startedAsDependencies ?? []);
    expect([...new Set(named)].sort()).toEqual(['HTTPFilter', 'IISADMIN']);
  });

  it('leaves a service start out of "undo everything" unless asked, and says so', () =>
    inTemporary(async (folder) => {
      const { handlers } = makeShell({ scenarios: scenarioFolder, visits: folder });
      const { visit } = must(await handlers['visit.open']({ target: { kind: 'simulated', scenario: 'web-server-stopped' } }));
      must(await handlers['visit.look']({ visit }));
      const view = must(await handlers['visit.plan']({ visit, check: 'web-publishing-stopped', fix: 'start-service', choices: {} }));
      must(await handlers['visit.apply']({ visit, plan: view.plan }));
      const undo = must(await handlers['visit.undo']({ visit, includeStarts: false }));
      expect(undo.content.operations).toEqual([]);
      expect(undo.leftOut.map((l) => l.service)).toEqual(['W3SVC']);
      await handlers['visit.close']({ visit });
    }));

  it('granting only the two directories of the release note leaves SimpleAuthWebService refused: unchanged', () =>
    inTemporary(async (folder) => {
      const { handlers } = makeShell({ scenarios: scenarioFolder, visits: folder });
      const { visit } = must(await handlers['visit.open']({ target: { kind: 'simulated', scenario: 'default-site-port-80' } }));
      must(await handlers['visit.look']({ visit }));
      const choices = { vroots: ['W3SVC/1/ROOT/Selfupdate', 'W3SVC/1/ROOT/ClientWebService'] };
      const view = must(await handlers['visit.plan']({ visit, check: 'other-vroots-refuse-clients', fix: 'grant-subnet', choices }));
      must(await handlers['visit.apply']({ visit, plan: view.plan }));
      const plan = (await stateOf(handlers, visit)).plans.at(-1);
      const results = Object.fromEntries((plan?.verified ?? []).map((v) => [v.check, v.result]));
      expect(results).toMatchObject({
        'selfupdate-refuses-clients': 'resolved',
        'client-web-service-refuses-clients': 'resolved',
        'other-vroots-refuse-clients': 'unchanged',
      });
      await handlers['visit.close']({ visit });
    }));

  it('undoes after the visit was closed and opened again by another process', () =>
    inTemporary(async (folder) => {
      const first = makeShell({ scenarios: scenarioFolder, visits: folder });
      const { visit } = must(await first.handlers['visit.open']({ target: { kind: 'simulated', scenario: 'added-subnet' } }));
      must(await first.handlers['visit.look']({ visit }));
      const view = must(await first.handlers['visit.plan']({ visit, check: 'selfupdate-refuses-clients', fix: 'grant-subnet', choices: {} }));
      must(await first.handlers['visit.apply']({ visit, plan: view.plan }));
      await first.handlers['visit.close']({ visit });

      const second = makeShell({ scenarios: scenarioFolder, visits: folder, firstId: 100 });
      must(await second.handlers['visit.reopen']({ visit }));
      // A plan runs only in the process that made it.
      expect(await second.handlers['visit.apply']({ visit, plan: view.plan })).toMatchObject({ ok: false, fault: { code: 'input-unknown-plan' } });
      const undo = must(await second.handlers['visit.undo']({ visit, includeStarts: true }));
      must(await second.handlers['visit.apply']({ visit, plan: undo.plan }));
      expect(readFileSync(join(folder, visit, 'world.json'), 'utf8')).toBe(worldText(worldNamed('added-subnet')));
      await second.handlers['visit.close']({ visit });
    }));

  it('refuses to undo a value that somebody else changed since, and changes nothing', () =>
    inTemporary(async (folder) => {
      const first = makeShell({ scenarios: scenarioFolder, visits: folder });
      const { visit } = must(await first.handlers['visit.open']({ target: { kind: 'simulated', scenario: 'cert-server-disabled' } }));
      must(await first.handlers['visit.look']({ visit }));
      const view = must(await first.handlers['visit.plan']({ visit, check: 'cert-server-disabled', fix: 'set-cert-server-manual', choices: {} }));
      must(await first.handlers['visit.apply']({ visit, plan: view.plan }));
      await first.handlers['visit.close']({ visit });
      const file = join(folder, visit, 'world.json');
      const { writeFileSync } = await import('node:fs');
      const world = JSON.parse(readFileSync(file, 'utf8')) as World;
      const theirs = worldText({
        ...world,
        services: { ...world.services, WSusCertServer: { ...(world.services.WSusCertServer as World['services'][string]), startMode: 'automatic' } },
      });
      writeFileSync(file, theirs);

      const second = makeShell({ scenarios: scenarioFolder, visits: folder, firstId: 100 });
      must(await second.handlers['visit.reopen']({ visit }));
      const undo = must(await second.handlers['visit.undo']({ visit, includeStarts: true }));
      must(await second.handlers['visit.apply']({ visit, plan: undo.plan }));
      const state = await stateOf(second.handlers, visit);
      expect(state.plans.at(-1)?.operations[0]).toMatchObject({ outcome: 'changed-since', found: 'automatic' });
      expect(readFileSync(file, 'utf8')).toBe(theirs);
      await second.handlers['visit.close']({ visit });
    }));
});

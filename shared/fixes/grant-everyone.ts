import { exposureOf } from '../exposure';
import type { FixPlan, Line } from '../fix';
import { chosen, defineFix, machineOf } from '../fix';
import { admitsText } from '../grant';
import type { Operation } from '../operation';
import { okValue } from '../probe';
import { readNodes, refusedVroots } from '../refused-vroots';
import type { Own, Setting } from '../restriction';
import { chainOf, compile } from '../restriction';
import type { Result } from '../result';
import { failed, ok } from '../result';
import type { Snapshot } from '../snapshot';
import { clientVrootOf } from '../wsus-layout';

/** "Granted access" of the release note: an own value without restriction. On IIS 7+ the inherited entries are cleared. */
const everyone = (iis: 6 | 7): Own =>
  iis === 6
    ? { iis: 6, grantByDefault: true, grant: [], deny: [], grantNames: [], denyNames: [] }
    : { iis: 7, allowUnlisted: true, entries: [{ verb: 'clear' }] };

function planFor(snapshot: Snapshot, check: string, nodes: readonly string[]): Result<FixPlan> {
  const restrictions = okValue(snapshot.answers['ip-restrictions']);
  if (!restrictions) return failed('probe-not-answered', { probe: 'ip-restrictions' });
  const byName = new Map(Object.entries(restrictions.nodes).map(([name, value]) => [name.toLowerCase(), okValue(value)]));
  const operations: Operation[] = [];
  const [before, after]: [FixPlan['admittedBefore'], FixPlan['admittedAfter']] = [[], []];
  const to = { own: everyone(restrictions.iis) };
  for (const node of nodes) {
    const chain = chainOf(node, restrictions.iis).map((name) => ({ node: name, setting: byName.get(name.toLowerCase()) }));
    if (chain.some((c) => c.setting === undefined)) return failed('probe-not-answered', { node });
    const known = chain as { node: string; setting: Setting }[];
    operations.push({ operation: 'ip-restriction.replace', machine: machineOf(snapshot), node, expect: known.at(-1)?.setting ?? 'inherits', to });
    before.push({ node, admits: admitsText(compile(restrictions.iis, known)) });
    after.push({
      node,
      admits: admitsText(
        compile(
          restrictions.iis,
          known.map((c) => (c.node === node ? { node, setting: to } : c)),
        ),
      ),
    });
  }
  const exposure = exposureOf(snapshot.answers);
  const vroots = nodes.map((n) => clientVrootOf(n) ?? n);
  const warnings: Line[] = [
    {
      id: 'becomes-reachable',
      facts: { files: vroots.includes('Selfupdate') || vroots.includes('Content'), services: vroots.some((v) => v !== 'Selfupdate' && v !== 'Content') },
    },
    { id: `exposure-${exposure.state}`, facts: { signs: [...exposure.signs] } },
  ];
  const byHand: Line[] = [{ id: restrictions.iis === 6 ? 'iis6-grant-everyone' : 'iis7-allow-everyone', facts: { vroots, nodes: [...nodes] } }];
  return ok({
    fix: 'grant-everyone',
    check,
    choices: { vroots: [...nodes] },
    operations,
    byHand,
    warnings,
    admittedBefore: before,
    admittedAfter: after,
    needs: exposure.state === 'none' ? [] : ['typed-name'],
  });
}

/** The release note's way: everybody is admitted. Never preselected; asks for the server's name where it may be seen from outside. */
export const grantEveryone = defineFix({
  id: 'grant-everyone',
  cures: ['selfupdate-refuses-clients', 'client-web-service-refuses-clients', 'other-vroots-refuse-clients', 'localhost-refused'],
  alsoCures: (plan, finding) =>
    finding.check !== 'localhost-refused' || ((finding.facts.nodes as string[]) ?? []).some((n) => plan.choices.vroots?.includes(n)),
  choices(snapshot, finding) {
    const nodes = finding.verdict === 'fail' ? refusedVroots(snapshot, finding.check) : [];
    return nodes.length === 0 ? null : [{ name: 'vroots', values: nodes.map((value) => ({ value })), default: nodes, several: true }];
  },
  plan(snapshot, finding, choices) {
    const offered = refusedVroots(snapshot, finding.check);
    if (offered.length === 0) return failed('unsupported-operation', { fix: 'grant-everyone', check: finding.check });
    const nodes = readNodes(chosen(choices, { name: 'vroots', values: [], default: offered, several: true }), offered);
    return nodes.ok ? planFor(snapshot, finding.check, nodes.value) : nodes;
  },
});

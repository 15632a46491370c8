import type { Cube } from '../address';
import { covers, meets, readAddress, readSubnet, scopeOf, showCube, showMask, showNetwork, single } from '../address';
import type { Finding } from '../diagnose';
import type { Choice, Choices, FixPlan, Line } from '../fix';
import { chosen, defineFix, machineOf } from '../fix';
import type { Chain } from '../grant';
import { admitsText, grantAt } from '../grant';
import { knownSubnets } from '../known-clients';
import { okValue } from '../probe';
import type { Needed } from '../refusal';
import { neededOf, readNodes, refusedNow } from '../refused-vroots';
import type { Effective } from '../restriction';
import { chainOf, compile } from '../restriction';
import type { Facts, Result } from '../result';
import { failed, ok } from '../result';
import type { Snapshot } from '../snapshot';
import { clientVrootOf } from '../wsus-layout';

/** The networks a finding of the logs names; private ones only (refused-in-log.ts). */
const namedIn = (finding: Finding): Cube[] =>
  (Array.isArray(finding.facts.subnets) ? finding.facts.subnets : []).flatMap((text) => {
    const read = readSubnet(String(text));
    return read.ok ? [read.value] : [];
  });

function choicesOf(snapshot: Snapshot, finding: Finding): readonly Choice[] | null {
  const needed = finding.verdict === 'fail' ? neededOf(snapshot) : null;
  if (!needed) return null;
  const now = refusedNow(snapshot, needed);
  const forLocal = finding.check === 'localhost-refused';
  const nodes = forLocal ? now.localNodes : now.nodes;
  // Its own addresses inside a refused subnet come with the subnet.
  const covered = (cube: Cube) => now.cubes.some((c) => showCube(c) !== showCube(cube) && covers(c, cube));
  const local = now.local.filter((cube) => forLocal || (!covered(cube) && nodes.some((n) => now.localNodes.includes(n))));
  const cubes = forLocal ? local : finding.check === 'clients-refused-in-log' ? namedIn(finding) : [...local, ...now.cubes];
  if (nodes.length === 0 || cubes.length === 0) return null;
  const known = okValue(snapshot.answers.networks);
  const labelled = (cube: Cube): Facts => ({ known: known ? knownSubnets(known).some((s) => s.text === showCube(cube)) : false });
  return [
    { name: 'vroots', values: nodes.map((value) => ({ value })), default: nodes, several: true },
    {
      name: 'subnets',
      values: cubes.map((cube) => ({ value: showCube(cube), facts: labelled(cube) })),
      default: cubes.map(showCube),
      several: true,
      open: true,
    },
  ];
}

/** A typed subnet: private or loopback only; a bare address is a single computer. */
function readWanted(text: string): Result<Cube> {
  const address = readAddress(text);
  const cube = address.ok ? ok(single(address.value)) : readSubnet(text);
  if (!cube.ok) return cube;
  return scopeOf({ family: cube.value.family, words: cube.value.value }) === 'public'
    ? failed('input-unknown-choice', { choice: 'subnets', value: text.slice(0, 80) })
    : cube;
}

function plan(snapshot: Snapshot, finding: Finding, choices: Choices): Result<FixPlan> {
  const needed = neededOf(snapshot);
  const offered = choicesOf(snapshot, finding);
  if (!needed || !offered) return failed('unsupported-operation', { fix: 'grant-subnet', check: finding.check });
  const [vroots, subnets] = offered as [Choice, Choice];
  const nodes = readNodes(chosen(choices, vroots), vroots.default);
  if (!nodes.ok) return nodes;
  const cubes: Cube[] = [];
  for (const text of chosen(choices, subnets)) {
    const cube = readWanted(text);
    if (!cube.ok) return cube;
    cubes.push(cube.value);
  }
  const restrictions = needed['ip-restrictions'];
  const made: Mutable = { operations: [], byHand: [], warnings: [], admittedBefore: [], admittedAfter: [] };
  const changed: { node: string; list: Effective }[] = [];
  for (const node of nodes.value) {
    const chain = chainAt(node, restrictions);
    if (!chain) return failed('probe-not-answered', { node });
    const granted = grantAt(restrictions.iis, chain, cubes);
    if (granted.kind === 'nothing') continue;
    if (granted.kind === 'by-hand') {
      made.byHand.push(handLine(restrictions.iis, [node], cubes, granted.entry, compile(restrictions.iis, chain)));
      made.warnings.push({ id: `no-plan-${granted.why}`, facts: { node, entry: granted.entry } });
      continue;
    }
    changed.push({ node, list: granted.before });
    const expect = chain.at(-1)?.setting ?? 'inherits';
    if (expect === 'inherits' && restrictions.iis === 6) made.warnings.push({ id: 'no-longer-follows', facts: { node } });
    made.operations.push({ operation: 'ip-restriction.replace', machine: machineOf(snapshot), node, expect, to: granted.to });
    made.admittedBefore.push({ node, admits: admitsText(granted.before) });
    made.admittedAfter.push({ node, admits: admitsText(granted.after) });
  }
  const [first] = changed;
  if (first)
    made.byHand.unshift(
      handLine(
        restrictions.iis,
        changed.map((c) => c.node),
        cubes,
        '',
        first.list,
      ),
    );
  if (okValue(snapshot.answers.product)?.system.smallBusiness) made.warnings.push({ id: 'sbs-wizard-rewrites', facts: {} });
  return ok({ fix: 'grant-subnet', check: finding.check, choices: { vroots: nodes.value, subnets: cubes.map(showCube) }, ...made, needs: [] });
}
type Mutable = Pick<FixPlan, 'operations' | 'byHand' | 'warnings' | 'admittedBefore' | 'admittedAfter'>;

function chainAt(node: string, restrictions: Needed['ip-restrictions']): Chain | null {
  const byName = new Map(Object.entries(restrictions.nodes).map(([name, value]) => [name.toLowerCase(), value]));
  const chain = chainOf(node, restrictions.iis).map((name) => ({ node: name, setting: okValue(byName.get(name.toLowerCase())) }));
  return chain.every((c) => c.setting !== undefined) ? (chain as Chain) : null;
}

/** One line for all directories that need the same; IIS 6 with "granted by default" is cured by removing entries, never by adding. */
function handLine(iis: 6 | 7, nodes: readonly string[], cubes: readonly Cube[], entry: string, list: Effective): Line {
  const id = iis === 7 ? 'iis7-allow' : list.byDefault ? 'iis6-remove-denied' : 'iis6-grant';
  const denied = list.rules.filter((r) => !r.allow && r.cube && cubes.some((c) => meets(c, r.cube as Cube))).map((r) => r.text);
  const subnets = cubes.map((c) => ({ address: showNetwork(c), mask: showMask(c) }));
  return { id, facts: { nodes: [...nodes], vroots: nodes.map((n) => clientVrootOf(n) ?? n), entry, denied, subnets } };
}

/** Adds the refused subnets, and only them, to the refused vroots, and only to them. */
export const grantSubnet = defineFix({
  id: 'grant-subnet',
  cures: ['selfupdate-refuses-clients', 'client-web-service-refuses-clients', 'other-vroots-refuse-clients', 'localhost-refused', 'clients-refused-in-log'],
  choices: choicesOf,
  // The server's own addresses are another matter unless they were chosen.
  alsoCures: (made, finding) =>
    finding.check !== 'localhost-refused' || (finding.facts.addresses as string[]).some((address) => made.choices.subnets?.includes(`${address}/32`)),
  plan,
});

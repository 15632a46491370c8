import type { Cube } from '../address';
import { readAddress, readSubnet, scopeOf, showCube, showMask, showNetwork, single } from '../address';
import type { Finding } from '../diagnose';
import type { Choice, Choices, FixPlan, Line } from '../fix';
import { chosen, defineFix, machineOf } from '../fix';
import type { Chain } from '../grant';
import { admitsText, grantAt } from '../grant';
import type { Collected } from '../probe';
import { lost, okValue } from '../probe';
import type { Needed } from '../refusal';
import { examine, knownSubnets, refusedCubes } from '../refusal';
import { localRefusals } from '../refusal-local';
import { chainOf } from '../restriction';
import type { Facts, Result } from '../result';
import { failed, fault, ok } from '../result';
import type { Snapshot } from '../snapshot';
import { clientVrootOf } from '../wsus-layout';

const none = lost('missing', fault('probe-not-answered'));
const orNone = <T>(answer: Collected<T> | undefined): Collected<T> => answer ?? none;

function neededOf(snapshot: Snapshot): Needed | null {
  const sites = okValue(snapshot.answers['web-sites']);
  const vroots = okValue(snapshot.answers['virtual-directories']);
  const restrictions = okValue(snapshot.answers['ip-restrictions']);
  return sites && vroots && restrictions ? { 'web-sites': sites, 'virtual-directories': vroots, 'ip-restrictions': restrictions } : null;
}

/** Refused vroots and subnets of the snapshot, and the server's own IPv4 addresses refused there. */
function refusedNow(snapshot: Snapshot, needed: Needed): { nodes: string[]; cubes: Cube[]; local: Cube[]; localNodes: string[] } {
  const networks = okValue(snapshot.answers.networks) ?? { adapters: none, subnets: [], clients: [] };
  const { answers } = snapshot;
  const used = {
    product: orNone(answers.product),
    'client-identities': orNone(answers['client-identities']),
    'client-policies': orNone(answers['client-policies']),
  };
  // One check's walk is narrower than all vroots': the other vroots are only walked on WSUS' own site.
  const pairs = [
    examine(['Selfupdate', 'ClientWebService'], { ...needed, networks }, used),
    examine(['SimpleAuthWebService', 'ReportingWebService', 'Content'], { ...needed, networks }, used),
  ];
  const local = localRefusals(needed, { networks: orNone(answers.networks), product: orNone(answers.product) }).refused.filter((r) => !r.isRoot);
  const localCubes = [...new Set(local.flatMap((r) => r.addresses))].flatMap((text) => {
    const read = readAddress(text);
    return read.ok && read.value.family === 4 ? [single(read.value)] : [];
  });
  const cubes = pairs.flatMap(refusedCubes).filter((c, i, all) => all.findIndex((o) => showCube(o) === showCube(c)) === i);
  return {
    nodes: [...new Set(pairs.flatMap((p) => p.refused.map((r) => r.judged.node)))].filter((n) => clientVrootOf(n) !== undefined),
    cubes,
    local: localCubes,
    localNodes: local.map((r) => r.node).filter((n) => clientVrootOf(n) !== undefined),
  };
}

function choicesOf(snapshot: Snapshot, finding: Finding): readonly Choice[] | null {
  const needed = finding.verdict === 'fail' ? neededOf(snapshot) : null;
  if (!needed) return null;
  const now = refusedNow(snapshot, needed);
  const forLocal = finding.check === 'localhost-refused';
  const nodes = forLocal ? now.localNodes : now.nodes;
  // Its own addresses inside a refused subnet come with the subnet.
  const covered = (cube: Cube) =>
    now.cubes.some((c) => showCube(c) !== showCube(cube) && c.mask.every((m, i) => ((cube.value[i] as number) & m) >>> 0 === c.value[i]));
  const local = now.local.filter((cube) => forLocal || (!covered(cube) && nodes.some((n) => now.localNodes.includes(n))));
  const cubes = forLocal ? local : [...local, ...now.cubes];
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

function readNodes(texts: readonly string[], offered: readonly string[]): Result<string[]> {
  const nodes: string[] = [];
  for (const text of texts) {
    const match = offered.filter((n) => n.toLowerCase() === text.toLowerCase() || n.split('/').at(-1)?.toLowerCase() === text.toLowerCase());
    if (match.length === 0) return failed('input-unknown-choice', { choice: 'vroots', value: text.slice(0, 80), offered: [...offered] });
    nodes.push(...match);
  }
  return ok([...new Set(nodes)]);
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
  for (const node of nodes.value) {
    const chain = chainAt(node, restrictions);
    if (!chain) return failed('probe-not-answered', { node });
    const granted = grantAt(restrictions.iis, chain, cubes);
    if (granted.kind === 'nothing') continue;
    made.byHand.push(handLine(restrictions.iis, node, cubes, granted.kind === 'by-hand' ? granted.entry : ''));
    if (granted.kind === 'by-hand') {
      made.warnings.push({ id: `no-plan-${granted.why}`, facts: { node, entry: granted.entry } });
      continue;
    }
    const expect = chain.at(-1)?.setting ?? 'inherits';
    if (expect === 'inherits' && restrictions.iis === 6) made.warnings.push({ id: 'no-longer-follows', facts: { node } });
    made.operations.push({ operation: 'ip-restriction.replace', machine: machineOf(snapshot), node, expect, to: granted.to });
    made.admittedBefore.push({ node, admits: admitsText(granted.before) });
    made.admittedAfter.push({ node, admits: admitsText(granted.after) });
  }
  if (okValue(snapshot.answers.product)?.system.smallBusiness) made.warnings.push({ id: 'sbs-wizard-rewrites', facts: {} });
  return ok({ fix: 'grant-subnet', check: finding.check, choices: { vroots: nodes.value, subnets: cubes.map(showCube) }, ...made, needs: [] });
}
type Mutable = Pick<FixPlan, 'operations' | 'byHand' | 'warnings' | 'admittedBefore' | 'admittedAfter'>;

function chainAt(node: string, restrictions: Needed['ip-restrictions']): Chain | null {
  const byName = new Map(Object.entries(restrictions.nodes).map(([name, value]) => [name.toLowerCase(), value]));
  const chain = chainOf(node, restrictions.iis).map((name) => ({ node: name, setting: okValue(byName.get(name.toLowerCase())) }));
  return chain.every((c) => c.setting !== undefined) ? (chain as Chain) : null;
}

const handLine = (iis: 6 | 7, node: string, cubes: readonly Cube[], entry: string): Line => ({
  id: iis === 6 ? 'iis6-grant' : 'iis7-allow',
  facts: { node, vroot: clientVrootOf(node) ?? node, entry, subnets: cubes.map((c) => ({ address: showNetwork(c), mask: showMask(c) })) },
});

/** Adds the refused subnets, and only them, to the refused vroots, and only to them. */
export const grantSubnet = defineFix({
  id: 'grant-subnet',
  cures: ['selfupdate-refuses-clients', 'client-web-service-refuses-clients', 'other-vroots-refuse-clients', 'localhost-refused'],
  choices: choicesOf,
  // The server's own addresses are another matter unless they were chosen.
  alsoCures: (made, finding) =>
    finding.check !== 'localhost-refused' || (finding.facts.addresses as string[]).some((address) => made.choices.subnets?.includes(`${address}/32`)),
  plan,
});

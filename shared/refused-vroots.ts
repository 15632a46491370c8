/** Which WSUS vroots refuse whom now: what the fixes of refusals choose from. */
import type { Cube } from './address';
import { readAddress, showCube, single } from './address';
import type { Collected } from './probe';
import { lost, okValue } from './probe';
import type { Needed } from './refusal';
import { examine, refusedCubes } from './refusal';
import { localRefusals } from './refusal-local';
import type { Result } from './result';
import { failed, fault, ok } from './result';
import type { Snapshot } from './snapshot';
import { clientVrootOf } from './wsus-layout';

const none = lost('missing', fault('probe-not-answered'));
const orNone = <T>(answer: Collected<T> | undefined): Collected<T> => answer ?? none;

/** The three answers that refusals are computed from, or null. */
export function neededOf(snapshot: Snapshot): Needed | null {
  const sites = okValue(snapshot.answers['web-sites']);
  const vroots = okValue(snapshot.answers['virtual-directories']);
  const restrictions = okValue(snapshot.answers['ip-restrictions']);
  return sites && vroots && restrictions ? { 'web-sites': sites, 'virtual-directories': vroots, 'ip-restrictions': restrictions } : null;
}

export interface RefusedNow {
  /** Vroots that refuse clients, and the refused networks. */
  readonly nodes: string[];
  readonly cubes: Cube[];
  /** Vroots that refuse the server itself, and its IPv4 addresses refused there. */
  readonly localNodes: string[];
  readonly local: Cube[];
}

/** Refused vroots and networks of a snapshot. */
export function refusedNow(snapshot: Snapshot, needed: Needed): RefusedNow {
  const networks = okValue(snapshot.answers.networks) ?? { adapters: none, subnets: [], clients: [] };
  const { answers } = snapshot;
  const used = {
    product: orNone(answers.product),
    'client-identities': orNone(answers['client-identities']),
    'client-policies': orNone(answers['client-policies']),
  };
  // The other vroots are walked on WSUS' own site only, so they are examined apart.
  const walks = [
    examine(['Selfupdate', 'ClientWebService'], { ...needed, networks }, used),
    examine(['SimpleAuthWebService', 'ReportingWebService', 'Content'], { ...needed, networks }, used),
  ];
  const local = localRefusals(needed, { networks: orNone(answers.networks), product: orNone(answers.product) }).refused.filter((r) => !r.isRoot);
  const isVroot = (node: string) => clientVrootOf(node) !== undefined;
  return {
    nodes: [...new Set(walks.flatMap((w) => w.refused.map((r) => r.judged.node)))].filter(isVroot),
    cubes: walks.flatMap(refusedCubes).filter((c, i, all) => all.findIndex((o) => showCube(o) === showCube(c)) === i),
    localNodes: local.map((r) => r.node).filter(isVroot),
    local: [...new Set(local.flatMap((r) => r.addresses))].flatMap((text) => {
      const read = readAddress(text);
      return read.ok && read.value.family === 4 ? [single(read.value)] : [];
    }),
  };
}

/** Vroots that a fix of this check's refusal may change. */
export function refusedVroots(snapshot: Snapshot, check: string): string[] {
  const needed = neededOf(snapshot);
  if (!needed) return [];
  const now = refusedNow(snapshot, needed);
  return check === 'localhost-refused' ? now.localNodes : now.nodes;
}

/** Chosen vroots by node or by name, out of those offered. */
export function readNodes(texts: readonly string[], offered: readonly string[]): Result<string[]> {
  const nodes: string[] = [];
  for (const text of texts) {
    const match = offered.filter((n) => n.toLowerCase() === text.toLowerCase() || n.split('/').at(-1)?.toLowerCase() === text.toLowerCase());
    if (match.length === 0) return failed('input-unknown-choice', { choice: 'vroots', value: text.slice(0, 80), offered: [...offered] });
    nodes.push(...match);
  }
  return ok([...new Set(nodes)]);
}

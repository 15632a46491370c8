/**
 * Who is refused by address, computed per client address and per subnet, for the walk each client really takes:
 * the site its WUServer names first, the site on port 80 for self-update second (domain.md 14).
 */
import type { Cube } from './address';
import { contains, readAddress, scopeOf, showCube } from './address';
import type { Severity, Verdict } from './check';
import { fail, notApplicable, pass, unknown } from './check';
import { distinct, join } from './cubes';
import { generationOf, mustSelfUpdate, selfUpdates, upTo30 } from './generation';
import type { KnownClient, KnownSubnet } from './known-clients';
import { knownClients, knownSubnets } from './known-clients';
import type { Person } from './people';
import { kindsOf, people } from './people';
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';
import type { WebSite } from './probes/web-sites';
import { refusedBy } from './refused-by';
import type { Decision, Effective } from './restriction';
import { decide, listAt } from './restriction';
import type { Facts, Fault } from './result';
import type { ClientVroot, Layout } from './wsus-layout';
import { clientVroots, layoutOf } from './wsus-layout';

export interface Needed {
  readonly 'web-sites': AnswerOf<'web-sites'>;
  readonly 'virtual-directories': AnswerOf<'virtual-directories'>;
  readonly 'ip-restrictions': AnswerOf<'ip-restrictions'>;
}
export interface Sharpened {
  readonly product: Collected<AnswerOf<'product'>>;
  readonly 'client-identities': Collected<AnswerOf<'client-identities'>>;
  readonly 'client-policies': Collected<AnswerOf<'client-policies'>>;
}

export const refusalNeeds = ['web-sites', 'virtual-directories', 'ip-restrictions', 'networks'] as const;
export const refusalUses = ['product', 'client-identities', 'client-policies'] as const;

/** A node with the list in force at it, or why that cannot be told. */
export interface Judged {
  readonly node: string;
  readonly site: WebSite;
  readonly list: Effective | null;
  readonly fault: Fault | null;
}

const judgeNode = (node: string, site: WebSite, restrictions: AnswerOf<'ip-restrictions'>): Judged => {
  const at = listAt(node, restrictions);
  return 'list' in at ? { node, site, list: at.list, fault: null } : { node, site, list: null, fault: at.fault };
};

/** The vroot's node and every deeper node with a value of its own (files and folders below can have one). */
export function nodesOf(answers: Needed, names: readonly string[], sites: readonly WebSite[]): Judged[] {
  const wanted = names.map((n) => n.toLowerCase());
  const restrictions = answers['ip-restrictions'];
  return sites.flatMap((site) =>
    answers['virtual-directories'].vroots
      .filter((v) => v.site === site.id && wanted.includes(v.name.toLowerCase()))
      .flatMap((v) => {
        const below = Object.keys(restrictions.nodes).filter(
          (n) => n.toLowerCase().startsWith(`${v.node.toLowerCase()}/`) && okValue(restrictions.nodes[n]) !== 'inherits',
        );
        return [v.node, ...below].map((node) => judgeNode(node, site, restrictions));
      }),
  );
}

export interface RefusedNode {
  readonly judged: Judged;
  readonly clients: readonly KnownClient[];
  readonly cubes: readonly Cube[];
  readonly severity: Severity;
  readonly example: Decision;
}
export interface Examined {
  readonly layout: Layout;
  readonly nodes: readonly Judged[];
  readonly refused: readonly RefusedNode[];
  readonly clients: readonly KnownClient[];
  readonly subnets: readonly KnownSubnet[];
  /** Refused addresses from the Internet: shown apart, never proposed. */
  readonly fromInternet: number;
  readonly undecided: number;
  readonly fault: Fault | null;
}

const order: readonly Severity[] = ['problem', 'warning', 'wait', 'note'];
const worst = (list: readonly Severity[]): Severity => order.find((s) => list.includes(s)) ?? 'note';

/** Walks every known client and subnet through the vroots of `names`. */
export function examine(names: readonly ClientVroot[], answers: Needed & { networks: AnswerOf<'networks'> }, used: Sharpened): Examined {
  const { sites } = answers['web-sites'];
  const wsus = okValue(okValue(used.product)?.wsus);
  const layout = layoutOf(sites, answers['virtual-directories'].vroots, wsus?.port ?? null);
  const walk = [layout.main, names.some((n) => n === 'Selfupdate' || n === 'ClientWebService') ? layout.port80 : null].filter(
    (s, i, all): s is WebSite => s !== null && all.findIndex((o) => o?.id === s.id) === i,
  );
  const nodes = nodesOf(answers, names, walk);
  const known = people(used['client-identities'], used['client-policies'], sites);
  const generation = wsus ? generationOf(wsus.version) : null;
  const old = generation ? upTo30(generation) : !answers['web-sites'].atLeastIis8;
  const severityOf = (judged: Judged, person: Person | undefined): Severity => {
    const named = judged.site.id === (person?.site ?? layout.main)?.id;
    if (!names.includes('Selfupdate')) return named ? 'problem' : 'warning';
    if (!person?.system) return old ? 'problem' : 'warning';
    if (!selfUpdates(person.system)) return 'note';
    return named || (person.agent !== null && mustSelfUpdate(person.agent)) ? 'problem' : 'warning';
  };

  const undecided = new Set<string>();
  const fromInternet = new Set<string>();
  const refused: RefusedNode[] = [];
  let lostNode: Fault | null = null;
  for (const judged of nodes) {
    if (!judged.list) {
      lostNode ??= judged.fault;
      continue;
    }
    const by = refusedBy(judged.list, answers.networks);
    for (const text of by.undecided) undecided.add(text);
    for (const text of by.fromInternet) fromInternet.add(text);
    if (by.clients.length === 0 && by.cubes.length === 0) continue;
    const nobody = by.bare && by.clients.length === 0;
    refused.push({
      judged,
      clients: by.clients,
      cubes: by.cubes,
      severity: worst(nobody ? [severityOf(judged, undefined)] : [...kindsOf(by.clients, known)].map((person) => severityOf(judged, person))),
      example: { admitted: false, rule: by.example?.rule ?? null, node: by.example?.node ?? by.example?.rule?.node ?? judged.list.defaultNode },
    });
  }
  const clients = knownClients(answers.networks).filter((c) => scopeOf(c.address) !== 'public');
  const subnets = knownSubnets(answers.networks);
  return { layout, nodes, refused, clients, subnets, fromInternet: fromInternet.size, undecided: undecided.size, fault: lostNode };
}

/** Every refused client address, in numerical order, each once: the order of the known clients. */
export function refusedAddresses(examined: Examined): string[] {
  const lists = [...new Set(examined.refused.map((node) => node.clients))];
  const [only] = lists;
  if (lists.length <= 1) return (only ?? []).map((c) => c.text);
  const refused = new Set(lists.flat());
  return examined.clients.filter((c) => refused.has(c)).map((c) => c.text);
}

/** Every refused subnet, joined over the nodes. */
export const refusedCubes = (examined: Examined): Cube[] => join(distinct(examined.refused.flatMap((r) => r.cubes)));

function factsOf(examined: Examined): Facts {
  const top = [...examined.refused].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))[0] as RefusedNode;
  const addresses = refusedAddresses(examined);
  const cubes = refusedCubes(examined);
  const decidedBy = top.example.node ?? top.judged.node;
  return {
    site: top.judged.site.name,
    node: top.judged.node,
    decidedBy,
    inherited: decidedBy.toLowerCase() !== top.judged.node.toLowerCase(),
    refused: { clients: addresses.length, subnets: cubes.length },
    examined: { clients: examined.clients.length, subnets: examined.subnets.length },
    subnets: cubes.slice(0, 20).map(showCube),
    addresses: addresses.slice(0, 20),
    fromInternet: examined.fromInternet,
    seenAs: top.judged.list?.seenAs ?? '403',
    proxyMode: top.judged.list?.proxyMode ?? false,
    nodes: examined.refused.slice(0, 12).map((r) => r.judged.node),
  };
}

/** The verdict that all checks of refusal by address share. */
export function refusalVerdict(names: readonly ClientVroot[], answers: Needed & { networks: AnswerOf<'networks'> }, used: Sharpened): Verdict {
  const inForce = answers['ip-restrictions'].inForce;
  const examined = examine(names, answers, used);
  if (examined.nodes.length === 0) return notApplicable('no-such-vroot');
  if (inForce.outcome === 'ok' && !inForce.value) return notApplicable('module-missing');
  const reason = (why: string): Facts => ({
    reason: why,
    undecided: examined.undecided,
    examined: { clients: examined.clients.length, subnets: examined.subnets.length },
    fromInternet: examined.fromInternet,
    nodes: examined.nodes.slice(0, 12).map((n) => n.node),
  });
  if (examined.refused.length > 0) {
    if (inForce.outcome !== 'ok') return unknown(reason('not-known-in-force'), inForce.fault);
    return fail(factsOf(examined), worst(examined.refused.map((r) => r.severity)));
  }
  if (examined.fault) return unknown(reason('node-not-read'), examined.fault);
  if (examined.undecided > 0) return unknown(reason('rules-not-decidable'));
  if (examined.clients.length === 0 && !examined.subnets.some((s) => s.asClients)) return unknown(reason('no-client-network'));
  return pass;
}

export interface Admitted {
  readonly client: string;
  readonly subnet?: string;
  readonly node: string;
  readonly admitted: boolean | null;
  /** The entry that hit; null: none did and the default decided. */
  readonly entry: string | null;
  readonly decidedBy: string | null;
  readonly inheritedFrom?: string;
}

/** For one address: at each WSUS address admitted or refused, by which entry, on which node. */
export function admissionOf(text: string, answers: Needed, networks: AnswerOf<'networks'> | undefined): Admitted[] {
  const read = readAddress(text);
  if (!read.ok) return [];
  const inForce = okValue(answers['ip-restrictions'].inForce);
  const subnet = networks && knownSubnets(networks).find((s) => contains(s.cube, read.value))?.text;
  return nodesOf(answers, clientVroots, answers['web-sites'].sites).map((judged) => {
    const base = { client: text, ...(subnet && { subnet }), node: judged.node };
    if (inForce === false) return { ...base, admitted: true, entry: null, decidedBy: null };
    if (!judged.list) return { ...base, admitted: null, entry: null, decidedBy: null };
    const decision = decide(judged.list, read.value);
    const from = decision.node !== null && decision.node.toLowerCase() !== judged.node.toLowerCase() ? decision.node : null;
    const admitted = decision.admitted === false && inForce === undefined ? null : decision.admitted;
    return { ...base, admitted, entry: decision.rule?.text ?? null, decidedBy: decision.node, ...(from && { inheritedFrom: from }) };
  });
}

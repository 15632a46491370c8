/**
 * Who is refused by address, computed per client address and per subnet, for the walk each client really takes:
 * the site its WUServer names first, the site on port 80 for self-update second (domain.md 14).
 */
import type { Address, Cube } from './address';
import { compareAddresses, contains, covers, readAddress, readEntry, readSubnet, scopeOf, showCube, single } from './address';
import type { Severity, Verdict } from './check';
import { fail, notApplicable, pass, unknown } from './check';
import { generationOf, mustSelfUpdate, selfUpdates, upTo30 } from './generation';
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';
import type { WebSite } from './probes/web-sites';
import type { Decision, Effective } from './restriction';
import { decide, distinct, join, listAt, partition } from './restriction';
import type { Facts, Fault } from './result';
import type { ClientVroot, Layout } from './wsus-layout';
import { clientVroots, layoutOf, siteOnPort } from './wsus-layout';

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

export interface KnownClient {
  readonly address: Address;
  readonly text: string;
  readonly name: string | undefined;
}

const clientCache = new WeakMap<object, readonly KnownClient[]>();

/** Clients by each address they may arrive with; the server's own and loopback addresses are none. Once per answer. */
export function knownClients(networks: AnswerOf<'networks'>): readonly KnownClient[] {
  const known = clientCache.get(networks);
  if (known) return known;
  const own = new Set((okValue(networks.adapters) ?? []).map((a) => a.address));
  const seen = new Set<string>();
  const list: KnownClient[] = [];
  for (const client of networks.clients) {
    const read = readAddress(client.address);
    if (!read.ok || own.has(client.address) || seen.has(client.address) || scopeOf(read.value) === 'loopback') continue;
    seen.add(client.address);
    list.push({ address: read.value, text: client.address, name: client.name });
  }
  list.sort((a, b) => compareAddresses(a.address, b.address));
  clientCache.set(networks, list);
  return list;
}

export interface KnownSubnet {
  readonly cube: Cube;
  readonly text: string;
  /** Told or learned as a client network; false: only the server's own adapter. */
  readonly asClients: boolean;
}

/** Networks clients may live in. The external adapter's and public ones never are (domain.md 14). */
export function knownSubnets(networks: AnswerOf<'networks'>): KnownSubnet[] {
  const list: KnownSubnet[] = [];
  const external = (okValue(networks.adapters) ?? []).filter((a) => a.external).flatMap((a) => cubeOrNone(readEntry(a.address, a.mask)));
  const add = (cube: Cube, asClients: boolean) => {
    const known = list.findIndex((s) => covers(s.cube, cube) && covers(cube, s.cube));
    if (scopeOf({ family: cube.family, words: cube.value }) !== 'private' || external.some((e) => covers(e, cube))) return;
    if (known < 0) list.push({ cube, text: showCube(cube), asClients });
    else if (asClients) list[known] = { ...(list[known] as KnownSubnet), asClients };
  };
  for (const s of networks.subnets) for (const cube of cubeOrNone(readSubnet(s.subnet))) add(cube, s.learned !== 'adapter');
  for (const a of okValue(networks.adapters) ?? []) if (!a.external) for (const cube of cubeOrNone(readEntry(a.address, a.mask))) add(cube, false);
  return list;
}
const cubeOrNone = (read: { ok: true; value: Cube } | { ok: false }): Cube[] => (read.ok ? [read.value] : []);

interface Person {
  readonly system: string | null;
  readonly agent: string | null;
  readonly site: WebSite | null;
}

type People = ReadonlyMap<string, Person>;
const peopleCache = new WeakMap<object, { sites: readonly WebSite[]; policies: object; people: People }>();

/** System, agent and WUServer's site of each client, by address. Once per answer: three checks ask. */
function people(used: Sharpened, sites: readonly WebSite[]): People {
  const known = peopleCache.get(used['client-identities']);
  if (known?.sites === sites && known.policies === used['client-policies']) return known.people;
  const policies = new Map((okValue(used['client-policies'])?.clients ?? []).map((c) => [c.name, okValue(c.policy)]));
  const siteOf = new Map<string, WebSite | null>();
  const byAddress = new Map<string, Person>();
  for (const client of okValue(used['client-identities'])?.clients ?? []) {
    const identity = okValue(client.identity);
    const policy = policies.get(client.name);
    const url = policy?.useWuServer ? policy.wuServer : null;
    if (url && !siteOf.has(url)) siteOf.set(url, siteOnPort(sites, portOf(url)));
    const person = { system: identity?.system ?? null, agent: identity?.agent ?? null, site: (url && siteOf.get(url)) || null };
    for (const address of client.addresses) byAddress.set(address, person);
  }
  peopleCache.set(used['client-identities'], { sites, policies: used['client-policies'], people: byAddress });
  return byAddress;
}

/** The port a WUServer value names. */
export function portOf(url: string): number {
  const match = /^(https?):\/\/(?:\[[^\]]*\]|[^:/]*)(?::(\d+))?/i.exec(url.trim());
  return match?.[2] ? Number(match[2]) : match?.[1]?.toLowerCase() === 'https' ? 443 : 80;
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
  const known = people(used, sites);
  const generation = wsus ? generationOf(wsus.version) : null;
  const old = generation ? upTo30(generation) : !answers['web-sites'].atLeastIis8;
  const severityOf = (judged: Judged, person: Person | undefined): Severity => {
    const named = judged.site.id === (person?.site ?? layout.main)?.id;
    if (!names.includes('Selfupdate')) return named ? 'problem' : 'warning';
    if (!person?.system) return old ? 'problem' : 'warning';
    if (!selfUpdates(person.system)) return 'note';
    return named || (person.agent !== null && mustSelfUpdate(person.agent)) ? 'problem' : 'warning';
  };

  const clients = knownClients(answers.networks);
  const inside = clients.filter((c) => scopeOf(c.address) !== 'public');
  const outside = clients.filter((c) => scopeOf(c.address) === 'public');
  const subnets = knownSubnets(answers.networks);
  const undecided = new Set<string>();
  const refused: RefusedNode[] = [];
  const fromInternet = new Set<string>();
  let lostNode: Fault | null = null;

  for (const judged of nodes) {
    if (!judged.list) {
      lostNode ??= judged.fault;
      continue;
    }
    const list = judged.list;
    const hit: KnownClient[] = [];
    let example: Decision | null = null;
    for (const client of inside) {
      const decision = decide(list, client.address);
      if (decision.admitted === null) undecided.add(client.text);
      if (decision.admitted !== false) continue;
      hit.push(client);
      example ??= decision;
    }
    for (const client of outside) if (decide(list, client.address).admitted === false) fromInternet.add(client.text);
    const cubes: Cube[] = [];
    let bare = false;
    for (const subnet of subnets) {
      const pieces = partition(list, subnet.cube);
      if (!pieces || pieces.some((p) => p.admitted === null)) undecided.add(subnet.text);
      const gone = join((pieces ?? []).filter((p) => p.admitted === false).map((p) => p.cube));
      const lived = gone.filter((cube) => hit.some((c) => contains(cube, c.address)));
      const counts = subnet.asClients || gone.some((cube) => covers(cube, subnet.cube)) ? gone : lived;
      bare ||= counts.some((cube) => !lived.includes(cube));
      cubes.push(...counts);
      if (counts[0] && !example) example = { admitted: false, rule: pieces?.find((p) => p.admitted === false)?.rule ?? null, node: null };
    }
    // Clients outside every known network stand for themselves; only the networks are searched, so that many stay quick.
    const alone = hit.filter((client) => !cubes.some((cube) => contains(cube, client.address))).map((client) => single(client.address));
    if (hit.length === 0 && cubes.length === 0) continue;
    const severities = severitiesOf(hit, (person) => severityOf(judged, person), known);
    refused.push({
      judged,
      clients: hit,
      cubes: join([...cubes, ...alone]),
      severity: worst(bare && hit.length === 0 ? [severityOf(judged, undefined)] : severities),
      example: { admitted: false, rule: example?.rule ?? null, node: example?.node ?? example?.rule?.node ?? list.defaultNode },
    });
  }
  return { layout, nodes, refused, clients: inside, subnets, fromInternet: fromInternet.size, undecided: undecided.size, fault: lostNode };
}

/** Each severity that occurs; clients of one kind are judged once. */
function severitiesOf(clients: readonly KnownClient[], judge: (person: Person | undefined) => Severity, known: People): Severity[] {
  const byKind = new Map<string, Severity>();
  for (const { text } of clients) {
    const person = known.get(text);
    const kind = `${person?.system}|${person?.agent}|${person?.site?.id}`;
    if (!byKind.has(kind)) byKind.set(kind, judge(person));
  }
  return [...byKind.values()];
}

/** Every refused client address, in numerical order, each once: the order of the known clients. */
export function refusedAddresses(examined: Examined): string[] {
  const refused = new Set<string>();
  for (const node of examined.refused) for (const client of node.clients) refused.add(client.text);
  return refused.size === 0 ? [] : examined.clients.filter((c) => refused.has(c.text)).map((c) => c.text);
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

/** Whom a restriction list refuses. Most nodes inherit the same list, so each list is walked once per answer. */
import type { Cube } from './address';
import { covers, scopeOf, single } from './address';
import { clientsIn } from './clients-in';
import { distinct, join } from './cubes';
import type { KnownClient } from './known-clients';
import { knownClients, knownSubnets } from './known-clients';
import type { AnswerOf } from './probes/index';
import type { Decision, Effective, Piece } from './restriction';
import { decide, partition } from './restriction';

type Networks = AnswerOf<'networks'>;

export interface RefusedBy {
  /** Known clients refused, in numerical order; those from the Internet are counted apart. */
  readonly clients: readonly KnownClient[];
  readonly fromInternet: readonly string[];
  /** Addresses and subnets for which it cannot be told. */
  readonly undecided: readonly string[];
  /** Refused networks, and refused clients outside of all known networks, in as few CIDRs as possible. */
  readonly cubes: readonly Cube[];
  /** Whether a network is refused in which no refused client is known. */
  readonly bare: boolean;
  readonly example: Decision | null;
}

function refusedClients(list: Effective, networks: Networks) {
  const clients: KnownClient[] = [];
  const fromInternet: string[] = [];
  const undecided: string[] = [];
  let example: Decision | null = null;
  for (const client of knownClients(networks)) {
    const outside = scopeOf(client.address) === 'public';
    const decision = decide(list, client.address);
    if (decision.admitted === null && !outside) undecided.push(client.text);
    if (decision.admitted !== false) continue;
    if (outside) fromInternet.push(client.text);
    else {
      clients.push(client);
      example ??= decision;
    }
  }
  return { clients, fromInternet, undecided, example };
}

/** Of one known network, the refused pieces that count; a piece without a known client counts where clients are known to live. */
function refusedPieces(pieces: readonly Piece[], subnet: { cube: Cube; asClients: boolean }, clients: readonly KnownClient[]) {
  const gone = join(pieces.filter((p) => p.admitted === false).map((p) => p.cube));
  const lived = new Set(gone.filter((cube) => clientsIn(cube, clients).length > 0));
  const counts = subnet.asClients || gone.some((cube) => covers(cube, subnet.cube)) ? gone : [...lived];
  return { counts, bare: counts.some((cube) => !lived.has(cube)) };
}

function walk(list: Effective, networks: Networks): RefusedBy {
  const { clients, fromInternet, undecided, example: first } = refusedClients(list, networks);
  const cubes: Cube[] = [];
  let example = first;
  let bare = false;
  for (const subnet of knownSubnets(networks)) {
    const pieces = partition(list, subnet.cube);
    if (!pieces || pieces.some((p) => p.admitted === null)) undecided.push(subnet.text);
    const refused = refusedPieces(pieces ?? [], subnet, clients);
    bare ||= refused.bare;
    cubes.push(...refused.counts);
    if (refused.counts[0]) example ??= { admitted: false, rule: pieces?.find((p) => p.admitted === false)?.rule ?? null, node: null };
  }
  // Clients outside every known network stand for themselves; only the networks are searched, so that many stay quick.
  const within = new Set(distinct(cubes).flatMap((cube) => clientsIn(cube, clients)));
  const alone = clients.filter((client) => !within.has(client)).map((client) => single(client.address));
  return { clients, fromInternet, undecided, cubes: join([...cubes, ...alone]), bare, example };
}

const walked = new WeakMap<object, Map<string, RefusedBy>>();
const keyOf = ({ iis, rules, byDefault, defaultNode, ambiguous }: Effective): string =>
  JSON.stringify([iis, byDefault, defaultNode, ambiguous, rules.map((r) => [r.allow, r.node, r.text, r.cube === null])]);

/** Walks every known client and network through one list. */
export function refusedBy(list: Effective, networks: Networks): RefusedBy {
  const known = walked.get(networks) ?? new Map<string, RefusedBy>();
  walked.set(networks, known);
  const key = keyOf(list);
  const found = known.get(key) ?? walk(list, networks);
  known.set(key, found);
  return found;
}

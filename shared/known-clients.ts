/** Clients and client networks that probes learned or the technician told: whom a restriction may hit. */
import type { Address, Cube } from './address';
import { compareAddresses, covers, readAddress, readEntry, readSubnet, scopeOf, showCube } from './address';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';

export interface KnownClient {
  readonly address: Address;
  readonly text: string;
  readonly name: string | undefined;
}

const clientCache = new WeakMap<object, readonly KnownClient[]>();

/** Clients by each address they may arrive with, in numerical order; the server's own and loopback addresses are none. Once per answer. */
export function knownClients(networks: AnswerOf<'networks'>): readonly KnownClient[] {
  const known = clientCache.get(networks);
  if (known) return known;
  const own = new Set((okValue(networks.adapters) ?? []).map((a) => a.address));
  const list: KnownClient[] = [];
  for (const client of networks.clients) {
    const read = readAddress(client.address);
    if (!read.ok || own.has(client.address) || scopeOf(read.value) === 'loopback') continue;
    list.push({ address: read.value, text: client.address, name: client.name });
  }
  list.sort((a, b) => compareAddresses(a.address, b.address));
  // Each address once: the first that was told.
  const once = list.filter((client, i) => i === 0 || compareAddresses(client.address, (list[i - 1] as KnownClient).address) !== 0);
  clientCache.set(networks, once);
  return once;
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

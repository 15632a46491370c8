/** Who the logs say was refused, matched with the lists in force now: still refused, admitted meanwhile, or not known. */
import type { Address, Cube } from './address';
import { compareAddresses, contains, cubeOf, prefixMask, readAddress, scopeOf, showCube } from './address';
import { knownSubnets } from './known-clients';
import type { Collected } from './probe';
import { lost, okValue } from './probe';
import type { AnswerOf } from './probes/index';
import { nodesOf } from './refusal';
import type { Effective } from './restriction';
import { decide } from './restriction';
import { fault } from './result';
import type { ClientVroot } from './wsus-layout';
import { clientVroots, isWsusStem } from './wsus-layout';

export type IisLog = AnswerOf<'iis-log'>;
export interface LogSharpened {
  readonly 'web-sites': Collected<AnswerOf<'web-sites'>>;
  readonly 'virtual-directories': Collected<AnswerOf<'virtual-directories'>>;
  readonly 'ip-restrictions': Collected<AnswerOf<'ip-restrictions'>>;
  readonly networks: Collected<AnswerOf<'networks'>>;
  readonly services: Collected<AnswerOf<'services'>>;
}
export const logUses = ['web-sites', 'virtual-directories', 'ip-restrictions', 'networks', 'services'] as const;

export interface LogClient {
  readonly address: Address;
  readonly text: string;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly paths: readonly string[];
  /** Whether the lists in force refuse it where it asked; null: not known. */
  readonly refusedNow: boolean | null;
}
export interface RefusedInLog {
  /** Clients of private networks, refused at a WSUS path, that are not known to be admitted now. */
  readonly refused: readonly LogClient[];
  /** Refused then, admitted now. */
  readonly admitted: readonly LogClient[];
  readonly fromInternet: number;
  /** Their networks: known ones, else /24 or /64. */
  readonly subnets: readonly Cube[];
  readonly seenAs: Effective['seenAs'];
  /** Why c-ip may be a proxy's address. */
  readonly proxy: 'proxy-mode' | 'isa' | null;
}

/** The directory a path lies in. */
const vrootOfPath = (path: string): ClientVroot | undefined => {
  const first = path.split('/')[1]?.toLowerCase() ?? '';
  return first === 'iuident.cab' ? 'Selfupdate' : clientVroots.find((v) => v.toLowerCase() === first);
};

/** The lists in force by directory, over all sites: a log does not always say which site it is of. null: one that could not be read. */
function listsBy(used: LogSharpened): ReadonlyMap<ClientVroot, readonly (Effective | null)[]> | null {
  const sites = okValue(used['web-sites']);
  const vroots = okValue(used['virtual-directories']);
  const restrictions = okValue(used['ip-restrictions']);
  if (!sites || !vroots || !restrictions || okValue(restrictions.inForce) === undefined) return null;
  if (okValue(restrictions.inForce) === false) return new Map();
  const answers = { 'web-sites': sites, 'virtual-directories': vroots, 'ip-restrictions': restrictions };
  return new Map(clientVroots.map((name) => [name, nodesOf(answers, [name], sites.sites).map((n) => n.list)]));
}

const refusedBy = (lists: readonly (Effective | null)[], address: Address): boolean | null => {
  const decisions = lists.map((list) => list && decide(list, address).admitted);
  return decisions.includes(false) ? true : decisions.includes(null) ? null : false;
};

/** Link-local addresses: the server's own checks come from one, and no rule of a subnet can name them. */
export const isOwnKind = (address: string): boolean => /^(fe[89ab]|169\.254\.)/i.test(address);

/** 401 and 404 count where the lists in force answer so. */
function withOtherAnswers(log: IisLog, seenAs: Effective['seenAs']): IisLog['clients'] {
  if (seenAs !== '401' && seenAs !== '404') return log.clients;
  const known = new Set(log.clients.map((c) => c.address));
  const more = log.otherAnswers.map((o) => ({ ...o, count: seenAs === '401' ? o.s401 : o.s404 })).filter((o) => o.count > 0 && !known.has(o.address));
  return [...log.clients, ...more.map(({ address, count, first, last }) => ({ address, count, wsus: count, first, last, paths: [] as string[] }))];
}

export function refusedInLog(log: IisLog, used: LogSharpened): RefusedInLog {
  const lists = listsBy(used);
  const all = lists ? [...lists.values()].flat().filter((list) => list !== null) : [];
  const seenAs = all.find((list) => list.seenAs !== '403')?.seenAs ?? '403';
  const networks = okValue(used.networks);
  const own = new Set((okValue(networks?.adapters) ?? []).map((a) => a.address));
  const found: LogClient[] = [];
  let fromInternet = 0;
  for (const client of withOtherAnswers(log, seenAs)) {
    const read = readAddress(client.address);
    if (!read.ok || client.wsus === 0 || own.has(client.address) || isOwnKind(client.address) || scopeOf(read.value) === 'loopback') continue;
    if (scopeOf(read.value) === 'public') {
      fromInternet++;
      continue;
    }
    const paths = client.paths.filter(isWsusStem);
    const names = paths.length === 0 ? clientVroots : [...new Set(paths.flatMap((p) => vrootOfPath(p) ?? []))];
    const refusedNow =
      lists &&
      refusedBy(
        names.flatMap((name) => lists.get(name) ?? []),
        read.value,
      );
    found.push({ address: read.value, text: client.address, count: client.wsus, first: client.first, last: client.last, paths, refusedNow });
  }
  found.sort((a, b) => compareAddresses(a.address, b.address));
  const refused = found.filter((c) => c.refusedNow !== false);
  const known = networks ? knownSubnets(networks).map((s) => s.cube) : [];
  const subnetOf = ({ address }: LogClient) =>
    known.find((cube) => contains(cube, address)) ?? cubeOf(address, prefixMask(address.family, address.family === 4 ? 24 : 64));
  const subnets = [...new Map(refused.map(subnetOf).map((cube) => [showCube(cube), cube])).values()];
  const isa = okValue(okValue(used.services)?.services.fwsrv ?? lost('missing', fault('probe-not-answered')));
  const proxy = all.some((list) => list.proxyMode) ? 'proxy-mode' : isa ? 'isa' : null;
  return { refused, admitted: found.filter((c) => c.refusedNow === false), fromInternet, subnets, seenAs, proxy };
}

/** Earliest and latest of times that sort as text. */
export const spanOf = (clients: readonly { first: string | null; last: string | null }[]): { first: string | null; last: string | null } => {
  const firsts = clients.flatMap((c) => c.first ?? []).sort();
  const lasts = clients.flatMap((c) => c.last ?? []).sort();
  return { first: firsts[0] ?? null, last: lasts.at(-1) ?? null };
};

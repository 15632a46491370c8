/** Who was refused, counted from logs: what one part of a file says, parts and files joined, subnets, and the document. */
import type { Address } from './address';
import { compareAddresses, cubeOf, prefixMask, readAddress, showAddress, showCube } from './address';

/** What was left out or is uncertain, by name; its words are in messages/logs.ts. */
export const logWarnings = [
  'not-a-log',
  'not-read-iis-native',
  'not-read-ncsa',
  'not-read-packed',
  'cannot-be-read',
  'no-log-in-folder',
  'row-before-fields',
  'no-status',
  'no-sub-status',
  'no-client-address',
  'sub-status-503',
  'short-row',
  'long-row',
  'cut-last-row',
  'nul-bytes',
  'too-long-line',
  'no-time',
  'dates-out-of-order',
  'more-paths',
  'fields-change',
] as const;
export type LogWarning = (typeof logWarnings)[number];
/** How often each occurred. */
export type WarningCounts = Partial<Record<LogWarning, number>>;

/** Time as a number that sorts: 20260303 * 100000 + seconds since midnight UTC. */
export type Moment = number;
export const momentOf = (day: number, second: number): Moment => day * 100_000 + second;

/** 2026-03-03T08:15:30Z */
export function showMoment(moment: Moment): string {
  const [day, second] = [Math.floor(moment / 100_000), moment % 100_000];
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${String(Math.floor(day / 10_000)).padStart(4, '0')}-${two((day / 100) % 100)}-${two(day % 100)}T${two(second / 3600)}:${two((second / 60) % 60)}:${two(second % 60)}Z`;
}

/** One refused address. */
export interface RefusedEntry {
  /** Without zone index, as RFC 5952 writes it. */
  readonly address: string;
  count: number;
  first: Moment | null;
  last: Moment | null;
  /** Refused paths, the first twenty seen. */
  readonly paths: string[];
  /** Of `count`, those of WSUS paths. */
  wsus: number;
}
export const maxPaths = 20;

/** Refusals of WSUS paths by subnet and day: `192.168.20.0/24` -> 20260303 -> count. */
export type DayCounts = Record<string, Record<string, number>>;

export interface LogTally {
  rows: number;
  refusals: number;
  /** Of `refusals`, those whose sub-status was not logged. */
  likely: number;
  from: Moment | null;
  to: Moment | null;
  readonly clients: Map<string, RefusedEntry>;
  readonly days: DayCounts;
  readonly warnings: WarningCounts;
  /** Addresses that asked for a WSUS path, whatever the answer; only where they were asked for. */
  readonly seen: Set<string>;
  /** 401 and 404 of WSUS paths by address, for servers whose denyAction says so; only where asked for. */
  readonly otherAnswers: Map<string, OtherAnswers>;
}
export interface OtherAnswers {
  s401: number;
  s404: number;
  first: Moment | null;
  last: Moment | null;
}

export const emptyTally = (): LogTally => ({
  rows: 0,
  refusals: 0,
  likely: 0,
  from: null,
  to: null,
  clients: new Map(),
  days: {},
  warnings: {},
  seen: new Set(),
  otherAnswers: new Map(),
});

export const warn = (tally: { readonly warnings: WarningCounts }, id: LogWarning, count = 1): void => {
  tally.warnings[id] = (tally.warnings[id] ?? 0) + count;
};

export const earlier = (a: Moment | null, b: Moment | null): Moment | null => (a === null ? b : b === null ? a : Math.min(a, b));
export const later = (a: Moment | null, b: Moment | null): Moment | null => (a === null ? b : b === null ? a : Math.max(a, b));

/** At most this many addresses are kept apart; more come from a scan of the Internet and are counted together. */
export const maxClients = 65_536;

function addClient(into: LogTally, entry: RefusedEntry): void {
  const known = into.clients.get(entry.address);
  if (!known) {
    into.clients.set(entry.address, { ...entry, paths: [...entry.paths] });
    return;
  }
  known.count += entry.count;
  known.wsus += entry.wsus;
  known.first = earlier(known.first, entry.first);
  known.last = later(known.last, entry.last);
  for (const path of entry.paths) {
    if (known.paths.includes(path)) continue;
    if (known.paths.length < maxPaths) known.paths.push(path);
    else if (into.warnings['more-paths'] === undefined) warn(into, 'more-paths');
  }
}

/** Adds a later part, or another file. */
export function addTally(into: LogTally, part: LogTally): void {
  into.rows += part.rows;
  into.refusals += part.refusals;
  into.likely += part.likely;
  into.from = earlier(into.from, part.from);
  into.to = later(into.to, part.to);
  for (const entry of part.clients.values()) addClient(into, entry);
  for (const [subnet, days] of Object.entries(part.days)) {
    into.days[subnet] ??= {};
    const mine = into.days[subnet];
    for (const [day, count] of Object.entries(days)) mine[day] = (mine[day] ?? 0) + count;
  }
  for (const [id, count] of Object.entries(part.warnings)) warn(into, id as LogWarning, count);
  for (const address of part.seen) into.seen.add(address);
  for (const [address, more] of part.otherAnswers) {
    const known = into.otherAnswers.get(address) ?? { s401: 0, s404: 0, first: null, last: null };
    into.otherAnswers.set(address, {
      s401: known.s401 + more.s401,
      s404: known.s404 + more.s404,
      first: earlier(known.first, more.first),
      last: later(known.last, more.last),
    });
  }
}

/** c-ip as an address text without zone index; null where it is none. */
export function cleanAddress(text: string): string | null {
  const read = readAddress(text);
  return read.ok ? showAddress(read.value) : null;
}

/** The network an address is shown with where no better one is known: /24, or /64. */
export function usualSubnet(address: Address): string {
  return showCube(cubeOf(address, prefixMask(address.family, address.family === 4 ? 24 : 64)));
}

export interface SubnetCount {
  readonly subnet: string;
  readonly clients: number;
  readonly count: number;
}

/** Clients in numerical order. */
export function sortedClients(tally: LogTally): RefusedEntry[] {
  const read = [...tally.clients.values()].flatMap((entry) => {
    const address = readAddress(entry.address);
    return address.ok ? [{ entry, address: address.value }] : [];
  });
  return read.sort((a, b) => compareAddresses(a.address, b.address)).map((r) => r.entry);
}

/** By subnet, in numerical order. */
export function subnetCounts(clients: readonly RefusedEntry[]): SubnetCount[] {
  const counts = new Map<string, { clients: number; count: number }>();
  for (const { address, count } of clients) {
    const read = readAddress(address);
    if (!read.ok) continue;
    const subnet = usualSubnet(read.value);
    const known = counts.get(subnet) ?? { clients: 0, count: 0 };
    counts.set(subnet, { clients: known.clients + 1, count: known.count + count });
  }
  return [...counts].map(([subnet, c]) => ({ subnet, ...c }));
}

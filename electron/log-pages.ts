/** Pages of what the logs say, for the step pages: refused clients with a picture by day, and the timelines of clients. */
import type { Api } from '../shared/ipc';
import { okValue } from '../shared/probe';
import type { LogSharpened, RefusedInLog } from '../shared/refused-in-log';
import { logUses, refusedInLog } from '../shared/refused-in-log';
import { fault } from '../shared/result';
import type { Snapshot } from '../shared/snapshot';

export const logPage = 200;
/** Subnets and days of the picture. */
const [maxSubnets, maxDays] = [12, 400];

/** Everyone the log check found refused; null where there is no log. */
export function refusedOf(snapshot: Snapshot | null): RefusedInLog | null {
  const log = okValue(snapshot?.answers['iis-log']);
  if (!log || !snapshot) return null;
  const gone = { outcome: 'missing', fault: fault('probe-not-answered') } as const;
  const used = Object.fromEntries(logUses.map((id) => [id, snapshot.answers[id] ?? gone])) as unknown as LogSharpened;
  return refusedInLog(log, used);
}

type Days = Api['visit.logs']['out']['days'];

/** The subnets with the most refusals, and the newest days. */
function daysOf(snapshot: Snapshot): Days {
  const all = okValue(snapshot.answers['iis-log'])?.days ?? [];
  const totals = new Map<string, number>();
  for (const { subnet, count } of all) totals.set(subnet, (totals.get(subnet) ?? 0) + count);
  const shown = [...totals]
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxSubnets)
    .map(([subnet]) => subnet);
  const days = [...new Set(all.map((d) => d.day))].sort().slice(-maxDays);
  const first = days[0] ?? '';
  return all.filter((d) => shown.includes(d.subnet) && d.day >= first);
}

export function logsPage(snapshot: Snapshot | null, from: number): Api['visit.logs']['out'] {
  const found = refusedOf(snapshot);
  if (!found || !snapshot) return { total: 0, from, clients: [], days: [], files: [] };
  const clients = found.refused.slice(from, from + logPage).map(({ text, count, first, last, paths, refusedNow }) => ({
    address: text,
    count,
    first,
    last,
    paths: paths.slice(0, 5),
    refusedNow,
  }));
  const files = (okValue(snapshot.answers['iis-log'])?.files ?? []).slice(0, 50).map((f) => ({ ...f, warnings: [...f.warnings] }));
  return { total: found.refused.length, from, clients, days: daysOf(snapshot), files };
}

/** One client's log: its facts, and 200 of its events, newest last. */
export function clientLogPage(snapshot: Snapshot | null, client: number, from: number): Api['visit.client-log']['out'] {
  const all = okValue(snapshot?.answers['client-log'])?.clients ?? [];
  const names = all.slice(0, 1000).map((c) => c.name);
  const one = all[client];
  if (!one) return { names, client: null, total: 0, from, events: [] };
  const { events, codes, name, agent, server, statusServer, susClientId, zone, to } = one;
  return {
    names,
    client: { name, agent, server, statusServer, susClientId, zone, from: one.from, to, codes: codes.slice(0, 50) },
    total: events.length,
    from,
    events: events.slice(from, from + logPage),
  };
}

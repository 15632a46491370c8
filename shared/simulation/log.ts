/** What a World's IIS log says: the same refusals every day since they began. */
import { readAddress, sortAddresses } from '../address';
import { usualSubnet } from '../log-tally';
import type { AnswerOf } from '../probes/index';
import { isWsusStem } from '../wsus-layout';
import type { World } from './world';

const oneDay = 24 * 60 * 60 * 1000;
const plain = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export function iisLogOf(world: World, now: string): AnswerOf<'iis-log'> {
  const empty = { files: [], rows: 0, refusals: 0, likely: 0, from: null, to: null, clients: [], days: [], seen: [], otherAnswers: [] };
  const starts = world.log.map((entry) => Date.parse(entry.since));
  if (starts.length === 0) return empty;
  const end = Date.parse(now);
  const days = new Map<string, number>();
  const clients = new Map<string, AnswerOf<'iis-log'>['clients'][number]>();
  for (const { address, stem, since, perDay } of world.log) {
    const read = readAddress(address);
    if (!read.ok) continue;
    let count = 0;
    for (let at = Date.parse(since); at <= end; at += oneDay) {
      count += perDay;
      const key = `${usualSubnet(read.value)} ${plain(at).slice(0, 10)}`;
      if (isWsusStem(stem)) days.set(key, (days.get(key) ?? 0) + perDay);
    }
    const known = clients.get(address);
    const last = plain(Date.parse(since) + Math.floor((end - Date.parse(since)) / oneDay) * oneDay);
    clients.set(address, {
      address,
      count: (known?.count ?? 0) + count,
      wsus: (known?.wsus ?? 0) + (isWsusStem(stem) ? count : 0),
      first: known?.first && known.first < plain(Date.parse(since)) ? known.first : plain(Date.parse(since)),
      last: known?.last && known.last > last ? known.last : last,
      paths: [...new Set([...(known?.paths ?? []), stem])].sort(),
    });
  }
  const list = inOrder([...clients.values()]);
  const refusals = list.reduce((sum, c) => sum + c.count, 0);
  const [from, to] = [plain(Math.min(...starts)), plain(end)];
  // Beside the refusals, what a dozen healthy clients ask in a day.
  const rows = refusals + 900 * Math.max(1, Math.ceil((end - Math.min(...starts)) / oneDay));
  return {
    ...empty,
    files: [{ file: 'W3SVC1', rows, bytes: rows * 150, from, to, warnings: [] }],
    rows,
    refusals,
    from,
    to,
    clients: list,
    days: [...days].map(([key, count]) => ({ subnet: key.split(' ')[0] as string, day: key.split(' ')[1] as string, count })),
  };
}

/** In numerical order. */
function inOrder<T extends { readonly address: string }>(list: readonly T[]): T[] {
  const byAddress = new Map(list.map((entry) => [entry.address, entry]));
  return sortAddresses(byAddress.keys()).flatMap((address) => byAddress.get(address) ?? []);
}

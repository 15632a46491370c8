/** Counts refusals by client, path, subnet and day, and whoever asked for a WSUS path. */
import { readAddress } from '../../shared/address';
import type { LogTally, Moment, RefusedEntry } from '../../shared/log-tally';
import { cleanAddress, earlier, later, maxClients, maxPaths, usualSubnet, warn } from '../../shared/log-tally';
import { isWsusStem } from '../../shared/wsus-layout';
import { decodeText } from '../targets/decode';

interface Client {
  readonly entry: RefusedEntry;
  readonly days: Record<string, number>;
}
interface Path {
  readonly text: string;
  readonly wsus: boolean;
}

const newPath = (stem: string): Path => {
  // IIS writes UTF-8 or the server's code page.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: whether it is ASCII
  const text = /^[\x00-\x7f]*$/.test(stem) ? stem : decodeText(Buffer.from(stem, 'latin1'));
  return { text: text.slice(0, 300), wsus: isWsusStem(stem) };
};

export class Counter {
  private readonly clients = new Map<string, Client | null>();
  private readonly paths = new Map<string, Path>();
  private readonly addresses = new Map<string, string | null>();

  constructor(private readonly tally: LogTally) {}

  /** One refusal; `address` and `stem` as they stand in the row. */
  refused(how: 'certain' | 'newer' | 'likely', address: string, stem: string, moment: Moment | null): void {
    const { tally } = this;
    tally.refusals++;
    if (how === 'likely') tally.likely++;
    if (how === 'newer') warn(tally, 'sub-status-503');
    const client = this.clientOf(address);
    if (client === null) {
      warn(tally, 'no-client-address');
      return;
    }
    const { entry, days } = client;
    entry.count++;
    if (moment !== null) {
      if (entry.first === null || moment < entry.first) entry.first = moment;
      if (entry.last === null || moment > entry.last) entry.last = moment;
    }
    const path = this.pathOf(stem);
    if (path.wsus) {
      entry.wsus++;
      const day = moment === null ? 0 : Math.floor(moment / 100_000);
      if (day > 0) days[day] = (days[day] ?? 0) + 1;
    }
    if (entry.paths.includes(path.text)) return;
    if (entry.paths.length < maxPaths) entry.paths.push(path.text);
    else if (tally.warnings['more-paths'] === undefined) warn(tally, 'more-paths');
  }

  /** By the text of c-ip as it stands; the zone index is dropped once a text. */
  private clientOf(text: string): Client | null {
    const known = this.clients.get(text);
    if (known !== undefined) return known;
    const { tally } = this;
    const address = cleanAddress(text);
    const read = address === null ? null : readAddress(address);
    let made: Client | null = null;
    if (address !== null && read?.ok && (tally.clients.has(address) || tally.clients.size < maxClients)) {
      const subnet = usualSubnet(read.value);
      tally.days[subnet] ??= {};
      const entry = tally.clients.get(address) ?? { address, count: 0, first: null, last: null, paths: [], wsus: 0 };
      tally.clients.set(address, entry);
      made = { entry, days: tally.days[subnet] };
    }
    if (this.clients.size < 2 * maxClients) this.clients.set(text, made);
    return made;
  }

  private pathOf(stem: string): Path {
    const known = this.paths.get(stem);
    if (known) return known;
    const made = newPath(stem);
    if (this.paths.size < 4096) this.paths.set(stem, made);
    return made;
  }

  /** Somebody asked for something. */
  asked(address: string, stem: string, status: string, moment: Moment | null): void {
    if (!this.pathOf(stem).wsus) return;
    const { seen, otherAnswers } = this.tally;
    const known = this.addresses.get(address);
    const clean = known === undefined ? cleanAddress(address) : known;
    if (known === undefined && this.addresses.size < 2 * maxClients) this.addresses.set(address, clean);
    if (clean === null || (!seen.has(clean) && seen.size >= maxClients)) return;
    seen.add(clean);
    if (status !== '401' && status !== '404') return;
    const other = otherAnswers.get(clean) ?? { s401: 0, s404: 0, first: null, last: null };
    if (status === '401') other.s401++;
    else other.s404++;
    other.first = earlier(other.first, moment);
    other.last = later(other.last, moment);
    otherAnswers.set(clean, other);
  }
}

/** All requests of one look, side by side with a limit. */
import { setMaxListeners } from 'node:events';
import { doors } from '../../shared/doors';
import type { Collected } from '../../shared/probe';
import type { AnswerOf } from '../../shared/probes/index';
import type { ServerAddress } from '../../shared/server-address';
import { originOf, portsOf } from '../../shared/server-address';
import type { CookieAnswer } from './ask-cookie';
import { askCookie } from './ask-cookie';
import type { Origin } from './fetch-door';
import { fetchDoor } from './fetch-door';
import { limited } from './limited';
import { lookupOnce } from './lookup';
import { proxiesFor, proxyFor } from './proxies';
import type { Way } from './send';

/** Enough for both usual ports at once, so that a look takes as long as its slowest chain. */
export const mostAtOnce = 40;

export interface SeatGiven {
  readonly address: ServerAddress;
  /** The host in ASCII, as DNS and headers want it. */
  readonly ascii: string;
  readonly perProbe: number;
  readonly signal: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => number;
  readonly from?: 'here' | 'server';
  readonly throughProxy?: boolean;
}
export type EndpointsAnswer = AnswerOf<'endpoints'>;

const originsOf = ({ address, ascii }: SeatGiven): Origin[] => portsOf(address).map((port) => ({ scheme: address.scheme, host: ascii, port }));

async function askDoors(given: SeatGiven, way: Way): Promise<EndpointsAnswer> {
  const { address } = given;
  let seat: string | null = null;
  const noted: Way = {
    ...way,
    from: (local) => {
      seat ??= local;
    },
  };
  const once = limited(mostAtOnce);
  const asked = originsOf(given).flatMap((origin) =>
    doors.map(async ({ id, path }) => {
      const from = `${originOf(origin.scheme, origin.host, origin.port)}${path}`;
      const ask = (method: 'HEAD' | 'GET') => once(() => fetchDoor(method, id, origin, from, noted));
      const [head, get] = await Promise.all([ask('HEAD'), ask('GET')]);
      return { door: id, url: `${originOf(origin.scheme, address.host, origin.port)}${path}`, port: origin.port, head, get };
    }),
  );
  const answered = await Promise.all(asked);
  const proxies = proxiesFor(address.scheme, given.ascii, given.env);
  return { host: address.host, from: given.from ?? 'here', address: seat, doors: answered, proxies, ...(way.proxy && { through: way.proxy.name }) };
}

export interface SeatAsked {
  readonly endpoints: Promise<Collected<EndpointsAnswer>> | null;
  readonly cookie: Promise<Collected<CookieAnswer>> | null;
}

/** Starts what is wanted; everything is under way when this returns. */
export function lookFromSeat(wanted: { endpoints: boolean; cookie: boolean }, given: SeatGiven): SeatAsked {
  // One listener a request, forty at a time.
  setMaxListeners(0, given.signal);
  const proxy = given.throughProxy ? proxyFor(given.address.scheme, given.ascii, given.env) : null;
  const way = { signal: given.signal, perProbe: given.perProbe, lookup: lookupOnce(), ...(proxy && { proxy }) };
  const ok = <T>(value: T): Collected<T> => ({ outcome: 'ok', value });
  // The higher port is WSUS' own where both are asked.
  const origins = originsOf(given).sort((a, b) => b.port - a.port);
  return {
    cookie: wanted.cookie ? askCookie(origins, given.address.host, { ...way, now: given.now, seat: given.from ?? 'here' }).then(ok) : null,
    endpoints: wanted.endpoints ? askDoors(given, way).then(ok) : null,
  };
}

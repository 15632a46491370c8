/** HEAD and GET of one address. Redirects are followed on the same host only, at most five. */
import type { DoorId } from '../../shared/doors';
import { doorOf } from '../../shared/doors';
import { pageOf, subStatusOf } from '../../shared/page';
import type { Collected } from '../../shared/probe';
import { got, lost } from '../../shared/probe';
import type { HttpAnswer } from '../../shared/probes/endpoints';
import type { Result } from '../../shared/result';
import { ok } from '../../shared/result';
import { textOfBody, unpacked } from './body';
import { headerOf } from './headers';
import { plainHeaders } from './identity';
import type { Raw, Request, Way } from './send';
import { send } from './send';

export const mostRedirects = 5;

/** A server as it is asked: its name in ASCII. */
export interface Origin {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** Where an answer points, as a whole URL; null: nowhere that can be read. */
export function targetOf(raw: Raw, from: string): URL | null {
  const location = isRedirect(raw.status) ? headerOf(raw.headers, 'location', 2000) : null;
  if (location === null) return null;
  try {
    return new URL(location, from);
  } catch {
    return null;
  }
}

export interface Followed {
  readonly raw: Raw;
  readonly redirects: number;
  /** Of a redirect that was not followed; without credentials. */
  readonly location: string | null;
}

const withoutCredentials = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}${url.search}`.slice(0, 300);

export async function sendFollowing(request: Request, from: string, way: Way): Promise<Result<Followed>> {
  let [next, url] = [request, from];
  for (let redirects = 0; ; redirects++) {
    const answered = await send(next, way);
    if (!answered.ok) return answered;
    const raw = answered.value;
    const to = targetOf(raw, url);
    const same = to && (to.protocol === 'http:' || to.protocol === 'https:') && bare(to.hostname) === bare(new URL(from).hostname);
    if (!to || !same || redirects === mostRedirects) {
      const location = to ? withoutCredentials(to) : isRedirect(raw.status) ? headerOf(raw.headers, 'location', 300) : null;
      return ok({ raw, redirects, location });
    }
    const scheme = to.protocol === 'https:' ? ('https' as const) : ('http' as const);
    next = { ...request, scheme, port: Number(to.port) || (scheme === 'http' ? 80 : 443), path: `${to.pathname}${to.search}` };
    url = to.href;
  }
}

function answerOf({ raw, redirects, location }: Followed, method: 'HEAD' | 'GET', host: string): Collected<HttpAnswer> {
  const bytes = unpacked(raw, host);
  if (!bytes.ok) return lost('failed', bytes.fault);
  const cab = bytes.value.length === 0 ? null : bytes.value.subarray(0, 4).toString('latin1') === 'MSCF';
  const contentType = headerOf(raw.headers, 'content-type', 100);
  const text = cab === true || method === 'HEAD' ? '' : textOfBody(bytes.value.subarray(0, 65_536));
  const sharePoint = headerOf(raw.headers, 'microsoftsharepointteamservices') !== null;
  return got({
    status: raw.status,
    subStatus: text === '' ? null : subStatusOf(text, raw.status),
    server: headerOf(raw.headers, 'server', 100),
    contentType,
    location,
    redirects,
    page: text === '' ? null : sharePoint ? 'sharepoint' : pageOf(text, contentType),
    cab: method === 'HEAD' ? null : cab,
    via: headerOf(raw.headers, 'via'),
  });
}

export async function fetchDoor(method: 'HEAD' | 'GET', id: DoorId, origin: Origin, from: string, way: Way): Promise<Collected<HttpAnswer>> {
  const headers = { ...plainHeaders, ...(method === 'GET' && { Range: 'bytes=0-3' }) };
  const followed = await sendFollowing({ ...origin, method, path: doorOf(id).path, headers }, from, way);
  return followed.ok ? answerOf(followed.value, method, origin.host) : lost('failed', followed.fault);
}

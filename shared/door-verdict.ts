/** Whether an address gave what a client needs there (domain.md 4.2 and 4.3). */
import type { DoorId } from './doors';
import { doorOf } from './doors';
import type { Page } from './page';
import type { Collected } from './probe';
import { okValue } from './probe';
import type { PostAnswer } from './probes/cookie';
import type { AnswerOf } from './probes/index';
import type { Facts, Fault } from './result';
import { codeOfFault, codeOfStatus, notCab, notSoap } from './windows-update-code';

export type Door = AnswerOf<'endpoints'>['doors'][number];

export interface Wrong {
  readonly door: DoorId;
  readonly url: string;
  readonly method: 'HEAD' | 'GET' | 'POST';
  readonly status: number | null;
  readonly subStatus: number | null;
  readonly location: string | null;
  readonly page: Page | null;
  readonly windowsUpdateCode: string | null;
  readonly fault: Fault | null;
}
export type DoorVerdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly wrong: Wrong }
  /** It cannot be told. */
  | { readonly kind: 'open'; readonly fault: Fault | null };

const right: DoorVerdict = { kind: 'right' };

/** Faults that a client would meet too. Others (cancelled, not asked) say nothing about the server. */
const ofTheWay = /^(unreachable-|timed-out-request$|malformed-http$|malformed-encoding$|too-large-headers$|too-large-answer$)/;
export const isOfTheWay = (fault: Fault): boolean => ofTheWay.test(fault.code);

interface Came {
  readonly status: number;
  readonly subStatus: number | null;
  readonly location: string | null;
  readonly page: Page | null;
}

const lostVerdict = (door: Door, method: Wrong['method'], fault: Fault): DoorVerdict =>
  isOfTheWay(fault)
    ? {
        kind: 'wrong',
        wrong: {
          door: door.door,
          url: door.url,
          method,
          status: null,
          subStatus: null,
          location: null,
          page: null,
          windowsUpdateCode: codeOfFault(fault),
          fault,
        },
      }
    : { kind: 'open', fault };

/** `code`: where the status alone does not say what a client would log. */
const wrong = (door: Door, method: Wrong['method'], came: Came, code = codeOfStatus(came.status)): DoorVerdict => ({
  kind: 'wrong',
  wrong: {
    door: door.door,
    url: door.url,
    method,
    status: came.status,
    subStatus: came.subStatus,
    location: came.location,
    page: came.page,
    windowsUpdateCode: code,
    fault: null,
  },
});

const isOk = (status: number): boolean => status === 200 || status === 206;

/** A self-update file: GET begins with MSCF, HEAD is answered. The agent asks HEAD first. */
function cabVerdict(door: Door): DoorVerdict {
  const { get, head } = door;
  if (get.outcome !== 'ok') return lostVerdict(door, 'GET', get.fault);
  if (!isOk(get.value.status)) return wrong(door, 'GET', get.value);
  if (get.value.cab !== true) return wrong(door, 'GET', get.value, notCab);
  if (head.outcome !== 'ok') return lostVerdict(door, 'HEAD', head.fault);
  return isOk(head.value.status) ? right : wrong(door, 'HEAD', head.value);
}

/** Pages that no web service gives. */
const strangers: readonly (Page | null)[] = ['sharepoint', 'proxy', 'sign-in', 'under-construction'];

/** The root of Content: a refused listing is right, everybody being let in as well. */
function folderVerdict(door: Door): DoorVerdict {
  const { get } = door;
  if (get.outcome !== 'ok') return lostVerdict(door, 'GET', get.fault);
  const { status, subStatus, page } = get.value;
  if (status === 403) return subStatus === null || subStatus === 14 || subStatus === 2 ? right : wrong(door, 'GET', get.value);
  if (!isOk(status)) return wrong(door, 'GET', get.value);
  return strangers.includes(page) ? wrong(door, 'GET', get.value) : right;
}

/** `works`: whether a POST brought SOAP here or at the client's own service; null: not known. */
function serviceVerdict(door: Door, posts: readonly Collected<PostAnswer>[], works: boolean | null): DoorVerdict {
  for (const post of posts) {
    if (post.outcome !== 'ok') return lostVerdict(door, 'POST', post.fault);
    if (post.value.soap === 'none' && post.value.status !== 200) return wrong(door, 'POST', post.value);
  }
  if (posts.some((p) => p.outcome === 'ok' && p.value.soap !== 'none')) return right;
  const { get } = door;
  if (get.outcome !== 'ok') return lostVerdict(door, 'GET', get.fault);
  const { status, page } = get.value;
  if (status === 200) return strangers.includes(page) ? wrong(door, 'GET', get.value, notSoap) : right;
  if (status === 401 && door.door === 'api-remoting') return right;
  // A service that takes POST only says so to GET in one of these ways.
  if ([405, 500, 501].includes(status)) return works === null ? { kind: 'open', fault: null } : works ? right : wrong(door, 'GET', get.value);
  return wrong(door, 'GET', get.value);
}

/** The POSTs that went through a door. */
export function postsAt(door: DoorId, cookie: AnswerOf<'cookie'> | undefined): Collected<PostAnswer>[] {
  const wanted = (operation: string) =>
    door === 'simple-auth' ? operation === 'GetAuthorizationCookie' : door === 'client' && operation !== 'GetAuthorizationCookie';
  return (cookie?.steps ?? []).filter((s) => wanted(s.operation)).map((s) => s.answer);
}

/** `ping`: WSUS' local-only Ping from the same seat; SOAP at all, be it a fault, is a service that works [inference]. */
export function doorVerdict(door: Door, cookie: AnswerOf<'cookie'> | undefined, ping?: AnswerOf<'endpoints'>['ping']): DoorVerdict {
  const { kind } = doorOf(door.door);
  if (kind === 'cab') return cabVerdict(door);
  if (kind === 'folder') return folderVerdict(door);
  const soap = postsAt('client', cookie).some((p) => p.outcome === 'ok' && p.value.soap !== 'none');
  const works = soap ? true : cookie && cookie.steps.length > 0 ? false : (okValue(ping)?.soap ?? null);
  return serviceVerdict(door, postsAt(door.door, cookie), works);
}

/** The host a redirect names, else the one asked. */
export function hostOfUrl(url: string | null): string | null {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url ?? '');
  return match?.[1] ? match[1].toLowerCase().replace(/^\[|\]$/g, '') : null;
}

/** The facts that all checks from the seat carry. */
export const wrongFacts = (w: Wrong, host: string): Facts => ({
  url: w.url,
  host: hostOfUrl(w.location) ?? host,
  status: w.status,
  subStatus: w.subStatus,
  location: w.location,
  windowsUpdateCode: w.windowsUpdateCode,
  errorCode: null,
  fault: w.fault?.code ?? null,
  door: w.door,
  method: w.method,
  page: w.page,
  ...(w.fault?.facts.ms !== undefined && { ms: w.fault.facts.ms }),
  ...(w.fault?.facts.system !== undefined && { system: w.fault.facts.system }),
});

/** What the seat gets from a World over HTTP: the same doors and the same messages, restrictions applied to the seat's address. */
import { readAddress } from '../address';
import type { DoorId } from '../doors';
import { doorOf, doors } from '../doors';
import type { Collected } from '../probe';
import { got, lost } from '../probe';
import type { CookieOperation, PostAnswer } from '../probes/cookie';
import type { HttpAnswer } from '../probes/endpoints';
import type { AnswerOf } from '../probes/index';
import { decide, listAt } from '../restriction';
import { fault } from '../result';
import { originOf } from '../server-address';
import { siteOnPort } from '../wsus-layout';
import { nodeOf, restrictionsOf, sitesOf } from './iis';
import type { Happened, World } from './world';
import { rulesOf, timeOf } from './world';

const hostOf = (world: World): string => world.product.computer.toLowerCase();
const portsOf = (world: World): number[] => [80, world.product.wsus.port === 80 ? 8530 : world.product.wsus.port];

type Seen =
  | { readonly status: number; readonly subStatus?: number; readonly cab?: boolean }
  | { readonly fault: 'unreachable-refused' | 'unreachable-closed' }
  | null;

/** Who asks: the seat that the World has, or the server itself. */
interface Asking {
  readonly from: 'here' | 'server';
  readonly address: string;
}
const seatIn = (world: World): Asking => ({ from: 'here', address: world.seat });
const itself: Asking = { from: 'server', address: '127.0.0.1' };

/** IIS 7 and later show the sub-status to the server itself only. */
const sub = (world: World, n: number, { from }: Asking): { subStatus?: number } => (rulesOf(world) === 6 || from === 'server' ? { subStatus: n } : {});

const listsOf = new WeakMap<World, AnswerOf<'ip-restrictions'>>();
function lists(world: World): AnswerOf<'ip-restrictions'> {
  const known = listsOf.get(world) ?? restrictionsOf(world);
  listsOf.set(world, known);
  return known;
}

/** Whether the list at a node lets the seat in; null: it cannot be decided from an address. */
function refusedAt(world: World, node: string, asking: Asking): Seen | 'admitted' {
  if (!world.restrictions.inForce) return 'admitted';
  const at = listAt(node, lists(world));
  const seat = readAddress(asking.address);
  const decision = 'list' in at && seat.ok ? decide(at.list, seat.value) : null;
  if (!decision || decision.admitted === null || !('list' in at)) return null;
  if (decision.admitted) return 'admitted';
  if (at.list.seenAs === 'dropped') return { fault: 'unreachable-closed' };
  return at.list.seenAs === '403' ? { status: 403, ...sub(world, 6, asking) } : { status: Number(at.list.seenAs) };
}

/** What a door gives; null: it cannot be told. */
function behind(world: World, port: number, id: DoorId, asking: Asking): Seen {
  const site = siteOnPort(sitesOf(world), port);
  if (world.services.W3SVC?.state !== 'running' || site?.state.outcome !== 'ok' || site.state.value !== 'started') return { fault: 'unreachable-refused' };
  const { path, kind } = doorOf(id);
  const name = id === 'root-iuident' ? null : path.split('/')[1];
  const vroot = world.vroots.find((v) => v.site === site.id && v.name.toLowerCase() === name?.toLowerCase());
  const refused = refusedAt(world, vroot ? nodeOf(world, vroot) : site.root, asking);
  if (refused !== 'admitted') return refused;
  const has = (file: string) => world.selfUpdateFiles.files.some((f) => f.toLowerCase() === file);
  // Setup of WSUS 3.0 leaves this file in the home directory of the site on port 80 (release note).
  if (name === null) return rulesOf(world) === 6 && port === 80 && has('iuident.cab') ? { status: 206, cab: true } : { status: 404 };
  if (!vroot) return { status: 404 };
  if (vroot.requiresSsl) return { status: 403, ...sub(world, 4, asking) };
  if (!vroot.anonymous) return { status: 401 };
  if (kind === 'cab') return has(path.split('/')[2] ?? '') ? { status: 206, cab: true } : { status: 404 };
  if (kind === 'folder') return { status: 403, ...sub(world, 2, asking) };
  const stopped = world.pools.some((p) => p.name === vroot.pool && p.state === 'stopped');
  return { status: stopped ? 503 : 200 };
}

const serverHeader = (world: World): string => `Microsoft-IIS/${world.product.iis.toFixed(1)}`;
const notTold = (): Collected<never> => lost('missing', fault('probe-not-answered', { what: 'restriction' }));

function answerAt(world: World, port: number, id: DoorId, method: 'HEAD' | 'GET', asking: Asking): Collected<HttpAnswer> {
  const seen = behind(world, port, id, asking);
  if (seen === null) return notTold();
  if ('fault' in seen) return lost('failed', fault(seen.fault, { host: hostOf(world) }));
  const [head, right] = [method === 'HEAD', seen.status === 200];
  return got({
    status: head && seen.status === 206 ? 200 : seen.status,
    subStatus: head ? null : (seen.subStatus ?? null),
    server: serverHeader(world),
    contentType: seen.cab ? 'application/octet-stream' : 'text/html',
    location: null,
    redirects: 0,
    page: head || seen.cab ? null : right ? 'web-service' : 'iis-error',
    cab: head ? null : (seen.cab ?? false),
    via: null,
  });
}

const doorsOf = (world: World, asking: Asking): AnswerOf<'endpoints'>['doors'] =>
  portsOf(world).flatMap((port) =>
    doors.map(({ id, path }) => ({
      door: id,
      url: `${originOf('http', hostOf(world), port)}${path}`,
      port,
      head: answerAt(world, port, id, 'HEAD', asking),
      get: answerAt(world, port, id, 'GET', asking),
    })),
  );

/** The answer of the probe `endpoints`: from the seat, and beside it what the server gets from itself. */
export const endpointsOf = (world: World): AnswerOf<'endpoints'> => ({
  host: hostOf(world),
  from: 'here',
  address: world.seat,
  doors: doorsOf(world, seatIn(world)),
  proxies: [],
  others: [{ ...itself, doors: doorsOf(world, itself) }],
});

type Step = AnswerOf<'cookie'>['steps'][number];
const hour = 60 * 60 * 1000;

function post(world: World, happened: Happened, operation: CookieOperation, id: DoorId): Step {
  const { port, database } = world.product.wsus;
  const url = `${originOf('http', hostOf(world), port)}${doorOf(id).path}`;
  const seen = behind(world, port, id, seatIn(world));
  if (seen === null) return { operation, url, answer: notTold() };
  if ('fault' in seen) return { operation, url, answer: lost('failed', fault(seen.fault, { host: hostOf(world) })) };
  const broken = seen.status === 200 && world.services[database]?.state !== 'running';
  const answer: PostAnswer = {
    status: broken ? 500 : seen.status,
    subStatus: seen.subStatus ?? null,
    server: serverHeader(world),
    contentType: seen.status === 200 ? 'text/xml; charset=utf-8' : 'text/html',
    location: null,
    page: seen.status === 200 ? null : 'iis-error',
    date: new Date(Date.parse(timeOf(world, happened))).toUTCString(),
    soap: broken ? 'fault' : seen.status === 200 ? 'answer' : 'none',
    errorCode: broken ? 'InternalServerError' : null,
    faultCode: broken ? 'soap:Server' : null,
    problem: null,
  };
  return { operation, url, answer: got(answer) };
}

/** The answer of the probe `cookie`: a life of one hour, as WSUS has it by default. */
export function cookieOf(world: World, happened: Happened): AnswerOf<'cookie'> {
  const order = [
    ['GetConfig', 'client'],
    ['GetAuthorizationCookie', 'simple-auth'],
    ['GetCookie', 'client'],
  ] as const;
  const steps: Step[] = [];
  for (const [operation, door] of order) {
    const step = post(world, happened, operation, door);
    steps.push(step);
    if (step.answer.outcome !== 'ok' || step.answer.value.soap !== 'answer') break;
  }
  const last = steps.at(-1);
  const issued = steps.length === 3 && last?.answer.outcome === 'ok' && last.answer.value.soap === 'answer' ? last.answer.value : null;
  const now = Date.parse(timeOf(world, happened));
  return {
    host: hostOf(world),
    from: 'here',
    steps,
    plugIn: steps.length > 1 ? { id: 'SimpleTargeting', serviceUrl: 'SimpleAuthWebService/SimpleAuth.asmx' } : null,
    notFollowed: null,
    restarts: 0,
    cookie: issued && { expiration: new Date(now + hour).toISOString(), serverDate: issued.date, bytes: 224 },
  };
}

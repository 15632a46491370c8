/** What a World answers to each probe, at a moment. */

import { readAddress } from '../address';
import { mustSelfUpdate, selfUpdates } from '../generation';
import type { Collected } from '../probe';
import { got, lost } from '../probe';
import type { AnswerOf, ProbeId } from '../probes/index';
import { decide, listAt } from '../restriction';
import { fault } from '../result';
import { siteOnPort } from '../wsus-layout';
import { serverEventsOf } from './events';
import { nodeOf, restrictionsOf, sitesOf } from './iis';
import { iisLogOf } from './log';
import { cookieOf, endpointsOf } from './seat';
import type { Happened, World, WorldClient } from './world';
import { nothingHappened, rulesOf, timeOf } from './world';

type Answers = { [Id in ProbeId]: (world: World, happened: Happened) => Collected<AnswerOf<Id>> };

/** Services the agent asks for by name; what a World does not have is not installed. */
const asked = ['WSusCertServer', 'WsusService', 'W3SVC', 'IISADMIN', 'HTTPFilter', 'BITS', 'wuauserv', 'SMTPSVC', 'fwsrv'];

/** IIS 6 configuration is asked only while IISADMIN runs: asking would start it. */
const throughIis = <T>(world: World, make: () => T): Collected<T> =>
  rulesOf(world) === 6 && world.services.IISADMIN?.state !== 'running' ? lost('failed', fault('probe-service-stopped', { service: 'IISADMIN' })) : got(make());

/** The WSUS console's interface answers only while its service, its database and IIS run. */
const throughWsus = <T>(world: World, make: () => T): Collected<T> => {
  const stopped = ['W3SVC', world.product.wsus.database, 'WsusService'].find((name) => world.services[name]?.state !== 'running');
  return stopped ? lost('failed', fault('probe-service-stopped', { service: stopped })) : got(make());
};

const tenMinutes = 10 * 60 * 1000;

/** Ten minutes after a client was told to detect, its agent has acted. */
const hasActed = (world: World, happened: Happened, client: WorldClient): boolean => {
  const at = happened.detected[client.name];
  return at !== undefined && Date.parse(timeOf(world, happened)) >= Date.parse(at) + tenMinutes;
};

/** An id that the agent makes anew: the same for the same client, as a seeded World needs. */
const newId = (world: World, client: WorldClient): string => `00000000-0000-4000-8000-${String((placeOf(world).get(client.name) ?? 0) + 1).padStart(12, '0')}`;

const places = new WeakMap<object, ReadonlyMap<string, number>>();
function placeOf(world: World): ReadonlyMap<string, number> {
  const known = places.get(world.clients) ?? new Map(world.clients.map((c, i) => [c.name, i]));
  places.set(world.clients, known);
  return known;
}

/** A client's ids now. */
export const idsOf = (world: World, happened: Happened, client: WorldClient): { susClientId: string | null; validation: string | null } =>
  client.susClientId === null && hasActed(world, happened, client)
    ? { susClientId: newId(world, client), validation: client.validation ?? '0600000000000000' }
    : { susClientId: client.susClientId, validation: client.validation };

/** Whether WSUS would let this client through: its services run, and it is admitted where it has to go. */
function isServed(world: World, client: WorldClient): boolean {
  if (['W3SVC', 'WsusService', world.product.wsus.database].some((name) => world.services[name]?.state !== 'running')) return false;
  const sites = sitesOf(world);
  const main = siteOnPort(sites, world.product.wsus.port);
  const restrictions = restrictionsOf(world);
  const ways = [
    ...(selfUpdates(client.system) && mustSelfUpdate(client.agent) ? [{ site: siteOnPort(sites, 80) ?? main, vroot: 'selfupdate' }] : []),
    ...['clientwebservice', 'simpleauthwebservice', 'reportingwebservice'].map((vroot) => ({ site: main, vroot })),
  ];
  return ways.every(({ site, vroot }) => {
    const found = world.vroots.find((v) => v.site === site?.id && v.name.toLowerCase() === vroot);
    const at = found && listAt(nodeOf(world, found), restrictions);
    const address = readAddress(client.addresses[0] ?? '');
    return at !== undefined && 'list' in at && address.ok && (!world.restrictions.inForce || decide(at.list, address.value).admitted === true);
  });
}

/** Bytes there now: they come while BITS may run and the drive has room. */
function bytesDone(world: World, happened: Happened): number {
  const { done, total, perTenMinutes, free, lastFailure } = world.content;
  if (world.services.BITS?.startMode === 'disabled' || free < 1024 * 1024 || lastFailure !== null) return done;
  return Math.min(total, done + Math.floor((perTenMinutes * happened.passed) / 600));
}

const answers: Answers = {
  product: (world) => got({ ...world.product, wsus: got(world.product.wsus) }),
  services: (world) =>
    got({
      services: Object.fromEntries([
        ...Object.entries(world.services).map(([name, { state, startMode, dependents }]) => [name, got({ state, startMode, dependents })]),
        ...asked.filter((name) => !world.services[name]).map((name) => [name, got(null)]),
      ]),
      wsusutil: got(world.wsusutil),
    }),
  networks: (world) =>
    got({
      adapters: got(world.adapters),
      subnets: world.subnets,
      clients: world.clients.flatMap((c) => c.addresses.map((address) => ({ address, name: c.name, learned: c.learned }))),
    }),
  'web-sites': (world) =>
    throughIis(world, () => ({ iis: rulesOf(world), sites: sitesOf(world), pools: got(world.pools), atLeastIis8: world.product.iis >= 8 })),
  'virtual-directories': (world) =>
    throughIis(world, () => ({
      vroots: world.vroots.map((v) => ({
        node: nodeOf(world, v),
        site: v.site,
        name: v.name,
        settings: got({ path: v.path, anonymous: v.anonymous, requiresSsl: v.requiresSsl, pool: v.pool }),
      })),
      selfUpdateFiles: got(world.selfUpdateFiles),
    })),
  'ip-restrictions': (world) => throughIis(world, () => restrictionsOf(world)),
  endpoints: (world) => got(endpointsOf(world)),
  cookie: (world, happened) => got(cookieOf(world, happened)),
  synchronization: (world) => throughWsus(world, () => world.synchronization),
  proxy: (world) => throughWsus(world, () => proxyOf(world)),
  content: (world, happened) =>
    throughWsus(world, () => ({
      done: bytesDone(world, happened),
      total: world.content.total,
      free: got(world.content.free),
      lastFailure: got(world.content.lastFailure),
    })),
  'client-identities': (world, happened) =>
    got({
      clients: world.clients.map((c) => ({
        name: c.name,
        named: true,
        addresses: c.addresses,
        identity: got({
          system: c.system,
          agent: c.agent,
          ...idsOf(world, happened, c),
          pingId: c.pingId,
          accountDomainSid: c.accountDomainSid,
          wuauserv: c.wuauserv,
        }),
      })),
      serverList: throughWsus(world, () => serverList(world, happened)),
    }),
  'iis-log': (world, happened) => got(iisLogOf(world, timeOf(world, happened))),
  'client-log': () => got({ clients: [] }),
  'server-events': (world) => got(serverEventsOf(world)),
  'client-policies': (world) =>
    got({
      clients: world.clients.map((c) => ({
        name: c.name,
        policy: got({
          wuServer: c.wuServer,
          wuStatusServer: c.wuStatusServer,
          useWuServer: c.useWuServer,
          domainMember: c.domainMember,
          ignored: c.ignored ?? [],
        }),
      })),
    }),
};

/** An account may be written as DOMAIN\\user; the group knows it by its own name. */
const accountName = (user: string): string => user.replace(/^.*\\/, '').replace(/@.*$/, '').toLowerCase();

function proxyOf(world: World): AnswerOf<'proxy'> {
  const { proxy, internetUsers } = world;
  const offered = proxy.use && !proxy.anonymous && proxy.user !== '';
  const member = offered && internetUsers !== null ? internetUsers.some((u) => u.toLowerCase() === accountName(proxy.user)) : null;
  return { ...proxy, internetUser: got(member) };
}

/** WSUS keys computers by SusClientId: clones share one row, the last to call names it. */
function serverList(world: World, happened: Happened) {
  const rows = new Map<string, { name: string; address: string | null; susClientId: string; lastContact: string | null }>();
  for (const c of world.clients) {
    const acted = hasActed(world, happened, c) && isServed(world, c);
    const susClientId = idsOf(world, happened, c).susClientId ?? (acted ? newId(world, c) : null);
    if (susClientId === null || (c.contacted === null && !acted)) continue;
    rows.set(susClientId, { name: c.name, address: c.addresses[0] ?? null, susClientId, lastContact: acted ? timeOf(world, happened) : c.contacted });
  }
  return [...rows.values()];
}

export const answer = <Id extends ProbeId>(world: World, probe: Id, happened: Happened = nothingHappened): Collected<AnswerOf<Id>> =>
  answers[probe](world, happened);

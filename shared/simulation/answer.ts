/** What a World answers to each probe. */
import type { Collected } from '../probe';
import { got, lost } from '../probe';
import type { AnswerOf, ProbeId } from '../probes/index';
import type { Setting } from '../restriction';
import { apphost, chainOf } from '../restriction';
import { fault } from '../result';
import type { World } from './world';
import { rootOf, rulesOf } from './world';

type Answers = { [Id in ProbeId]: (world: World) => Collected<AnswerOf<Id>> };

/** IIS 6 configuration is asked only while IISADMIN runs: asking would start it. */
const throughIis = <T>(world: World, make: () => T): Collected<T> =>
  rulesOf(world) === 6 && world.services.IISADMIN?.state !== 'running' ? lost('failed', fault('probe-service-stopped', { service: 'IISADMIN' })) : got(make());

function restrictionNodes(world: World): Record<string, Collected<Setting>> {
  const rules = rulesOf(world);
  const roots = world.sites.map((site) => rootOf(world, site));
  const vroots = world.vroots.map((v) => nodeOf(world, v));
  const names = new Set([
    ...(rules === 7 ? [apphost] : []),
    ...[...roots, ...vroots, ...Object.keys(world.restrictions.own)].flatMap((n) => chainOf(n, rules)),
  ]);
  return Object.fromEntries(
    [...names].map((name) => {
      const own = world.restrictions.own[name];
      return [name, got<Setting>(own ? { own } : 'inherits')];
    }),
  );
}

const nodeOf = (world: World, vroot: World['vroots'][number]): string => {
  const site = world.sites.find((s) => s.id === vroot.site);
  return `${site ? rootOf(world, site) : vroot.site}/${vroot.name}`;
};

const answers: Answers = {
  product: (world) => got({ ...world.product, wsus: got(world.product.wsus) }),
  services: (world) =>
    got({
      services: Object.fromEntries(
        Object.entries(world.services).map(([name, { state, startMode, dependents }]) => [name, got({ state, startMode, dependents })]),
      ),
      wsusutil: got(world.wsusutil),
    }),
  networks: (world) =>
    got({
      adapters: got(world.adapters),
      subnets: world.subnets,
      clients: world.clients.flatMap((c) => c.addresses.map((address) => ({ address, name: c.name, learned: c.learned }))),
    }),
  'web-sites': (world) =>
    throughIis(world, () => ({
      iis: rulesOf(world),
      sites: world.sites.map((site) => ({ ...site, root: rootOf(world, site), state: got(site.state) })),
      pools: got(world.pools),
      atLeastIis8: world.product.iis >= 8,
    })),
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
  'ip-restrictions': (world) => throughIis(world, () => ({ iis: rulesOf(world), inForce: got(world.restrictions.inForce), nodes: restrictionNodes(world) })),
  'client-identities': (world) =>
    got({
      clients: world.clients.map((c) => ({
        name: c.name,
        addresses: c.addresses,
        identity: got({ system: c.system, agent: c.agent, susClientId: c.susClientId, validation: c.validation }),
      })),
      serverList: got(serverList(world)),
    }),
  'client-policies': (world) =>
    got({
      clients: world.clients.map((c) => ({
        name: c.name,
        policy: got({ wuServer: c.wuServer, wuStatusServer: c.wuStatusServer, useWuServer: c.useWuServer, domainMember: c.domainMember }),
      })),
    }),
};

/** WSUS keys computers by SusClientId: clones share one row, the last to call names it. */
function serverList(world: World) {
  const rows = new Map<string, { name: string; address: string | null; susClientId: string; lastContact: string | null }>();
  for (const c of world.clients)
    if (c.contacted !== null && c.susClientId !== null)
      rows.set(c.susClientId, { name: c.name, address: c.addresses[0] ?? null, susClientId: c.susClientId, lastContact: c.contacted });
  return [...rows.values()];
}

export const answer = <Id extends ProbeId>(world: World, probe: Id): Collected<AnswerOf<Id>> => answers[probe](world);

/** What can be wrong in a World: each fault takes a World and gives the broken one. Scenarios name them; random Worlds draw from them. */
import * as z from 'zod/mini';
import { Own } from '../restriction';
import { serviceStates, startModes } from '../service-state';
import type { World, WorldClient } from './world';
import { rootOf } from './world';

export const FaultChoice = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('branch-network'), contacted: z.optional(z.boolean()) }),
  z.strictObject({ fault: z.literal('second-adapter') }),
  z.strictObject({ fault: z.literal('wsus-in-default-site') }),
  z.strictObject({ fault: z.literal('own-list'), node: z.string(), own: Own }),
  z.strictObject({ fault: z.literal('service'), service: z.string(), state: z.optional(z.enum(serviceStates)), startMode: z.optional(z.enum(startModes)) }),
  z.strictObject({ fault: z.literal('import-running'), since: z.string() }),
  z.strictObject({ fault: z.literal('site-stopped'), site: z.number() }),
  z.strictObject({ fault: z.literal('pool-stopped'), pool: z.string() }),
  z.strictObject({ fault: z.literal('vroot-missing'), site: z.number(), name: z.string() }),
  z.strictObject({ fault: z.literal('files-missing'), files: z.array(z.string()) }),
  z.strictObject({ fault: z.literal('cloned-clients'), clients: z.array(z.string()), id: z.string() }),
  z.strictObject({ fault: z.literal('old-agents'), clients: z.array(z.string()), agent: z.string() }),
  z.strictObject({
    fault: z.literal('refusals-in-log'),
    addresses: z.array(z.string()),
    stem: z.string(),
    since: z.string(),
    perDay: z.number(),
  }),
  z.strictObject({
    fault: z.literal('content'),
    approved: z.optional(z.number()),
    done: z.optional(z.number()),
    total: z.optional(z.number()),
    free: z.optional(z.number()),
    lastFailure: z.optional(z.string()),
  }),
  z.strictObject({
    fault: z.literal('policies'),
    /** All of them, if left out. */
    clients: z.optional(z.array(z.string())),
    wuServer: z.optional(z.nullable(z.string())),
    wuStatusServer: z.optional(z.nullable(z.string())),
    useWuServer: z.optional(z.nullable(z.boolean())),
    domainMember: z.optional(z.boolean()),
    ignored: z.optional(z.array(z.object({ name: z.string(), type: z.string() }))),
  }),
  z.strictObject({
    fault: z.literal('proxy'),
    name: z.string(),
    port: z.number(),
    user: z.string(),
    domain: z.string(),
    hasPassword: z.boolean(),
    /** Members of the group Internet Users. */
    internetUsers: z.optional(z.array(z.string())),
  }),
  z.strictObject({ fault: z.literal('isa-server') }),
  z.strictObject({ fault: z.literal('synchronization-failed'), at: z.string(), error: z.string() }),
  z.strictObject({ fault: z.literal('anonymous-off'), site: z.number(), name: z.string() }),
  z.strictObject({ fault: z.literal('event'), id: z.number(), at: z.string(), message: z.string() }),
]);
export type FaultChoice = z.infer<typeof FaultChoice>;
type Of<K extends FaultChoice['fault']> = Extract<FaultChoice, { fault: K }>;

const numbered = (n: number) => String(n).padStart(2, '0');

/**
 * 192.168.20.0/24 behind a router: 14 fresh XP SP2 PCs whose agent must update itself before anything else
 * (scenarios.md, BR). `contacted`: they did, and are like the others.
 */
function branchNetwork(world: World, { contacted = false }: Of<'branch-network'>): World {
  const like = world.clients[0];
  const clients = Array.from(
    { length: 14 },
    (_, i): WorldClient => ({
      name: `PC${numbered(21 + i)}`,
      addresses: [`192.168.20.${101 + i}`],
      system: '5.1.2600',
      agent: contacted ? (like?.agent ?? '7.1.6001.65') : '5.4.3790.2180',
      susClientId: contacted ? `20000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}` : null,
      validation: contacted ? (like?.validation ?? null) : null,
      wuServer: like?.wuServer ?? null,
      wuStatusServer: like?.wuStatusServer ?? null,
      useWuServer: true,
      domainMember: true,
      contacted: contacted ? (like?.contacted ?? world.clock) : null,
      wuauserv: { state: 'running', startMode: 'automatic' },
      pingId: null,
      accountDomainSid: null,
      learned: 'dns',
    }),
  );
  return { ...world, subnets: [...world.subnets, { subnet: '192.168.20.0/24', learned: 'persistent-route' }], clients: [...world.clients, ...clients] };
}

/** A second adapter facing the Internet; its network is never a client network. */
const secondAdapter = (world: World): World => ({
  ...world,
  adapters: [...world.adapters, { name: 'External', address: '203.0.113.10', mask: '255.255.255.248', external: true }],
});

/** All nine vroots in the site on port 80, no site of its own: they all inherit its restriction. */
function wsusInDefaultSite(world: World): World {
  const own = world.sites.find((s) => s.bindings.some((b) => b.port === world.product.wsus.port));
  const port80 = world.sites.find((s) => s.bindings.some((b) => b.port === 80 && b.host === ''));
  if (!own || !port80 || own === port80) return world;
  const kept = world.vroots.filter((v) => v.site !== own.id);
  const names = new Set(kept.filter((v) => v.site === port80.id).map((v) => v.name.toLowerCase()));
  const moved = world.vroots.filter((v) => v.site === own.id && !names.has(v.name.toLowerCase())).map((v) => ({ ...v, site: port80.id }));
  const url = `http://${world.product.computer.toLowerCase()}`;
  const gone = rootOf(world, own);
  const lists = Object.entries(world.restrictions.own).filter(([node]) => node !== gone && !node.startsWith(`${gone}/`));
  return {
    ...world,
    product: { ...world.product, wsus: { ...world.product.wsus, port: 80 } },
    sites: world.sites.filter((s) => s !== own),
    vroots: [...kept, ...moved],
    restrictions: { ...world.restrictions, own: Object.fromEntries(lists) },
    clients: world.clients.map((c) => ({ ...c, wuServer: url, wuStatusServer: url })),
  };
}

function breakService(world: World, choice: Of<'service'>): World {
  const service = world.services[choice.service];
  if (!service) return world;
  const next = { ...service, state: choice.state ?? service.state, startMode: choice.startMode ?? service.startMode };
  return { ...world, services: { ...world.services, [choice.service]: next } };
}

/** wsusutil.exe at work: it has stopped Update Services, and WsusCertServer was started for it. */
const importRunning = (world: World, { since }: Of<'import-running'>): World => ({
  ...breakService(breakService(world, { fault: 'service', service: 'WsusService', state: 'stopped' }), {
    fault: 'service',
    service: 'WSusCertServer',
    state: 'running',
  }),
  wsusutil: { running: true, since },
});

const changeClients = (world: World, names: readonly string[], change: (c: WorldClient) => WorldClient): World => ({
  ...world,
  clients: world.clients.map((c) => (names.includes(c.name) ? change(c) : c)),
});

/** Clones carry the identity of the first of them, hardware value and all. */
function cloned(world: World, { clients, id }: Of<'cloned-clients'>): World {
  const validation = world.clients.find((c) => c.name === clients[0])?.validation ?? null;
  return changeClients(world, clients, (c) => ({ ...c, susClientId: id, validation }));
}

function breakContent(world: World, choice: Of<'content'>): World {
  const { content, synchronization } = world;
  return {
    ...world,
    synchronization: { ...synchronization, approved: choice.approved ?? synchronization.approved },
    content: {
      ...content,
      done: choice.done ?? content.done,
      total: choice.total ?? content.total,
      free: choice.free ?? content.free,
      lastFailure: choice.lastFailure ?? content.lastFailure,
    },
  };
}

function breakPolicies(world: World, { fault: _fault, clients, ...change }: Of<'policies'>): World {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return changeClients(world, clients ?? world.clients.map((c) => c.name), (c) => ({ ...c, ...given }));
}

/** An account for a proxy; `internetUsers` makes the group with these members. */
function breakProxy(world: World, { name, port, user, domain, hasPassword, internetUsers }: Of<'proxy'>): World {
  const proxy = { use: true, name, port, anonymous: false, user, domain, basicAllowed: false, hasPassword };
  return { ...world, proxy, internetUsers: internetUsers ?? world.internetUsers };
}

/** The firewall service of ISA Server, running. */
const isaServer = (world: World): World => ({
  ...world,
  services: { ...world.services, fwsrv: { state: 'running', startMode: 'automatic', dependents: [], dependsOn: [] } },
});

const anonymousOff = (world: World, { site, name }: Of<'anonymous-off'>): World => ({
  ...world,
  vroots: world.vroots.map((v) => (v.site === site && v.name.toLowerCase() === name.toLowerCase() ? { ...v, anonymous: false } : v)),
});

/** The World with one fault more. */
export function breakWorld(world: World, choice: FaultChoice): World {
  switch (choice.fault) {
    case 'branch-network':
      return branchNetwork(world, choice);
    case 'second-adapter':
      return secondAdapter(world);
    case 'wsus-in-default-site':
      return wsusInDefaultSite(world);
    case 'own-list':
      return { ...world, restrictions: { ...world.restrictions, own: { ...world.restrictions.own, [choice.node]: choice.own } } };
    case 'service':
      return breakService(world, choice);
    case 'import-running':
      return importRunning(world, choice);
    case 'site-stopped':
      return { ...world, sites: world.sites.map((s) => (s.id === choice.site ? { ...s, state: 'stopped' } : s)) };
    case 'pool-stopped':
      return { ...world, pools: world.pools.map((p) => (p.name === choice.pool ? { ...p, state: 'stopped' } : p)) };
    case 'vroot-missing':
      return { ...world, vroots: world.vroots.filter((v) => v.site !== choice.site || v.name.toLowerCase() !== choice.name.toLowerCase()) };
    case 'files-missing':
      return { ...world, selfUpdateFiles: { ...world.selfUpdateFiles, files: world.selfUpdateFiles.files.filter((f) => !choice.files.includes(f)) } };
    case 'cloned-clients':
      return cloned(world, choice);
    case 'old-agents':
      return changeClients(world, choice.clients, (c) => ({ ...c, agent: choice.agent, validation: null }));
    case 'refusals-in-log':
      return {
        ...world,
        log: [...world.log, ...choice.addresses.map((address) => ({ address, stem: choice.stem, since: choice.since, perDay: choice.perDay }))],
      };
    case 'content':
      return breakContent(world, choice);
    case 'policies':
      return breakPolicies(world, choice);
    case 'proxy':
      return breakProxy(world, choice);
    case 'isa-server':
      return isaServer(world);
    case 'synchronization-failed':
      return { ...world, synchronization: { ...world.synchronization, last: { at: choice.at, result: 'failed', error: choice.error } } };
    case 'anonymous-off':
      return anonymousOff(world, choice);
    case 'event':
      return { ...world, events: [...world.events, { id: choice.id, level: 'error', at: choice.at, message: choice.message }] };
  }
}

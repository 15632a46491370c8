/** A simulated server with its network: all that the probes can see and the operations can change. */
import * as z from 'zod/mini';
import { LearnedFrom } from '../probes/networks';
import { Service } from '../probes/services';
import { Binding } from '../probes/web-sites';
import { Own } from '../restriction';
import { serviceStates, startModes } from '../service-state';

export const worldSchema = 'wsus-wizard/world/1';

const Client = z.object({
  name: z.string(),
  addresses: z.array(z.string()),
  /** Windows version, major.minor.build. */
  system: z.string(),
  agent: z.string(),
  susClientId: z.nullable(z.string()),
  /** Hex of SusClientIdValidation. */
  validation: z.nullable(z.string()),
  wuServer: z.nullable(z.string()),
  wuStatusServer: z.nullable(z.string()),
  useWuServer: z.nullable(z.boolean()),
  domainMember: z.boolean(),
  /** Policy values of a type Windows does not take for them. */
  ignored: z.optional(z.array(z.object({ name: z.string(), type: z.string() }))),
  /** Last contact with WSUS, or null: it has never contacted it and is not in WSUS' list. */
  contacted: z.nullable(z.string()),
  /** The client's own wuauserv. */
  wuauserv: z.object({ state: z.enum(serviceStates), startMode: z.enum(startModes) }),
  /** Legacy ids beside SusClientId; null: absent. */
  pingId: z.nullable(z.string()),
  accountDomainSid: z.nullable(z.string()),
  /** How the server's side knows the address. */
  learned: LearnedFrom,
});
export type WorldClient = z.infer<typeof Client>;

const WorldEvent = z.object({ id: z.number(), level: z.enum(['error', 'warning', 'information']), at: z.string(), message: z.string() });
export type WorldEvent = z.infer<typeof WorldEvent>;

export const World = z.object({
  schema: z.string(),
  clock: z.string(),
  product: z.object({
    computer: z.string(),
    domain: z.nullable(z.string()),
    system: z.object({ name: z.string(), version: z.string(), ubr: z.nullable(z.number()), smallBusiness: z.boolean(), language: z.nullable(z.string()) }),
    iis: z.number(),
    wsus: z.object({ version: z.string(), port: z.number(), ssl: z.boolean(), database: z.string(), contentDir: z.string() }),
  }),
  services: z.record(z.string(), z.extend(Service, { dependsOn: z.array(z.string()) })),
  wsusutil: z.object({ running: z.boolean(), since: z.nullable(z.string()) }),
  adapters: z.array(z.object({ name: z.string(), address: z.string(), mask: z.string(), external: z.boolean() })),
  subnets: z.array(z.object({ subnet: z.string(), learned: LearnedFrom })),
  sites: z.array(z.object({ id: z.number(), name: z.string(), bindings: z.array(Binding), state: z.enum(['started', 'stopped']) })),
  pools: z.array(z.object({ name: z.string(), state: z.enum(['started', 'stopped']) })),
  vroots: z.array(
    z.object({ site: z.number(), name: z.string(), path: z.string(), anonymous: z.boolean(), requiresSsl: z.boolean(), pool: z.nullable(z.string()) }),
  ),
  selfUpdateFiles: z.object({ folder: z.string(), files: z.array(z.string()) }),
  /** Own values only; every other node inherits. */
  restrictions: z.object({ inForce: z.boolean(), own: z.record(z.string(), Own) }),
  clients: z.array(Client),
  /** The address of the technician's own computer: a place in the head office unless a scenario says otherwise. */
  seat: z._default(z.string(), '192.168.16.240'),
  /** What IIS' log says of refusals, one entry a client and path. */
  log: z._default(z.array(z.object({ address: z.string(), stem: z.string(), since: z.string(), perDay: z.number() })), []),
  synchronization: z.object({
    last: z.nullable(z.object({ at: z.string(), result: z.enum(['succeeded', 'failed']), error: z.nullable(z.string()) })),
    running: z.boolean(),
    approved: z.number(),
  }),
  /** WSUS' own proxy settings. */
  proxy: z._default(
    z.object({
      use: z.boolean(),
      name: z.string(),
      port: z.number(),
      anonymous: z.boolean(),
      user: z.string(),
      domain: z.string(),
      basicAllowed: z.boolean(),
      hasPassword: z.boolean(),
    }),
    { use: false, name: '', port: 80, anonymous: true, user: '', domain: '', basicAllowed: false, hasPassword: false },
  ),
  /** Members of the group Internet Users; null: there is no such group. */
  internetUsers: z._default(z.nullable(z.array(z.string())), null),
  /** Events of WSUS beside those of synchronisation and content. */
  events: z._default(z.array(WorldEvent), []),
  content: z.object({
    /** Bytes there at the World's clock, bytes wanted. */
    done: z.number(),
    total: z.number(),
    /** Bytes that come in ten minutes while BITS may run. */
    perTenMinutes: z.number(),
    /** Free bytes on the drive of the content. */
    free: z.number(),
    /** Time of the last event 364. */
    lastFailure: z.nullable(z.string()),
  }),
});
export type World = z.infer<typeof World>;

/** What happened since the World began: time that passed, and what was triggered. Kept apart, since it is no setting. */
export const Happened = z.object({
  /** Seconds. */
  passed: z.number(),
  /** Clients told to detect, and when. */
  detected: z.record(z.string(), z.string()),
});
export type Happened = z.infer<typeof Happened>;
export const nothingHappened: Happened = { passed: 0, detected: {} };

/** The World's time. */
export const timeOf = (world: World, happened: Happened): string => new Date(Date.parse(world.clock) + happened.passed * 1000).toISOString();

/** Which rules of restriction hold. */
export const rulesOf = (world: World): 6 | 7 => (world.product.iis < 7 ? 6 : 7);
export const rootOf = (world: World, site: { id: number; name: string }): string => (rulesOf(world) === 6 ? `W3SVC/${site.id}/ROOT` : site.name);

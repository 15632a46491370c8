/** What an operation does to a World: compare with `expect`, write, read back; another value is changed-since. */
import type { Operation, OperationValue } from '../operation';
import { isPolicyValue, policyValueOf, registryType, sameValue } from '../operation';
import type { identityValues } from '../operation-schema';
import type { Setting } from '../restriction';
import type { Facts, Result } from '../result';
import { failed, ok } from '../result';
import { idsOf } from './answer';
import type { Happened, World, WorldClient } from './world';
import { nothingHappened, timeOf } from './world';

export interface Stepped {
  readonly world: World;
  readonly happened: Happened;
  readonly found: OperationValue;
  readonly readBack: OperationValue;
}
type ServiceState = World['services'][string];
type Of<K extends Operation['operation']> = Extract<Operation, { operation: K }>;

const changedSince = (found: OperationValue) => failed('changed-since-planned', { found: found as unknown as Facts });

/** One operation on a World; the World itself is never changed. */
export function step(world: World, operation: Operation, happened: Happened = nothingHappened): Result<Stepped> {
  switch (operation.operation) {
    case 'ip-restriction.replace':
      return replaceList(world, happened, operation);
    case 'application-pool.start':
      return startPool(world, happened, operation);
    case 'registry.set':
    case 'registry.delete':
      return isPolicyValue(operation.name) ? writePolicy(world, happened, operation) : writeIdentity(world, happened, operation);
    case 'client.detect-now': {
      if (!clientOf(world, operation.machine)) return failed('unreachable-host', { host: operation.machine });
      const detected = { ...happened.detected, [operation.machine]: timeOf(world, happened) };
      return ok({ world, happened: { ...happened, detected }, found: 'nothing', readBack: 'nothing' });
    }
    case 'server.check-health':
      return ok({ world, happened, found: 'nothing', readBack: 'nothing' });
    default:
      return onService(world, happened, operation);
  }
}

const clientOf = (world: World, name: string): WorldClient | undefined => world.clients.find((c) => c.name.toLowerCase() === name.toLowerCase());
const withClient = (world: World, client: WorldClient): World => ({ ...world, clients: world.clients.map((c) => (c.name === client.name ? client : c)) });

function replaceList(world: World, happened: Happened, operation: Of<'ip-restriction.replace'>): Result<Stepped> {
  const key = Object.keys(world.restrictions.own).find((n) => n.toLowerCase() === operation.node.toLowerCase()) ?? operation.node;
  const own = world.restrictions.own[key];
  const found: Setting = own ? { own } : 'inherits';
  if (!sameValue(found, operation.expect)) return changedSince(found);
  const { [key]: _gone, ...rest } = world.restrictions.own;
  // An existing key keeps its place, so that taking a change back gives the same bytes.
  const next = operation.to === 'inherits' ? rest : { ...world.restrictions.own, [key]: operation.to.own };
  return ok({ world: { ...world, restrictions: { ...world.restrictions, own: next } }, happened, found, readBack: operation.to });
}

function startPool(world: World, happened: Happened, operation: Of<'application-pool.start'>): Result<Stepped> {
  const pool = world.pools.find((p) => p.name === operation.pool);
  if (!pool) return failed('unsupported-operation', { pool: operation.pool });
  if (pool.state !== 'stopped') return changedSince(pool.state);
  const pools = world.pools.map((p) => (p === pool ? { ...p, state: 'started' as const } : p));
  return ok({ world: { ...world, pools }, happened, found: 'stopped', readBack: 'started' });
}

const field = { SusClientId: 'susClientId', SusClientIdValidation: 'validation', PingID: 'pingId', AccountDomainSid: 'accountDomainSid' } as const;

function writeIdentity(world: World, happened: Happened, operation: Of<'registry.set' | 'registry.delete'>): Result<Stepped> {
  const client = clientOf(world, operation.machine);
  if (!client) return failed('unreachable-host', { host: operation.machine });
  const ids = { ...client, ...idsOf(world, happened, client) };
  const name = operation.name as (typeof identityValues)[number];
  const text = ids[field[name]];
  const found: OperationValue = text === null ? 'absent' : { own: { type: registryType(name), value: text } };
  if (!sameValue(found, operation.expect)) return changedSince(found);
  const next = { ...client, [field[name]]: operation.to === 'absent' ? null : operation.to.own.value };
  return ok({ world: withClient(world, next), happened, found, readBack: operation.to });
}

/** Policy values of a client outside a domain; Group Policy owns them inside one. */
function writePolicy(world: World, happened: Happened, operation: Of<'registry.set' | 'registry.delete'>): Result<Stepped> {
  const client = clientOf(world, operation.machine);
  if (!client) return failed('unreachable-host', { host: operation.machine });
  if (!isPolicyValue(operation.name) || client.domainMember) return failed('unsupported-operation', { what: operation.name, machine: operation.machine });
  const found = policyValueOf(client, operation.name);
  if (!sameValue(found, operation.expect)) return changedSince(found);
  const value = operation.to === 'absent' ? null : operation.to.own.value;
  const change = {
    WUServer: { wuServer: value },
    WUStatusServer: { wuStatusServer: value },
    'AU\\UseWUServer': { useWuServer: value === null ? null : value === '1' },
  }[operation.name];
  return ok({ world: withClient(world, { ...client, ...change }), happened, found, readBack: operation.to });
}

/** Services of the server, or wuauserv of a client. */
function onService(world: World, happened: Happened, operation: Of<'service.set-start-mode' | 'service.start' | 'service.stop'>): Result<Stepped> {
  const client = operation.service === 'wuauserv' ? clientOf(world, operation.machine) : undefined;
  if (client) {
    const found = operation.operation === 'service.set-start-mode' ? client.wuauserv.startMode : client.wuauserv.state;
    if (!sameValue(found, operation.expect)) return changedSince(found);
    const wuauserv =
      operation.operation === 'service.set-start-mode' ? { ...client.wuauserv, startMode: operation.to } : { ...client.wuauserv, state: operation.to };
    return ok({ world: withClient(world, { ...client, wuauserv }), happened, found, readBack: operation.to });
  }
  const service = world.services[operation.service];
  if (!service) return failed('unsupported-operation', { service: operation.service });
  const found = operation.operation === 'service.set-start-mode' ? service.startMode : service.state;
  if (!sameValue(found, operation.expect)) return changedSince(found);
  if (operation.operation === 'service.set-start-mode')
    return ok({ world: withService(world, operation.service, { ...service, startMode: operation.to }), happened, found, readBack: operation.to });
  const moved = operation.operation === 'service.start' ? start(world, operation.service) : stop(world, operation.service);
  return moved.ok ? ok({ world: moved.value, happened, found, readBack: operation.to }) : moved;
}

const withService = (world: World, name: string, service: ServiceState): World => ({ ...world, services: { ...world.services, [name]: service } });

/** Windows starts what a service depends on first; a disabled one cannot be started. */
function start(world: World, name: string): Result<World> {
  const service = world.services[name];
  if (!service) return failed('unsupported-operation', { service: name });
  if (service.state === 'running') return ok(world);
  if (service.startMode === 'disabled') return failed('changed-since-not-running', { service: name, startMode: 'disabled' });
  let next = world;
  for (const needed of service.dependsOn) {
    const started = start(next, needed);
    if (!started.ok) return started;
    next = started.value;
  }
  return ok(withService(next, name, { ...service, state: 'running' }));
}

/** Refused while others that depend on it run, as Windows does. */
function stop(world: World, name: string): Result<World> {
  const service = world.services[name] as ServiceState;
  const running = service.dependents.filter((d) => world.services[d]?.state === 'running');
  if (running.length > 0) return failed('changed-since-not-running', { service: name, dependents: running });
  return ok(withService(world, name, { ...service, state: 'stopped' }));
}

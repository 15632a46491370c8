/** What an operation does to a World: compare with `expect`, write, read back; another value is changed-since. */
import type { Operation, OperationValue } from '../operation';
import { sameValue } from '../operation';
import type { Own, Setting } from '../restriction';
import type { Facts, Result } from '../result';
import { failed, ok } from '../result';
import type { World } from './world';

export interface Stepped {
  readonly world: World;
  readonly found: OperationValue;
  readonly readBack: OperationValue;
}
type ServiceState = World['services'][string];

const changedSince = (found: OperationValue) => failed('changed-since-planned', { found: found as unknown as Facts });

/** One operation on a World; the World itself is never changed. */
export function step(world: World, operation: Operation): Result<Stepped> {
  if (operation.operation === 'ip-restriction.replace') return replaceList(world, operation);
  const service = world.services[operation.service];
  if (!service) return failed('unsupported-operation', { service: operation.service });
  const found = operation.operation === 'service.set-start-mode' ? service.startMode : service.state;
  if (!sameValue(found, operation.expect)) return changedSince(found);
  switch (operation.operation) {
    case 'service.set-start-mode':
      return ok({ world: withService(world, operation.service, { ...service, startMode: operation.to }), found, readBack: operation.to });
    case 'service.start':
      return start(world, operation.service);
    case 'service.stop':
      return stop(world, operation.service);
  }
}

function replaceList(world: World, operation: Extract<Operation, { operation: 'ip-restriction.replace' }>): Result<Stepped> {
  const key = Object.keys(world.restrictions.own).find((n) => n.toLowerCase() === operation.node.toLowerCase()) ?? operation.node;
  const own: Own | undefined = world.restrictions.own[key];
  const found: Setting = own ? { own } : 'inherits';
  if (!sameValue(found, operation.expect)) return changedSince(found);
  const { [key]: _gone, ...rest } = world.restrictions.own;
  const next = operation.to === 'inherits' ? rest : insert(world.restrictions.own, key, operation.to.own);
  return ok({ world: { ...world, restrictions: { ...world.restrictions, own: next } }, found, readBack: operation.to });
}

/** Keeps the order of keys, so that taking a change back gives the same bytes. */
const insert = (own: World['restrictions']['own'], key: string, value: Own): World['restrictions']['own'] => ({ ...own, [key]: value });

const withService = (world: World, name: string, service: ServiceState): World => ({ ...world, services: { ...world.services, [name]: service } });

/** Windows starts what a service depends on first; a disabled one cannot be started. */
function start(world: World, name: string): Result<Stepped> {
  const service = world.services[name];
  if (!service) return failed('unsupported-operation', { service: name });
  if (service.state === 'running') return ok({ world, found: 'running', readBack: 'running' });
  if (service.startMode === 'disabled') return failed('changed-since-not-running', { service: name, startMode: 'disabled' });
  let next = world;
  for (const needed of service.dependsOn) {
    const started = start(next, needed);
    if (!started.ok) return started;
    next = started.value.world;
  }
  return ok({ world: withService(next, name, { ...service, state: 'running' }), found: 'stopped', readBack: 'running' });
}

/** Refused while others that depend on it run, as Windows does. */
function stop(world: World, name: string): Result<Stepped> {
  const service = world.services[name] as ServiceState;
  const running = service.dependents.filter((d) => world.services[d]?.state === 'running');
  if (running.length > 0) return failed('changed-since-not-running', { service: name, dependents: running });
  return ok({ world: withService(world, name, { ...service, state: 'stopped' }), found: 'running', readBack: 'stopped' });
}

/** What an operation acts on, how it is taken back, what it risks. No schema library in here: pages use it too. */
import type { identityValues, Operation, OperationKind, policyValues } from './operation-schema';
import type { Collected } from './probe';
import type { ProbeId } from './probes/index';
import type { Service } from './probes/services';
import type { Setting } from './restriction';
import type { Fault } from './result';
import type { Snapshot } from './snapshot';

export type { Operation, OperationKind };

export type RegistryValue = Extract<Operation, { operation: 'registry.delete' }>['expect'];
/** The value an operation reads and writes. */
export type OperationValue = Setting | RegistryValue | 'absent' | 'nothing' | 'started' | Service['startMode'] | Service['state'];

/** What an operation acts on, on its machine. */
export function subjectOf(operation: Operation): string {
  switch (operation.operation) {
    case 'ip-restriction.replace':
      return operation.node;
    case 'service.set-start-mode':
      return `${operation.service}.start-mode`;
    case 'service.start':
    case 'service.stop':
      return `${operation.service}.state`;
    case 'application-pool.start':
      return operation.pool;
    case 'registry.set':
    case 'registry.delete':
      return operation.name;
    case 'client.detect-now':
    case 'server.check-health':
      return operation.operation;
  }
}

/** The operation that takes this one back; null: there is nothing to take back. */
export function inverseOf(operation: Operation): Operation | null {
  switch (operation.operation) {
    case 'ip-restriction.replace':
      return { ...operation, expect: operation.to, to: operation.expect };
    case 'service.set-start-mode':
      return { ...operation, expect: operation.to, to: operation.expect };
    case 'service.start':
      return { ...operation, operation: 'service.stop', expect: 'running', to: 'stopped' };
    case 'service.stop':
      return { ...operation, operation: 'service.start', expect: 'stopped', to: 'running' };
    case 'registry.delete':
      return { ...operation, operation: 'registry.set', expect: 'absent', to: operation.expect };
    case 'registry.set':
      return operation.expect === 'absent'
        ? { operation: 'registry.delete', machine: operation.machine, name: operation.name, expect: operation.to, to: 'absent' }
        : { ...operation, expect: operation.to, to: operation.expect };
    case 'application-pool.start':
    case 'client.detect-now':
    case 'server.check-health':
      return null;
  }
}

export type Risk = 'none' | 'low' | 'medium';
/** What can go wrong: start modes nothing; a start or an added address little; a stop or a new identity is felt by others. */
export function riskOf(operation: Operation): Risk {
  if (operation.operation === 'service.stop' || operation.operation === 'registry.delete') return 'medium';
  return operation.operation === 'service.set-start-mode' || operation.operation === 'server.check-health' ? 'none' : 'low';
}

/** It fires something and has no value to take back. */
export const isTrigger = (operation: Operation): boolean => operation.operation === 'client.detect-now' || operation.operation === 'server.check-health';

type PolicyValue = (typeof policyValues)[number];
/** Where each policy value stands in an answer. */
const policyFields = { WUServer: 'wuServer', WUStatusServer: 'wuStatusServer', 'AU\\UseWUServer': 'useWuServer' } as const satisfies Record<
  PolicyValue,
  string
>;
export const isPolicyValue = (name: string): name is PolicyValue => name in policyFields;

/** Windows Update rewrites these by itself: an undo takes the value now there as its starting point, and says so. */
export const drifts = (operation: Operation): boolean =>
  (operation.operation === 'registry.set' || operation.operation === 'registry.delete') && !isPolicyValue(operation.name);

/** The probe that shows the value an operation writes. */
export function probeOf(operation: Operation): ProbeId {
  if (operation.operation === 'ip-restriction.replace') return 'ip-restrictions';
  if (operation.operation === 'application-pool.start') return 'web-sites';
  if ('name' in operation && isPolicyValue(operation.name)) return 'client-policies';
  return operation.operation.startsWith('registry.') || ('service' in operation && operation.service === 'wuauserv') ? 'client-identities' : 'services';
}

/** Canonical text: keys in order, what is undefined left out. Equal text means equal value. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(',')}}`;
}
export const sameValue = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

type Answers = Snapshot['answers'];
const gone = (operation: Operation, fault?: Fault): Collected<never> => ({
  outcome: 'missing',
  fault: fault ?? { code: 'probe-not-answered', facts: { probe: probeOf(operation) } },
});
const there = (value: OperationValue): Collected<OperationValue> => ({ outcome: 'ok', value });

/** The value now in force for an operation's subject, from answers. Triggers have none to read. */
export function valueInForce(operation: Operation, answers: Answers): Collected<OperationValue> {
  const answer = answers[probeOf(operation)];
  if (answer?.outcome !== 'ok') return answer ?? gone(operation);
  switch (operation.operation) {
    case 'ip-restriction.replace':
      return restrictionValue(operation, answers);
    case 'application-pool.start':
      return poolValue(operation, answers);
    case 'registry.set':
    case 'registry.delete':
      return isPolicyValue(operation.name) ? policyValue(operation.machine, operation.name, answers) : identityValue(operation, answers);
    case 'service.set-start-mode':
    case 'service.start':
    case 'service.stop': {
      const service = operation.service === 'wuauserv' ? identityOf(operation.machine, answers)?.wuauserv : serviceOf(operation.service, answers);
      return service ? there(operation.operation === 'service.set-start-mode' ? service.startMode : service.state) : gone(operation);
    }
    case 'client.detect-now':
    case 'server.check-health':
      return gone(operation);
  }
}

function restrictionValue(operation: Extract<Operation, { operation: 'ip-restriction.replace' }>, answers: Answers): Collected<OperationValue> {
  const nodes = answers['ip-restrictions']?.outcome === 'ok' ? answers['ip-restrictions'].value.nodes : {};
  const key = Object.keys(nodes).find((n) => n.toLowerCase() === operation.node.toLowerCase());
  return (key !== undefined && nodes[key]) || gone(operation);
}
function poolValue(operation: Extract<Operation, { operation: 'application-pool.start' }>, answers: Answers): Collected<OperationValue> {
  const pools = answers['web-sites']?.outcome === 'ok' ? answers['web-sites'].value.pools : undefined;
  if (pools?.outcome !== 'ok') return pools ?? gone(operation);
  const pool = pools.value.find((p) => p.name === operation.pool);
  return pool ? there(pool.state) : gone(operation);
}
function serviceOf(name: string, answers: Answers): Service | null {
  const found = answers.services?.outcome === 'ok' ? answers.services.value.services[name] : undefined;
  return found?.outcome === 'ok' ? found.value : null;
}
function identityOf(machine: string, answers: Answers) {
  const clients = answers['client-identities']?.outcome === 'ok' ? answers['client-identities'].value.clients : [];
  const identity = clients.find((c) => c.name.toLowerCase() === machine.toLowerCase())?.identity;
  return identity?.outcome === 'ok' ? identity.value : undefined;
}
function identityValue(operation: Extract<Operation, { operation: 'registry.set' | 'registry.delete' }>, answers: Answers): Collected<OperationValue> {
  const identity = identityOf(operation.machine, answers);
  if (!identity) return gone(operation);
  const text = {
    SusClientId: identity.susClientId,
    SusClientIdValidation: identity.validation,
    PingID: identity.pingId,
    AccountDomainSid: identity.accountDomainSid,
  }[operation.name as (typeof identityValues)[number]];
  if (text === null) return there('absent');
  return there({ own: { type: registryType(operation.name), value: text } });
}

/** A policy value as the registry holds it; a number as decimal text. */
export function policyValueOf(
  policy: { wuServer: string | null; wuStatusServer: string | null; useWuServer: boolean | null },
  name: PolicyValue,
): OperationValue {
  const value = policy[policyFields[name]];
  if (value === null) return 'absent';
  return { own: { type: registryType(name), value: typeof value === 'string' ? value : value ? '1' : '0' } };
}
function policyValue(machine: string, name: PolicyValue, answers: Answers): Collected<OperationValue> {
  const clients = answers['client-policies']?.outcome === 'ok' ? answers['client-policies'].value.clients : [];
  const policy = clients.find((c) => c.name.toLowerCase() === machine.toLowerCase())?.policy;
  if (policy?.outcome !== 'ok') return { outcome: 'missing', fault: { code: 'probe-not-answered', facts: { probe: 'client-policies' } } };
  return there(policyValueOf(policy.value, name));
}

/** Types as the agent writes them (formats.md 4), and as Windows takes policy values. */
export const registryType = (name: string): 'REG_SZ' | 'REG_BINARY' | 'REG_DWORD' =>
  name === 'SusClientIdValidation' ? 'REG_BINARY' : name === 'AU\\UseWUServer' ? 'REG_DWORD' : 'REG_SZ';

/** How long the effect may take to show, in seconds: the probes are asked up to three times within it. */
export const settlingSeconds = (operation: Operation): number => (/^(service\.st|application-pool)/.test(operation.operation) ? 20 : 2);

/** What an operation acts on, how it is taken back, what it risks. No schema library in here: pages use it too. */
import type { Operation, OperationKind } from './operation-schema';
import type { Collected } from './probe';
import type { ProbeId } from './probes/index';
import type { Service } from './probes/services';
import type { Setting } from './restriction';
import type { Snapshot } from './snapshot';

export type { Operation, OperationKind };

/** The value an operation reads and writes. */
export type OperationValue = Setting | Service['startMode'] | Service['state'];

/** What an operation acts on; two operations on one subject are undone newest first. */
export const subjectOf = (operation: Operation): string =>
  operation.operation === 'ip-restriction.replace'
    ? operation.node
    : `${operation.service}.${operation.operation === 'service.set-start-mode' ? 'start-mode' : 'state'}`;

/** The operation that takes this one back. */
export function inverseOf(operation: Operation): Operation {
  switch (operation.operation) {
    case 'ip-restriction.replace':
      return { ...operation, expect: operation.to, to: operation.expect };
    case 'service.set-start-mode':
      return { ...operation, expect: operation.to, to: operation.expect };
    case 'service.start':
      return { ...operation, operation: 'service.stop', expect: 'running', to: 'stopped' };
    case 'service.stop':
      return { ...operation, operation: 'service.start', expect: 'stopped', to: 'running' };
  }
}

export type Risk = 'none' | 'low' | 'medium';
/** What can go wrong: start modes nothing; a start or an added address little; a stop interrupts whoever uses it. */
export const riskOf = (operation: Operation): Risk =>
  operation.operation === 'service.set-start-mode' ? 'none' : operation.operation === 'service.stop' ? 'medium' : 'low';

/** An operation that fires something and has no value to take back. None so far in the list. */
export const isTrigger = (_operation: Operation): boolean => false;

/** The probe that shows the value an operation writes. */
export const probeOf = (operation: Operation): ProbeId => (operation.operation === 'ip-restriction.replace' ? 'ip-restrictions' : 'services');

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

/** The value now in force for an operation's subject, from answers. */
export function valueInForce(operation: Operation, answers: Snapshot['answers']): Collected<OperationValue> {
  const missing: Collected<never> = { outcome: 'missing', fault: { code: 'probe-not-answered', facts: { probe: probeOf(operation) } } };
  if (operation.operation === 'ip-restriction.replace') {
    const answer = answers['ip-restrictions'];
    if (answer?.outcome !== 'ok') return answer ?? missing;
    const key = Object.keys(answer.value.nodes).find((n) => n.toLowerCase() === operation.node.toLowerCase());
    return (key !== undefined && answer.value.nodes[key]) || missing;
  }
  const answer = answers.services;
  if (answer?.outcome !== 'ok') return answer ?? missing;
  const found = answer.value.services[operation.service];
  if (found?.outcome !== 'ok') return found ?? missing;
  if (found.value === null) return missing;
  return { outcome: 'ok', value: operation.operation === 'service.set-start-mode' ? found.value.startMode : found.value.state };
}

/** How long the effect may take to show, in seconds: the probes are asked up to three times within it. */
export const settlingSeconds = (operation: Operation): number => (operation.operation === 'service.start' || operation.operation === 'service.stop' ? 20 : 2);

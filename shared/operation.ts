/** The closed union of changes: what each changes, what it expects, how it is taken back. */
import * as z from 'zod/mini';
import { startModes } from './probes/services';
import { serviceStates } from './probes/services';
import type { Snapshot } from './snapshot';
import { Setting } from './restriction';
import type { Collected } from './probe';
import { got, lost } from './probe';
import type { ProbeId } from './probes/index';
import { fault } from './result';
import { clientVrootOf } from './wsus-layout';

/** Services an operation may touch; IISADMIN is never stopped. The database's name is in the WSUS set-up key. */
export const touchableServices = ['WSusCertServer', 'WsusService', 'W3SVC', 'BITS', 'wuauserv', 'MSSQL$MICROSOFT##SSEE', 'MICROSOFT##WID', 'MSSQLSERVER', 'MSSQL$WSUS', 'MSSQL$SQLEXPRESS'] as const;

const machine = z.string();
const service = z.enum(touchableServices);
const node = z.string().check(z.refine((text) => clientVrootOf(text) !== undefined));

export const Operation = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('ip-restriction.replace'), machine, node, expect: Setting, to: Setting }),
  z.strictObject({ operation: z.literal('service.set-start-mode'), machine, service, expect: z.enum(startModes), to: z.enum(startModes) }),
  z.strictObject({ operation: z.literal('service.start'), machine, service, expect: z.literal('stopped'), to: z.literal('running') }),
  z.strictObject({ operation: z.literal('service.stop'), machine, service, expect: z.literal('running'), to: z.literal('stopped') }),
]);
export type Operation = z.infer<typeof Operation>;
export type OperationKind = Operation['operation'];

/** The value an operation reads and writes. */
export type OperationValue = Setting | (typeof startModes)[number] | (typeof serviceStates)[number];

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
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}
export const sameValue = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** The value now in force for an operation's subject, from answers. */
export function valueInForce(operation: Operation, answers: Snapshot['answers']): Collected<OperationValue> {
  const missing = lost('missing', fault('probe-not-answered', { probe: probeOf(operation) }));
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
  return got(operation.operation === 'service.set-start-mode' ? found.value.startMode : found.value.state);
}

/** How long the effect may take to show, in seconds: the probes are asked up to three times within it. */
export const settlingSeconds = (operation: Operation): number => (operation.operation === 'service.start' || operation.operation === 'service.stop' ? 20 : 2);

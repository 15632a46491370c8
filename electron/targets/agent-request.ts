/** The agent's request: key=value lines, ASCII with \uXXXX. Nothing secret in it. */
import type { Operation } from '../../shared/operation';
import type { ProbeId } from '../../shared/probes/index';
import type { Setting } from '../../shared/restriction';

/** ASCII for files and pipes that Windows decodes with a code page; line ends and backslashes too. */
export const escapeAscii = (text: string): string => text.replace(/[^\x20-\x5b\x5d-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

export interface Where {
  /** null: this machine. */
  readonly host: string | null;
  /** A typed account; null: the current one. */
  readonly user: string | null;
}
type Line = readonly [name: string, value: string];

/** The last line counts the others, so that the agent refuses a request that was cut short. */
function text(lines: readonly Line[]): string {
  const all: Line[] = [['schema', 'wsus-wizard/request/1'], ...lines];
  return [...all, ['lines', String(all.length)] as const].map(([name, value]) => `${name}=${escapeAscii(value)}\r\n`).join('');
}
const whereLines = ({ host, user }: Where): Line[] => [['host', host ?? '.'], ...(user === null ? [] : [['user', user] as const])];
/** Elevated, it answers into a folder of this name. */
const outputLine = (output: string | undefined): Line[] => (output === undefined ? [] : [['output', output]]);

export const probesRequest = (where: Where, probes: readonly ProbeId[], output?: string): string =>
  text([['take', 'probes'], ...whereLines(where), ...outputLine(output), ...probes.map((p) => ['probe', p] as const)]);

export const clientsRequest = (where: Where, clients: readonly string[]): string =>
  text([['take', 'clients'], ...whereLines(where), ...clients.map((c) => ['client', c] as const)]);

export const directoryRequest = (where: Where): string => text([['take', 'directory'], ...whereLines(where)]);

function settingLines(which: string, setting: Setting): Line[] {
  if (setting === 'inherits') return [[which, 'inherits']];
  const { own } = setting;
  if (own.iis === 6) {
    const entries = (name: string, list: typeof own.grant): Line[] => list.map((e) => [`${which}.${name}`, `${e.address} ${e.mask}`]);
    const names = (name: string, list: typeof own.grantNames): Line[] => (list === 'not-decoded' ? [] : list.map((n) => [`${which}.${name}`, n]));
    return [
      [which, 'own6'],
      [`${which}.grantByDefault`, String(own.grantByDefault)],
      ...entries('grant', own.grant),
      ...entries('deny', own.deny),
      ...names('grantName', own.grantNames),
      ...names('denyName', own.denyNames),
    ];
  }
  const attributes = ['allowUnlisted', 'denyAction', 'enableProxyMode', 'enableReverseDns'] as const;
  return [
    [which, 'own7'],
    ...attributes.flatMap((name): Line[] => (own[name] === undefined ? [] : [[`${which}.${name}`, String(own[name])]])),
    ...own.entries.map((e): Line => {
      if (e.verb === 'clear') return [`${which}.entry`, 'clear'];
      const subject = 'domain' in e ? `${e.verb}-domain ${e.domain}` : `${e.verb} ${e.address} ${e.mask}`;
      return [`${which}.entry`, e.verb === 'add' ? `${subject} ${e.allowed}` : subject];
    }),
  ];
}

type RegistryValue = Extract<Operation, { operation: 'registry.set' }>['expect'];
const registryLines = (which: string, value: RegistryValue): Line[] =>
  value === 'absent'
    ? [[which, 'absent']]
    : [
        [which, 'own'],
        [`${which}.type`, value.own.type],
        [`${which}.value`, value.own.value],
      ];

function operationLines(operation: Operation, backup: string | undefined): Line[] {
  const head: Line[] = [
    ['operation', operation.operation],
    ['machine', operation.machine],
  ];
  switch (operation.operation) {
    case 'ip-restriction.replace':
      return [
        ...head,
        ['node', operation.node],
        ...settingLines('expect', operation.expect),
        ...settingLines('to', operation.to),
        ...(backup === undefined ? [] : [['backup', backup] as const]),
      ];
    case 'service.set-start-mode':
    case 'service.start':
    case 'service.stop':
      return [...head, ['service', operation.service], ['expect', operation.expect], ['to', operation.to]];
    case 'application-pool.start':
      return [...head, ['pool', operation.pool]];
    case 'registry.set':
    case 'registry.delete':
      return [...head, ['name', operation.name], ...registryLines('expect', operation.expect), ...registryLines('to', operation.to)];
    case 'client.detect-now':
      return [...head, ['resetAuthorization', String(operation.resetAuthorization)]];
    case 'server.check-health':
      return head;
  }
}

const changesIis = ({ operation }: Operation): boolean => operation === 'ip-restriction.replace';

export const operationsRequest = (
  where: Where,
  operations: readonly Operation[],
  more: { backup?: string | undefined; output?: string | undefined; probes?: readonly ProbeId[] } = {},
): string =>
  text([
    ['take', 'operations'],
    ...whereLines(where),
    ...outputLine(more.output),
    // Asked after the plan was run.
    ...(more.probes ?? []).map((p): Line => ['probe', p]),
    // One backup, before the first change of IIS.
    ...operations.flatMap((operation, i) => operationLines(operation, i === operations.findIndex(changesIis) ? more.backup : undefined)),
  ]);

/** What a kit's .cmd starts the agent with, on the machine itself. */
export const kitRequest = (take: 'collect' | 'fix' | 'undo', head: readonly Line[], operations: readonly Operation[], backup?: string): string =>
  text([
    ['take', take],
    ['host', '.'],
    ...head,
    ...operations.flatMap((operation, i) => operationLines(operation, i === operations.findIndex(changesIis) ? backup : undefined)),
  ]);

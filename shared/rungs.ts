/** The rungs of the way to another computer, in their order, and at which one a fault stands. */
import type { Fault, FaultCode } from './result';

export const rungs = ['name', 'port', 'connection', 'logon', 'rights', 'namespace'] as const;
export type Rung = (typeof rungs)[number];

const rungOfCode: Partial<Readonly<Record<FaultCode, Rung>>> = {
  'unreachable-name': 'name',
  'unreachable-port-135': 'port',
  'unreachable-rpc': 'connection',
  'denied-hardening': 'connection',
  'denied-password': 'logon',
  'denied-account-locked': 'logon',
  'denied-account-unusable': 'logon',
  'denied-clock-apart': 'logon',
  'denied-dcom': 'rights',
  'denied-local-account-filtered': 'rights',
  'denied-wmi': 'rights',
  'probe-namespace-missing': 'namespace',
};

/** The rung that failed; null: the fault is of another kind. */
export const rungOf = (seen: Pick<Fault, 'code'>): Rung | null => rungOfCode[seen.code] ?? null;

import * as z from 'zod/mini';

/**
 * Every expected failure has one of these codes; the first word is its family.
 * A code without words in messages/faults.ts does not compile.
 */
export const faultCodes = [
  'input-unknown-command',
  'input-unknown-option',
  'input-missing-value',
  'input-missing-option',
  'input-unknown-target',
  'input-unknown-scenario',
  'input-unknown-check',
  'input-unknown-fix',
  'input-unknown-choice',
  'input-unknown-visit',
  'input-unknown-plan',
  'input-bad-address',
  'input-bad-subnet',
  'input-bad-number',
  'input-bad-file',
  'input-bad-request',
  'input-folder-missing',
  'input-nothing-readable',
  'input-bad-scenario',
  'input-port-in-use',
  'input-address-scheme',
  'input-address-no-host',
  'input-address-host',
  'input-address-port',
  'input-address-credentials',
  'input-account-missing',
  'input-account-here',
  'input-kit-exists',
  'input-kit-no-plan',
  'input-kit-plans',
  'input-kit-computer',
  'target-not-allowed',
  'target-closed',
  'target-not-windows',
  'target-no-directory',
  'probe-not-in-evidence',
  'probe-not-supported',
  'probe-not-answered',
  'probe-service-stopped',
  'probe-import-running',
  'probe-database-elsewhere',
  'probe-differs',
  'probe-answer-malformed',
  'probe-http-status',
  'probe-namespace-missing',
  'probe-class-missing',
  'probe-object-missing',
  'probe-local-credentials',
  'probe-component-missing',
  'probe-com-error',
  'probe-request-refused',
  'probe-iis-missing',
  'probe-wsus-missing',
  'probe-wsus-method-unknown',
  'probe-wsus-fault',
  'probe-only-on-server',
  'probe-client-log-traces',
  'probe-logs-only-on-server',
  'probe-config-unreadable',
  'probe-agent-missing',
  'probe-agent-changed',
  'probe-agent-cut',
  'probe-kit-foreign',
  'probe-kit-agent',
  'probe-kit-changed',
  'probe-kit-missing',
  'probe-own-certificate',
  'denied-access',
  'denied-confirmation-missing',
  'denied-sender',
  'timed-out-probe',
  'timed-out-look',
  'timed-out-request',
  'timed-out-agent',
  'timed-out-clients',
  'unreachable-host',
  'unreachable-name',
  'unreachable-refused',
  'unreachable-closed',
  'unreachable-cut',
  'unreachable-certificate',
  'unreachable-rpc',
  'unreachable-port-135',
  'malformed-xml',
  'malformed-doctype',
  'malformed-text',
  'malformed-answers-cut',
  'malformed-blob-digits',
  'malformed-blob-pointer',
  'malformed-blob-count',
  'malformed-journal',
  'malformed-zip',
  'malformed-http',
  'malformed-encoding',
  'malformed-soap',
  'denied-encrypted',
  'denied-dcom',
  'denied-wmi',
  'denied-registry',
  'denied-service',
  'denied-process',
  'denied-password',
  'denied-password-forgotten',
  'denied-account-locked',
  'denied-account-unusable',
  'denied-clock-apart',
  'denied-local-account-filtered',
  'denied-hardening',
  'denied-not-asked',
  'denied-wsus-logon',
  'denied-wsus-role',
  'denied-wsus-address',
  'denied-script-host',
  'denied-script-blocked',
  'denied-elevation',
  'too-large-file',
  'too-large-archive',
  'too-large-headers',
  'too-large-answer',
  'too-large-agent',
  'too-large-directory',
  'unsupported-operation',
  'unsupported-newer-file',
  'unsupported-file-kind',
  'unsupported-log-format',
  'unsupported-nested-archive',
  'unsupported-elevation',
  'unsupported-kit-plan',
  'busy-visit',
  'busy-other-window',
  'cancelled-by-user',
  'changed-since-planned',
  'changed-since-not-running',
  'changed-since-other-machine',
  'changed-since-keeps-own',
  'changed-since-not-written',
  'changed-since-no-backup',
  'internal-bug',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Small named values carried into messages. Together below 4 kB. */
export type FactValue = string | number | boolean | null | readonly FactValue[] | { readonly [name: string]: FactValue };
export type Facts = { readonly [name: string]: FactValue };

/** An expected failure: a value, never thrown. */
export interface Fault {
  readonly code: FaultCode;
  readonly facts: Facts;
}

export type Result<T, F = Fault> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fault = (code: FaultCode, facts: Facts = {}): Fault => ({ code, facts });
export const failed = (code: FaultCode, facts: Facts = {}): { ok: false; fault: Fault } => ({
  ok: false,
  fault: fault(code, facts),
});

export const FactsSchema = z.record(z.string(), z.json()) as unknown as z.ZodMiniType<Facts>;
export const FaultSchema = z.object({
  code: z.enum(faultCodes),
  facts: FactsSchema,
}) as unknown as z.ZodMiniType<Fault>;

/** For the default branch of a switch over a closed union. */
export function assertNever(value: never): never {
  throw new Error(`not in the closed list: ${JSON.stringify(value)}`);
}

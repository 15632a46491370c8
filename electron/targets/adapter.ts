/** How a target is reached: it answers probes and, where it can be changed, runs operations. */
import type { Operation, OperationValue } from '../../shared/operation';
import type { Collected } from '../../shared/probe';
import type { ProbeId } from '../../shared/probes/index';
import type { Fault, Result } from '../../shared/result';
import type { Told } from '../../shared/target';

export interface Looked {
  readonly probe: ProbeId;
  readonly machine?: string;
  readonly collected: Collected<unknown>;
  readonly files?: readonly { file: string; date: string }[];
  readonly faults?: readonly { file: string; fault: Fault }[];
}
export interface Ran {
  readonly found: OperationValue;
  readonly readBack: OperationValue;
  /** Name of the backup of IIS that was made before its first change. */
  readonly backup?: string;
}
export interface LookOptions {
  readonly signal: AbortSignal;
  /** Milliseconds per question. */
  readonly perProbe: number;
  readonly told: Told;
  /** Milliseconds that are left of the whole look. */
  readonly left?: () => number;
  /** Told before a question is asked. */
  readonly asking?: (probe: ProbeId) => void;
  /** With more rights: Windows asks the person once, before the first answer. */
  readonly elevated?: boolean;
  /** Told while big files are read: bytes so far, and of all. */
  readonly read?: (bytes: number, total: number) => void;
}
export interface ElevatedOptions {
  readonly signal: AbortSignal;
  readonly told: (n: number, ran: Result<Ran>) => void;
}
export interface Adapter {
  readonly kind: 'simulated' | 'evidence' | 'network' | 'windows';
  readonly name: string;
  /** The target's own clock, where it has one apart from ours. */
  clock?(): string;
  look(probes: readonly ProbeId[], options: LookOptions): AsyncIterable<Looked>;
  /** Absent: plans are offered as written steps. */
  run?(operation: Operation, options: { signal: AbortSignal }): Promise<Result<Ran>>;
  /** Whether more rights can be asked for: null where they can, else why not. Absent: there is nothing to ask for. */
  elevation?(): Fault | null;
  /** Whether an operation is one that more rights can be asked for. */
  elevates?(operation: Operation): boolean;
  /**
   * Runs operations with more rights: one question of Windows. Each is told as it ends; the result is of the run as a whole, and
   * looks with what that run saw after its changes. The signal takes the question back; what has begun is never cut short.
   */
  runElevated?(operations: readonly Operation[], options: ElevatedOptions): Promise<Result<Pick<Adapter, 'look'>>>;
  /** Reads everything before its first answer: only the limit of the whole look holds. */
  readonly atOnce?: boolean;
  /** Milliseconds to wait before a second look at an unchanged finding. */
  readonly settling: number;
  /** Practice only: lets the server's clock run on. */
  pass?(seconds: number): void;
  close(): void;
}

/** Adds what the technician told to a networks answer. */
export function withTold<T extends { subnets: readonly unknown[]; clients: readonly unknown[] }>(networks: T, told: Told): T {
  return {
    ...networks,
    subnets: [...networks.subnets, ...told.subnets.map((subnet) => ({ subnet, learned: 'told' as const }))],
    clients: [...networks.clients, ...told.clients.map((client) => ({ ...client, learned: 'told' as const }))],
  };
}

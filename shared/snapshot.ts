/** All answers of one moment, frozen. */
import * as z from 'zod/mini';
import type { Collected } from './probe';
import { collected } from './probe';
import type { AnswerOf, ProbeId } from './probes/index';
import { FaultSchema } from './result';

const Entry = z.object({
  id: z.string(),
  outcome: z.enum(['ok', 'failed', 'denied', 'missing']),
  machine: z.optional(z.string()),
  fault: z.optional(FaultSchema),
  ms: z.number(),
  /** Evidence: which files answered, with their dates. */
  files: z.optional(z.array(z.object({ file: z.string(), date: z.string() }))),
  /** Evidence: files that could not be read; the rest is judged. */
  faults: z.optional(z.array(z.object({ file: z.string(), fault: FaultSchema }))),
});
export type SnapshotEntry = z.infer<typeof Entry>;

export const snapshotSchema = 'wsus-wizard/snapshot/1';
export const SnapshotFile = z.object({
  schema: z.string(),
  takenAt: z.string(),
  /** The target's own clock, where it has one apart from ours (practice). */
  clock: z.optional(z.string()),
  entries: z.array(Entry),
  answers: z.record(z.string(), collected(z.unknown())),
});

export interface Snapshot {
  readonly schema: string;
  readonly takenAt: string;
  readonly clock?: string | undefined;
  readonly entries: readonly SnapshotEntry[];
  readonly answers: { readonly [Id in ProbeId]?: Collected<AnswerOf<Id>> | undefined };
}

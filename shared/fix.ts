/** A fix turns a finding into a plan. It is data: nothing here runs anything. */
import * as z from 'zod/mini';
import type { Finding } from './diagnose';
import { Operation } from './operation-schema';
import { okValue } from './probe';
import type { Facts, Result } from './result';
import { FactsSchema } from './result';
import type { Snapshot } from './snapshot';

export interface Choice {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly facts?: Facts }[];
  readonly default: readonly string[];
  readonly several: boolean;
  /** Typed values outside `values` are checked by the fix itself. */
  readonly open?: boolean;
}
export type Choices = Readonly<Record<string, readonly string[]>>;

/** A line of "by hand", or a warning: its words are in messages, keyed by id. */
const Line = z.object({ id: z.string(), facts: FactsSchema });
export type Line = z.infer<typeof Line>;

/** Whom a node admits, as CIDRs or address/mask. */
const AdmittedAt = z.object({ node: z.string(), admits: z.array(z.string()) });

export const FixPlan = z.object({
  fix: z.string(),
  check: z.string(),
  choices: z.record(z.string(), z.array(z.string())),
  operations: z.array(Operation),
  /** Dialog path by hand; where there are no operations it is the way. */
  byHand: z.array(Line),
  warnings: z.array(Line),
  admittedBefore: z.array(AdmittedAt),
  admittedAfter: z.array(AdmittedAt),
  needs: z.array(z.enum(['elevation', 'typed-name'])),
});
export type FixPlan = z.infer<typeof FixPlan>;

export interface Fix {
  readonly id: string;
  /** Checks it cures. */
  readonly cures: readonly string[];
  /** Minutes until its effect can show; the probes are believed only after that. */
  readonly pendingMinutes?: number;
  /** Null: this finding on this snapshot has no plan by this fix. */
  choices(snapshot: Snapshot, finding: Finding): readonly Choice[] | null;
  /** Whether a plan is meant to cure this other finding too; it is then verified with it. */
  alsoCures?(plan: FixPlan, finding: Finding): boolean;
  /** A plan without operations is by hand only, and its warnings say why. */
  plan(snapshot: Snapshot, finding: Finding, choices: Choices): Result<FixPlan>;
}
export const defineFix = <const Id extends string>(fix: Fix & { readonly id: Id }): Fix & { readonly id: Id } => fix;

/** Stands for the server's name where that is not known. */
export const unnamedMachine = 'server';
/** The server's own name where it is known. */
export const machineOf = (snapshot: Snapshot): string => okValue(snapshot.answers.product)?.computer ?? unnamedMachine;

/** The chosen values, or the defaults. */
export const chosen = (choices: Choices, choice: Choice): readonly string[] => choices[choice.name] ?? choice.default;

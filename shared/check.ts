/** A check: a pure judgement of a snapshot, from the answers it declares and nothing else. */
import type { Collected } from './probe';
import type { AnswerOf, ProbeId } from './probes/index';
import type { Facts, Fault } from './result';
import type { Snapshot } from './snapshot';
import type { Grade, SourceId } from './sources';

export const severities = ['problem', 'warning', 'wait', 'note'] as const;
export type Severity = (typeof severities)[number];

export type Verdict =
  | { readonly verdict: 'pass' }
  | { readonly verdict: 'fail'; readonly severity?: Severity; readonly facts: Facts }
  | { readonly verdict: 'unknown'; readonly facts: Facts; readonly fault?: Fault }
  | { readonly verdict: 'notApplicable'; readonly because: string };

type Answers<N extends ProbeId> = { readonly [Id in N]: AnswerOf<Id> };
type Used<U extends ProbeId> = { readonly [Id in U]: Collected<AnswerOf<Id>> };
export type Earlier = Pick<Snapshot, 'answers' | 'takenAt' | 'clock'>;

export interface CheckShape<N extends ProbeId, U extends ProbeId> {
  readonly id: string;
  /** Without these it cannot judge: one not ok makes the verdict unknown. */
  readonly needs: readonly N[];
  /** These sharpen the judgement; each is handed over as it came. */
  readonly uses: readonly U[];
  readonly severity: Severity;
  /** Checks whose failing explains this one: causes before symptoms. */
  readonly after?: readonly string[];
  readonly grade: Grade;
  readonly sources: readonly SourceId[];
  /** The reason why it does not apply, or null. Not knowing never makes a check not applicable. */
  appliesTo?(answers: Answers<N>, used: Used<U>): string | null;
  evaluate(answers: Answers<N>, used: Used<U>, earlier: Earlier | null, now: string): Verdict;
}

/** A check with its answer types forgotten, as the engine and the lists hold it. */
export interface Check {
  readonly id: string;
  readonly needs: readonly ProbeId[];
  readonly uses: readonly ProbeId[];
  readonly severity: Severity;
  readonly after: readonly string[];
  readonly grade: Grade;
  readonly sources: readonly SourceId[];
  appliesTo(answers: Record<string, unknown>, used: Record<string, unknown>): string | null;
  evaluate(answers: Record<string, unknown>, used: Record<string, unknown>, earlier: Earlier | null, now: string): Verdict;
}

export const defineCheck = <const Id extends string, N extends ProbeId, U extends ProbeId = never>(
  check: CheckShape<N, U> & { readonly id: Id },
): Check & { readonly id: Id } => ({ after: [], appliesTo: () => null, ...check }) as unknown as Check & { readonly id: Id };

export const pass: Verdict = { verdict: 'pass' };
export const fail = (facts: Facts, severity?: Severity): Verdict => (severity ? { verdict: 'fail', facts, severity } : { verdict: 'fail', facts });
export const unknown = (facts: Facts, fault?: Fault): Verdict => (fault ? { verdict: 'unknown', facts, fault } : { verdict: 'unknown', facts });
export const notApplicable = (because: string): Verdict => ({ verdict: 'notApplicable', because });

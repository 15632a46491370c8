/** One row of a check's table, and whether a check gives it. A function of the check, so that mutants can be run through it. */
import type { Check, Earlier } from '../../shared/check';
import { judge } from '../../shared/diagnose';
import type { Snapshot } from '../../shared/snapshot';
import { difference } from './subset';

export interface Case {
  /** The behaviour in words. */
  readonly name: string;
  /** Answers by probe; a probe left out was not answered. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly want: {
    readonly verdict: 'pass' | 'fail' | 'unknown' | 'notApplicable';
    readonly severity?: string;
    readonly facts?: object;
    readonly because?: string;
    readonly fault?: { readonly code: string };
  };
  readonly now?: string;
  readonly earlier?: unknown;
}

export const usualNow = '2026-11-18T05:05:00.000Z';

/** What differs from the table, or null. */
export function mismatch(check: Check, row: Case): string | null {
  const snapshot = { schema: 'test', takenAt: row.now ?? usualNow, entries: [], answers: row.answers } as unknown as Snapshot;
  const verdict = judge(check, snapshot, (row.earlier as Earlier | undefined) ?? null);
  if ('fault' in verdict && verdict.fault?.code === 'internal-bug') return `threw: ${JSON.stringify(verdict.fault.facts)}`;
  const seen = verdict.verdict === 'fail' ? { ...verdict, severity: verdict.severity ?? check.severity } : verdict;
  return difference(seen, row.want);
}

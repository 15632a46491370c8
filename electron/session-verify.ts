/** What the probes say after a change: cured, restored, or to be looked at later. */
import type { Diagnosis, Finding } from '../shared/diagnose';
import { fixes } from '../shared/fixes/index';
import type { NewEntry } from '../shared/journal';
import { sameValue, valueInForce } from '../shared/operation';
import type { Snapshot } from '../shared/snapshot';
import { verify } from '../shared/verify';
import type { PlanState, Visit } from '../shared/visit';

/** A snapshot's time by the target's own clock, in milliseconds. */
export const timeOf = (s: { clock?: string | undefined; takenAt: string }): number => Date.parse(s.clock ?? s.takenAt);
const verdictOf = (check: string, d: Diagnosis): string =>
  d.findings.find((f) => f.check === check)?.verdict ?? (d.passed.includes(check) ? 'pass' : 'notApplicable');

type Verified = Extract<NewEntry, { kind: 'verified' }>;
type Judged = Omit<Verified, 'kind' | 'plan'>;

/** The plan's own check, and every other finding that its fix cures. */
export function cured(plan: PlanState, before: Diagnosis | null, snapshot: Snapshot, after: Diagnosis): Judged[] {
  const fix = fixes.find((f) => f.id === plan.content.fix);
  const also = (f: Finding) => f.verdict === 'fail' && fix?.cures.includes(f.check) && (fix.alsoCures?.(plan.content, f) ?? false);
  const failing = (before?.findings ?? []).filter((f) => f.check === plan.content.check || also(f));
  return failing.map((f) => {
    const now = after.findings.find((a) => a.check === f.check);
    const result = verify(f, now, fix?.pendingMinutes !== undefined);
    const lookAgainAt = result === 'pending' ? new Date(timeOf(snapshot) + (fix?.pendingMinutes ?? 0) * 60_000).toISOString() : undefined;
    return { check: f.check, before: f.verdict, after: verdictOf(f.check, after), result, ...(lookAgainAt && { lookAgainAt }) };
  });
}

/** Undo is verified by the values: every one is back as it was. */
export function restored(visit: Visit, plan: PlanState, before: Diagnosis | null, snapshot: Snapshot, after: Diagnosis): Judged[] {
  const touched = [...new Set(plan.undoes.map((u) => visit.plans.find((p) => p.plan === u.plan)?.content.check ?? ''))];
  const values = plan.operations.map((o) => ({ operation: o.operation, value: valueInForce(o.operation, snapshot.answers) }));
  const back = values.every(({ operation, value }) => value.outcome === 'ok' && sameValue(value.value, operation.to));
  const result = back ? ('resolved' as const) : values.some((v) => v.value.outcome !== 'ok') ? ('unknown' as const) : ('unchanged' as const);
  return touched.map((check) => ({ check, before: before ? verdictOf(check, before) : 'unknown', after: verdictOf(check, after), result }));
}

/** Fixes whose effect takes time are judged by the first look after that time. */
export const nowDue = (visit: Visit, snapshot: Snapshot, diagnosis: Diagnosis): Verified[] =>
  visit.plans.flatMap((plan) =>
    plan.verified.flatMap(({ check, before, result, lookAgainAt }): Verified[] => {
      if (result !== 'pending' || lookAgainAt === undefined || timeOf(snapshot) < Date.parse(lookAgainAt)) return [];
      const now = diagnosis.findings.find((f) => f.check === check);
      const was: Finding = { id: check, check, verdict: 'fail', severity: now?.severity ?? 'warning', facts: {} };
      return [{ kind: 'verified', plan: plan.plan, check, before, after: verdictOf(check, diagnosis), result: verify(was, now) }];
    }),
  );

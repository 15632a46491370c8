/** (snapshot, checks) -> what each check says. Pure; the list of checks is passed in. */
import type { Check, Earlier, Severity, Verdict } from './check';
import type { Facts, Fault } from './result';
import { fault } from './result';
import type { Snapshot } from './snapshot';

export interface Finding {
  /** Equal to the check's id: one finding per check. */
  readonly id: string;
  readonly check: string;
  readonly verdict: 'fail' | 'unknown';
  readonly severity: Severity;
  readonly facts: Facts;
  readonly because?: { readonly fault: Fault } | { readonly blockedBy: string };
  /** Failing findings that explain this one. */
  readonly after?: readonly string[];
}

export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly passed: readonly string[];
  readonly notApplicable: readonly { readonly check: string; readonly because: string }[];
}

const nothing = fault('probe-not-answered');

/** The verdict of one check: unknown where a needed answer is missing. A throw is a bug and is caught here. */
export function judge(check: Check, snapshot: Snapshot, earlier: Earlier | null): Verdict {
  const pick = (id: string) => (snapshot.answers as Record<string, { outcome: string; value?: unknown; fault?: Fault } | undefined>)[id];
  const lacking = check.needs.find((id) => pick(id)?.outcome !== 'ok');
  if (lacking) return { verdict: 'unknown', facts: { probe: lacking }, fault: pick(lacking)?.fault ?? nothing };
  const answers = Object.fromEntries(check.needs.map((id) => [id, pick(id)?.value]));
  const used = Object.fromEntries(check.uses.map((id) => [id, pick(id) ?? { outcome: 'missing', fault: nothing }]));
  try {
    const because = check.appliesTo(answers, used);
    if (because !== null) return { verdict: 'notApplicable', because };
    return check.evaluate(answers, used, earlier, snapshot.clock ?? snapshot.takenAt);
  } catch (error) {
    return { verdict: 'unknown', facts: { check: check.id }, fault: fault('internal-bug', { where: `check ${check.id}`, text: String(error).slice(0, 200) }) };
  }
}

/** A check's failing causes, followed through checks that could not be judged. */
function causesOf(check: Check, all: ReadonlyMap<string, Check>, verdicts: ReadonlyMap<string, Verdict>): string[] {
  const found = new Set<string>();
  const walk = (ids: readonly string[], seen: ReadonlySet<string>) => {
    for (const id of ids) {
      if (seen.has(id)) continue;
      if (verdicts.get(id)?.verdict === 'fail') found.add(id);
      else if (verdicts.get(id)?.verdict === 'unknown') walk(all.get(id)?.after ?? [], new Set([...seen, id]));
    }
  };
  walk(check.after, new Set([check.id]));
  return [...found];
}

/** What a fix of something else can change: files that do not hold it, broken ones and refused rights stay as they are. */
const mayComeLater = ({ code }: Fault): boolean =>
  !['probe-not-in-evidence', 'probe-not-supported', 'probe-answer-malformed'].includes(code) &&
  !/^(malformed|denied|too-large|unsupported|internal)-/.test(code);

/** Judges every check in the order of the list. */
export function diagnose(snapshot: Snapshot, checks: readonly Check[], earlier: Earlier | null = null): Diagnosis {
  const byId = new Map(checks.map((c) => [c.id, c]));
  const verdicts = new Map(checks.map((c) => [c.id, judge(c, snapshot, earlier)]));
  const findings: Finding[] = [];
  for (const check of checks) {
    const verdict = verdicts.get(check.id) as Verdict;
    const causes = causesOf(check, byId, verdicts);
    if (verdict.verdict === 'fail')
      findings.push({
        id: check.id,
        check: check.id,
        verdict: 'fail',
        severity: verdict.severity ?? check.severity,
        facts: verdict.facts,
        ...(causes.length > 0 && { after: causes }),
      });
    if (verdict.verdict === 'unknown')
      findings.push({
        id: check.id,
        check: check.id,
        verdict: 'unknown',
        severity: check.severity,
        facts: verdict.facts,
        ...(verdict.fault && { because: causes[0] && mayComeLater(verdict.fault) ? { blockedBy: causes[0] } : { fault: verdict.fault } }),
      });
  }
  const of = (kind: Verdict['verdict']) => checks.filter((c) => verdicts.get(c.id)?.verdict === kind);
  return {
    findings,
    passed: of('pass').map((c) => c.id),
    notApplicable: of('notApplicable').map((c) => ({ check: c.id, because: (verdicts.get(c.id) as { because: string }).because })),
  };
}

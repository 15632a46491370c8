/** Findings in the order a person should take them: causes before symptoms, what is blocked behind what blocks it. */
import type { Severity } from './check';
import type { Finding } from './diagnose';

export interface Step {
  readonly finding: Finding;
  readonly number: number;
  readonly blockedBy?: string;
}

const weight: Record<Severity, number> = { problem: 0, warning: 1, wait: 2, note: 4 };
const rank = (f: Finding): number => (f.verdict === 'unknown' ? 3 : weight[f.severity]);

export function stepsOf(findings: readonly Finding[]): Step[] {
  const ids = new Set(findings.map((f) => f.id));
  const waitsFor = (f: Finding): readonly string[] =>
    [...(f.after ?? []), ...(f.because && 'blockedBy' in f.because ? [f.because.blockedBy] : [])].filter((id) => ids.has(id));
  const left = findings.map((finding, order) => ({ finding, order })).sort((a, b) => rank(a.finding) - rank(b.finding) || a.order - b.order);
  const placed: Finding[] = [];
  while (left.length > 0) {
    const done = new Set(placed.map((f) => f.id));
    const next = Math.max(
      0,
      left.findIndex(({ finding }) => waitsFor(finding).every((id) => done.has(id))),
    );
    placed.push(...left.splice(next, 1).map((l) => l.finding));
  }
  return placed.map((finding, i) => {
    const blockedBy = finding.because && 'blockedBy' in finding.because ? finding.because.blockedBy : undefined;
    return { finding, number: i + 1, ...(blockedBy && { blockedBy }) };
  });
}

export interface Summary {
  readonly problem: number;
  readonly warning: number;
  readonly wait: number;
  readonly note: number;
  readonly unknown: number;
}

export const summarise = (findings: readonly Finding[]): Summary => {
  const count = (severity: Severity) => findings.filter((f) => f.verdict === 'fail' && f.severity === severity).length;
  return {
    problem: count('problem'),
    warning: count('warning'),
    wait: count('wait'),
    note: count('note'),
    unknown: findings.filter((f) => f.verdict === 'unknown').length,
  };
};

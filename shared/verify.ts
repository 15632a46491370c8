/** What a second look says of a fix. Only the probes say whether it is cured. */
import type { Finding } from './diagnose';

export const verifications = ['resolved', 'pending', 'unchanged', 'worse', 'unknown'] as const;
export type Verification = (typeof verifications)[number];

const weight = { problem: 3, warning: 2, wait: 0, note: 0 } as const;

/** `after`: undefined when the check passes or does not apply any more. `tooEarly`: the effect cannot show yet. */
export function verify(before: Finding, after: Finding | undefined, tooEarly = false): Verification {
  if (tooEarly && after?.verdict !== 'unknown') return 'pending';
  if (!after) return 'resolved';
  if (after.verdict === 'unknown') return 'unknown';
  if (weight[after.severity] === 0 && weight[before.severity] > 0) return 'resolved';
  if (weight[after.severity] > weight[before.severity]) return 'worse';
  return 'unchanged';
}

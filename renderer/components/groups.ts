/** What stands in several places alike is shown once: operations with the same values, steps that wait for the same thing. */
import type { Finding } from '../../shared/diagnose';
import type { Operation } from '../../shared/operation';
import type { Step } from '../../shared/steps';

/** In the order of the first of each. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** Operations that do the same thing in several directories, or of one kind on several computers: those may differ in their values. */
export function likeOperation(operation: Operation): string {
  const apart = new Set('node' in operation ? ['node'] : ['machine', 'expect', 'to']);
  return JSON.stringify(Object.entries(operation).filter(([name]) => !apart.has(name)));
}
export const sameChange = (a: Operation, b: Operation): boolean => JSON.stringify([a.expect, a.to]) === JSON.stringify([b.expect, b.to]);

/** Why a step could not be checked, as far as others share it; null: it stands alone. */
function sharedReason({ verdict, because }: Finding): string | null {
  if (verdict !== 'unknown' || !because) return null;
  if ('blockedBy' in because) return `after ${because.blockedBy}`;
  return `${because.fault.code} ${JSON.stringify(because.fault.facts.probe ?? null)}`;
}

export const groupSteps = (steps: readonly Step[]): Step[][] => groupBy(steps, (step) => sharedReason(step.finding) ?? `alone ${step.finding.id}`);

/** Runs a plan: journal first, then the change; stops at a failure on that machine; a plan of undo runs the same way. */
import type { Operation } from '../shared/operation';
import { canonical, inverseOf, isTrigger, probeOf, sameValue, valueInForce } from '../shared/operation';
import type { Result } from '../shared/result';
import { failed, ok } from '../shared/result';
import type { Told } from '../shared/target';
import type { PlanState } from '../shared/visit';
import { unsettled } from '../shared/visit';
import { collect, usualLimits } from './collect';
import type { Adapter, Ran } from './targets/adapter';
import type { OpenVisit } from './visits';

export const planOf = (visit: OpenVisit, plan: string): PlanState | undefined => visit.state().plans.find((p) => p.plan === plan);

/** `ended`, with the value found where one was. */
export function end(visit: OpenVisit, plan: string, operation: number, ran: Result<Ran>): void {
  const at = { kind: 'ended' as const, plan, operation };
  if (!ran.ok) visit.append({ ...at, found: ran.fault.facts.found ?? null, fault: ran.fault });
  else visit.append({ ...at, found: ran.value.found, readBack: ran.value.readBack, ...(ran.value.backup && { backup: ran.value.backup }) });
}

/** One operation of the closed list; a throw is a bug and becomes a fault. */
async function run(adapter: Adapter, operation: Operation, signal: AbortSignal): Promise<Result<Ran>> {
  if (!adapter.run) return failed('unsupported-operation', { operation: operation.operation, target: adapter.kind });
  try {
    return await adapter.run(operation, { signal });
  } catch (error) {
    return failed('internal-bug', { where: `operation ${operation.operation}`, text: String(error).slice(0, 200) });
  }
}

/** Runs what is left of a plan, or of the operations chosen of it. Cancelling stops between operations, never inside one. */
export async function applyPlan(
  visit: OpenVisit,
  adapter: Adapter,
  plan: string,
  signal: AbortSignal,
  chosen: (operation: Operation) => boolean = () => true,
): Promise<Result<PlanState>> {
  const start = planOf(visit, plan);
  if (!start) return failed('input-unknown-plan', { plan });
  const stopped = new Set<string>();
  for (const { n, operation, outcome } of start.operations) {
    if ((outcome !== 'not-run' && outcome !== 'failed') || stopped.has(operation.machine) || !chosen(operation)) continue;
    if (signal.aborted) break;
    visit.intend([{ kind: 'started', plan, operation: n, inverse: isTrigger(operation) ? null : inverseOf(operation) }]);
    // The signal stays outside: an operation begun is never cut short.
    const ran = await run(adapter, operation, new AbortController().signal);
    end(visit, plan, n, ran);
    const now = planOf(visit, plan)?.operations[n - 1]?.outcome;
    if (now !== 'done' && now !== 'already') stopped.add(operation.machine);
  }
  return ok(planOf(visit, plan) as PlanState);
}

/**
 * Finds out what became of operations whose end was never written, by reading the value: equal to what was expected is
 * not done, equal to what was wanted is done, else somebody else changed it. What cannot be read stays uncertain.
 */
export async function settle(visit: OpenVisit, adapter: Adapter, told: Told, now: () => string): Promise<void> {
  const open = unsettled(visit.state());
  if (open.length === 0) return;
  const probes = [...new Set(open.map(({ operation }) => probeOf(operation.operation)))];
  const seen = await collect(adapter, probes, { told, limits: usualLimits, signal: new AbortController().signal, now });
  for (const { plan, operation } of open) {
    const value = valueInForce(operation.operation, seen.answers);
    if (value.outcome !== 'ok') continue;
    const { expect, to } = operation.operation;
    const outcome = sameValue(value.value, expect) ? 'not-done' : sameValue(value.value, to) ? 'done' : 'changed-by-other';
    visit.append({ kind: 'settled', plan, operation: operation.n, outcome, found: JSON.parse(canonical(value.value)) });
  }
}

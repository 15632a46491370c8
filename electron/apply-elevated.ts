/**
 * Runs a plan with more rights: one question of Windows for the whole of it. What is meant is journalled before the question,
 * since nobody is between its operations; what never began is told so, and what has no answer stays uncertain.
 */
import { inverseOf, isTrigger } from '../shared/operation';
import type { Fault, Result } from '../shared/result';
import { failed, ok } from '../shared/result';
import type { OperationState, PlanState } from '../shared/visit';
import type { Adapter, Ran } from './targets/adapter';
import type { OpenVisit } from './visits';

const planOf = (visit: OpenVisit, plan: string): PlanState | undefined => visit.state().plans.find((p) => p.plan === plan);

/** `ended`, with the value found where one was. */
function end(visit: OpenVisit, plan: string, operation: number, ran: Result<Ran>): void {
  const at = { kind: 'ended' as const, plan, operation };
  if (!ran.ok) visit.append({ ...at, found: ran.fault.facts.found ?? null, fault: ran.fault });
  else visit.append({ ...at, found: ran.value.found, readBack: ran.value.readBack, ...(ran.value.backup && { backup: ran.value.backup }) });
}

/** Nothing of them was begun: the agent ended well before them, or the person said no. */
function leave(visit: OpenVisit, plan: string, left: readonly OperationState[]): void {
  for (const { n } of left) visit.append({ kind: 'settled', plan, operation: n, outcome: 'not-done', found: null });
}

/** The agent was never started, whatever the plan. */
const neverBegan = (fault: Fault): boolean => ['denied-elevation', 'unsupported-elevation', 'probe-agent-missing', 'probe-agent-changed'].includes(fault.code);

export async function applyElevated(visit: OpenVisit, adapter: Adapter, plan: string): Promise<Result<PlanState>> {
  const start = planOf(visit, plan);
  if (!start) return failed('input-unknown-plan', { plan });
  if (!adapter.runElevated) return failed('unsupported-elevation');
  const wanted = start.operations.filter((o) => o.outcome === 'not-run' || o.outcome === 'failed');
  visit.intend(
    wanted.map(({ n, operation }) => ({ kind: 'started' as const, plan, operation: n, inverse: isTrigger(operation) ? null : inverseOf(operation) })),
  );
  const told = new Set<number>();
  const done = await adapter.runElevated(
    wanted.map((o) => o.operation),
    (i, ran) => {
      const n = wanted[i - 1]?.n;
      if (n === undefined || told.has(n)) return;
      told.add(n);
      end(visit, plan, n, ran);
    },
  );
  const left = wanted.filter((o) => !told.has(o.n));
  if (done.ok || neverBegan(done.fault)) leave(visit, plan, left);
  else for (const { n } of left) end(visit, plan, n, done);
  // A no is no failure of the plan: it can be asked again.
  return !done.ok && neverBegan(done.fault) ? done : ok(planOf(visit, plan) as PlanState);
}

/**
 * Runs a plan with more rights: one question of Windows for all of it on this machine; the rest is run the usual way. What is
 * meant is journalled before the question, since nobody is between its operations; what never began is told so, and what has no
 * answer stays uncertain.
 */
import type { Operation } from '../shared/operation';
import { inverseOf, isTrigger } from '../shared/operation';
import type { Fault, Result } from '../shared/result';
import { failed, ok } from '../shared/result';
import type { OperationState, PlanState } from '../shared/visit';
import { applyPlan, end, planOf } from './apply';
import type { Adapter, Ran } from './targets/adapter';
import type { OpenVisit } from './visits';

/** Nothing of them was begun: the agent ended well before them, or the person said no. */
function leave(visit: OpenVisit, plan: string, left: readonly OperationState[]): void {
  for (const { n } of left) visit.append({ kind: 'settled', plan, operation: n, outcome: 'not-done', found: null });
}

/** Nothing of the plan was begun, whatever it was: no agent, a no, or the question was taken back. */
const neverBegan = (fault: Fault): boolean =>
  ['denied-elevation', 'unsupported-elevation', 'probe-agent-missing', 'probe-agent-changed', 'cancelled-by-user'].includes(fault.code);

export interface AppliedElevated {
  readonly plan: PlanState;
  /** Looks with what the elevated run saw after its changes; null: there was none. */
  readonly after: Pick<Adapter, 'look'> | null;
}

/** The operations on this machine, in one run. */
async function runHere(
  visit: OpenVisit,
  adapter: Adapter,
  plan: string,
  wanted: readonly OperationState[],
  signal: AbortSignal,
): Promise<Result<AppliedElevated['after']>> {
  if (wanted.length === 0) return ok(null);
  if (!adapter.runElevated) return failed('unsupported-elevation');
  visit.intend(
    wanted.map(({ n, operation }) => ({ kind: 'started' as const, plan, operation: n, inverse: isTrigger(operation) ? null : inverseOf(operation) })),
  );
  const told = new Set<number>();
  const tell = (i: number, ran: Result<Ran>) => {
    const n = wanted[i - 1]?.n;
    if (n === undefined || told.has(n)) return;
    told.add(n);
    end(visit, plan, n, ran);
  };
  const operations = wanted.map((o) => o.operation);
  const done = await adapter.runElevated(operations, { signal, told: tell });
  const left = wanted.filter((o) => !told.has(o.n));
  if (done.ok || neverBegan(done.fault)) leave(visit, plan, left);
  else for (const { n } of left) end(visit, plan, n, done);
  // A no is no failure of the plan: it can be asked again.
  return done.ok || neverBegan(done.fault) ? done : ok(null);
}

export async function applyElevated(visit: OpenVisit, adapter: Adapter, plan: string, signal: AbortSignal): Promise<Result<AppliedElevated>> {
  const start = planOf(visit, plan);
  if (!start) return failed('input-unknown-plan', { plan });
  const here = (operation: Operation): boolean => adapter.elevates?.(operation) ?? false;
  const wanted = start.operations.filter((o) => (o.outcome === 'not-run' || o.outcome === 'failed') && here(o.operation));
  const after = await runHere(visit, adapter, plan, wanted, signal);
  if (!after.ok) return after;
  const applied = await applyPlan(visit, adapter, plan, signal, (o) => !here(o));
  return applied.ok ? ok({ plan: applied.value, after: after.value }) : applied;
}

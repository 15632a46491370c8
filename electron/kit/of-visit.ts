/** What a fix kit carries of a visit: one named plan, or those made since the last look, the newest of each fix. */
import { unnamedMachine } from '../../shared/fix';
import { isTrigger, subjectOf } from '../../shared/operation';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Snapshot } from '../../shared/snapshot';
import type { PlanState, Visit } from '../../shared/visit';
import type { KitPlan } from './files';

/** Made, not run, and with something to run. */
const waiting = (plan: PlanState): boolean => plan.purpose === 'fix' && plan.state === 'planned' && plan.content.operations.length > 0;

function plansOf(visit: Visit, named: string | undefined): PlanState[] {
  const all = visit.plans.filter(waiting);
  if (named !== undefined) return all.filter((p) => p.plan === named);
  const since = visit.looks.at(-1)?.at ?? '';
  const recent = all.filter((p) => p.at >= since);
  return recent.filter((p, i) => !recent.slice(i + 1).some((later) => later.content.fix === p.content.fix));
}

/** A subject that two plans would change: only one of them can be right about what it finds. */
function sharedSubject(plans: readonly PlanState[]): string | null {
  const seen = new Map<string, string>();
  for (const { plan, content } of plans)
    for (const operation of content.operations) {
      const key = `${operation.machine} ${subjectOf(operation)}`.toLowerCase();
      if (isTrigger(operation)) continue;
      if ((seen.get(key) ?? plan) !== plan) return subjectOf(operation);
      seen.set(key, plan);
    }
  return null;
}

export function kitPlanOf(visit: Visit, snapshot: Snapshot | null, named?: string): Result<KitPlan> {
  const plans = plansOf(visit, named);
  const operations = plans.flatMap((p) => p.content.operations);
  const [first] = operations;
  if (!first) return failed('input-kit-no-plan', { visit: visit.visit });
  const machines = [...new Set(operations.map((o) => o.machine))];
  if (machines.length > 1) return failed('unsupported-kit-plan', { machines });
  const subject = sharedSubject(plans);
  if (subject !== null) return failed('input-kit-plans', { subject, plans: plans.map((p) => p.plan) });
  const product = snapshot?.answers.product?.outcome === 'ok' ? snapshot.answers.product.value : null;
  const server = product !== null && product.computer.toLowerCase() === first.machine.toLowerCase();
  // The agent compares names: a placeholder would fit no computer, or one that is not meant.
  if (first.machine === unnamedMachine && !server) return failed('input-kit-computer', { plans: plans.map((p) => p.plan) });
  return ok({ computer: first.machine, domain: server ? product.domain : undefined, operations });
}

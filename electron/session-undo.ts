/** The plan of an undo: of everything, of one plan, or of one operation of it; newest first. */
import type { FixPlan, Line } from '../shared/fix';
import type { PlanView } from '../shared/ipc';
import type { Operation, RegistryValue } from '../shared/operation';
import { drifts, probeOf, sameValue, valueInForce } from '../shared/operation';
import type { Result } from '../shared/result';
import { failed, ok } from '../shared/result';
import type { Undoable, Visit } from '../shared/visit';
import { newerOnSubject, undoable } from '../shared/visit';
import type { Limits } from './collect';
import { collect } from './collect';
import type { Adapter } from './targets/adapter';

/** What to take back: everything where nothing is named. */
export interface UndoOf {
  readonly plan?: string | undefined;
  readonly operation?: number | undefined;
  /** This plan and every newer one. */
  readonly since?: string | undefined;
}
interface Chosen {
  readonly list: readonly Undoable[];
  readonly leftOut: PlanView['leftOut'];
}
const isStart = (u: Undoable): boolean => u.inverse.operation === 'service.stop';

/** What is taken back, and which starts of services are left out unless asked for. */
function choose(state: Visit, { plan, operation, since }: UndoOf, includeStarts: boolean): Result<Chosen> {
  const place = (id: string) => state.plans.findIndex((p) => p.plan === id);
  const missing = [plan, since].find((id) => id !== undefined && place(id) < 0);
  if (missing !== undefined) return failed('input-unknown-plan', { plan: missing });
  const from = since === undefined ? 0 : place(since);
  const wanted = (u: Undoable) => (plan === undefined || u.plan === plan) && (operation === undefined || u.operation === operation) && place(u.plan) >= from;
  const all = undoable(state, true).filter(wanted);
  const list = all.filter((u) => includeStarts || operation !== undefined || !isStart(u));
  const among = (u: Undoable) => list.some((l) => l.plan === u.plan && l.operation === u.operation);
  const blocked = list.find((u) => newerOnSubject(state, u).some((newer) => !among(newer) && !isStart(newer)));
  if (blocked) return failed('changed-since-planned', { subject: blocked.inverse.operation });
  const leftOut = all.filter((u) => !list.includes(u));
  return ok({ list, leftOut: leftOut.map((u) => ({ plan: u.plan, operation: u.operation, service: 'service' in u.inverse ? u.inverse.service : '' })) });
}

export interface UndoWay {
  readonly adapter: Adapter;
  readonly now: () => string;
  readonly limits: Limits;
}

/** Values that Windows Update writes by itself: the undo starts from the value now there, and says which. */
async function withDrift(
  state: Visit,
  inverses: readonly Operation[],
  { adapter, now, limits }: UndoWay,
): Promise<{ operations: Operation[]; drifted: Line[] }> {
  const probes = [...new Set(inverses.filter(drifts).map(probeOf))];
  if (probes.length === 0) return { operations: [...inverses], drifted: [] };
  const seen = await collect(adapter, probes, { told: state.told, limits, signal: new AbortController().signal, now });
  const drifted: Line[] = [];
  const operations = inverses.map((inverse): Operation => {
    const found = drifts(inverse) ? valueInForce(inverse, seen.answers) : undefined;
    if (inverse.operation !== 'registry.set' || found?.outcome !== 'ok' || sameValue(found.value, inverse.expect) || sameValue(found.value, inverse.to))
      return inverse;
    const value = found.value as RegistryValue;
    drifted.push({ id: 'value-drifted', facts: { machine: inverse.machine, name: inverse.name, now: value.own.value } });
    return { ...inverse, expect: value };
  });
  return { operations, drifted };
}

/** Starts left out are named in the preview. */
const startsLine = (leftOut: PlanView['leftOut']): Line[] =>
  leftOut.length > 0 ? [{ id: 'starts-left-out', facts: { services: [...new Set(leftOut.map((l) => l.service))] } }] : [];

export interface UndoPlan {
  readonly content: FixPlan;
  readonly undoes: { plan: string; operation: number }[];
  readonly leftOut: PlanView['leftOut'];
}

export async function undoPlan(state: Visit, of: UndoOf, includeStarts: boolean, way: UndoWay): Promise<Result<UndoPlan>> {
  const chosen = choose(state, of, includeStarts);
  if (!chosen.ok) return chosen;
  const { list, leftOut } = chosen.value;
  const first = state.plans.find((p) => p.plan === list[0]?.plan)?.content;
  const inverses = list.map((u) => u.inverse);
  const { operations, drifted } = await withDrift(state, inverses, way);
  const content: FixPlan = {
    fix: first?.fix ?? 'undo',
    check: first?.check ?? '',
    choices: {},
    operations,
    byHand: [],
    warnings: [...startsLine(leftOut), ...drifted],
    admittedBefore: [],
    admittedAfter: [],
    needs: [],
  };
  return ok({ content, undoes: list.map((u) => ({ plan: u.plan, operation: u.operation })), leftOut });
}

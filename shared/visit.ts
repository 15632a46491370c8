/** A visit is the fold of its journal: the same words feed the screen, the report, crash recovery and undo. */
import type { Finding } from './diagnose';
import type { FixPlan } from './fix';
import type { Entry } from './journal';
import type { Operation } from './operation';
import { isTrigger, sameValue, subjectOf } from './operation';
import type { Fault } from './result';
import type { Told } from './target';
import type { Verification } from './verify';

export const visitSchemaNumber = 1;
export const visitSchema = `wsus-wizard/visit/${visitSchemaNumber}`;

export type OperationOutcome = 'not-run' | 'started' | 'done' | 'already' | 'failed' | 'changed-since' | 'uncertain';

export interface OperationState {
  readonly n: number;
  readonly operation: Operation;
  readonly outcome: OperationOutcome;
  readonly inverse: Operation | null;
  readonly found?: unknown;
  readonly readBack?: unknown;
  readonly fault?: Fault;
  /** Settled after a crash. */
  readonly settled?: boolean;
  /** Taken back by an undo that ended well. */
  readonly undone: boolean;
  readonly endedAt?: string;
}
export interface PlanState {
  readonly plan: string;
  readonly purpose: 'fix' | 'undo';
  readonly at: string;
  readonly content: FixPlan;
  readonly operations: readonly OperationState[];
  readonly undoes: readonly { readonly plan: string; readonly operation: number }[];
  readonly state: 'planned' | 'applied' | 'partly' | 'none' | 'uncertain';
  readonly verified: readonly {
    readonly check: string;
    readonly before: string;
    readonly after: string;
    readonly result: Verification;
    readonly lookAgainAt?: string | undefined;
    readonly at: string;
  }[];
}
export interface Look {
  readonly look: number;
  readonly at: string;
  readonly file: string;
  readonly sha256: string;
  readonly clock?: string | undefined;
  readonly findings: readonly Finding[];
  readonly passed: readonly string[];
  readonly notApplicable: readonly { readonly check: string; readonly because: string }[];
}
export interface Visit {
  readonly visit: string;
  readonly schema: string;
  readonly app: string;
  readonly openedAt: string;
  readonly target: { readonly kind: string; readonly name: string; readonly text: string };
  readonly told: Told;
  /** The customer's name, as the technician wrote it. */
  readonly customer: string;
  readonly looks: readonly Look[];
  readonly plans: readonly PlanState[];
  readonly last: number;
  readonly lastAt: string;
}

/** Nobody told anything yet. */
export const nothingTold: Told = { clients: [], subnets: [] };

const empty: Visit = {
  visit: '',
  schema: '',
  app: '',
  openedAt: '',
  target: { kind: '', name: '', text: '' },
  told: nothingTold,
  customer: '',
  looks: [],
  plans: [],
  last: 0,
  lastAt: '',
};

/** The whole fold. */
export const foldVisit = (entries: readonly Entry[]): Visit => entries.reduce(foldEntry, empty);

/** One entry more. */
export function foldEntry(visit: Visit, entry: Entry): Visit {
  const next = { ...visit, last: entry.n, lastAt: entry.at };
  switch (entry.kind) {
    case 'visit-opened':
      return { ...next, visit: entry.visit, schema: entry.schema, app: entry.app, openedAt: entry.at, target: entry.target };
    case 'told':
      return { ...next, told: entry.told };
    case 'named':
      return { ...next, customer: entry.customer };
    case 'looked': {
      const { look, at, file, sha256, clock, findings, passed, notApplicable } = entry;
      return { ...next, looks: [...visit.looks, { look, at, file, sha256, clock, findings: findings as Finding[], passed, notApplicable }] };
    }
    case 'planned': {
      const operations = entry.content.operations.map((operation, i) => ({ n: i + 1, operation, outcome: 'not-run' as const, inverse: null, undone: false }));
      const plan: PlanState = {
        plan: entry.plan,
        purpose: entry.purpose,
        at: entry.at,
        content: entry.content,
        operations,
        undoes: entry.undoes,
        state: 'planned',
        verified: [],
      };
      return { ...next, plans: [...visit.plans, plan] };
    }
    case 'started':
      return onOperation(next, entry, (o) => ({ ...o, outcome: 'started', inverse: entry.inverse }));
    case 'ended':
      return onOperation(next, entry, (o) => ({
        ...o,
        outcome: outcomeOf(o.operation, entry.found, entry.fault),
        found: entry.found,
        endedAt: entry.at,
        ...(entry.readBack !== undefined && { readBack: entry.readBack }),
        ...(entry.fault && { fault: entry.fault }),
      }));
    case 'settled':
      return onOperation(next, entry, (o) => ({
        ...o,
        outcome: ({ 'not-done': 'not-run', done: 'done', 'changed-by-other': 'changed-since' } as const)[entry.outcome],
        found: entry.found,
        settled: true,
        endedAt: entry.at,
      }));
    case 'verified': {
      const { check, before, after, result, lookAgainAt, at } = entry;
      const add = (p: PlanState): PlanState => ({
        ...p,
        verified: [...p.verified.filter((v) => v.check !== check), { check, before, after, result, lookAgainAt, at }],
      });
      return { ...next, plans: visit.plans.map((p) => (p.plan === entry.plan ? add(p) : p)) };
    }
  }
}

/** The answer was lost, not the change: whether it was made has to be read. */
const lostOnTheWay: readonly Fault['code'][] = ['timed-out-agent', 'probe-agent-cut', 'too-large-agent'];

/** A refused write whose found value is already the wanted one changed nothing and needs nothing. */
function outcomeOf(operation: Operation, found: unknown, fault: Fault | undefined): OperationOutcome {
  if (!fault) return 'done';
  if (lostOnTheWay.includes(fault.code)) return 'uncertain';
  if (fault.code !== 'changed-since-planned') return 'failed';
  return sameValue(found, operation.to) ? 'already' : 'changed-since';
}

function onOperation(visit: Visit, at: { plan: string; operation: number }, change: (o: OperationState) => OperationState): Visit {
  let plans = visit.plans.map((p) =>
    p.plan === at.plan ? withState({ ...p, operations: p.operations.map((o) => (o.n === at.operation ? change(o) : o)) }) : p,
  );
  const undo = plans.find((p) => p.plan === at.plan && p.purpose === 'undo');
  const undone = undo?.undoes[at.operation - 1];
  const now = undo?.operations[at.operation - 1]?.outcome;
  if (undone && (now === 'done' || now === 'already'))
    plans = plans.map((p) =>
      p.plan === undone.plan ? { ...p, operations: p.operations.map((o) => (o.n === undone.operation ? { ...o, undone: true } : o)) } : p,
    );
  return { ...visit, plans };
}

function withState(plan: PlanState): PlanState {
  const all = plan.operations.map((o) => o.outcome);
  const well = all.filter((o) => o === 'done' || o === 'already').length;
  const state = all.some((o) => o === 'started' || o === 'uncertain') ? 'uncertain' : well === all.length ? 'applied' : well > 0 ? 'partly' : 'none';
  return { ...plan, state };
}

export interface Undoable {
  readonly plan: string;
  readonly operation: number;
  readonly inverse: Operation;
}

/**
 * What can still be taken back, newest first. `done` by us and not undone yet; a service start only when asked for,
 * since stopping interrupts others.
 */
export function undoable(visit: Visit, includeStarts: boolean): Undoable[] {
  return visit.plans
    .filter((p) => p.purpose === 'fix')
    .flatMap((p) => p.operations.map((o) => ({ p, o })))
    .reverse()
    .filter(({ o }) => o.outcome === 'done' && !o.undone && o.inverse !== null && !isTrigger(o.operation))
    .filter(({ o }) => includeStarts || o.operation.operation !== 'service.start')
    .map(({ p, o }) => ({ plan: p.plan, operation: o.n, inverse: o.inverse as Operation }));
}

/** Operations begun whose end was never written. */
export const unsettled = (visit: Visit): { plan: string; operation: OperationState }[] =>
  visit.plans.flatMap((p) =>
    p.operations.filter((o) => o.outcome === 'started' || o.outcome === 'uncertain').map((operation) => ({ plan: p.plan, operation })),
  );

/** Newer operations on the same subject must be undone first. */
export const newerOnSubject = (visit: Visit, of: Undoable): Undoable[] => {
  const all = undoable(visit, true);
  const at = all.findIndex((u) => u.plan === of.plan && u.operation === of.operation);
  return all.slice(0, Math.max(0, at)).filter((u) => u.inverse.machine === of.inverse.machine && subjectOf(u.inverse) === subjectOf(of.inverse));
};

/** A journal of a newer app is read only. */
export const schemaNumber = (schema: string): number => Number(/\/(\d+)$/.exec(schema)?.[1] ?? Number.NaN);
export const isReadOnly = (visit: Visit): boolean => !(schemaNumber(visit.schema) <= visitSchemaNumber);

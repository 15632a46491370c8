/** One sitting with one target: look, plan, apply, undo. One thing at a time; cancel always works. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Earlier } from '../shared/check';
import { checks } from '../shared/checks/index';
import type { Diagnosis, Finding } from '../shared/diagnose';
import { diagnose } from '../shared/diagnose';
import type { Choice, Choices, FixPlan, Line } from '../shared/fix';
import { fixes } from '../shared/fixes/index';
import type { PlanView } from '../shared/ipc';
import type { Operation, RegistryValue } from '../shared/operation';
import { drifts, probeOf, sameValue, settlingSeconds, valueInForce } from '../shared/operation';
import { probeIds } from '../shared/probes/index';
import type { Result } from '../shared/result';
import { failed, ok } from '../shared/result';
import type { Snapshot } from '../shared/snapshot';
import { SnapshotFile } from '../shared/snapshot';
import { verify } from '../shared/verify';
import type { PlanState, Undoable } from '../shared/visit';
import { newerOnSubject, undoable } from '../shared/visit';
import { applyPlan, settle } from './apply';
import type { Limits, ReadBytes } from './collect';
import { collect } from './collect';
import type { Adapter } from './targets/adapter';
import type { OpenVisit } from './visits';

export interface SessionGiven {
  readonly now: () => string;
  readonly newId: () => string;
  readonly limits: Limits;
  readonly progress: (done: number, total: number, probe: string | null, answered: Snapshot['entries'], bytes?: ReadBytes) => void;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}
interface LookResult {
  readonly look: number;
  readonly snapshot: Snapshot;
  readonly diagnosis: Diagnosis;
}

/** What to take back: everything where nothing is named. */
export interface UndoOf {
  readonly plan?: string | undefined;
  readonly operation?: number | undefined;
  /** This plan and every newer one. */
  readonly since?: string | undefined;
}

export interface Offer {
  readonly fix: string;
  readonly choices: readonly Choice[];
  readonly byHand: readonly Line[];
  readonly warnings: readonly Line[];
}

const tenMinutes = 10 * 60 * 1000;
/** A snapshot's time by the target's own clock, in milliseconds. */
const timeOf = (s: { clock?: string | undefined; takenAt: string }): number => Date.parse(s.clock ?? s.takenAt);
const verdictOf = (check: string, d: Diagnosis): string =>
  d.findings.find((f) => f.check === check)?.verdict ?? (d.passed.includes(check) ? 'pass' : 'notApplicable');

export class Session {
  /** The last look of this process; nothing is planned without one. */
  private last: LookResult | null = null;
  private readonly taken: { snapshot: Snapshot; look: number }[] = [];
  private readonly planned = new Map<string, Diagnosis | null>();
  private running: AbortController | null = null;

  constructor(
    readonly visit: OpenVisit,
    readonly adapter: Adapter,
    private readonly given: SessionGiven,
  ) {}

  get snapshot(): Snapshot | null {
    return this.last?.snapshot ?? null;
  }
  get findings(): readonly Finding[] {
    return this.last?.diagnosis.findings ?? [];
  }

  /** Does one thing at a time. */
  private async alone<T>(act: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.running) return failed('busy-visit', { visit: this.visit.id });
    const controller = new AbortController();
    this.running = controller;
    try {
      return await act(controller.signal);
    } finally {
      this.running = null;
    }
  }

  cancel(): void {
    this.running?.abort();
  }

  settle(): Promise<Result<null>> {
    return this.alone(async () => {
      await settle(this.visit, this.adapter, this.visit.state().told, this.given.now);
      return ok(null);
    });
  }

  look(): Promise<Result<LookResult>> {
    return this.alone(async (signal) => {
      const result = await this.lookNow(signal);
      return signal.aborted ? failed('cancelled-by-user') : ok(result);
    });
  }

  private async lookNow(signal: AbortSignal): Promise<LookResult> {
    const { now, limits, progress } = this.given;
    const snapshot = await collect(this.adapter, probeIds, { told: this.visit.state().told, limits, signal, now, progress });
    const diagnosis = diagnose(snapshot, checks, this.earlier(snapshot));
    const look = this.visit.state().looks.length + 1;
    if (!this.visit.readOnly) {
      const saved = this.visit.saveSnapshot(look, snapshot);
      this.visit.append({
        kind: 'looked',
        look,
        ...saved,
        ...(snapshot.clock && { clock: snapshot.clock }),
        findings: diagnosis.findings as never,
        passed: [...diagnosis.passed],
        notApplicable: [...diagnosis.notApplicable],
      });
    }
    this.last = { look, snapshot, diagnosis };
    this.verifyPending(snapshot, diagnosis);
    this.taken.push({ snapshot, look });
    if (this.taken.length > 20) this.taken.shift();
    return this.last;
  }

  /** Fixes whose effect takes time are judged by the first look after that time. */
  private verifyPending(snapshot: Snapshot, diagnosis: Diagnosis): void {
    if (this.visit.readOnly) return;
    for (const plan of this.visit.state().plans)
      for (const { check, before, result, lookAgainAt } of plan.verified) {
        if (result !== 'pending' || lookAgainAt === undefined || timeOf(snapshot) < Date.parse(lookAgainAt)) continue;
        const now = diagnosis.findings.find((f) => f.check === check);
        const was: Finding = { id: check, check, verdict: 'fail', severity: now?.severity ?? 'warning', facts: {} };
        this.visit.append({ kind: 'verified', plan: plan.plan, check, before, after: verdictOf(check, diagnosis), result: verify(was, now) });
      }
  }

  /** The last snapshot of this visit that is at least ten minutes older. */
  private earlier(snapshot: Snapshot): Earlier | null {
    const old = this.taken.findLast((t) => timeOf(t.snapshot) <= timeOf(snapshot) - tenMinutes);
    if (old) return old.snapshot;
    const before = this.visit.state().looks.findLast((l) => timeOf({ clock: l.clock, takenAt: l.at }) <= timeOf(snapshot) - tenMinutes);
    if (!before || !this.visit.folder) return null;
    try {
      const read = SnapshotFile.safeParse(JSON.parse(fs.readFileSync(join(this.visit.folder, before.file), 'utf8')));
      return read.success ? (read.data as unknown as Snapshot) : null;
    } catch {
      return null;
    }
  }

  finding(check: string): Result<Finding> {
    const found = this.findings.find((f) => f.check === check);
    return found ? ok(found) : failed('input-unknown-check', { text: check.slice(0, 80), nearest: this.findings[0]?.check ?? '' });
  }

  /** Fixes for a finding, with their choices; `byHand` where the plan with the defaults has nothing to run. */
  offers(check: string): Result<Offer[]> {
    const finding = this.finding(check);
    const snapshot = this.snapshot;
    if (!finding.ok) return finding;
    if (!snapshot) return failed('target-closed');
    return ok(
      fixes
        .filter((fix) => fix.cures.includes(check))
        .flatMap((fix) => {
          const choices = fix.choices(snapshot, finding.value);
          if (!choices) return [];
          const usual = fix.plan(snapshot, finding.value, {});
          const byHand = usual.ok && usual.value.operations.length === 0 ? usual.value.byHand : [];
          return [{ fix: fix.id, choices, byHand, warnings: usual.ok ? usual.value.warnings : [] }];
        }),
    );
  }

  /** Makes a plan from the last look and journals it where it can run. */
  plan(check: string, fixId: string, choices: Choices): Result<PlanView> {
    const offers = this.offers(check);
    if (!offers.ok) return offers;
    const fix = fixes.find((f) => f.id === fixId && offers.value.some((o) => o.fix === f.id));
    const finding = this.finding(check);
    if (!fix || !finding.ok || !this.snapshot) return failed('input-unknown-fix', { text: fixId.slice(0, 80), offered: offers.value.map((o) => o.fix) });
    const unknownChoice = Object.keys(choices).find((name) => !offers.value.some((o) => o.fix === fixId && o.choices.some((c) => c.name === name)));
    if (unknownChoice) return failed('input-unknown-choice', { choice: unknownChoice, value: choices[unknownChoice]?.join(',') ?? '' });
    const made = fix.plan(this.snapshot, finding.value, choices);
    return made.ok ? ok(this.keep(made.value, 'fix', [], [])) : made;
  }

  private keep(content: FixPlan, purpose: 'fix' | 'undo', undoes: { plan: string; operation: number }[], leftOut: PlanView['leftOut']): PlanView {
    const plan = `plan-${this.given.newId()}`;
    this.planned.set(plan, this.last?.diagnosis ?? this.visit.state().looks.at(-1) ?? null);
    if (!this.visit.readOnly) this.visit.append({ kind: 'planned', plan, purpose, content, undoes });
    return { plan, purpose, content, undoes, leftOut };
  }

  /** Plans an undo of everything, of one plan, or of one operation of it; newest first. */
  async planUndo({ plan, operation, since }: UndoOf, includeStarts: boolean): Promise<Result<PlanView>> {
    const state = this.visit.state();
    const place = (id: string) => state.plans.findIndex((p) => p.plan === id);
    const from = since === undefined ? 0 : place(since);
    const wanted = (u: Undoable) => (plan === undefined || u.plan === plan) && (operation === undefined || u.operation === operation) && place(u.plan) >= from;
    const one = operation !== undefined;
    const all = undoable(state, true).filter(wanted);
    const missing = [plan, since].find((id) => id !== undefined && place(id) < 0);
    if (missing !== undefined) return failed('input-unknown-plan', { plan: missing });
    const isStart = (u: Undoable) => u.inverse.operation === 'service.stop';
    const list = all.filter((u) => includeStarts || one || !isStart(u));
    const among = (u: Undoable) => list.some((l) => l.plan === u.plan && l.operation === u.operation);
    const blocked = list.find((u) => newerOnSubject(state, u).some((newer) => !among(newer) && !isStart(newer)));
    if (blocked) return failed('changed-since-planned', { subject: blocked.inverse.operation });
    const leftOut = all
      .filter((u) => !list.includes(u))
      .map((u) => ({ plan: u.plan, operation: u.operation, service: 'service' in u.inverse ? u.inverse.service : '' }));
    const of = state.plans.find((p) => p.plan === list[0]?.plan)?.content;
    const { operations, drifted } = await this.withDrift(list.map((u) => u.inverse));
    const content: FixPlan = {
      fix: of?.fix ?? 'undo',
      check: of?.check ?? '',
      choices: {},
      operations,
      byHand: [],
      warnings: [...(leftOut.length > 0 ? [{ id: 'starts-left-out', facts: { services: [...new Set(leftOut.map((l) => l.service))] } }] : []), ...drifted],
      admittedBefore: [],
      admittedAfter: [],
      needs: [],
    };
    return ok(
      this.keep(
        content,
        'undo',
        list.map((u) => ({ plan: u.plan, operation: u.operation })),
        leftOut,
      ),
    );
  }

  /** Values that Windows Update writes by itself: the undo starts from the value now there, and says which. */
  private async withDrift(inverses: readonly Operation[]): Promise<{ operations: Operation[]; drifted: Line[] }> {
    const probes = [...new Set(inverses.filter(drifts).map(probeOf))];
    if (probes.length === 0) return { operations: [...inverses], drifted: [] };
    const { now, limits } = this.given;
    const seen = await collect(this.adapter, probes, { told: this.visit.state().told, limits, signal: new AbortController().signal, now });
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

  /** Whether what was typed names the server a plan asks for. */
  private confirmed(plan: string, typed: string | undefined): boolean {
    const content = this.visit.state().plans.find((p) => p.plan === plan)?.content;
    if (!content?.needs.includes('typed-name')) return true;
    const name = content.operations[0]?.machine;
    return name !== undefined && typed?.trim().toLowerCase() === name.toLowerCase();
  }

  /** Runs a plan of this process, then asks again. `typed`: the server's name, where the plan asks for it. */
  apply(plan: string, typed?: string): Promise<Result<PlanState>> {
    return this.alone(async (signal) => {
      const before = this.planned.get(plan);
      if (before === undefined || this.visit.readOnly) return failed('input-unknown-plan', { plan });
      if (!this.adapter.run) return failed('unsupported-operation', { target: this.adapter.kind });
      if (!this.confirmed(plan, typed)) return failed('denied-confirmation-missing', { needs: 'typed-name' });
      const applied = await applyPlan(this.visit, this.adapter, plan, signal);
      if (!applied.ok) return applied;
      if (applied.value.operations.some((o) => o.outcome === 'done' || o.outcome === 'already')) await this.verifyPlan(applied.value, before, signal);
      return ok(this.visit.state().plans.find((p) => p.plan === plan) as PlanState);
    });
  }

  /** Asks again, up to three times while nothing changed, and journals what the probes say. */
  private async verifyPlan(plan: PlanState, before: Diagnosis | null, signal: AbortSignal): Promise<void> {
    const pause = (this.adapter.settling * Math.max(...plan.operations.map((o) => settlingSeconds(o.operation)))) / 3;
    for (let tries = 1; ; tries++) {
      const { snapshot, diagnosis } = await this.lookNow(signal);
      const results = plan.purpose === 'fix' ? this.cured(plan, before, snapshot, diagnosis) : this.restored(plan, before, snapshot, diagnosis);
      const settled = results.every((r) => r.result === 'resolved' || r.result === 'pending') || tries === 3 || pause === 0 || signal.aborted;
      if (settled) {
        for (const result of results) this.visit.append({ kind: 'verified', plan: plan.plan, ...result });
        return;
      }
      await this.given.wait(pause, signal);
    }
  }

  /** The plan's own check, and every other finding that its fix cures. */
  private cured(plan: PlanState, before: Diagnosis | null, snapshot: Snapshot, after: Diagnosis) {
    const fix = fixes.find((f) => f.id === plan.content.fix);
    const also = (f: Finding) => f.verdict === 'fail' && fix?.cures.includes(f.check) && (fix.alsoCures?.(plan.content, f) ?? false);
    const failing = (before?.findings ?? []).filter((f) => f.check === plan.content.check || also(f));
    return failing.map((f) => {
      const now = after.findings.find((a) => a.check === f.check);
      const result = verify(f, now, fix?.pendingMinutes !== undefined);
      const lookAgainAt = result === 'pending' ? new Date(timeOf(snapshot) + (fix?.pendingMinutes ?? 0) * 60_000).toISOString() : undefined;
      return { check: f.check, before: f.verdict, after: verdictOf(f.check, after), result, ...(lookAgainAt && { lookAgainAt }) };
    });
  }

  /** Undo is verified by the values: every one is back as it was. */
  private restored(plan: PlanState, before: Diagnosis | null, snapshot: Snapshot, after: Diagnosis) {
    const touched = [...new Set(plan.undoes.map((u) => this.visit.state().plans.find((p) => p.plan === u.plan)?.content.check ?? ''))];
    const values = plan.operations.map((o) => ({ operation: o.operation, value: valueInForce(o.operation, snapshot.answers) }));
    const back = values.every(({ operation, value }) => value.outcome === 'ok' && sameValue(value.value, operation.to));
    const result = back ? ('resolved' as const) : values.some((v) => v.value.outcome !== 'ok') ? ('unknown' as const) : ('unchanged' as const);
    return touched.map((check) => ({ check, before: before ? verdictOf(check, before) : 'unknown', after: verdictOf(check, after), result }));
  }

  tell(told: { clients: { address: string; name?: string | undefined }[]; subnets: string[] }): Result<null> {
    if (this.visit.readOnly) return failed('unsupported-newer-file', { file: 'journal.jsonl' });
    this.visit.append({
      kind: 'told',
      told: { clients: told.clients.map(({ address, name }) => (name ? { address, name } : { address })), subnets: [...told.subnets] },
    });
    return ok(null);
  }

  /** Writes the customer's name into the record. */
  name(customer: string): Result<null> {
    if (this.visit.readOnly) return failed('unsupported-newer-file', { file: 'journal.jsonl' });
    this.visit.append({ kind: 'named', customer });
    return ok(null);
  }

  close(): void {
    this.cancel();
    this.adapter.close();
    this.visit.close();
  }
}

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
import { sameValue, settlingSeconds, valueInForce } from '../shared/operation';
import { probeIds } from '../shared/probes/index';
import type { Result } from '../shared/result';
import { failed, ok } from '../shared/result';
import type { Snapshot } from '../shared/snapshot';
import { SnapshotFile } from '../shared/snapshot';
import { verify } from '../shared/verify';
import type { PlanState, Undoable } from '../shared/visit';
import { newerOnSubject, undoable } from '../shared/visit';
import { applyPlan, settle } from './apply';
import type { Limits } from './collect';
import { collect } from './collect';
import type { Adapter } from './targets/adapter';
import type { OpenVisit } from './visits';

export interface SessionGiven {
  readonly now: () => string;
  readonly newId: () => string;
  readonly limits: Limits;
  readonly progress: (done: number, total: number, probe: string | null, answered: Snapshot['entries']) => void;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}
interface LookResult {
  readonly look: number;
  readonly snapshot: Snapshot;
  readonly diagnosis: Diagnosis;
}

export interface Offer {
  readonly fix: string;
  readonly choices: readonly Choice[];
  readonly byHand: readonly Line[];
}

const tenMinutes = 10 * 60 * 1000;
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
    this.taken.push({ snapshot, look });
    if (this.taken.length > 20) this.taken.shift();
    return this.last;
  }

  /** The last snapshot of this visit that is at least ten minutes older. */
  private earlier(snapshot: Snapshot): Earlier | null {
    const time = (s: { clock?: string | undefined; takenAt: string }) => Date.parse(s.clock ?? s.takenAt);
    const old = this.taken.findLast((t) => time(t.snapshot) <= time(snapshot) - tenMinutes);
    if (old) return old.snapshot;
    const before = this.visit.state().looks.findLast((l) => time({ clock: l.clock, takenAt: l.at }) <= time(snapshot) - tenMinutes);
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
          return [{ fix: fix.id, choices, byHand }];
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
    this.planned.set(plan, this.last?.diagnosis ?? null);
    if (!this.visit.readOnly) this.visit.append({ kind: 'planned', plan, purpose, content, undoes });
    return { plan, purpose, content, undoes, leftOut };
  }

  /** Plans an undo of everything, of one plan, or of one operation of it; newest first. */
  planUndo(plan: string | undefined, operation: number | undefined, includeStarts: boolean): Result<PlanView> {
    const state = this.visit.state();
    const wanted = (u: Undoable) => (plan === undefined || u.plan === plan) && (operation === undefined || u.operation === operation);
    const one = operation !== undefined;
    const all = undoable(state, true).filter(wanted);
    if (plan !== undefined && !state.plans.some((p) => p.plan === plan)) return failed('input-unknown-plan', { plan });
    const isStart = (u: Undoable) => u.inverse.operation === 'service.stop';
    const list = all.filter((u) => includeStarts || one || !isStart(u));
    const blocked = list.find((u) => newerOnSubject(state, u).some((newer) => !list.includes(newer)));
    if (blocked) return failed('changed-since-planned', { subject: blocked.inverse.operation });
    const leftOut = all
      .filter((u) => !list.includes(u))
      .map((u) => ({ plan: u.plan, operation: u.operation, service: 'service' in u.inverse ? u.inverse.service : '' }));
    const of = state.plans.find((p) => p.plan === list[0]?.plan)?.content;
    const content: FixPlan = {
      fix: of?.fix ?? 'undo',
      check: of?.check ?? '',
      choices: {},
      operations: list.map((u) => u.inverse),
      byHand: [],
      warnings: leftOut.length > 0 ? [{ id: 'starts-left-out', facts: { services: leftOut.map((l) => l.service) } }] : [],
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

  /** Runs a plan of this process, then asks again. */
  apply(plan: string): Promise<Result<PlanState>> {
    return this.alone(async (signal) => {
      const before = this.planned.get(plan);
      if (before === undefined || this.visit.readOnly) return failed('input-unknown-plan', { plan });
      if (!this.adapter.run) return failed('unsupported-operation', { target: this.adapter.kind });
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
      const results = plan.purpose === 'fix' ? this.cured(plan, before, diagnosis) : this.restored(plan, before, snapshot, diagnosis);
      const settled = results.every((r) => r.result === 'resolved') || tries === 3 || pause === 0 || signal.aborted;
      if (settled) {
        for (const result of results) this.visit.append({ kind: 'verified', plan: plan.plan, ...result });
        return;
      }
      await this.given.wait(pause, signal);
    }
  }

  /** The plan's own check, and every other finding that its fix cures. */
  private cured(plan: PlanState, before: Diagnosis | null, after: Diagnosis) {
    const fix = fixes.find((f) => f.id === plan.content.fix);
    const also = (f: Finding) => f.verdict === 'fail' && fix?.cures.includes(f.check) && (fix.alsoCures?.(plan.content, f) ?? false);
    const failing = (before?.findings ?? []).filter((f) => f.check === plan.content.check || also(f));
    return failing.map((f) => {
      const now = after.findings.find((a) => a.check === f.check);
      return { check: f.check, before: f.verdict, after: verdictOf(f.check, after), result: verify(f, now) };
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

  close(): void {
    this.cancel();
    this.adapter.close();
    this.visit.close();
  }
}

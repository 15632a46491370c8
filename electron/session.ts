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
import { settlingSeconds } from '../shared/operation';
import { probeIds } from '../shared/probes/index';
import type { Fault, Result } from '../shared/result';
import { failed, fault, ok } from '../shared/result';
import type { Snapshot } from '../shared/snapshot';
import { SnapshotFile } from '../shared/snapshot';
import type { Told } from '../shared/target';
import type { PlanState } from '../shared/visit';
import { applyPlan, settle } from './apply';
import type { AppliedElevated } from './apply-elevated';
import { applyElevated } from './apply-elevated';
import type { Limits, ReadBytes } from './collect';
import { collect } from './collect';
import type { UndoOf } from './session-undo';
import { undoPlan } from './session-undo';
import { cured, nowDue, restored, timeOf } from './session-verify';
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

export interface Offer {
  readonly fix: string;
  readonly choices: readonly Choice[];
  readonly byHand: readonly Line[];
  readonly warnings: readonly Line[];
}

const tenMinutes = 10 * 60 * 1000;

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

  /** `elevated`: Windows asks the person first, where the adapter can be asked so. */
  look(elevated = false): Promise<Result<LookResult>> {
    return this.alone(async (signal) => {
      const none = elevated ? this.noElevation() : null;
      if (none) return { ok: false, fault: none };
      const snapshot = await this.ask(signal, elevated);
      // A no of the person: nothing was asked, and the last look stays.
      const no = elevated ? snapshot.entries.find((e) => e.fault?.code === 'denied-elevation')?.fault : undefined;
      if (no) return { ok: false, fault: no };
      const result = this.judge(snapshot);
      return signal.aborted ? failed('cancelled-by-user') : ok(result);
    });
  }

  /** Why no more rights can be asked for; null: they can. */
  private noElevation(): Fault | null {
    return this.adapter.elevation ? this.adapter.elevation() : fault('unsupported-elevation');
  }

  /** `by`: another way to look at the same target. */
  private ask(signal: AbortSignal, elevated = false, by: Pick<Adapter, 'look'> | null = null): Promise<Snapshot> {
    const { now, limits, progress } = this.given;
    return collect(by ? { ...this.adapter, look: by.look } : this.adapter, probeIds, {
      told: this.visit.state().told,
      limits,
      signal,
      now,
      progress,
      elevated,
    });
  }

  private async lookNow(signal: AbortSignal, by: Pick<Adapter, 'look'> | null): Promise<LookResult> {
    return this.judge(await this.ask(signal, false, by));
  }

  private judge(snapshot: Snapshot): LookResult {
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
    if (!this.visit.readOnly) for (const due of nowDue(this.visit.state(), snapshot, diagnosis)) this.visit.append(due);
    this.taken.push({ snapshot, look });
    if (this.taken.length > 20) this.taken.shift();
    return this.last;
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
    const here = content.operations.some((o) => this.adapter.elevates?.(o) ?? false);
    return { plan, purpose, content, undoes, leftOut, here };
  }

  /** Plans an undo of everything, of one plan, or of one operation of it; newest first. */
  async planUndo(of: UndoOf, includeStarts: boolean): Promise<Result<PlanView>> {
    const { now, limits } = this.given;
    const made = await undoPlan(this.visit.state(), of, includeStarts, { adapter: this.adapter, now, limits });
    return made.ok ? ok(this.keep(made.value.content, 'undo', made.value.undoes, made.value.leftOut)) : made;
  }

  /** Whether what was typed names the server a plan asks for. */
  private confirmed(plan: string, typed: string | undefined): boolean {
    const content = this.visit.state().plans.find((p) => p.plan === plan)?.content;
    if (!content?.needs.includes('typed-name')) return true;
    const name = content.operations[0]?.machine;
    return name !== undefined && typed?.trim().toLowerCase() === name.toLowerCase();
  }

  /** Runs a plan of this process, then asks again. `typed`: the server's name, where the plan asks for it. */
  apply(plan: string, typed?: string, elevated = false): Promise<Result<PlanState>> {
    return this.alone(async (signal) => {
      const before = this.planned.get(plan);
      if (before === undefined || this.visit.readOnly) return failed('input-unknown-plan', { plan });
      if (!this.adapter.run) return failed('unsupported-operation', { target: this.adapter.kind });
      if (!this.confirmed(plan, typed)) return failed('denied-confirmation-missing', { needs: 'typed-name' });
      const none = elevated ? this.noElevation() : null;
      if (none) return { ok: false, fault: none };
      const applied = elevated ? await applyElevated(this.visit, this.adapter, plan, signal) : await this.applyUsual(plan, signal);
      if (!applied.ok) return applied;
      const { plan: done, after } = applied.value;
      if (done.operations.some((o) => o.outcome === 'done' || o.outcome === 'already')) await this.verifyPlan(done, before, signal, after);
      return ok(this.visit.state().plans.find((p) => p.plan === plan) as PlanState);
    });
  }

  private async applyUsual(plan: string, signal: AbortSignal): Promise<Result<AppliedElevated>> {
    const applied = await applyPlan(this.visit, this.adapter, plan, signal);
    return applied.ok ? ok({ plan: applied.value, after: null }) : applied;
  }

  /**
   * Asks again, up to three times while nothing changed, and journals what the probes say. After a run with more rights once, of
   * what it saw: a look without them might know less.
   */
  private async verifyPlan(plan: PlanState, before: Diagnosis | null, signal: AbortSignal, after: AppliedElevated['after']): Promise<void> {
    const pause = (this.adapter.settling * Math.max(...plan.operations.map((o) => settlingSeconds(o.operation)))) / 3;
    for (let tries = 1; ; tries++) {
      const { snapshot, diagnosis } = await this.lookNow(signal, after);
      const results = plan.purpose === 'fix' ? cured(plan, before, snapshot, diagnosis) : restored(this.visit.state(), plan, before, snapshot, diagnosis);
      const settled = results.every((r) => r.result === 'resolved' || r.result === 'pending') || after !== null || tries === 3 || pause === 0 || signal.aborted;
      if (settled) {
        for (const result of results) this.visit.append({ kind: 'verified', plan: plan.plan, ...result });
        return;
      }
      await this.given.wait(pause, signal);
    }
  }

  tell(told: Told): Result<null> {
    if (this.visit.readOnly) return failed('unsupported-newer-file', { file: 'journal.jsonl' });
    this.visit.append({
      kind: 'told',
      told: {
        clients: told.clients.map(({ address, name }) => (name ? { address, name } : { address })),
        subnets: [...told.subnets],
        ...(told.directory && { directory: true }),
      },
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

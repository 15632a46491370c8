/** The one store: a mirror of the open visit, folded from its entries, and the state of the page itself. */
import { create } from 'zustand';
import type { Api, PlanView, Progress, ScenarioInfo } from '../shared/ipc';
import type { Entry } from '../shared/journal';
import type { Lang, Text } from '../shared/messages/text';
import type { Facts, Fault } from '../shared/result';
import type { SnapshotEntry } from '../shared/snapshot';
import type { Step } from '../shared/steps';
import { stepsOf } from '../shared/steps';
import type { Look, Visit } from '../shared/visit';
import { foldEntry, foldVisit } from '../shared/visit';

export type Page =
  | { readonly name: 'start' | 'scenarios' | 'examine' | 'steps' | 'preview' | 'visit' }
  | { readonly name: 'step'; readonly check: string }
  | { readonly name: 'notes'; readonly scenario: string }
  | { readonly name: 'result'; readonly plan: string };
export type Theme = 'system' | 'light' | 'dark';
/** What the page waits for; committing buttons are off meanwhile. */
export type Busy = 'looking' | 'applying' | 'working';
/** One plan, one operation of it, everything since a plan, or, empty, everything. */
export type UndoOf = { readonly plan?: string; readonly operation?: number; readonly since?: string };

export interface State {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly info: Api['app.info']['out'] | null;
  readonly scenarios: readonly ScenarioInfo[];
  readonly page: Page;
  /** The open visit's id; its mirror is null until the first entry arrived. */
  readonly open: string | null;
  readonly visit: Visit | null;
  readonly readOnly: boolean;
  /** How many looks the visit had when this window opened it: those are too old to plan on. */
  readonly oldLooks: number;
  readonly progress: Progress | null;
  /** How each probe of the last look ended, with its reason; null while it is running. */
  readonly probes: readonly SnapshotEntry[] | null;
  readonly cancelled: boolean;
  /** The practice server's own time, where it went on since the last look. */
  readonly clock: string | null;
  readonly busy: Busy | null;
  readonly fault: Fault | null;
  readonly plan: PlanView | null;
  readonly undoOf: UndoOf | null;
  readonly includeStarts: boolean;
  /** Where Back of the preview leads. */
  readonly before: Page;
  readonly said: { readonly text: Text; readonly facts?: Facts } | null;
}

const noVisit = {
  open: null,
  visit: null,
  readOnly: false,
  oldLooks: 0,
  progress: null,
  probes: null,
  cancelled: false,
  clock: null,
  busy: null,
  plan: null,
  undoOf: null,
  includeStarts: false,
  before: { name: 'steps' },
} as const;

export const initial: State = { lang: 'en', theme: 'system', info: null, scenarios: [], page: { name: 'start' }, fault: null, said: null, ...noVisit };
export const useStore = create<State>()(() => initial);
export const set = (change: Partial<State>): void => useStore.setState(change);
export const get = (): State => useStore.getState();

export const go = (page: Page): void => set({ page, fault: null });
export const showFault = (fault: Fault | null): void => set({ fault });
export const announce = (text: Text, facts?: Facts): void => set({ said: facts ? { text, facts } : { text } });
export const forgetVisit = (): void => set(noVisit);

/** Adds entries in their order; false when one before them is missing, so that the page must ask again. */
export function take(entries: readonly Entry[]): boolean {
  let { visit } = get();
  for (const entry of entries) {
    const last = visit?.last ?? 0;
    if (entry.n <= last) continue;
    if (entry.n > last + 1) return false;
    visit = visit ? foldEntry(visit, entry) : foldVisit([entry]);
  }
  set({ visit });
  return true;
}

/** Progress never goes back, and an answer once shown stays. */
export function takeProgress(next: Progress): void {
  const { open, progress, busy } = get();
  if (next.visit !== open || busy !== 'looking') return;
  const done = Math.max(next.done, progress?.done ?? 0);
  const answered = next.answered.length >= (progress?.answered.length ?? 0) ? next.answered : (progress?.answered ?? []);
  set({ progress: { ...next, done, answered, total: Math.max(next.total, done) } });
}

export const lastLook = (visit: Visit | null): Look | undefined => visit?.looks.at(-1);
/** The target's own time, where it has one: as of the last look, or later when it was let run on. */
export const clockOf = (state: State): string | null => state.clock ?? lastLook(state.visit)?.clock ?? null;
export const isStale = (state: State): boolean => (state.visit?.looks.length ?? 0) <= state.oldLooks;

const stepCache = new WeakMap<Look, Step[]>();
/** The steps of the last look; the same list as long as the look is the same. */
export function stepsNow(visit: Visit | null): readonly Step[] {
  const look = lastLook(visit);
  if (!look) return [];
  const steps = stepCache.get(look) ?? stepsOf(look.findings);
  stepCache.set(look, steps);
  return steps;
}

/** What people call the target: of a practice visit the scenario's title in their language. */
export function targetName(target: Visit['target'], scenarios: readonly ScenarioInfo[], lang: Lang): string {
  const scenario = target.kind === 'simulated' ? scenarios.find((s) => s.id === target.name || `simulated:${s.id}` === target.text) : undefined;
  return scenario?.title[lang] ?? target.name;
}

/** What the pages do: plain functions that send a request and put the answer into the store. */
import type { Choices } from '../shared/fix';
import type { Api, KitView, Reply, RequestName } from '../shared/ipc';
import { liveTexts } from '../shared/messages/address-pages';
import { historyTexts, planStateTexts, previewTexts } from '../shared/messages/change-pages';
import { kitPageTexts } from '../shared/messages/kit';
import { appTexts, examineTexts, startTexts } from '../shared/messages/pages';
import type { Lang } from '../shared/messages/text';
import type { Told } from '../shared/target';
import { listen, request } from './api';
import { speaker } from './i18n';
import { remember, remembered, rememberedVisit, rememberVisit } from './memory';
import type { Busy, Page, Theme, UndoOf } from './store';
import { announce, forgetVisit, get, go, set, showFault, take, takeProgress } from './store';

/** Counts looks: the answer of a look that is not the latest moves nothing. */
let run = 0;

/** A button that was off while the shell worked lost the focus: it gets it back, unless something else took it. */
function giveBack(held: Element | null): void {
  setTimeout(() => {
    if (document.activeElement === document.body && held instanceof HTMLElement && held.isConnected) held.focus();
  });
}

/** A request whose fault is shown on the page; undefined when it failed. */
async function ask<N extends RequestName>(name: N, input: Api[N]['in'], busy: Busy | null = null): Promise<Api[N]['out'] | undefined> {
  const held = busy ? document.activeElement : null;
  if (busy) set({ busy });
  showFault(null);
  const reply: Reply<N> = await request(name, input);
  if (busy && get().busy === busy) set({ busy: null });
  if (busy) giveBack(held);
  if (reply.ok) return reply.value;
  // A dialog that was closed is an answer, not a failure.
  if (name !== 'visit.reopen' || reply.fault.code !== 'cancelled-by-user') showFault(reply.fault);
  return undefined;
}

/** The shell's own dialogs look as this page does. */
const tellManner = (): void => void request('app.manner', { lang: get().lang, theme: get().theme });

export function setLang(lang: Lang): void {
  set({ lang });
  remember('lang', lang);
  tellManner();
}
export function setTheme(theme: Theme): void {
  set({ theme });
  remember('theme', theme);
  tellManner();
}

/** Asks for the entries the mirror does not have yet. */
export async function catchUp(): Promise<void> {
  const { open, visit } = get();
  if (!open) return;
  const reply = await request('visit.entries', { visit: open, since: visit?.last ?? 0 });
  if (get().open !== open) return;
  if (reply.ok) take(reply.value.entries);
  else showFault(reply.fault);
}

/** Listens, reads the settings, and goes back to the visit this window had open. Returns how to stop listening. */
export function begin(): () => void {
  const stops = [
    listen('entries', ({ visit, entries }) => {
      if (visit === get().open && !take(entries)) void catchUp();
    }),
    listen('progress', takeProgress),
  ];
  void settle();
  return () => {
    for (const stop of stops) stop();
  };
}

async function settle(): Promise<void> {
  const theme = remembered('theme');
  if (theme === 'light' || theme === 'dark') set({ theme });
  const info = await ask('app.info', {});
  const lang = remembered('lang') ?? info?.lang;
  set({ info: info ?? null, ...((lang === 'en' || lang === 'ja') && { lang }) });
  tellManner();
  const known = await request('scenarios.list', {});
  if (known.ok) set({ scenarios: known.value.scenarios });
  const visit = rememberedVisit();
  if (!visit) return;
  const reply = await request('visit.entries', { visit, since: 0 });
  if (reply.ok && get().open === null) arrive(visit, false, reply.value.entries);
  else if (!reply.ok) rememberVisit(null);
}

function arrive(visit: string, readOnly: boolean, entries: Parameters<typeof take>[0]): void {
  forgetVisit();
  set({ open: visit, readOnly });
  rememberVisit(visit);
  take(entries);
  const looks = get().visit?.looks.length ?? 0;
  set({ oldLooks: looks });
  go({ name: looks > 0 ? 'steps' : 'examine' });
}

export async function openTarget(target: Api['visit.open']['in']['target']): Promise<void> {
  const opened = await ask('visit.open', { target }, 'working');
  if (!opened) return;
  const got = await ask('visit.entries', { visit: opened.visit, since: 0 });
  arrive(opened.visit, false, got?.entries ?? []);
}

export async function openFolder(): Promise<void> {
  const chosen = await ask('folder.choose', {}, 'working');
  if (chosen?.folder) await openTarget({ kind: 'evidence', folder: chosen.folder.id });
}

/** Main's own dialog names the server; what was typed there never comes to this page. */
export async function openAddress(kind: 'network' | 'windows'): Promise<void> {
  const asked = await ask('address.ask', { kind }, 'working');
  if (asked?.address) await openTarget({ kind: asked.address.kind, address: asked.address.id });
}

/** A forgotten password, typed again in main's own dialog. */
export async function retypePassword(): Promise<boolean> {
  const { open } = get();
  const asked = open ? await ask('address.password', { visit: open }, 'working') : undefined;
  if (asked?.typed) announce(liveTexts.retyped);
  return asked?.typed ?? false;
}

export async function reopen(visit: string): Promise<boolean> {
  const opened = await ask('visit.reopen', { visit }, 'working');
  const got = opened && (await ask('visit.entries', { visit: opened.visit, since: 0 }));
  if (opened && got) arrive(opened.visit, opened.readOnly, got.entries);
  return got !== undefined;
}

/** Opens a visit again and looks at once. */
export async function lookAgain(visit: string): Promise<void> {
  if (await reopen(visit)) await look();
}

export async function deleteVisit(visit: string): Promise<boolean> {
  const done = await ask('visits.delete', { visit }, 'working');
  if (done) announce(startTexts.deleted);
  return done !== undefined;
}

/** Where visits lie from now on; null: left as it was. */
export async function chooseVisitsFolder(): Promise<string | null> {
  const folder = (await ask('visits.choose-folder', {}, 'working'))?.folder ?? null;
  if (folder !== null) announce(startTexts.keptIn, { folder });
  return folder;
}

export async function closeVisit(): Promise<void> {
  const { open, busy } = get();
  if (open && busy === 'looking') await request('visit.cancel', { visit: open });
  run++;
  forgetVisit();
  rememberVisit(null);
  go({ name: 'start' });
  if (open) await ask('visit.close', { visit: open });
}

export const tell = async (told: Told): Promise<boolean> => {
  const { open } = get();
  const done = open ? await ask('visit.tell', { visit: open, told }, 'working') : undefined;
  await catchUp();
  return done !== undefined;
};

/** The customer's name, kept in the record of the visit. */
export async function nameCustomer(customer: string): Promise<boolean> {
  const { open } = get();
  const done = open ? await ask('visit.name', { visit: open, customer }, 'working') : undefined;
  await catchUp();
  return done !== undefined;
}

/** The way back as text; the shell asks where to save it, where it can. */
export async function saveUndo(): Promise<Api['visit.save-undo']['out'] | undefined> {
  const { open } = get();
  const made = open ? await ask('visit.save-undo', { visit: open }, 'working') : undefined;
  if (made?.saved) announce(historyTexts.savedAs, { file: made.saved });
  return made;
}

/** Writes a script kit where the shell's dialog says; `plan`: the fix kit for it. */
export async function writeKit(plan: string | null): Promise<KitView | null> {
  const { open } = get();
  const written = plan !== null && open ? await ask('kit.write-fixes', { visit: open, plan }, 'working') : await ask('kit.write', {}, 'working');
  if (written?.kit) announce(kitPageTexts.written, { folder: written.kit.folder });
  return written?.kit ?? null;
}

/** Looks at the target; goes on only when it ended well and was not cancelled: to the steps, or back to the page that asked. */
export async function look(then: Page = { name: 'steps' }, elevated = false): Promise<void> {
  const { open, busy, readOnly } = get();
  if (!open || busy || readOnly) return;
  const mine = ++run;
  go({ name: 'examine' });
  const before = get().probes;
  set({ busy: 'looking', progress: null, probes: null, cancelled: false });
  announce(examineTexts.running);
  const reply = await request('visit.look', { visit: open, ...(elevated && { elevated }) });
  if (mine !== run || get().open !== open) return;
  set({ busy: null });
  await catchUp();
  if (!reply.ok) {
    // Windows' question answered with no: everything stays as it was.
    if (reply.fault.code === 'denied-elevation') {
      set({ probes: before });
      go(then);
    }
    return showFault(reply.fault);
  }
  set({ clock: reply.value.clock });
  if (reply.value.probes.length > 0) set({ probes: reply.value.probes });
  announce(examineTexts.finished);
  if (get().page.name === 'examine') go(then);
}

/** The page is usable again at once; a late answer of the cancelled look moves nothing. */
export async function cancelLook(): Promise<void> {
  const { open } = get();
  if (!open) return;
  run++;
  set({ busy: null, cancelled: true });
  announce(examineTexts.cancelled);
  await ask('visit.cancel', { visit: open });
  await catchUp();
}

/** Practice only: the server's clock runs on, and what was seen before is looked at again. */
export async function passTime(minutes: number): Promise<void> {
  const { open, page, visit } = get();
  const passed = open ? await ask('visit.pass-time', { visit: open, minutes }, 'working') : undefined;
  if (!passed) return;
  set({ clock: passed.clock });
  announce(appTexts.clock, { at: speaker(get().lang).at(passed.clock) });
  // A preview was planned on the look before; what a new look shows comes first.
  if (visit && visit.looks.length > 0) await look(page.name === 'preview' || page.name === 'examine' ? { name: 'steps' } : page);
}

/** Practice only: the same scenario as a new visit. The one so far stays in the list of visits. */
export async function startOver(): Promise<void> {
  const { visit } = get();
  if (!visit) return;
  const scenario = visit.target.text.replace(/^simulated:/, '');
  await closeVisit();
  await openTarget({ kind: 'simulated', scenario });
}

export const openSource = async (source: string): Promise<void> => void (await ask('source.open', { source }));

export async function preview(check: string, fix: string, choices: Choices): Promise<void> {
  const { open, page } = get();
  const plan = open ? await ask('visit.plan', { visit: open, check, fix, choices }, 'working') : undefined;
  if (!plan) return;
  set({ plan, undoOf: null, before: page });
  go({ name: 'preview' });
}

export async function previewUndo(of: UndoOf, includeStarts = false): Promise<void> {
  const { open, page } = get();
  const plan = open ? await ask('visit.undo', { visit: open, ...of, includeStarts }, 'working') : undefined;
  if (!plan) return;
  const before: Page = page.name === 'preview' ? get().before : page;
  set({ plan, undoOf: of, includeStarts, before });
  go({ name: 'preview' });
}

/** Runs the previewed plan. Whatever came of it, what was written to the record is shown. */
export async function apply(confirm?: string, elevated = false): Promise<void> {
  const { open, plan } = get();
  if (!open || !plan) return;
  announce(previewTexts.applying);
  const done = await ask('visit.apply', { visit: open, plan: plan.plan, confirm, ...(elevated && { elevated }) }, 'applying');
  const { fault } = get();
  await catchUp();
  const now = get().visit?.plans.find((p) => p.plan === plan.plan);
  const ran = now?.operations.some((o) => o.outcome !== 'not-run') ?? false;
  if (!done && !ran) return;
  go({ name: 'result', plan: plan.plan });
  set({ plan: null, fault });
  if (now) announce(planStateTexts[now.state]);
}

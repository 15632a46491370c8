/** Opening, opening again, and closing a visit; an account typed again. */
import type { Api } from '../../shared/ipc';
import type { Fault, Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import type { Target } from '../../shared/target';
import { readTarget } from '../../shared/target';
import { nothingTold } from '../../shared/visit';
import { usualLimits } from '../collect';
import { Session } from '../session';
import type { Adapter } from '../targets/adapter';
import type { OpenVisit } from '../visits';
import type { Answers, Given, Rooms } from './given';

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

const sessionFor = (visit: OpenVisit, adapter: Adapter, { now, newId, limits, emit }: Given): Session =>
  new Session(visit, adapter, {
    now,
    newId,
    limits: limits ?? usualLimits,
    progress: (done, total, probe, answered, bytes) =>
      emit('progress', { visit: visit.id, done, total, probe, answered: answered.map(({ id, outcome }) => ({ id, outcome })), ...(bytes && { bytes }) }),
    wait,
  });

async function begin({ given, sessions }: Rooms, visit: OpenVisit, adapter: Adapter): Promise<void> {
  const session = sessionFor(visit, adapter, given);
  sessions.set(visit.id, session);
  visit.onEntry((entry) => given.emit('entries', { visit: visit.id, entries: [entry] }));
  if (!visit.readOnly) await session.settle();
}

function targetOf(given: Given, input: Api['visit.open']['in']['target']): Result<Target> {
  if (input.kind === 'simulated') return ok(input);
  if (input.kind === 'evidence') {
    const path = given.folderPath(input.folder);
    return path === null ? failed('input-folder-missing', { path: input.folder }) : ok({ kind: 'evidence', path });
  }
  // What main's own dialog, or the command line, named.
  const text = given.addressUrl?.(input.address) ?? null;
  const read = text === null ? null : readTarget(text);
  return read?.ok && read.value.kind === input.kind ? read : failed('target-not-allowed', { kind: input.kind });
}

/** Whether a visit's target may be asked: one that is live is named again by main's own dialog, once in this process. */
async function mayReopen(given: Given, target: Target, text: string): Promise<Fault | null> {
  const live = target.kind === 'network' || target.kind === 'windows';
  if (live && !given.restricted && given.confirmAddress && !(await given.confirmAddress(text))) return fault('cancelled-by-user');
  return given.allow(target);
}

async function adapterAgain(given: Given, visit: OpenVisit): Promise<Result<Adapter>> {
  const { text } = visit.state().target;
  const target = readTarget(text);
  if (!target.ok) return target;
  const refused = await mayReopen(given, target.value, text);
  if (refused) return { ok: false, fault: refused };
  const opened = await given.targets.open(target.value);
  if (!opened.ok) return opened;
  const adapter = opened.value.start(visit.own);
  return adapter ? ok(adapter) : failed('target-closed', { visit: visit.id });
}

type Names = 'visit.open' | 'visit.reopen' | 'visit.close' | 'address.password';

export const openRequests = (rooms: Rooms): Answers<Names> => ({
  'visit.open': async ({ target: wanted }) => {
    const { given } = rooms;
    const target = targetOf(given, wanted);
    if (!target.ok) return target;
    const refused = given.allow(target.value);
    if (refused) return { ok: false, fault: refused };
    const opened = await given.targets.open(target.value);
    if (!opened.ok) return opened;
    const { kind, name, text } = opened.value;
    const visit = given.visits.create({ kind, name, text }, nothingTold);
    if (!visit.ok) return visit;
    const adapter = opened.value.start(visit.value.own);
    if (!adapter) return failed('target-closed');
    await begin(rooms, visit.value, adapter);
    return ok({ visit: visit.value.id });
  },
  'visit.reopen': async ({ visit: id }) => {
    const open = rooms.sessions.get(id);
    if (open) return ok({ visit: id, readOnly: open.visit.readOnly });
    const visit = rooms.given.visits.open(id);
    if (!visit.ok) return visit;
    const adapter = await adapterAgain(rooms.given, visit.value);
    if (!adapter.ok) {
      visit.value.close();
      return adapter;
    }
    await begin(rooms, visit.value, adapter.value);
    return ok({ visit: id, readOnly: visit.value.readOnly });
  },
  'visit.close': async ({ visit }) => {
    rooms.sessions.get(visit)?.close();
    rooms.sessions.delete(visit);
    return ok({ visit });
  },
  'address.password': ({ visit }) =>
    rooms.within(visit, async (session) => ok({ typed: (await rooms.given.askPassword?.(session.visit.state().target.text)) ?? false })),
});

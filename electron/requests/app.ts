/** The app itself: what it is, what it offers, the visits so far, and main's own dialogs. */
import type { VisitInfo } from '../../shared/ipc';
import { failed, ok } from '../../shared/result';
import { summarise } from '../../shared/steps';
import type { Visit } from '../../shared/visit';
import { isReadOnly } from '../../shared/visit';
import type { Answers, Rooms } from './given';

const infoOf = (visit: Visit): VisitInfo => {
  const look = visit.looks.at(-1);
  const fixes = visit.plans.filter((p) => p.purpose === 'fix').flatMap((p) => p.operations);
  return {
    visit: visit.visit,
    target: visit.target,
    customer: visit.customer,
    openedAt: visit.openedAt,
    lastAt: visit.lastAt,
    summary: look ? summarise(look.findings) : null,
    applied: fixes.filter((o) => o.outcome === 'done').length,
    undone: fixes.filter((o) => o.undone).length,
    uncertain: visit.plans.flatMap((p) => p.operations).filter((o) => o.outcome === 'started').length,
    readOnly: isReadOnly(visit),
  };
};

type Names =
  | 'app.info'
  | 'app.manner'
  | 'scenarios.list'
  | 'folder.choose'
  | 'address.ask'
  | 'visits.list'
  | 'visits.delete'
  | 'visits.choose-folder'
  | 'source.open';

export const appRequests = ({ given, sessions }: Rooms): Answers<Names> => ({
  'app.info': async () =>
    ok({
      version: given.version,
      platform: given.platform,
      lang: given.lang,
      restricted: given.restricted,
      face: given.face,
      packed: given.packed ?? false,
      elevation: given.elevation ?? 'none',
      folders: [...(given.folders ?? [])],
    }),
  'app.manner': async (manner) => {
    given.setManner?.(manner);
    return ok(manner);
  },
  'scenarios.list': async () => ok({ scenarios: given.targets.scenarios().map((s) => s.info) }),
  'folder.choose': async () => ok({ folder: await given.chooseFolder() }),
  'address.ask': async ({ kind }) =>
    given.restricted || !given.askAddress ? failed('target-not-allowed', { kind }) : ok({ address: await given.askAddress(kind) }),
  'visits.list': async () => ok({ visits: given.visits.list().map(infoOf) }),
  'visits.delete': async ({ visit }) => {
    if (sessions.has(visit)) return failed('busy-visit', { visit });
    const removed = given.visits.remove(visit);
    return removed.ok ? ok({ visit }) : removed;
  },
  'visits.choose-folder': async () => ok({ folder: (await given.chooseVisitsFolder?.()) ?? null }),
  'source.open': async ({ source }) => {
    await given.openSource(source);
    return ok({ source });
  },
});

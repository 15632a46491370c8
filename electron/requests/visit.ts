/** The open visit: looking, telling, its entries, its words. */

import { generationOf } from '../../shared/generation';
import type { Api } from '../../shared/ipc';
import { undoText } from '../../shared/messages/undo-text';
import { okValue } from '../../shared/probe';
import { failed, ok } from '../../shared/result';
import type { Snapshot } from '../../shared/snapshot';
import { readClient, readSubnets } from '../../shared/target';
import type { Answers, Rooms } from './given';

function productOf(snapshot: Snapshot): Api['visit.look']['out']['product'] {
  const product = okValue(snapshot.answers.product);
  if (!product) return null;
  const version = okValue(product.wsus)?.version ?? null;
  return { generation: version && generationOf(version), version, system: product.system.name, iis: product.iis };
}

type Names = 'visit.tell' | 'visit.name' | 'visit.save-undo' | 'visit.look' | 'visit.pass-time' | 'visit.cancel' | 'visit.entries';

export const visitRequests = ({ given, sessions, within }: Rooms): Answers<Names> => ({
  'visit.tell': ({ visit, told }) =>
    within(visit, (session) => {
      const clients = told.clients.map((c) => readClient(c.name ? `${c.address}=${c.name}` : c.address));
      const bad = clients.find((c) => !c.ok);
      if (bad && !bad.ok) return bad;
      const subnets = readSubnets(told.subnets);
      if (!subnets.ok) return subnets;
      if (told.directory && session.adapter.kind !== 'windows') return failed('target-no-directory');
      const clean = { clients: clients.flatMap((c) => (c.ok ? [c.value] : [])), subnets: subnets.value, ...(told.directory && { directory: true }) };
      const said = session.tell(clean);
      return said.ok ? ok({ told: clean }) : said;
    }),
  'visit.name': ({ visit, customer }) =>
    within(visit, (session) => {
      const named = session.name(customer.trim());
      return named.ok ? ok({ customer: customer.trim() }) : named;
    }),
  'visit.save-undo': ({ visit }) =>
    within(visit, async (session) => {
      const text = undoText(session.visit.state());
      return ok({ text, saved: (await given.saveText?.(`undo-${visit}.txt`, text)) ?? null });
    }),
  'visit.look': ({ visit, elevated }) =>
    within(visit, async (session) => {
      const looked = await session.look(elevated);
      if (!looked.ok) return looked;
      const { look, snapshot } = looked.value;
      return ok({ look, takenAt: snapshot.takenAt, clock: snapshot.clock ?? null, probes: [...snapshot.entries], product: productOf(snapshot) });
    }),
  'visit.pass-time': ({ visit, minutes }) =>
    within(visit, (session) => {
      if (!session.adapter.pass) return failed('unsupported-operation', { target: session.adapter.kind });
      session.adapter.pass(minutes * 60);
      return ok({ clock: session.adapter.clock?.() ?? given.now() });
    }),
  'visit.cancel': async ({ visit }) => {
    sessions.get(visit)?.cancel();
    return ok({ visit });
  },
  'visit.entries': ({ visit, since }) => within(visit, (session) => ok({ entries: session.visit.entries(since) })),
});

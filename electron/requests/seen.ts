/** What a step page shows beside a finding: answers, lists in force, logs, refused addresses. */
import { checks } from '../../shared/checks/index';
import { halfWidth } from '../../shared/half-width';
import { knownClients } from '../../shared/known-clients';
import { okValue } from '../../shared/probe';
import type { ProbeId } from '../../shared/probes/index';
import { admissionOf, refusedAddresses } from '../../shared/refusal';
import { failed, ok } from '../../shared/result';
import { readClient } from '../../shared/target';
import { clientLogPage, logsPage, refusedOf } from '../log-pages';
import { nearest } from '../nearest';
import type { Answers, Rooms } from './given';
import { examinedOf, restrictionAnswers, seenNodes, vrootsOfCheck } from './restrictions';

export const seenRequests = ({ within }: Rooms): Answers<'visit.saw' | 'visit.logs' | 'visit.client-log' | 'visit.refused' | 'visit.ask'> => ({
  'visit.saw': ({ visit, check }) =>
    within(visit, (session) => {
      const known = checks.find((c) => c.id === check);
      const ids = checks.map((c) => c.id);
      if (!known) return failed('input-unknown-check', { text: check, nearest: nearest(check, ids) });
      const wanted: readonly ProbeId[] = [...known.needs, ...known.uses];
      return ok({ probes: (session.snapshot?.entries ?? []).filter((e) => (wanted as readonly string[]).includes(e.id)), nodes: seenNodes(session, check) });
    }),
  'visit.logs': ({ visit, from }) => within(visit, (session) => ok(logsPage(session.snapshot, from))),
  'visit.client-log': ({ visit, client, from }) => within(visit, (session) => ok(clientLogPage(session.snapshot, client, from))),
  'visit.refused': ({ visit, check, from }) =>
    within(visit, (session) => {
      if (check === 'clients-refused-in-log') {
        const all = refusedOf(session.snapshot)?.refused ?? [];
        return ok({ total: all.length, from, clients: all.slice(from, from + 200).map(({ text }) => ({ address: text, name: null })) });
      }
      const names = vrootsOfCheck[check];
      const examined = names && examinedOf(session, names);
      const networks = okValue(session.snapshot?.answers.networks);
      if (!examined || !networks) return ok({ total: 0, from, clients: [] });
      const all = refusedAddresses(examined);
      const nameOf = new Map(knownClients(networks).map((c) => [c.text, c.name ?? null]));
      return ok({ total: all.length, from, clients: all.slice(from, from + 200).map((address) => ({ address, name: nameOf.get(address) ?? null })) });
    }),
  'visit.ask': ({ visit, address }) =>
    within(visit, (session) => {
      const read = readClient(address);
      if (!read.ok) return read;
      const answers = restrictionAnswers(session.snapshot);
      return ok({ admitted: answers ? admissionOf(halfWidth(read.value.address), answers, answers.networks) : [] });
    }),
});

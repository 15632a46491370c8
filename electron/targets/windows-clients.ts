/** The server's answers about its clients, with what the clients said themselves when they were asked. */
import type { Collected } from '../../shared/probe';
import { got, lost } from '../../shared/probe';
import type { AnswerOf, ProbeId } from '../../shared/probes/index';
import type { Fault } from '../../shared/result';
import { fault } from '../../shared/result';
import type { Told } from '../../shared/target';
import type { Swept } from './sweep';

type Identities = AnswerOf<'client-identities'>;
type Policies = AnswerOf<'client-policies'>;
export const nameOf = (client: Told['clients'][number]): string => client.name ?? client.address;

/** What a client said, or an entry with the reason why it said nothing. */
export function identityEntry(client: Told['clients'][number], swept: Swept): Identities['clients'][number] {
  const said = swept.get(client.address)?.['client-identities'] ?? lost('missing', fault('probe-not-answered'));
  const entry = said.outcome === 'ok' ? (said.value as Identities).clients[0] : undefined;
  const fallback = said.outcome === 'ok' ? fault('probe-not-answered') : said.fault;
  return entry ?? { name: nameOf(client), named: true, addresses: [client.address], identity: lost(said.outcome === 'ok' ? 'failed' : said.outcome, fallback) };
}
function policyEntry(client: Told['clients'][number], swept: Swept): Policies['clients'][number] {
  const said = swept.get(client.address)?.['client-policies'] ?? lost('missing', fault('probe-not-answered'));
  const entry = said.outcome === 'ok' ? (said.value as Policies).clients[0] : undefined;
  const fallback = said.outcome === 'ok' ? fault('probe-not-answered') : said.fault;
  return entry ?? { name: nameOf(client), policy: lost(said.outcome === 'ok' ? 'failed' : said.outcome, fallback) };
}

/** Stands for the computers that are not known: a check that needs every client must not pass without them. */
const unlisted = 'Active Directory';
const notListed = (why: Fault) => lost(why.code.startsWith('denied-') ? 'denied' : 'missing', why);

/** The server's own part with the clients that were asked, and an entry for those of a list that is not whole. */
export function withClients(probe: ProbeId, own: Collected<unknown>, { told, swept, lost: gone }: Clients): Collected<unknown> {
  if (told.clients.length === 0 && !gone) return own;
  if (probe === 'client-policies') {
    const first = own.outcome === 'ok' ? (own.value as Policies).clients : [];
    const more = gone ? [{ name: unlisted, policy: notListed(gone) }] : [];
    return got<Policies>({ clients: [...first, ...told.clients.map((c) => policyEntry(c, swept)), ...more] });
  }
  const server = own.outcome === 'ok' ? (own.value as Identities) : { clients: [], serverList: own as Identities['serverList'] };
  const more = gone ? [{ name: unlisted, named: false, addresses: [], identity: notListed(gone) }] : [];
  return got<Identities>({ clients: [...server.clients, ...told.clients.map((c) => identityEntry(c, swept)), ...more], serverList: server.serverList });
}

export interface Clients {
  readonly told: Told;
  readonly swept: Swept;
  /** Why Active Directory gave no list or only a part of it, where one was wanted. */
  readonly lost: Fault | null;
}

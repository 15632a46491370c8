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

/** The server's own part with the clients that were asked. */
export function withClients(probe: ProbeId, own: Collected<unknown>, told: Told, swept: Swept): Collected<unknown> {
  if (told.clients.length === 0) return own;
  if (probe === 'client-policies') {
    const first = own.outcome === 'ok' ? (own.value as Policies).clients : [];
    return got<Policies>({ clients: [...first, ...told.clients.map((c) => policyEntry(c, swept))] });
  }
  const server = own.outcome === 'ok' ? (own.value as Identities) : { clients: [], serverList: own as Identities['serverList'] };
  return got<Identities>({ clients: [...server.clients, ...told.clients.map((c) => identityEntry(c, swept))], serverList: server.serverList });
}

export interface Clients {
  readonly told: Told;
  readonly swept: Swept;
  /** Why Active Directory gave no list, where one was wanted. */
  readonly lost: Fault | null;
}

import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok } from '../helpers/small';

interface Seen {
  readonly name: string;
  readonly address: string;
  readonly id?: string | null;
  /** In place of an identity that could be read. */
  readonly lost?: unknown;
}
/** A client whose registry or export was seen. */
const seen = ({ name, address, id = null, lost }: Seen) => ({
  name,
  named: true,
  addresses: [address],
  identity: lost ?? ok({ system: '5.1.2600', agent: '7.1.6001.65', susClientId: id, validation: null, pingId: null, accountDomainSid: null, wuauserv: null }),
});
/** A row of WSUS' own list. */
const row = (name: string, address: string | null, susClientId: string) => ({ name, address, susClientId, lastContact: '2026-11-18T02:11:00.000Z' });
/** An address the server's side knows, as text or with its name. */
const network = (...clients: readonly (string | readonly [name: string, address: string])[]) =>
  ok({
    adapters: ok([{ name: 'LAN', address: '192.168.16.2', mask: '255.255.255.0', external: false }]),
    subnets: [],
    clients: clients.map((c) => (typeof c === 'string' ? { address: c, learned: 'told' } : { name: c[0], address: c[1], learned: 'dhcp' })),
  });
const of = (list: unknown, clients: readonly unknown[] = [], networks: unknown = network()) => ({
  'client-identities': ok({ clients, serverList: list }),
  networks,
});
const [idA, idB] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const pc01 = row('PC01.contoso.local', '192.168.16.21', idA);

export const cases: readonly Case[] = [
  {
    name: 'the list has it by name, without its domain and in any case',
    answers: of(ok([pc01]), [seen({ name: 'pc01', address: '10.0.0.1' })]),
    want: { verdict: 'pass' },
  },
  { name: 'the list has it by address', answers: of(ok([pc01]), [], network('192.168.16.21')), want: { verdict: 'pass' } },
  {
    name: 'the list has its id under the name of a clone',
    answers: of(ok([row('PC05', '192.168.16.25', idB)]), [seen({ name: 'PC06', address: '192.168.16.26', id: idB.toUpperCase() })]),
    want: { verdict: 'pass' },
  },
  {
    name: 'a client the list does not have',
    answers: of(ok([pc01]), [seen({ name: 'PC01', address: '192.168.16.21', id: idA }), seen({ name: 'PC21', address: '192.168.20.101', id: idB })]),
    want: { verdict: 'fail', severity: 'warning', facts: { clients: 1, examined: 2, names: ['PC21'] } },
  },
  {
    name: 'a client without an id, and an empty list',
    answers: of(ok([]), [seen({ name: 'PC21', address: '192.168.20.101' })]),
    want: { verdict: 'fail', facts: { clients: 1, examined: 1, names: ['PC21'] } },
  },
  {
    name: 'a client of which only the address is known',
    answers: of(ok([pc01]), [], network('192.168.20.101')),
    want: { verdict: 'fail', facts: { clients: 1, examined: 1, names: ['192.168.20.101'] } },
  },
  {
    name: 'a client known by name from DHCP and by its registry is counted once',
    answers: of(ok([pc01]), [seen({ name: 'PC21', address: '192.168.20.101' })], network(['PC21', '192.168.20.101'], '192.168.20.101')),
    want: { verdict: 'fail', facts: { clients: 1, examined: 1, names: ['PC21'] } },
  },
  {
    name: 'thirty of them: all are counted, twenty are named',
    answers: of(ok([pc01]), [], network(...Array.from({ length: 30 }, (_, i) => `192.168.20.${i + 1}`))),
    want: { verdict: 'fail', facts: { clients: 30, examined: 30 } },
  },
  {
    name: 'one that could not be read and one that never called: what is certain is told',
    answers: of(ok([pc01]), [seen({ name: 'PC21', address: '192.168.20.101' }), seen({ name: 'PC22', address: '192.168.20.102', lost: denied })]),
    want: { verdict: 'fail', facts: { clients: 1, examined: 2, names: ['PC21'] } },
  },
  {
    name: 'one that could not be read and is in the list',
    answers: of(ok([pc01]), [seen({ name: 'PC01', address: '192.168.16.21', lost: denied })]),
    want: { verdict: 'pass' },
  },
  {
    name: 'one that could not be read may be there under the name of a clone',
    answers: of(ok([pc01]), [seen({ name: 'PC22', address: '192.168.20.102', lost: denied })]),
    want: { verdict: 'unknown', facts: { reason: 'clients-not-read', undecided: 1, clients: 0, examined: 1 } },
  },
  {
    name: 'the own address of the server is no client',
    answers: of(ok([]), [], network('192.168.16.2', '127.0.0.1')),
    want: { verdict: 'notApplicable', because: 'no-clients-known' },
  },
  { name: 'an address of the Internet is no client', answers: of(ok([]), [], network('198.51.100.77', '8.8.8.8')), want: { verdict: 'notApplicable' } },
  { name: 'no client is known', answers: of(ok([pc01])), want: { verdict: 'notApplicable', because: 'no-clients-known' } },
  {
    name: 'the list is not in the evidence',
    answers: of(missing, [seen({ name: 'PC21', address: '192.168.20.101' })]),
    want: { verdict: 'unknown', facts: { what: 'server-list' }, fault: { code: 'probe-not-in-evidence' } },
  },
  {
    name: 'the list may not be read',
    answers: of(denied, [seen({ name: 'PC21', address: '192.168.20.101' })]),
    want: { verdict: 'unknown', fault: { code: 'denied-access' } },
  },
  { name: 'the networks could not be asked', answers: of(ok([pc01]), [], failed), want: { verdict: 'unknown', facts: { probe: 'networks' } } },
  {
    name: 'the clients could not be asked',
    answers: { 'client-identities': failed, networks: network('192.168.20.101') },
    want: { verdict: 'unknown', facts: { probe: 'client-identities' } },
  },
];

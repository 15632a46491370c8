import type { Case } from '../helpers/check-cases';
import { clientNamed, policiesOf, policyOf, unreadClient } from '../helpers/policies';
import { failed, networks, product, webSites } from '../helpers/small';

const here = { product: product('3.1.6001.65'), networks: networks({ adapters: [['192.168.16.2', '255.255.255.0']] }) };
const at = (name: string, url: string | null) => clientNamed(name, policyOf({ wuServer: url }));
const site = (...bindings: readonly (readonly ['http' | 'https', number])[]) => ({
  outcome: 'ok',
  value: {
    ...(webSites(7, []) as unknown as { value: object }).value,
    sites: [
      {
        id: 7,
        name: 'WSUS',
        root: 'WSUS',
        state: { outcome: 'ok', value: 'started' },
        bindings: bindings.map(([protocol, port]) => ({ protocol, address: '', port, host: '' })),
      },
    ],
  },
});
const both = site(['http', 8530], ['https', 8531]);
const of = (...clients: readonly unknown[]) => ({ ...here, ...policiesOf(...clients) });

export const cases: readonly Case[] = [
  { name: 'its name and port', answers: of(at('PC01', 'http://srv:8530')), want: { verdict: 'pass' } },
  {
    name: 'its full name in capitals, and its address',
    answers: of(at('PC01', 'HTTP://SRV.contoso.local:8530/'), at('PC02', 'http://192.168.16.2:8530')),
    want: { verdict: 'pass' },
  },
  { name: 'no address at all is told elsewhere', answers: of(at('PC01', null)), want: { verdict: 'pass' } },
  {
    name: 'without the port',
    answers: of(at('PC01', 'http://srv:8530'), at('PC02', 'http://srv')),
    want: { verdict: 'fail', severity: 'problem', facts: { clients: 1, examined: 2, names: ['PC02'], servers: ['http://srv'], wanted: 'http://srv:8530' } },
  },
  {
    name: 'another server',
    answers: of(at('PC03', 'http://old:8530')),
    want: { verdict: 'fail', severity: 'warning', facts: { servers: ['http://old:8530'] } },
  },
  { name: 'another address', answers: of(at('PC03', 'http://192.168.16.9:8530')), want: { verdict: 'fail', severity: 'warning' } },
  {
    name: 'another server beside a wrong port',
    answers: of(at('PC03', 'http://old:8530'), at('PC04', 'http://srv:80')),
    want: { verdict: 'fail', severity: 'problem', facts: { clients: 2 } },
  },
  { name: 'no address that can be read', answers: of(at('PC05', 'srv:8530')), want: { verdict: 'fail', severity: 'problem' } },
  { name: 'the TLS port of the same site', answers: { ...of(at('PC01', 'https://srv:8531')), 'web-sites': both }, want: { verdict: 'pass' } },
  {
    name: 'the port for TLS without TLS, and the other way round',
    answers: { ...of(at('PC01', 'http://srv:8531'), at('PC02', 'https://srv:8530')), 'web-sites': both },
    want: { verdict: 'fail', severity: 'problem', facts: { clients: 2 } },
  },
  {
    name: 'with TLS, where the set-up key alone is known and says without',
    answers: of(at('PC01', 'https://srv:8530')),
    want: { verdict: 'fail', severity: 'problem', facts: { clients: 1 } },
  },
  {
    name: "an address, and the server's own are not known",
    answers: { ...of(at('PC01', 'http://192.168.16.9:8530')), networks: networks({ adapters: null }) },
    want: { verdict: 'unknown', facts: { reason: 'policy-not-told', undecided: 1 } },
  },
  {
    name: 'one could not be read',
    answers: of(at('PC01', 'http://srv:8530'), unreadClient),
    want: { verdict: 'unknown', facts: { reason: 'clients-not-read' } },
  },
  { name: 'no client', answers: of(), want: { verdict: 'notApplicable', because: 'no-clients-known' } },
  {
    name: 'the port of WSUS is not known',
    answers: { ...of(at('PC01', 'http://srv')), product: product(null) },
    want: { verdict: 'unknown', facts: { what: 'wsus' } },
  },
  {
    name: 'the product could not be asked',
    answers: { ...of(at('PC01', 'http://srv')), product: failed },
    want: { verdict: 'unknown', facts: { probe: 'product' } },
  },
];

import type { Case } from '../helpers/check-cases';
import { identities, networks, own6, policies, product, restrictions, vroots, webSites } from '../helpers/small';
import { sharedRows } from './refusal.rows';

const own = 'W3SVC/9/ROOT';
const root = 'W3SVC/1/ROOT';
const address = '192.168.20.101';
const office = own6({ grant: ['192.168.16.0/255.255.255.0'] });
const two = (at80: Parameters<typeof restrictions>[1][string], at8530: Parameters<typeof restrictions>[1][string]) => ({
  'web-sites': webSites(6, [
    { id: 1, name: 'Default', port: 80 },
    { id: 9, name: 'WSUS', port: 8530 },
  ]),
  'virtual-directories': vroots([1, root, ['ClientWebService']], [9, own, ['Selfupdate', 'ClientWebService', 'Content']]),
  networks: networks({ clients: [address] }),
  'ip-restrictions': restrictions(6, {
    W3SVC: 'inherits',
    'W3SVC/1': 'inherits',
    [root]: at80,
    [`${root}/ClientWebService`]: 'inherits',
    'W3SVC/9': 'inherits',
    [own]: at8530,
    [`${own}/ClientWebService`]: 'inherits',
  }),
  product: product('3.1.6001.65'),
  'client-identities': identities([address, '5.1.2600', '7.1.6001.65']),
  'client-policies': policies([address, 'http://srv:8530']),
});

export const cases: readonly Case[] = [
  ...sharedRows('ClientWebService'),
  {
    name: 'on port 80 while the site WUServer names answers: a warning',
    answers: two(office, 'inherits'),
    want: { verdict: 'fail', severity: 'warning', facts: { node: `${root}/ClientWebService` } },
  },
  {
    name: 'on the site WUServer names: a problem',
    answers: two('inherits', office),
    want: { verdict: 'fail', severity: 'problem', facts: { node: `${own}/ClientWebService`, site: 'WSUS' } },
  },
  {
    name: 'on both sites: a problem, told of the site WUServer names',
    answers: two(office, office),
    want: { verdict: 'fail', severity: 'problem', facts: { node: `${own}/ClientWebService` } },
  },
];

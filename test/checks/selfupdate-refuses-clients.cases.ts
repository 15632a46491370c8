import type { Case } from '../helpers/check-cases';
import { identities, networks, own6, own7, policies, product, restrictions, vroots, webSites } from '../helpers/small';
import { sharedRows } from './refusal.rows';

const own = 'W3SVC/9/ROOT';
const root = 'W3SVC/1/ROOT';
const address = '192.168.20.101';
const office = own6({ grant: ['192.168.16.0/255.255.255.0'] });
const two = {
  'web-sites': webSites(6, [
    { id: 1, name: 'Default', port: 80 },
    { id: 9, name: 'WSUS', port: 8530 },
  ]),
  'virtual-directories': vroots([1, root, ['Selfupdate']], [9, own, ['Selfupdate', 'ClientWebService', 'Content']]),
  networks: networks({ clients: [address] }),
  'ip-restrictions': restrictions(6, {
    W3SVC: 'inherits',
    'W3SVC/1': 'inherits',
    [root]: office,
    [`${root}/Selfupdate`]: 'inherits',
    'W3SVC/9': 'inherits',
    [own]: 'inherits',
    [`${own}/Selfupdate`]: 'inherits',
  }),
};
const named = policies([address, 'http://srv:8530']);
const new2 = {
  ...two,
  'web-sites': webSites(7, [
    { id: 1, name: 'Default', port: 80 },
    { id: 9, name: 'WSUS', port: 8530 },
  ]),
  'virtual-directories': vroots([1, 'Default', ['SelfUpdate']], [9, 'WSUS', ['SelfUpdate', 'ClientWebService', 'Content']]),
  'ip-restrictions': restrictions(7, {
    APPHOST: 'inherits',
    Default: own7(['-192.168.20.0/255.255.255.0']),
    'Default/SelfUpdate': 'inherits',
    WSUS: 'inherits',
    'WSUS/SelfUpdate': 'inherits',
  }),
};

export const cases: readonly Case[] = [
  ...sharedRows('Selfupdate'),
  {
    name: 'on port 80 while 8530 answers, for an agent that can wait: a warning',
    answers: { ...two, product: product('3.1.6001.65'), 'client-identities': identities([address, '5.1.2600', '7.1.6001.65']), 'client-policies': named },
    want: { verdict: 'fail', severity: 'warning' },
  },
  {
    name: 'on port 80 for an agent that must update itself first: a problem',
    answers: { ...two, product: product('3.1.6001.65'), 'client-identities': identities([address, '5.1.2600', '5.4.3790.2180']), 'client-policies': named },
    want: { verdict: 'fail', severity: 'problem' },
  },
  {
    name: 'on the site that WUServer names: a problem',
    answers: {
      ...two,
      product: product('3.1.6001.65'),
      'client-identities': identities([address, '5.1.2600', '7.1.6001.65']),
      'client-policies': policies([address, 'http://srv']),
    },
    want: { verdict: 'fail', severity: 'problem' },
  },
  {
    name: 'Windows 10 and later do not update themselves from WSUS: a note',
    answers: { ...two, product: product('3.1.6001.65'), 'client-identities': identities([address, '10.0.19045', '10.0.1']), 'client-policies': named },
    want: { verdict: 'fail', severity: 'note' },
  },
  {
    name: 'systems not known, up to WSUS 3.0: a problem',
    answers: { ...two, product: product('3.1.6001.65') },
    want: { verdict: 'fail', severity: 'problem' },
  },
  {
    name: 'systems not known, from Server 2012 on: a warning',
    answers: { ...new2, product: product('10.0.20348.1') },
    want: { verdict: 'fail', severity: 'warning' },
  },
  { name: 'nothing known of the product: IIS 6 counts as old, a problem', answers: two, want: { verdict: 'fail', severity: 'problem' } },
  {
    name: 'nothing known of the product: IIS 8 and later counts as new, a warning',
    answers: {
      ...new2,
      'web-sites': webSites(
        7,
        [
          { id: 1, name: 'Default', port: 80 },
          { id: 9, name: 'WSUS', port: 8530 },
        ],
        true,
      ),
    },
    want: { verdict: 'fail', severity: 'warning' },
  },
];

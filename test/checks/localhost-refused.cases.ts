import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, networks, own6, own7, restrictions, vroots, webSites } from '../helpers/small';

const root = 'W3SVC/1/ROOT';
const node = `${root}/Selfupdate`;
const six = { 'web-sites': webSites(6, [{ id: 1, name: 'Default', port: 80 }]), 'virtual-directories': vroots([1, root, ['Selfupdate']]) };
const seven = { 'web-sites': webSites(7, [{ id: 1, name: 'S', port: 80 }]), 'virtual-directories': vroots([1, 'S', ['SelfUpdate']]) };
type Nodes = Parameters<typeof restrictions>[1];
const at6 = (own: Nodes) => restrictions(6, { W3SVC: 'inherits', 'W3SVC/1': 'inherits', [root]: 'inherits', [node]: 'inherits', ...own });
const at7 = (own: Nodes) => restrictions(7, { APPHOST: 'inherits', S: 'inherits', 'S/SelfUpdate': 'inherits', ...own });
const adapters = networks({
  adapters: [
    ['192.168.16.2', '255.255.255.0'],
    ['203.0.113.10', '255.255.255.248', true],
  ],
});

export const cases: readonly Case[] = [
  { name: 'no list admits the server itself', answers: { ...six, 'ip-restrictions': at6({}) }, want: { verdict: 'pass' } },
  {
    name: '127.0.0.1 listed is enough where nothing else is known',
    answers: { ...six, 'ip-restrictions': at6({ [root]: own6({ grant: ['127.0.0.1'] }) }) },
    want: { verdict: 'pass' },
  },
  {
    name: '127.0.0.1 not listed: a warning that names node and address',
    answers: { ...six, 'ip-restrictions': at6({ [root]: own6({ grant: ['192.168.16.0/255.255.255.0'] }) }) },
    want: { verdict: 'fail', severity: 'warning', facts: { addresses: ['127.0.0.1'], nodes: [root, node], rootOnly: false } },
  },
  {
    name: 'its own inner address counts, the outer one does not',
    answers: { ...six, networks: adapters, 'ip-restrictions': at6({ [root]: own6({ grant: ['127.0.0.1'] }) }) },
    want: { verdict: 'fail', severity: 'warning', facts: { addresses: ['192.168.16.2'] } },
  },
  {
    name: 'only the root refuses, the directories admit: a note',
    answers: { ...six, 'ip-restrictions': at6({ [root]: own6({ grant: ['0.0.0.0/255.255.255.255'] }), [node]: own6({}) }) },
    want: { verdict: 'fail', severity: 'note', facts: { rootOnly: true, nodes: [root] } },
  },
  {
    name: 'IIS 7: an entry for 127.0.0.1 does not admit ::1',
    answers: { ...seven, 'ip-restrictions': at7({ S: own7(['+127.0.0.1'], { allowUnlisted: false }) }) },
    want: { verdict: 'fail', severity: 'warning', facts: { addresses: ['::1'] } },
  },
  {
    name: 'IIS 7: both listed',
    answers: { ...seven, 'ip-restrictions': at7({ S: own7(['+127.0.0.1', '+::1'], { allowUnlisted: false }) }) },
    want: { verdict: 'pass' },
  },
  {
    name: 'IIS 7: the module is missing: does not apply',
    answers: {
      ...seven,
      'ip-restrictions': restrictions(
        7,
        { APPHOST: 'inherits', S: own7([], { allowUnlisted: false }), 'S/SelfUpdate': 'inherits' },
        { outcome: 'ok', value: false },
      ),
    },
    want: { verdict: 'notApplicable', because: 'module-missing' },
  },
  {
    name: 'not known whether the lists are in force: a refusal is not claimed',
    answers: {
      ...seven,
      'ip-restrictions': restrictions(7, { APPHOST: 'inherits', S: own7([], { allowUnlisted: false }), 'S/SelfUpdate': 'inherits' }, denied),
    },
    want: { verdict: 'unknown', fault: { code: 'denied-access' } },
  },
  {
    name: 'both lists filled cannot be judged',
    answers: { ...six, 'ip-restrictions': at6({ [root]: own6({ grant: ['127.0.0.1'], deny: ['10.0.0.0/255.0.0.0'] }) }) },
    want: { verdict: 'unknown', facts: { reason: 'rules-not-decidable' } },
  },
  {
    name: 'no such directory: does not apply',
    answers: { ...six, 'virtual-directories': vroots([1, root, ['Exchange']]), 'ip-restrictions': at6({}) },
    want: { verdict: 'notApplicable', because: 'no-such-vroot' },
  },
  {
    name: 'a node that could not be read is not known',
    answers: { ...six, 'ip-restrictions': at6({ [node]: failed }) },
    want: { verdict: 'unknown', fault: { code: 'probe-service-stopped' } },
  },
  { name: 'without the lists it is not known', answers: { ...six, 'ip-restrictions': missing }, want: { verdict: 'unknown' } },
];

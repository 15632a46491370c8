import type { Case } from '../helpers/check-cases';
import { networks, own6, restrictions, vroots, webSites } from '../helpers/small';
import { sharedRows } from './refusal.rows';

const root = 'W3SVC/1/ROOT';
const others = ['SimpleAuthWebService', 'ReportingWebService', 'Content'];
const answers = {
  'web-sites': webSites(6, [{ id: 1, name: 'Default', port: 80 }]),
  'virtual-directories': vroots([1, root, ['Selfupdate', 'ClientWebService', ...others]]),
  networks: networks({ clients: ['192.168.20.101'] }),
  'ip-restrictions': restrictions(6, {
    W3SVC: 'inherits',
    'W3SVC/1': 'inherits',
    [root]: own6({ grant: ['192.168.16.0/255.255.255.0'] }),
    ...Object.fromEntries(others.map((v) => [`${root}/${v}`, 'inherits' as const])),
  }),
};

export const cases: readonly Case[] = [
  ...sharedRows('SimpleAuthWebService'),
  {
    name: 'all three are named where all three refuse',
    answers,
    want: { verdict: 'fail', severity: 'problem', facts: { nodes: others.map((v) => `${root}/${v}`), refused: { clients: 1 } } },
  },
  {
    name: 'granting only the two of the release note leaves these refused',
    answers: {
      ...answers,
      'ip-restrictions': restrictions(6, {
        W3SVC: 'inherits',
        'W3SVC/1': 'inherits',
        [root]: own6({ grant: ['192.168.16.0/255.255.255.0'] }),
        [`${root}/Selfupdate`]: own6({}),
        [`${root}/ClientWebService`]: own6({}),
        ...Object.fromEntries(others.map((v) => [`${root}/${v}`, 'inherits' as const])),
      }),
    },
    want: { verdict: 'fail', severity: 'problem' },
  },
];

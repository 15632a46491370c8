/** Canned answers of the fake bridge: a branch office (192.168.20.0/24) that IIS refuses. Not a simulation: nothing here is computed. */
import type { Finding } from '../../shared/diagnose';
import type { FixPlan } from '../../shared/fix';
import type { FixOffer, ScenarioInfo, SeenNode, VisitInfo } from '../../shared/ipc';
import type { Operation } from '../../shared/operation';
import type { Admitted } from '../../shared/refusal';

const root = 'W3SVC/1/ROOT';
const office = { address: '192.168.16.0', mask: '255.255.255.0' };
const local = { address: '127.0.0.1', mask: '255.255.255.255' };
const branch = { address: '192.168.20.0', mask: '255.255.255.0' };
export const nodes = [`${root}/Selfupdate`, `${root}/ClientWebService`];

const refusal = (check: string, node: string, severity: Finding['severity']): Finding => ({
  id: check,
  check,
  verdict: 'fail',
  severity,
  facts: {
    site: 'Default Web Site',
    node,
    decidedBy: root,
    inherited: true,
    refused: { clients: 14, subnets: 1 },
    examined: { clients: 26, subnets: 2 },
    subnets: ['192.168.20.0/24'],
    addresses: Array.from({ length: 14 }, (_, i) => `192.168.20.${i + 101}`),
    fromInternet: 0,
    seenAs: '403',
    proxyMode: false,
    nodes: [node],
  },
});

/** In the order of the checks, not of the steps. */
export const findings: Finding[] = [
  refusal('client-web-service-refuses-clients', `${root}/ClientWebService`, 'warning'),
  refusal('selfupdate-refuses-clients', `${root}/Selfupdate`, 'problem'),
  {
    id: 'other-vroots-refuse-clients',
    check: 'other-vroots-refuse-clients',
    verdict: 'unknown',
    severity: 'problem',
    facts: { reason: 'node-not-read', undecided: 0 },
    because: { fault: { code: 'denied-access', facts: { node: `${root}/Content`, probe: 'ip-restrictions' } } },
  },
  {
    id: 'product-out-of-support',
    check: 'product-out-of-support',
    verdict: 'fail',
    severity: 'note',
    facts: { generation: '3.0-sp1', version: '3.1.6001.65', supportEnded: '2013-10-08' },
  },
];
export const passed = ['web-publishing-stopped', 'virtual-directory-missing', 'cert-server-disabled'];
export const notApplicable = [{ check: 'localhost-refused', because: 'no-such-vroot' }];

/** A blocked look: the web server is stopped, so nobody can say who is refused. */
export const blocked: Finding[] = [
  {
    id: 'selfupdate-refuses-clients',
    check: 'selfupdate-refuses-clients',
    verdict: 'unknown',
    severity: 'problem',
    facts: { probe: 'ip-restrictions' },
    because: { blockedBy: 'web-publishing-stopped' },
  },
  {
    id: 'web-publishing-stopped',
    check: 'web-publishing-stopped',
    verdict: 'fail',
    severity: 'problem',
    facts: { service: 'W3SVC', state: 'stopped', startMode: 'automatic', stoppedToo: [] },
  },
];

const own = (...grant: (typeof office)[]) => ({ own: { iis: 6 as const, grantByDefault: false, grant, deny: [], grantNames: [], denyNames: [] } });
export const operations: Operation[] = nodes.map((node) => ({
  operation: 'ip-restriction.replace',
  machine: 'SBS2003',
  node,
  expect: 'inherits',
  to: own(local, office, branch),
}));

export const plan: FixPlan = {
  fix: 'grant-subnet',
  check: 'selfupdate-refuses-clients',
  choices: { vroots: nodes, subnets: ['192.168.20.0/24'] },
  operations,
  byHand: nodes.map((node) => ({ id: 'iis6-grant', facts: { node, vroot: node.split('/').at(-1) ?? '', entry: '', subnets: [branch] } })),
  warnings: [...nodes.map((node) => ({ id: 'no-longer-follows', facts: { node } })), { id: 'sbs-wizard-rewrites', facts: {} }],
  admittedBefore: nodes.map((node) => ({ node, admits: ['127.0.0.1/32', '192.168.16.0/24'] })),
  admittedAfter: nodes.map((node) => ({ node, admits: ['127.0.0.1/32', '192.168.16.0/24', '192.168.20.0/24'] })),
  needs: [],
};

export const offers: FixOffer[] = [
  {
    fix: 'grant-subnet',
    byHand: plan.byHand,
    warnings: [],
    choices: [
      { name: 'vroots', values: nodes.map((value) => ({ value })), default: nodes, several: true, open: false },
      {
        name: 'subnets',
        values: [
          { value: '192.168.20.0/24', facts: { known: true } },
          { value: '192.168.30.9/32', facts: { known: false } },
        ],
        default: ['192.168.20.0/24'],
        several: true,
        open: true,
      },
    ],
  },
];

/** The IPv4 space in order; `+` is admitted, the rest is refused. */
const space: SeenNode['space'] = [
  '0.0.0.0/2 64.0.0.0/3 96.0.0.0/4 112.0.0.0/5 120.0.0.0/6 124.0.0.0/7 126.0.0.0/8 127.0.0.0/32 127.0.0.1/32+ 127.0.0.2/31',
  '127.0.0.4/30 127.0.0.8/29 127.0.0.16/28 127.0.0.32/27 127.0.0.64/26 127.0.0.128/25 127.0.1.0/24 127.0.2.0/23 127.0.4.0/22',
  '127.0.8.0/21 127.0.16.0/20 127.0.32.0/19 127.0.64.0/18 127.0.128.0/17 127.1.0.0/16 127.2.0.0/15 127.4.0.0/14 127.8.0.0/13',
  '127.16.0.0/12 127.32.0.0/11 127.64.0.0/10 127.128.0.0/9 128.0.0.0/2 192.0.0.0/9 192.128.0.0/11 192.160.0.0/13',
  '192.168.0.0/20 192.168.16.0/24+ 192.168.17.0/24 192.168.18.0/23 192.168.20.0/22 192.168.24.0/21 192.168.32.0/19',
  '192.168.64.0/18 192.168.128.0/17 192.169.0.0/16 192.170.0.0/15 192.172.0.0/14 192.176.0.0/12 192.192.0.0/10 193.0.0.0/8',
  '194.0.0.0/7 196.0.0.0/6 200.0.0.0/5 208.0.0.0/4 224.0.0.0/3',
]
  .join(' ')
  .split(' ')
  .map((text) => ({ cidr: text.replace('+', ''), admitted: text.endsWith('+') }));
export const seen = (node: string): SeenNode => ({
  node,
  decidedBy: root,
  byDefault: false,
  ambiguous: false,
  rules: [
    { text: '127.0.0.1/255.255.255.255', allow: true, node: root, byName: false },
    { text: '192.168.16.0/255.255.255.0', allow: true, node: root, byName: false },
  ],
  space,
});

export const admissions = (address: string): Admitted[] =>
  nodes.map((node) => ({ client: address, subnet: '192.168.20.0/24', node, admitted: false, entry: null, decidedBy: root, inheritedFrom: root }));

export const scenarios: ScenarioInfo[] = [
  {
    id: 'added-subnet',
    title: { en: 'A branch office was added by hand', ja: '手動で追加した支店のサブネット' },
    story: {
      en: 'A branch with 14 new PCs was connected through a router; nobody ran the SBS wizard. The branch PCs never appear in WSUS. The head office works.',
      ja: 'ルーター経由で支店 (新しい PC 14 台) を接続しましたが、SBS のウィザードは実行していません。支店の PC だけが WSUS に表示されません。本社の PC は正常です。',
    },
    generation: '3.0-sp1',
    clients: 26,
    answers: [],
    basis: [],
  },
  {
    id: 'web-server-stopped',
    title: { en: 'The web server is stopped', ja: 'Web サーバーの停止' },
    story: { en: 'No client reports since this morning.', ja: '今朝からどのクライアントも報告していません。' },
    generation: null,
    clients: 12,
    answers: [],
    basis: [],
  },
];

export const visits: VisitInfo[] = [
  {
    visit: 'v-old',
    target: { kind: 'evidence', name: 'yamada-shoji-2026-11', text: 'evidence' },
    customer: '',
    openedAt: '2026-11-20T01:00:00Z',
    lastAt: '2026-11-20T01:42:00Z',
    summary: { problem: 2, warning: 1, wait: 0, note: 1, unknown: 3 },
    applied: 0,
    undone: 0,
    uncertain: 0,
    readOnly: false,
  },
  {
    visit: 'v-uncertain',
    target: { kind: 'simulated', name: 'added-subnet', text: 'simulated:added-subnet' },
    customer: '',
    openedAt: '2026-11-19T05:00:00Z',
    lastAt: '2026-11-19T05:10:00Z',
    summary: { problem: 1, warning: 0, wait: 0, note: 1, unknown: 0 },
    applied: 2,
    undone: 0,
    uncertain: 1,
    readOnly: false,
  },
];

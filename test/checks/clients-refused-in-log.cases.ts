import type { Case } from '../helpers/check-cases';
import { denied, missing, networks, nine, ok, own6, own7, restrictions, services, vroots, webSites } from '../helpers/small';

const first = '2026-03-03T00:12:41Z';
const last = '2026-11-18T00:12:41Z';
const client = (address: string, more: object = {}) => ({ address, count: 5, wsus: 5, first, last, paths: ['/selfupdate/wuident.cab'], ...more });
const file = { file: 'u_ex260303.log', rows: 1000, bytes: 150_000, from: first, to: last, warnings: [] };
const log = (clients: readonly object[], more: object = {}) =>
  ok({ files: [file], rows: 1000, refusals: 5 * clients.length, likely: 0, from: first, to: last, clients, days: [], seen: [], otherAnswers: [], ...more });

const iis6 = (grant: string[]) => ({
  'web-sites': webSites(6, [{ id: 1, name: 'Default Web Site', port: 80 }]),
  'virtual-directories': vroots([1, 'W3SVC/1/ROOT', nine]),
  'ip-restrictions': restrictions(6, {
    W3SVC: 'inherits',
    'W3SVC/1': 'inherits',
    'W3SVC/1/ROOT': own6({ grant }),
    ...Object.fromEntries(nine.map((name) => [`W3SVC/1/ROOT/${name}`, 'inherits' as const])),
  }),
  networks: networks({ adapters: [['192.168.16.2', '255.255.255.0']], subnets: [['192.168.20.0/24', 'route']] }),
});
const iis10 = (more: object, inForce: unknown = ok(true)) => ({
  'web-sites': webSites(7, [{ id: 1, name: 'WSUS', port: 8530 }], true),
  'virtual-directories': vroots([1, 'WSUS', nine]),
  'ip-restrictions': restrictions(
    7,
    {
      APPHOST: 'inherits',
      WSUS: own7(['+192.168.16.0/255.255.255.0'], { allowUnlisted: false, ...more }),
      ...Object.fromEntries(nine.map((name) => [`WSUS/${name}`, 'inherits' as const])),
    },
    inForce as never,
  ),
  networks: networks({ adapters: null }),
});
const two = [client('192.168.20.101'), client('192.168.20.102')];
const headOffice = iis6(['127.0.0.1/255.255.255.255', '192.168.16.0/255.255.255.0']);

export const cases: readonly Case[] = [
  {
    name: 'clients of the branch, whom no rule admits, are a problem',
    answers: { 'iis-log': log(two), ...headOffice },
    want: {
      verdict: 'fail',
      severity: 'problem',
      facts: {
        refused: { clients: 2, subnets: 1 },
        count: 10,
        subnets: ['192.168.20.0/24'],
        addresses: ['192.168.20.101', '192.168.20.102'],
        first,
        last,
        inForce: 'refused-now',
        fromInternet: 0,
        admittedNow: 0,
        proxy: null,
      },
    },
  },
  {
    name: 'who is admitted meanwhile is no finding',
    answers: { 'iis-log': log(two), ...iis6(['192.168.16.0/255.255.255.0', '192.168.20.0/255.255.255.0']) },
    want: { verdict: 'pass' },
  },
  {
    name: 'one admitted meanwhile, one still refused',
    answers: { 'iis-log': log([...two, client('192.168.16.21')]), ...headOffice },
    want: { verdict: 'fail', facts: { refused: { clients: 2, subnets: 1 }, admittedNow: 1 } },
  },
  { name: 'nobody refused passes', answers: { 'iis-log': log([]), ...headOffice }, want: { verdict: 'pass' } },
  {
    name: 'nobody refused in the logs that were read says nothing of those that were not',
    answers: { 'iis-log': log([], { unread: ['W3SVC1/ex260301.log'] }), ...headOffice },
    want: { verdict: 'unknown', facts: { reason: 'logs-not-all-read', files: ['W3SVC1/ex260301.log'] } },
  },
  {
    name: 'nor does a log that broke off',
    answers: { 'iis-log': log([], { files: [{ ...file, warnings: [{ id: 'cannot-be-read', count: 1 }] }] }), ...headOffice },
    want: { verdict: 'unknown', facts: { reason: 'logs-not-all-read', files: [file.file] } },
  },
  {
    name: 'refused clients are a problem whatever was not read',
    answers: { 'iis-log': log(two, { unread: ['W3SVC/7/ROOT'] }), ...headOffice },
    want: { verdict: 'fail', severity: 'problem' },
  },
  { name: 'addresses of the Internet alone pass', answers: { 'iis-log': log([client('198.51.100.77')]), ...headOffice }, want: { verdict: 'pass' } },
  {
    name: 'addresses of the Internet stand apart',
    answers: { 'iis-log': log([...two, client('198.51.100.77')]), ...headOffice },
    want: { verdict: 'fail', facts: { refused: { clients: 2, subnets: 1 }, subnets: ['192.168.20.0/24'], fromInternet: 1 } },
  },
  {
    name: 'the server itself, loopback and link-local addresses are no clients',
    answers: { 'iis-log': log(['127.0.0.1', '::1', 'fe80::1', '169.254.1.1', '192.168.16.2'].map((a) => client(a))), ...iis6(['10.0.0.0/255.0.0.0']) },
    want: { verdict: 'pass' },
  },
  {
    name: 'refusals of other paths than WSUS’ are none of ours',
    answers: { 'iis-log': log([client('192.168.20.101', { wsus: 0, paths: ['/exchange/'] })]), ...headOffice },
    want: { verdict: 'pass' },
  },
  {
    name: 'without the lists in force it is a warning that says so',
    answers: { 'iis-log': log(two), 'ip-restrictions': denied, networks: missing },
    want: { verdict: 'fail', severity: 'warning', facts: { refused: { clients: 2, subnets: 1 }, subnets: ['192.168.20.0/24'], inForce: 'not-known' } },
  },
  {
    name: 'whether the lists are enforced must be known',
    answers: { 'iis-log': log(two), ...iis10({}, missing) },
    want: { verdict: 'fail', severity: 'warning', facts: { inForce: 'not-known' } },
  },
  { name: 'lists that are not enforced refuse nobody now', answers: { 'iis-log': log(two), ...iis10({}, ok(false)) }, want: { verdict: 'pass' } },
  {
    name: '404 counts where denyAction says NotFound',
    answers: { 'iis-log': log([], { otherAnswers: [{ address: '192.168.20.101', s401: 0, s404: 7, first, last }] }), ...iis10({ denyAction: 'NotFound' }) },
    want: { verdict: 'fail', severity: 'problem', facts: { refused: { clients: 1, subnets: 1 }, count: 7, seenAs: '404' } },
  },
  {
    name: '404 does not count where denyAction says Forbidden',
    answers: { 'iis-log': log([], { otherAnswers: [{ address: '192.168.20.101', s401: 0, s404: 7, first, last }] }), ...iis10({}) },
    want: { verdict: 'pass' },
  },
  {
    name: 'in proxy mode the address may be a proxy’s',
    answers: { 'iis-log': log(two), ...iis10({ enableProxyMode: true }) },
    want: { verdict: 'fail', facts: { proxy: 'proxy-mode' } },
  },
  {
    name: 'with ISA the address may be its own',
    answers: { 'iis-log': log(two), ...headOffice, services: services({ fwsrv: 'running/automatic' }) },
    want: { verdict: 'fail', facts: { proxy: 'isa' } },
  },
  {
    name: 'where sub-statuses are not logged it is said',
    answers: { 'iis-log': log(two, { likely: 10 }), ...headOffice },
    want: { verdict: 'fail', facts: { likely: true } },
  },
  { name: 'no log does not apply', answers: { 'iis-log': log([], { files: [], rows: 0 }) }, want: { verdict: 'notApplicable', because: 'no-log' } },
  {
    name: 'logs without a row that can be read are not known',
    answers: { 'iis-log': log([], { rows: 0 }) },
    want: { verdict: 'unknown', facts: { reason: 'log-not-readable' } },
  },
  { name: 'a refused answer is not known', answers: { 'iis-log': denied }, want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'no answer is not known', answers: {}, want: { verdict: 'unknown' } },
];

import type { Case } from '../helpers/check-cases';
import { came, endpoints, lost, within } from '../helpers/seat-answers';
import { missing, networks, nine, own7, product, restrictions, vroots, webSites } from '../helpers/small';

const refused = came({ status: 403, sub: 6 });
const seven = { port: 8530, server: 'Microsoft-IIS/10.0' };

export const cases: readonly Case[] = [
  {
    name: 'both files come on both ports',
    answers: { endpoints: endpoints([{ port: 80, get: { 'root-iuident': came({ status: 206, cab: true }) } }, { port: 8530 }]) },
    want: { verdict: 'pass' },
  },
  {
    name: '403.6 up to WSUS 3.0 is a problem, with the code a client logs',
    answers: { endpoints: endpoints([{ port: 8530, get: { wuident: refused, iuident: refused } }]) },
    want: {
      verdict: 'fail',
      severity: 'problem',
      facts: {
        url: 'http://srv:8530/selfupdate/wuident.cab',
        host: 'srv',
        status: 403,
        subStatus: 6,
        windowsUpdateCode: '0x80244018',
        errorCode: null,
        fault: null,
      },
    },
  },
  {
    name: 'a plain 403 names the same code',
    answers: { endpoints: endpoints([{ ...seven, get: { wuident: came({ status: 403, server: 'Microsoft-IIS/10.0' }) } }]) },
    want: { verdict: 'fail', severity: 'warning', facts: { status: 403, subStatus: null, windowsUpdateCode: '0x80244018' } },
  },
  {
    name: 'the version read on the server decides before what IIS says',
    answers: { endpoints: endpoints([{ ...seven, get: { wuident: refused } }]), product: product('3.1.6001.65') },
    want: { verdict: 'fail', severity: 'problem' },
  },
  {
    name: 'a version that is not known is taken for the worse',
    answers: { endpoints: endpoints([{ port: 8530, server: null, get: { wuident: came({ status: 403, server: null }) } }]) },
    want: { verdict: 'fail', severity: 'problem' },
  },
  {
    name: 'a refused connection is told with its fault',
    answers: { endpoints: endpoints([{ port: 8530, all: lost('unreachable-refused') }]) },
    want: { verdict: 'fail', facts: { status: null, fault: 'unreachable-refused', windowsUpdateCode: '0x80072EFD' } },
  },
  {
    name: 'an unknown name',
    answers: { endpoints: endpoints([{ port: 8530, all: lost('unreachable-name') }]) },
    want: { verdict: 'fail', facts: { fault: 'unreachable-name', windowsUpdateCode: '0x80072EE7' } },
  },
  {
    name: 'no answer in time',
    answers: { endpoints: endpoints([{ port: 8530, all: lost('timed-out-request') }]) },
    want: { verdict: 'fail', facts: { fault: 'timed-out-request', windowsUpdateCode: '0x80072EE2' } },
  },
  {
    name: 'a certificate nobody trusts',
    answers: { endpoints: endpoints([{ port: 8530, all: lost('unreachable-certificate') }]) },
    want: { verdict: 'fail', facts: { fault: 'unreachable-certificate', windowsUpdateCode: '0x80072F8F' } },
  },
  {
    name: 'a page instead of the cabinet',
    answers: { endpoints: endpoints([{ port: 8530, get: { wuident: came({ status: 200, page: 'sharepoint', cab: false }) } }]) },
    want: { verdict: 'fail', facts: { status: 200, page: 'sharepoint', windowsUpdateCode: '0x8024D002' } },
  },
  {
    name: 'a redirect to another host names that host',
    answers: { endpoints: endpoints([{ port: 8530, get: { wuident: came({ status: 302, location: 'http://other.invalid/x' }) } }]) },
    want: { verdict: 'fail', facts: { host: 'other.invalid', location: 'http://other.invalid/x' } },
  },
  {
    name: 'HEAD refused although GET is fine',
    answers: { endpoints: endpoints([{ port: 8530, head: { wuident: refused } }]) },
    want: { verdict: 'fail', facts: { method: 'HEAD', status: 403 } },
  },
  { name: '404 on the file in the root is fine on the WSUS port', answers: { endpoints: endpoints([{ port: 8530 }]) }, want: { verdict: 'pass' } },
  {
    name: 'port 80 refused beside an old WSUS',
    answers: { endpoints: endpoints([{ port: 80, all: refused }, { port: 8530 }]) },
    want: { verdict: 'fail', severity: 'problem', facts: { url: 'http://srv/selfupdate/wuident.cab' } },
  },
  {
    name: 'port 80 without WSUS beside a new one',
    answers: { endpoints: endpoints([{ port: 80, server: 'Microsoft-IIS/10.0', all: came({ status: 404, server: 'Microsoft-IIS/10.0' }) }, seven]) },
    want: { verdict: 'pass' },
  },
  {
    name: 'WSUS on port 80 only',
    answers: { endpoints: endpoints([{ port: 80 }, { port: 8530, all: lost('unreachable-refused') }]) },
    want: { verdict: 'pass' },
  },
  {
    name: 'the server reaching itself proves nothing',
    answers: { endpoints: endpoints([{ port: 8530 }], { from: 'server' }) },
    want: { verdict: 'unknown', facts: { reason: 'seen-from-server-only' } },
  },
  {
    name: 'where the seats disagree they stand side by side',
    answers: {
      endpoints: endpoints([{ ...seven, get: { wuident: came({ status: 403, server: 'Microsoft-IIS/10.0' }) } }]),
      'web-sites': webSites(7, [{ id: 1, name: 'WSUS', port: 8530 }]),
      'virtual-directories': vroots([1, 'WSUS', nine]),
      'ip-restrictions': restrictions(7, {
        APPHOST: 'inherits',
        WSUS: own7(['+127.0.0.1', '-192.168.16.0/255.255.255.0'], { allowUnlisted: false }),
        ...Object.fromEntries(nine.map((n) => [`WSUS/${n}`, 'inherits' as const])),
      }),
      networks: networks({ subnets: [['192.168.16.0/24', 'told']] }),
    },
    want: {
      verdict: 'fail',
      facts: {
        seats: [
          { seat: 'here', where: '192.168.16.240', how: 'seen', admitted: false },
          { seat: 'server', where: '127.0.0.1', how: 'computed', admitted: true },
          { seat: 'subnet', where: '192.168.16.0/24', how: 'computed', admitted: false },
        ],
      },
    },
  },
  {
    name: 'what the server got from itself stands beside what this seat got, and nothing is computed where it was seen',
    answers: {
      endpoints: endpoints([{ port: 8530, get: { wuident: refused } }], {
        others: [{ from: 'server', address: '127.0.0.1', doors: within(endpoints([{ port: 8530 }])).doors }],
      }),
    },
    want: {
      verdict: 'fail',
      facts: {
        seats: [
          { seat: 'here', where: '192.168.16.240', how: 'seen', admitted: false },
          { seat: 'server', where: '127.0.0.1', how: 'seen', admitted: true },
        ],
      },
    },
  },
  {
    name: 'this seat gets through and the server does not: no client is kept out by that',
    answers: {
      endpoints: endpoints([{ port: 8530 }], {
        others: [{ from: 'server', address: '127.0.0.1', doors: within(endpoints([{ port: 8530, get: { wuident: refused } }])).doors }],
      }),
    },
    want: { verdict: 'pass' },
  },
  {
    name: 'a cancelled request says nothing',
    answers: { endpoints: endpoints([{ port: 8530, all: lost('cancelled-by-user') }]) },
    want: { verdict: 'unknown', fault: { code: 'cancelled-by-user' } },
  },
  { name: 'no answer at all', answers: { endpoints: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

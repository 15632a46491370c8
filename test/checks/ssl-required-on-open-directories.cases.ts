import type { Case } from '../helpers/check-cases';
import { came, endpoints, lost } from '../helpers/seat-answers';
import { denied, missing, ok } from '../helpers/small';

const vroots = (settings: Readonly<Record<string, unknown>>) =>
  ok({
    vroots: Object.entries(settings).map(([name, requiresSsl]) => ({
      node: `W3SVC/1/ROOT/${name}`,
      site: 1,
      name,
      settings: typeof requiresSsl === 'object' && requiresSsl !== null ? requiresSsl : ok({ path: 'C:\\x', anonymous: true, requiresSsl, pool: null }),
    })),
    selfUpdateFiles: missing,
  });

export const cases: readonly Case[] = [
  {
    name: 'required at neither',
    answers: { 'virtual-directories': vroots({ Selfupdate: false, Content: false, ClientWebService: true }) },
    want: { verdict: 'pass' },
  },
  {
    name: 'required at Content',
    answers: { 'virtual-directories': vroots({ Selfupdate: false, Content: true }) },
    want: { verdict: 'fail', severity: 'problem', facts: { nodes: ['W3SVC/1/ROOT/Content'], windowsUpdateCode: '0x80244018' } },
  },
  {
    name: 'the name in another case',
    answers: { 'virtual-directories': vroots({ SelfUpdate: true }) },
    want: { verdict: 'fail', facts: { nodes: ['W3SVC/1/ROOT/SelfUpdate'] } },
  },
  {
    name: '403.4 as seen from the seat',
    answers: { endpoints: endpoints([{ port: 80, get: { wuident: came({ status: 403, sub: 4 }) } }]) },
    want: { verdict: 'fail', facts: { url: 'http://srv/selfupdate/wuident.cab', subStatus: 4 } },
  },
  { name: 'both doors open as seen from the seat', answers: { endpoints: endpoints([{ port: 80 }]) }, want: { verdict: 'pass' } },
  {
    name: 'a plain 403 does not tell',
    answers: { endpoints: endpoints([{ port: 80, get: { content: came({ status: 403 }) } }]) },
    want: { verdict: 'unknown', facts: { reason: 'ssl-not-told' } },
  },
  {
    name: 'nor does a refused address',
    answers: { endpoints: endpoints([{ port: 80, all: came({ status: 403, sub: 6 }) }]) },
    want: { verdict: 'unknown', facts: { reason: 'ssl-not-told' } },
  },
  {
    name: 'no connection',
    answers: { endpoints: endpoints([{ port: 80, all: lost('unreachable-refused') }]) },
    want: { verdict: 'unknown', fault: { code: 'unreachable-refused' } },
  },
  {
    name: 'a setting that is not written',
    answers: { 'virtual-directories': vroots({ Content: null }) },
    want: { verdict: 'unknown', fault: { code: 'probe-not-answered' } },
  },
  {
    name: 'settings that were refused',
    answers: { 'virtual-directories': vroots({ Content: denied }) },
    want: { verdict: 'unknown', fault: { code: 'denied-access' } },
  },
  { name: 'no such directory', answers: { 'virtual-directories': vroots({ Exchange: true }) }, want: { verdict: 'notApplicable', because: 'no-such-vroot' } },
  {
    name: 'no answer at all',
    answers: { 'virtual-directories': missing, endpoints: missing },
    want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } },
  },
];

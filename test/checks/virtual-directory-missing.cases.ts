import type { Case } from '../helpers/check-cases';
import { failed, missing, nine, product, vroots, webSites } from '../helpers/small';

const root = 'W3SVC/1/ROOT';
const own = 'W3SVC/9/ROOT';
const two = webSites(6, [
  { id: 1, name: 'Default', port: 80 },
  { id: 9, name: 'WSUS', port: 8530 },
]);
const one = webSites(6, [{ id: 1, name: 'Default', port: 80 }]);
const new2 = webSites(7, [
  { id: 1, name: 'Default', port: 80 },
  { id: 9, name: 'WSUS', port: 8530 },
]);
const at80 = (version: string) => product(version, { wsus: { outcome: 'ok', value: { version, port: 80, ssl: false, database: 'x', contentDir: 'D:' } } });
const without = (...gone: string[]) => nine.filter((v) => !gone.includes(v));

export const cases: readonly Case[] = [
  {
    name: 'WSUS 3.0 on its own site: nine there and Selfupdate on port 80 are enough',
    answers: { product: product('3.1.6001.65'), 'web-sites': two, 'virtual-directories': vroots([1, root, ['Selfupdate']], [9, own, nine]) },
    want: { verdict: 'pass' },
  },
  {
    name: 'the names are compared without case',
    answers: {
      product: product('3.1.6001.65'),
      'web-sites': two,
      'virtual-directories': vroots([1, root, ['SELFUPDATE']], [9, own, nine.map((v) => v.toLowerCase())]),
    },
    want: { verdict: 'pass' },
  },
  {
    name: 'WSUS 3.0 on its own site without Selfupdate on port 80 is a problem for old agents',
    answers: { product: product('3.1.6001.65'), 'web-sites': two, 'virtual-directories': vroots([9, own, nine]) },
    want: { verdict: 'fail', severity: 'problem', facts: { site: 'WSUS', missing: [], onPort80: ['Selfupdate'] } },
  },
  {
    name: 'a directory clients need is missing: a problem that names it',
    answers: { product: product('3.1.6001.65'), 'web-sites': two, 'virtual-directories': vroots([1, root, ['Selfupdate']], [9, own, without('Content')]) },
    want: { verdict: 'fail', severity: 'problem', facts: { site: 'WSUS', missing: ['Content'], onPort80: [] } },
  },
  {
    name: 'a directory only other servers need is missing: a warning',
    answers: {
      product: product('3.1.6001.65'),
      'web-sites': two,
      'virtual-directories': vroots([1, root, ['Selfupdate']], [9, own, without('DssAuthWebService')]),
    },
    want: { verdict: 'fail', severity: 'warning', facts: { missing: ['DssAuthWebService'] } },
  },
  {
    name: 'WSUS in the default site: nine there are enough',
    answers: { product: at80('3.1.6001.65'), 'web-sites': one, 'virtual-directories': vroots([1, root, nine]) },
    want: { verdict: 'pass' },
  },
  {
    name: 'Server 2022 needs nothing on port 80',
    answers: { product: product('10.0.20348.1'), 'web-sites': new2, 'virtual-directories': vroots([9, 'WSUS', nine]) },
    want: { verdict: 'pass' },
  },
  {
    name: 'Server 2022: Selfupdate on either site is enough',
    answers: {
      product: product('10.0.20348.1'),
      'web-sites': new2,
      'virtual-directories': vroots([1, 'Default', ['SelfUpdate']], [9, 'WSUS', without('Selfupdate')]),
    },
    want: { verdict: 'pass' },
  },
  {
    name: 'Server 2022: no Selfupdate anywhere',
    answers: { product: product('10.0.20348.1'), 'web-sites': new2, 'virtual-directories': vroots([9, 'WSUS', without('Selfupdate')]) },
    want: { verdict: 'fail', facts: { missing: ['Selfupdate'] } },
  },
  {
    name: 'WSUS is installed and IIS has nothing of it',
    answers: { product: product('3.1.6001.65'), 'web-sites': two, 'virtual-directories': vroots([1, root, ['Exchange']]) },
    want: { verdict: 'fail', severity: 'problem', facts: { site: null } },
  },
  {
    name: 'no WSUS in IIS and nothing known of WSUS: does not apply',
    answers: { product: missing, 'web-sites': two, 'virtual-directories': vroots([1, root, ['Exchange']]) },
    want: { verdict: 'notApplicable', because: 'no-wsus-found' },
  },
  {
    name: 'the product not being known does not hide a missing directory',
    answers: { product: missing, 'web-sites': two, 'virtual-directories': vroots([1, root, ['Selfupdate']], [9, own, without('Content')]) },
    want: { verdict: 'fail', facts: { missing: ['Content'] } },
  },
  {
    name: 'without the sites it is not known',
    answers: { 'web-sites': failed, 'virtual-directories': vroots([9, own, nine]) },
    want: { verdict: 'unknown', fault: { code: 'probe-service-stopped' } },
  },
  { name: 'without the directories it is not known', answers: { 'web-sites': two, 'virtual-directories': missing }, want: { verdict: 'unknown' } },
];

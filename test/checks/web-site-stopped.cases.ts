import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, nine, ok, product, vroots, webSites } from '../helpers/small';

const stopped = ok('stopped');
type State = NonNullable<Parameters<typeof webSites>[1][number]['state']>;

/** The default site with the two directories on port 80, WSUS' own on 8530, and companyweb without any. */
const three = (states: { readonly main?: State; readonly port80?: State; readonly company?: State }, more: object = {}) => ({
  'web-sites': webSites(6, [
    { id: 1, name: 'Default', port: 80, state: states.port80 ?? ok('started') },
    { id: 2, name: 'companyweb', port: 80, host: 'companyweb', state: states.company ?? ok('started') },
    { id: 5, name: 'WSUS', port: 8530, state: states.main ?? ok('started') },
  ]),
  'virtual-directories': vroots([1, 'W3SVC/1/ROOT', ['Selfupdate', 'ClientWebService']], [5, 'W3SVC/5/ROOT', nine]),
  product: product('3.1.6001.65'),
  ...more,
});

export const cases: readonly Case[] = [
  { name: 'both sites run', answers: three({}), want: { verdict: 'pass' } },
  {
    name: 'the site of WSUS is stopped',
    answers: three({ main: stopped }),
    want: { verdict: 'fail', severity: 'problem', facts: { sites: ['WSUS'], main: true } },
  },
  {
    name: 'only the site on port 80 is stopped',
    answers: three({ port80: stopped }),
    want: { verdict: 'fail', severity: 'warning', facts: { sites: ['Default'], main: false } },
  },
  {
    name: 'both are stopped',
    answers: three({ main: stopped, port80: stopped }),
    want: { verdict: 'fail', severity: 'problem', facts: { sites: ['Default', 'WSUS'], main: true } },
  },
  { name: 'a site without WSUS is stopped', answers: three({ company: stopped }), want: { verdict: 'pass' } },
  {
    name: 'without the product the site with most directories is the one of WSUS',
    answers: three({ main: stopped }, { product: failed }),
    want: { verdict: 'fail', severity: 'problem', facts: { main: true } },
  },
  {
    name: 'WSUS in the default site, which is stopped',
    answers: {
      'web-sites': webSites(7, [{ id: 1, name: 'Default Web Site', port: 80, state: stopped }]),
      'virtual-directories': vroots([1, 'Default Web Site', nine]),
      product: product(null),
    },
    want: { verdict: 'fail', severity: 'problem', facts: { sites: ['Default Web Site'], main: true } },
  },
  {
    name: 'the state of the site of WSUS may not be read',
    answers: three({ main: denied }),
    want: { verdict: 'unknown', facts: { sites: ['WSUS'] }, fault: { code: 'denied-access' } },
  },
  {
    name: 'the state of the site on port 80 is not in the evidence',
    answers: three({ port80: missing }),
    want: { verdict: 'unknown', facts: { sites: ['Default'] }, fault: { code: 'probe-not-in-evidence' } },
  },
  {
    name: 'one is stopped and the other could not be read: what is certain is told',
    answers: three({ main: stopped, port80: denied }),
    want: { verdict: 'fail', severity: 'problem', facts: { sites: ['WSUS'] } },
  },
  { name: 'the state of a site without WSUS could not be read', answers: three({ company: denied }), want: { verdict: 'pass' } },
  {
    name: 'no site carries WSUS',
    answers: { 'web-sites': webSites(6, [{ id: 1, name: 'Default', port: 80, state: stopped }]), 'virtual-directories': vroots([1, 'W3SVC/1/ROOT', ['OMA']]) },
    want: { verdict: 'notApplicable', because: 'no-wsus-found' },
  },
  {
    name: 'the sites could not be asked',
    answers: three({}, { 'web-sites': failed }),
    want: { verdict: 'unknown', facts: { probe: 'web-sites' }, fault: { code: 'probe-service-stopped' } },
  },
  {
    name: 'the directories could not be asked',
    answers: three({}, { 'virtual-directories': missing }),
    want: { verdict: 'unknown', facts: { probe: 'virtual-directories' } },
  },
];

import type { Case } from '../helpers/check-cases';
import { within } from '../helpers/seat-answers';
import { denied, missing, ok, webSites } from '../helpers/small';

const at = (address: string) => ({ protocol: 'http', address, port: 80, host: '' });
const sites = (...of: readonly (readonly [string, string])[]) =>
  ok({
    ...within(webSites(6, [])),
    sites: of.map(([name, address], i) => ({ id: i + 1, name, root: `W3SVC/${i + 1}/ROOT`, bindings: [at(address)], state: ok('started') })),
  });

export const cases: readonly Case[] = [
  {
    name: 'one site on port 80',
    answers: {
      'web-sites': webSites(6, [
        { id: 1, name: 'Default', port: 80 },
        { id: 2, name: 'WSUS', port: 8530 },
      ]),
    },
    want: { verdict: 'pass' },
  },
  {
    name: 'a host header tells them apart',
    answers: {
      'web-sites': webSites(6, [
        { id: 1, name: 'Default', port: 80 },
        { id: 2, name: 'companyweb', port: 80, host: 'companyweb' },
      ]),
    },
    want: { verdict: 'pass' },
  },
  {
    name: 'two without one',
    answers: {
      'web-sites': webSites(6, [
        { id: 1, name: 'Default', port: 80 },
        { id: 2, name: 'SharePoint', port: 80 },
      ]),
    },
    want: { verdict: 'fail', severity: 'warning', facts: { port: 80, sites: ['Default', 'SharePoint'] } },
  },
  {
    name: 'one of them stopped',
    answers: {
      'web-sites': webSites(6, [
        { id: 1, name: 'Default', port: 80 },
        { id: 2, name: 'SharePoint', port: 80, state: ok('stopped') },
      ]),
    },
    want: { verdict: 'pass' },
  },
  { name: 'different addresses', answers: { 'web-sites': sites(['A', '192.168.16.2'], ['B', '192.168.16.3']) }, want: { verdict: 'pass' } },
  {
    name: 'every address overlaps one',
    answers: { 'web-sites': sites(['A', '*'], ['B', '192.168.16.3']) },
    want: { verdict: 'fail', facts: { sites: ['A', 'B'] } },
  },
  { name: 'the same address', answers: { 'web-sites': sites(['A', '192.168.16.3'], ['B', '192.168.16.3']) }, want: { verdict: 'fail' } },
  {
    name: 'a state that could not be read',
    answers: {
      'web-sites': webSites(6, [
        { id: 1, name: 'Default', port: 80 },
        { id: 2, name: 'SharePoint', port: 80, state: denied },
      ]),
    },
    want: { verdict: 'unknown', fault: { code: 'denied-access' } },
  },
  { name: 'no answer at all', answers: { 'web-sites': missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

import type { Case } from '../helpers/check-cases';
import { denied, missing, ok } from '../helpers/small';

const code = (name: string, count: number, last: string | null = '2026-11-18T08:00:00.000') => ({ code: name, count, first: last, last });
const log = (name: string, codes: readonly object[], more: object = {}) => ({
  name,
  files: [`${name}.log`],
  agent: '7.6.7600.256',
  server: 'http://sbs01:8530',
  statusServer: null,
  susClientId: null,
  zone: '+09:00',
  lines: 100,
  from: '2026-03-03T08:00:00.000',
  to: '2026-11-18T09:00:00.000',
  events: [],
  codes,
  unread: 0,
  ...more,
});
const of = (...clients: readonly object[]) => ({ 'client-log': ok({ clients }) });

export const cases: readonly Case[] = [
  {
    name: '0x80244018 belongs to the refusals by address',
    answers: of(log('PC21', [code('0x80244018', 3), code('0x80190193', 3)])),
    want: {
      verdict: 'fail',
      severity: 'warning',
      facts: {
        clients: 1,
        examined: 1,
        names: ['PC21'],
        first: '0x80190193',
        codes: [
          { code: '0x80190193' },
          {
            code: '0x80244018',
            count: 3,
            checks: ['selfupdate-refuses-clients', 'client-web-service-refuses-clients', 'other-vroots-refuse-clients', 'clients-refused-in-log'],
          },
        ],
      },
    },
  },
  {
    name: 'the codes of several clients are added up, the most frequent first',
    answers: of(log('PC21', [code('0x80244018', 1), code('0x8024402C', 9)]), log('PC22', [code('0x80244018', 2)])),
    want: {
      verdict: 'fail',
      facts: {
        clients: 2,
        examined: 2,
        names: ['PC21', 'PC22'],
        codes: [
          { code: '0x8024402C', count: 9, clients: 1 },
          { code: '0x80244018', count: 3, clients: 2 },
        ],
      },
    },
  },
  {
    name: 'an error more than a week before the end of its log is over',
    answers: of(log('PC21', [code('0x80244018', 5, '2026-11-01T08:00:00.000')])),
    want: { verdict: 'pass' },
  },
  { name: 'an error of the last week counts', answers: of(log('PC21', [code('0x80244018', 5, '2026-11-12T08:00:00.000')])), want: { verdict: 'fail' } },
  { name: 'an error without a time counts', answers: of(log('PC21', [code('0x80244018', 1, null)])), want: { verdict: 'fail' } },
  {
    name: 'a code of nobody’s stays alone',
    answers: of(log('PC21', [code('0x80248007', 1)])),
    want: { verdict: 'fail', facts: { codes: [{ code: '0x80248007', checks: [] }] } },
  },
  { name: 'a log without errors passes', answers: of(log('PC21', [])), want: { verdict: 'pass' } },
  { name: 'no client log does not apply', answers: of(), want: { verdict: 'notApplicable', because: 'no-client-log' } },
  {
    name: 'logs without a line that can be read are not known',
    answers: of(log('PC21', [], { lines: 0 })),
    want: { verdict: 'unknown', facts: { reason: 'log-not-readable' } },
  },
  { name: 'a refused answer is not known', answers: { 'client-log': denied }, want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'no answer is not known', answers: { 'client-log': missing }, want: { verdict: 'unknown' } },
];

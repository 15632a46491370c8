import type { Case } from '../helpers/check-cases';
import { cookie, issued, lost } from '../helpers/seat-answers';
import { missing } from '../helpers/small';

export const cases: readonly Case[] = [
  { name: 'an hour is usual', answers: { cookie: issued() }, want: { verdict: 'pass' } },
  { name: 'half an hour is usual', answers: { cookie: issued('2026-11-18T05:35:00Z') }, want: { verdict: 'pass' } },
  { name: 'two hours are usual', answers: { cookie: issued('2026-11-18T07:05:00Z') }, want: { verdict: 'pass' } },
  { name: 'an offset is counted in', answers: { cookie: issued('2026-11-18T15:05:00.125925+09:00') }, want: { verdict: 'pass' } },
  {
    name: 'a second less than half an hour',
    answers: { cookie: issued('2026-11-18T05:34:59Z') },
    want: { verdict: 'fail', severity: 'warning', facts: { seconds: 1799, host: 'srv', errorCode: null } },
  },
  { name: 'a second more than two hours', answers: { cookie: issued('2026-11-18T07:05:01Z') }, want: { verdict: 'fail', facts: { seconds: 7201 } } },
  { name: 'five days', answers: { cookie: issued('2026-11-23T05:05:00.125925+00:00') }, want: { verdict: 'fail', facts: { seconds: 432000 } } },
  { name: 'over already', answers: { cookie: issued('2026-11-18T05:00:00Z') }, want: { verdict: 'fail', facts: { seconds: -300 } } },
  { name: 'no zone', answers: { cookie: issued('2026-11-18T06:05:00.098198') }, want: { verdict: 'unknown', facts: { reason: 'expiration-without-zone' } } },
  {
    name: 'no date of the server',
    answers: { cookie: issued('2026-11-18T06:05:00Z', null) },
    want: { verdict: 'unknown', facts: { reason: 'no-server-date' } },
  },
  { name: 'not a time', answers: { cookie: issued('tomorrow') }, want: { verdict: 'unknown', facts: { reason: 'expiration-not-readable' } } },
  { name: 'no cookie', answers: { cookie: cookie([lost('unreachable-refused')]) }, want: { verdict: 'unknown', fault: { code: 'probe-not-answered' } } },
  { name: 'no answer at all', answers: { cookie: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

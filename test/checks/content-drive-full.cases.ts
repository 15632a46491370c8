import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok } from '../helpers/small';

const of = (free: unknown) => ({ content: ok({ done: 1, total: 1, free, lastFailure: ok(null) }) });

export const cases: readonly Case[] = [
  { name: '41 GB free', answers: of(ok(44_023_414_784)), want: { verdict: 'pass' } },
  { name: '500 MB free', answers: of(ok(524_288_000)), want: { verdict: 'pass' } },
  { name: 'a byte less than 500 MB', answers: of(ok(524_287_999)), want: { verdict: 'fail', severity: 'warning', facts: { free: 524_287_999 } } },
  { name: '200 MB free', answers: of(ok(209_715_200)), want: { verdict: 'fail', severity: 'warning' } },
  { name: 'a byte less than 200 MB', answers: of(ok(209_715_199)), want: { verdict: 'fail', severity: 'problem', facts: { free: 209_715_199 } } },
  { name: 'nothing free', answers: of(ok(0)), want: { verdict: 'fail', severity: 'problem', facts: { free: 0 } } },
  { name: 'the room may not be read', answers: of(denied), want: { verdict: 'unknown', facts: { what: 'free' }, fault: { code: 'denied-access' } } },
  { name: 'the room is not in the evidence', answers: of(missing), want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
  { name: 'an answer without the room', answers: { content: ok({ done: 1, total: 1 }) }, want: { verdict: 'unknown' } },
  { name: 'WSUS does not answer', answers: { content: failed }, want: { verdict: 'unknown', fault: { code: 'probe-service-stopped' } } },
];

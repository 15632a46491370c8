import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok, services } from '../helpers/small';

const total = 18_253_611_008;
const [first, second] = [6_442_450_944, 6_507_462_656];
const content = (done: number, more: object = {}) => ok({ done, total, free: ok(44_023_414_784), lastFailure: ok(null), ...more });
const of = (done: number, more: object = {}) => ({
  content: content(done, more),
  services: services({ BITS: 'running/manual' }),
  synchronization: ok({ last: null, running: false, approved: 412 }),
});
/** The look ten minutes before 2026-11-18T05:05Z. */
const before = (done: number, more: object = {}) => ({ answers: { content: content(done) }, takenAt: '2026-11-18T04:55:00.000Z', ...more });

/** scenarios.md: 106 KB/s, 10.9 GB left, about 30 h 7 min. */
export const secondLook: Case = {
  name: 'the second look after ten minutes: how fast, and when it ends',
  answers: of(second),
  earlier: before(first),
  want: {
    verdict: 'fail',
    severity: 'wait',
    facts: { done: second, total, rate: 108_352.85333333333, finishAt: '2026-11-19T11:11:46.451Z', free: 44_023_414_784 },
  },
};

export const cases: readonly Case[] = [
  { name: 'all is there', answers: of(total), want: { verdict: 'pass' } },
  { name: 'more is there than is wanted', answers: of(total + 1), want: { verdict: 'pass' } },
  { name: 'nothing is wanted', answers: { ...of(0), content: ok({ done: 0, total: 0, free: ok(1), lastFailure: ok(null) }) }, want: { verdict: 'pass' } },
  {
    name: 'the first look: how much is left',
    answers: of(first),
    want: { verdict: 'fail', severity: 'wait', facts: { done: first, total, rate: null, finishAt: null, free: 44_023_414_784 } },
  },
  secondLook,
  {
    name: "the target's own clock is used where it has one",
    answers: of(second),
    earlier: before(first, { takenAt: '2001-01-01T00:00:00.000Z', clock: '2026-11-18T04:55:00.000Z' }),
    want: { verdict: 'fail', facts: { rate: 108_352.85333333333 } },
  },
  { name: 'nothing came since the look before', answers: of(first), earlier: before(first), want: { verdict: 'fail', facts: { rate: 0, finishAt: null } } },
  { name: 'less is there than before', answers: of(first), earlier: before(second), want: { verdict: 'fail', facts: { rate: 0, finishAt: null } } },
  {
    name: 'a look before that could not ask',
    answers: of(second),
    earlier: { answers: { content: failed }, takenAt: '2026-11-18T04:55:00.000Z' },
    want: { verdict: 'fail', facts: { rate: null, finishAt: null } },
  },
  {
    name: 'two looks at the same moment',
    answers: of(second),
    earlier: before(first, { takenAt: '2026-11-18T05:05:00.000Z' }),
    want: { verdict: 'fail', facts: { rate: 0, finishAt: null } },
  },
  { name: 'the room could not be read', answers: of(first, { free: denied }), want: { verdict: 'fail', severity: 'wait', facts: { free: null } } },
  {
    name: 'BITS is disabled: another check has it',
    answers: { ...of(first), services: services({ BITS: 'stopped/disabled' }) },
    want: { verdict: 'notApplicable', because: 'download-blocked' },
  },
  { name: 'no room: another check has it', answers: of(first, { free: ok(0) }), want: { verdict: 'notApplicable', because: 'download-blocked' } },
  {
    name: 'event 364 an hour ago: another check has it',
    answers: of(first, { lastFailure: ok('2026-11-18T04:00:00.000Z') }),
    want: { verdict: 'notApplicable', because: 'download-blocked' },
  },
  {
    name: 'event 364 an hour ago, but bytes came since',
    answers: of(second, { lastFailure: ok('2026-11-18T04:00:00.000Z') }),
    earlier: before(first),
    want: { verdict: 'fail', severity: 'wait' },
  },
  { name: 'WSUS does not answer', answers: { content: failed }, want: { verdict: 'unknown', fault: { code: 'probe-service-stopped' } } },
  { name: 'the content is not in the evidence', answers: { content: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok, services } from '../helpers/small';

interface Shape {
  readonly done?: number;
  readonly free?: unknown;
  readonly lastFailure?: unknown;
}
const total = 18_253_611_008;
const content = ({ done = 6_442_450_944, free = ok(44_023_414_784), lastFailure = ok(null) }: Shape) => ok({ done, total, free, lastFailure });
const of = (shape: Shape, bits: Parameters<typeof services>[0][string] = 'stopped/manual') => ({ content: content(shape), services: services({ BITS: bits }) });
const before = (done: number) => ({ answers: { content: content({ done }) }, takenAt: '2026-11-18T04:55:00.000Z' });
/** `now` of these rows is 2026-11-18T05:05Z. */
const justNow = ok('2026-11-18T04:00:00.000Z');

export const cases: readonly Case[] = [
  { name: 'all is there', answers: of({ done: total }), want: { verdict: 'pass' } },
  {
    name: 'all is there, and nothing more could come',
    answers: of({ done: total, free: ok(0), lastFailure: justNow }, 'stopped/disabled'),
    want: { verdict: 'pass' },
  },
  { name: 'files are wanted, and nothing keeps them', answers: of({}), want: { verdict: 'pass' } },
  { name: 'BITS runs', answers: of({}, 'running/manual'), want: { verdict: 'pass' } },
  {
    name: 'BITS is disabled',
    answers: of({}, 'stopped/disabled'),
    want: { verdict: 'fail', severity: 'problem', facts: { reasons: ['bits-disabled'], done: 6_442_450_944, total, free: 44_023_414_784, lastFailure: null } },
  },
  { name: 'less than a megabyte free', answers: of({ free: ok(1_048_575) }), want: { verdict: 'fail', severity: 'problem', facts: { reasons: ['no-space'] } } },
  { name: 'a megabyte free', answers: of({ free: ok(1_048_576) }), want: { verdict: 'pass' } },
  {
    name: 'event 364 an hour ago',
    answers: of({ lastFailure: justNow }),
    want: { verdict: 'fail', facts: { reasons: ['event-364'], lastFailure: '2026-11-18T04:00:00.000Z' } },
  },
  { name: 'event 364 a day ago is over', answers: of({ lastFailure: ok('2026-11-17T05:05:00.000Z') }), want: { verdict: 'pass' } },
  { name: 'event 364 a second less than a day ago', answers: of({ lastFailure: ok('2026-11-17T05:05:01.000Z') }), want: { verdict: 'fail' } },
  { name: 'event 364, but bytes came since the look before', answers: of({ lastFailure: justNow }), earlier: before(6_000_000_000), want: { verdict: 'pass' } },
  {
    name: 'event 364, and nothing came since the look before',
    answers: of({ lastFailure: justNow }),
    earlier: before(6_442_450_944),
    want: { verdict: 'fail' },
  },
  {
    name: 'all three',
    answers: of({ free: ok(0), lastFailure: justNow }, 'stopped/disabled'),
    want: { verdict: 'fail', facts: { reasons: ['bits-disabled', 'no-space', 'event-364'], free: 0 } },
  },
  {
    name: 'one reason is certain, another is not known: what is certain is told',
    answers: of({ free: denied }, 'stopped/disabled'),
    want: { verdict: 'fail', facts: { reasons: ['bits-disabled'], free: null } },
  },
  { name: 'the room may not be read', answers: of({ free: denied }), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'the events are not in the evidence', answers: of({ lastFailure: missing }), want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
  { name: 'BITS may not be asked', answers: of({}, denied), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  {
    name: 'BITS is not in the answer',
    answers: { content: content({}), services: services({}) },
    want: { verdict: 'unknown', fault: { code: 'probe-not-answered' } },
  },
  {
    name: 'the services could not be asked',
    answers: { content: content({}), services: failed },
    want: { verdict: 'unknown', fault: { code: 'probe-service-stopped' } },
  },
  {
    name: 'bytes came since the look before: nothing keeps them, whatever could not be read',
    answers: { content: content({ free: denied, lastFailure: missing }), services: failed },
    earlier: before(6_000_000_000),
    want: { verdict: 'pass' },
  },
  { name: 'WSUS does not answer', answers: { content: failed }, want: { verdict: 'unknown', facts: { probe: 'content' } } },
];

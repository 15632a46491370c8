import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok } from '../helpers/small';

const of = (approved: number | null, total: number) => ({
  synchronization: ok({ last: { at: '2026-11-17T18:00:00.000Z', result: 'succeeded', error: null }, running: false, approved }),
  content: ok({ done: 0, total, free: ok(44_023_414_784), lastFailure: ok(null) }),
});

export const cases: readonly Case[] = [
  { name: '143 approved, files wanted', answers: of(143, 9_663_676_416), want: { verdict: 'pass' } },
  { name: 'one approved that needs no file', answers: of(1, 0), want: { verdict: 'pass' } },
  { name: 'none approved, files of an older approval wanted', answers: of(0, 1), want: { verdict: 'pass' } },
  { name: 'none approved, no file wanted', answers: of(0, 0), want: { verdict: 'fail', severity: 'warning', facts: { approved: 0 } } },
  { name: 'the number is not known, but files are wanted', answers: of(null, 1), want: { verdict: 'pass' } },
  { name: 'the number is not known, and no file is wanted', answers: of(null, 0), want: { verdict: 'unknown', facts: { what: 'approved' } } },
  {
    name: 'WSUS does not answer',
    answers: { ...of(0, 0), synchronization: failed },
    want: { verdict: 'unknown', facts: { probe: 'synchronization' }, fault: { code: 'probe-service-stopped' } },
  },
  { name: 'the content may not be asked', answers: { ...of(0, 0), content: denied }, want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'the content is not in the evidence', answers: { ...of(143, 1), content: missing }, want: { verdict: 'unknown', facts: { probe: 'content' } } },
];

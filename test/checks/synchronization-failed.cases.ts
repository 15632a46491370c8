import type { Case } from '../helpers/check-cases';
import { proxyWants, synchronized } from '../helpers/policies';
import { failed } from '../helpers/small';

export const cases: readonly Case[] = [
  { name: 'the last one succeeded', answers: { synchronization: synchronized('succeeded') }, want: { verdict: 'pass' } },
  {
    name: 'the last one failed',
    answers: { synchronization: synchronized('failed', proxyWants) },
    want: { verdict: 'fail', severity: 'problem', facts: { at: '2026-11-17T18:00:00.000Z', error: proxyWants, running: false } },
  },
  { name: 'none was seen', answers: { synchronization: synchronized(null) }, want: { verdict: 'unknown', facts: { reason: 'no-synchronization-seen' } } },
  { name: 'WSUS does not answer', answers: { synchronization: failed }, want: { verdict: 'unknown', fault: { code: 'probe-service-stopped' } } },
];

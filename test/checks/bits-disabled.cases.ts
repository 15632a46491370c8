import type { Case } from '../helpers/check-cases';
import { denied, failed, services } from '../helpers/small';

const of = (bits: Parameters<typeof services>[0][string]) => ({ services: services({ BITS: bits }) });

export const cases: readonly Case[] = [
  { name: 'stopped and manual', answers: of('stopped/manual'), want: { verdict: 'pass' } },
  { name: 'running and automatic', answers: of('running/automatic'), want: { verdict: 'pass' } },
  {
    name: 'disabled',
    answers: of('stopped/disabled'),
    want: { verdict: 'fail', severity: 'problem', facts: { service: 'BITS', state: 'stopped', startMode: 'disabled' } },
  },
  { name: 'disabled, and still running', answers: of('running/disabled'), want: { verdict: 'fail', facts: { state: 'running' } } },
  { name: 'not installed', answers: of(null), want: { verdict: 'notApplicable', because: 'not-installed' } },
  { name: 'not told', answers: { services: services({}) }, want: { verdict: 'unknown', facts: { service: 'BITS' }, fault: { code: 'probe-not-answered' } } },
  { name: 'denied', answers: of(denied), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'no services', answers: { services: failed }, want: { verdict: 'unknown', facts: { probe: 'services' } } },
];

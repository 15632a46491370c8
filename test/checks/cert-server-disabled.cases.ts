import type { Case } from '../helpers/check-cases';
import { denied, missing, services } from '../helpers/small';

const of = (state: string | null | typeof denied) => ({ services: services({ WSusCertServer: state }) });

export const cases: readonly Case[] = [
  { name: 'manual and stopped is healthy', answers: of('stopped/manual'), want: { verdict: 'pass' } },
  { name: 'manual and running is fine: an import leaves it so', answers: of('running/manual'), want: { verdict: 'pass' } },
  { name: 'automatic and running is fine', answers: of('running/automatic'), want: { verdict: 'pass' } },
  { name: 'automatic and stopped is fine', answers: of('stopped/automatic'), want: { verdict: 'pass' } },
  {
    name: 'disabled and stopped is a warning',
    answers: of('stopped/disabled'),
    want: { verdict: 'fail', severity: 'warning', facts: { service: 'WSusCertServer', state: 'stopped', startMode: 'disabled' } },
  },
  { name: 'disabled while it still runs is a warning', answers: of('running/disabled'), want: { verdict: 'fail', severity: 'warning' } },
  { name: 'not installed does not apply', answers: of(null), want: { verdict: 'notApplicable', because: 'not-installed' } },
  { name: 'a service not named in the answer is not known', answers: { services: services({}) }, want: { verdict: 'unknown' } },
  { name: 'a refused answer is not known', answers: of(denied), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'no answer is not known', answers: { services: missing }, want: { verdict: 'unknown' } },
  { name: 'a probe that was never asked is not known', answers: {}, want: { verdict: 'unknown' } },
];

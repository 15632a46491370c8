import type { Case } from '../helpers/check-cases';
import { denied, missing, services } from '../helpers/small';

const of = (state: Parameters<typeof services>[0][string]) => ({ services: services({ WSusCertServer: state }) });

export const cases: readonly Case[] = [
  { name: 'manual and stopped', answers: of('stopped/manual'), want: { verdict: 'pass' } },
  { name: 'automatic and stopped', answers: of('stopped/automatic'), want: { verdict: 'pass' } },
  { name: 'disabled and stopped belongs to another check', answers: of('stopped/disabled'), want: { verdict: 'pass' } },
  { name: 'about to stop', answers: of('stop-pending/manual'), want: { verdict: 'pass' } },
  {
    name: 'manual and running, as an import leaves it, is only a note',
    answers: of('running/manual'),
    want: { verdict: 'fail', severity: 'note', facts: { service: 'WSusCertServer', state: 'running', startMode: 'manual' } },
  },
  {
    name: 'automatic and running is only a note',
    answers: of('running/automatic'),
    want: { verdict: 'fail', severity: 'note', facts: { startMode: 'automatic' } },
  },
  { name: 'about to run', answers: of('start-pending/manual'), want: { verdict: 'fail', severity: 'note', facts: { state: 'start-pending' } } },
  { name: 'not installed', answers: of(null), want: { verdict: 'notApplicable', because: 'not-installed' } },
  { name: 'a service that may not be asked', answers: of(denied), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'a service that the answer does not name', answers: { services: services({}) }, want: { verdict: 'unknown', fault: { code: 'probe-not-answered' } } },
  { name: 'no answer at all', answers: { services: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

import type { Case } from '../helpers/check-cases';
import { denied, missing, services } from '../helpers/small';

export const cases: readonly Case[] = [
  { name: 'running is fine', answers: { services: services({ W3SVC: 'running/automatic' }) }, want: { verdict: 'pass' } },
  { name: 'about to run is fine', answers: { services: services({ W3SVC: 'start-pending/automatic' }) }, want: { verdict: 'pass' } },
  {
    name: 'stopped is a problem, and the stopped services around it are named',
    answers: { services: services({ W3SVC: 'stopped/automatic', IISADMIN: 'stopped/automatic', HTTPFilter: 'running/manual', SMTPSVC: 'stopped/automatic' }) },
    want: { verdict: 'fail', severity: 'problem', facts: { service: 'W3SVC', state: 'stopped', startMode: 'automatic', stoppedToo: ['IISADMIN', 'SMTPSVC'] } },
  },
  {
    name: 'disabled and stopped is a problem',
    answers: { services: services({ W3SVC: 'stopped/disabled' }) },
    want: { verdict: 'fail', severity: 'problem', facts: { startMode: 'disabled' } },
  },
  { name: 'paused serves nobody', answers: { services: services({ W3SVC: 'paused/automatic' }) }, want: { verdict: 'fail', severity: 'problem' } },
  { name: 'about to stop serves nobody', answers: { services: services({ W3SVC: 'stop-pending/automatic' }) }, want: { verdict: 'fail', severity: 'problem' } },
  { name: 'not installed does not apply', answers: { services: services({ W3SVC: null }) }, want: { verdict: 'notApplicable', because: 'not-installed' } },
  { name: 'a service not named in the answer is not known', answers: { services: services({}) }, want: { verdict: 'unknown' } },
  {
    name: 'a service whose state was refused is not known',
    answers: { services: services({ W3SVC: denied }) },
    want: { verdict: 'unknown', fault: { code: 'denied-access' } },
  },
  { name: 'no answer is not known', answers: { services: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

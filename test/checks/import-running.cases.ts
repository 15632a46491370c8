import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok, services } from '../helpers/small';

const of = (wsusutil: unknown) => ({ services: services({ WsusService: 'running/automatic' }, wsusutil) });

export const cases: readonly Case[] = [
  { name: 'no wsusutil.exe', answers: of(ok({ running: false, since: null })), want: { verdict: 'pass' } },
  {
    name: 'wsusutil.exe since 14:02 is waited for',
    answers: of(ok({ running: true, since: '2026-11-18T05:02:00.000Z' })),
    want: { verdict: 'fail', severity: 'wait', facts: { program: 'wsusutil.exe', since: '2026-11-18T05:02:00.000Z' } },
  },
  {
    name: 'wsusutil.exe whose start is not known is waited for',
    answers: of(ok({ running: true, since: null })),
    want: { verdict: 'fail', severity: 'wait', facts: { since: null } },
  },
  {
    name: 'it is waited for, whatever the service says',
    answers: { services: services({ WsusService: 'stopped/automatic' }, ok({ running: true, since: null })) },
    want: { verdict: 'fail' },
  },
  { name: 'programs that may not be listed', answers: of(denied), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'programs that could not be listed', answers: of(failed), want: { verdict: 'unknown', facts: { program: 'wsusutil.exe' } } },
  { name: 'programs that are not in the evidence', answers: of(missing), want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
  { name: 'an answer without programs', answers: { services: ok({ services: {} }) }, want: { verdict: 'unknown' } },
  { name: 'no answer at all', answers: { services: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok, services } from '../helpers/small';

const of = (state: Parameters<typeof services>[0][string], wsusutil?: unknown) => ({ services: services({ WsusService: state }, wsusutil) });

export const cases: readonly Case[] = [
  { name: 'running', answers: of('running/automatic'), want: { verdict: 'pass' } },
  { name: 'about to run', answers: of('start-pending/automatic'), want: { verdict: 'pass' } },
  {
    name: 'stopped',
    answers: of('stopped/automatic'),
    want: { verdict: 'fail', severity: 'problem', facts: { service: 'WsusService', state: 'stopped', startMode: 'automatic', importKnown: true } },
  },
  { name: 'disabled', answers: of('stopped/disabled'), want: { verdict: 'fail', severity: 'problem', facts: { startMode: 'disabled' } } },
  { name: 'paused', answers: of('paused/automatic'), want: { verdict: 'fail', facts: { state: 'paused' } } },
  { name: 'about to stop', answers: of('stop-pending/automatic'), want: { verdict: 'fail' } },
  {
    name: 'stopped while wsusutil.exe runs: not a fault of its own',
    answers: of('stopped/automatic', ok({ running: true, since: '2026-11-18T05:02:00.000Z' })),
    want: { verdict: 'unknown', facts: { service: 'WsusService', state: 'stopped' }, fault: { code: 'probe-import-running' } },
  },
  {
    name: 'stopped, and whether wsusutil.exe runs is not known: told, so that no start is offered',
    answers: of('stopped/automatic', failed),
    want: { verdict: 'fail', severity: 'problem', facts: { importKnown: false } },
  },
  { name: 'running while wsusutil.exe runs', answers: of('running/automatic', ok({ running: true, since: null })), want: { verdict: 'pass' } },
  { name: 'not installed', answers: of(null), want: { verdict: 'notApplicable', because: 'not-installed' } },
  { name: 'a service that may not be asked', answers: of(denied), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'a service that the answer does not name', answers: { services: services({}) }, want: { verdict: 'unknown', fault: { code: 'probe-not-answered' } } },
  { name: 'no answer at all', answers: { services: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

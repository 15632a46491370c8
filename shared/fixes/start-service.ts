import type { Line } from '../fix';
import { defineFix, machineOf } from '../fix';
import type { Operation } from '../operation';
import { okValue } from '../probe';
import { failed, ok } from '../result';

/** Which service a finding is about, and the start mode its generation expects (domain.md 5.2). */
const byCheck = { 'web-publishing-stopped': { service: 'W3SVC', display: 'World Wide Web Publishing Service', mode: 'automatic' } } as const;

/** Starts a stopped service; a disabled one first gets its expected start mode. */
export const startService = defineFix({
  id: 'start-service',
  cures: Object.keys(byCheck),
  choices: (_snapshot, finding) => (finding.verdict === 'fail' && finding.check in byCheck ? [] : null),
  plan(snapshot, finding) {
    const wanted = byCheck[finding.check as keyof typeof byCheck];
    const known = okValue(snapshot.answers.services)?.services ?? {};
    const now = wanted && okValue(known[wanted.service]);
    if (!wanted || !now) return failed('probe-not-answered', { probe: 'services' });
    if (now.state !== 'stopped') return failed('changed-since-planned', { subject: wanted.service });
    const machine = machineOf(snapshot);
    const operations: Operation[] = [
      ...(now.startMode === 'disabled'
        ? [{ operation: 'service.set-start-mode', machine, service: wanted.service, expect: 'disabled', to: wanted.mode } as const]
        : []),
      { operation: 'service.start', machine, service: wanted.service, expect: 'stopped', to: 'running' },
    ];
    const warnings: Line[] = [];
    const starts = ['IISADMIN', 'HTTPFilter'].filter((name) => okValue(known[name])?.state === 'stopped');
    if (starts.length > 0) warnings.push({ id: 'starts-too', facts: { services: starts } });
    if (okValue(known.SMTPSVC)?.state === 'stopped') warnings.push({ id: 'mail-stays-stopped', facts: { service: 'SMTPSVC' } });
    return ok({
      fix: 'start-service',
      check: finding.check,
      choices: {},
      operations,
      byHand: [
        ...(now.startMode === 'disabled'
          ? [{ id: 'services-start-mode', facts: { service: wanted.service, display: wanted.display, mode: wanted.mode } }]
          : []),
        { id: 'services-start', facts: { service: wanted.service, display: wanted.display } },
      ],
      warnings,
      admittedBefore: [],
      admittedAfter: [],
      needs: [],
    });
  },
});

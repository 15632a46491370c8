import { defineFix, machineOf } from '../fix';
import { okValue } from '../probe';
import { failed, ok } from '../result';

/** Sets the start mode only: BITS starts on demand, and Manual is right (WSUS 3.0 Operations Guide). */
export const enableBits = defineFix({
  id: 'enable-bits',
  cures: ['bits-disabled'],
  choices: (_snapshot, finding) => (finding.verdict === 'fail' ? [] : null),
  plan(snapshot, finding) {
    const service = okValue(okValue(snapshot.answers.services)?.services.BITS);
    if (service?.startMode !== 'disabled') return failed('changed-since-planned', { subject: 'BITS' });
    return ok({
      fix: 'enable-bits',
      check: finding.check,
      choices: {},
      operations: [{ operation: 'service.set-start-mode', machine: machineOf(snapshot), service: 'BITS', expect: 'disabled', to: 'manual' }],
      byHand: [{ id: 'services-start-mode', facts: { service: 'BITS', display: 'Background Intelligent Transfer Service', mode: 'manual' } }],
      warnings: [],
      admittedBefore: [],
      admittedAfter: [],
      needs: [],
    });
  },
});

import { defineFix, machineOf } from '../fix';
import { okValue } from '../probe';
import { failed, ok } from '../result';

/** Sets the start mode only: a stopped, manual WSusCertServer is healthy, it starts on demand. */
export const setCertServerManual = defineFix({
  id: 'set-cert-server-manual',
  cures: ['cert-server-disabled'],
  choices: () => [],
  plan(snapshot, finding) {
    const service = okValue(okValue(snapshot.answers.services)?.services.WSusCertServer);
    if (service?.startMode !== 'disabled') return failed('changed-since-planned', { subject: 'WSusCertServer' });
    return ok({
      fix: 'set-cert-server-manual',
      check: finding.check,
      choices: {},
      operations: [{ operation: 'service.set-start-mode', machine: machineOf(snapshot), service: 'WSusCertServer', expect: 'disabled', to: 'manual' }],
      byHand: [{ id: 'services-start-mode', facts: { service: 'WSusCertServer', display: 'WSUS Certificate Server', mode: 'manual' } }],
      warnings: [],
      admittedBefore: [],
      admittedAfter: [],
      needs: [],
    });
  },
});

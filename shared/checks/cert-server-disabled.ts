import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { fault } from '../result';

/**
 * WSusCertServer is a COM service started on demand: Manual or Automatic in any state is fine; Disabled is expected to
 * break publishing and import [inference; no Microsoft statement found]. That it issues client ids is an opinion of the
 * forum thread without evidence (domain.md 5.1).
 */
export const certServerDisabled = defineCheck({
  id: 'cert-server-disabled',
  needs: ['services'],
  uses: [],
  severity: 'warning',
  grade: 'inference',
  sources: ['cert-server-dcom', 'forum-thread'],
  evaluate({ services }) {
    const service = services.services.WSusCertServer;
    if (service?.outcome !== 'ok') return unknown({ service: 'WSusCertServer' }, service?.fault ?? fault('probe-not-answered', { service: 'WSusCertServer' }));
    if (service.value === null) return notApplicable('not-installed');
    const { state, startMode } = service.value;
    return startMode === 'disabled' ? fail({ service: 'WSusCertServer', state, startMode }) : pass;
  },
});

import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { isUp, serviceNamed } from '../service-check';

/** An import or a use of the WSUS interface starts it and leaves it running: explained, nothing to cure (domain.md 5.1). */
export const certServerRunning = defineCheck({
  id: 'cert-server-running',
  needs: ['services'],
  uses: [],
  severity: 'note',
  grade: 'field-report',
  sources: ['forum-thread', 'cert-server-dcom'],
  evaluate({ services }) {
    const found = serviceNamed(services, 'WSusCertServer');
    if ('fault' in found) return unknown({ service: 'WSusCertServer' }, found.fault);
    if (found.service === null) return notApplicable('not-installed');
    const { state, startMode } = found.service;
    return isUp(found.service) ? fail({ service: 'WSusCertServer', state, startMode }) : pass;
  },
});

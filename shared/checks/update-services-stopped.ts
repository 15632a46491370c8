import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { okValue } from '../probe';
import { fault } from '../result';
import { isUp, serviceNamed } from '../service-check';

/** Update Services (WsusService). An import or export stops it on purpose (21799690): then this waits for the import. */
export const updateServicesStopped = defineCheck({
  id: 'update-services-stopped',
  needs: ['services'],
  uses: [],
  severity: 'problem',
  after: ['import-running', 'database-stopped'],
  grade: 'vendor-doc',
  sources: ['wsus-service-list', 'wsus-import'],
  evaluate({ services }) {
    const found = serviceNamed(services, 'WsusService');
    if ('fault' in found) return unknown({ service: 'WsusService' }, found.fault);
    if (found.service === null) return notApplicable('not-installed');
    if (isUp(found.service)) return pass;
    const { state, startMode } = found.service;
    if (okValue(services.wsusutil)?.running) return unknown({ service: 'WsusService', state, startMode }, fault('probe-import-running', {}));
    return fail({ service: 'WsusService', state, startMode, importKnown: services.wsusutil.outcome === 'ok' });
  },
});

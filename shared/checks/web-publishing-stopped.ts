import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { fault } from '../result';

/** Without the World Wide Web Publishing Service nobody is served, and the IIS 6 configuration cannot be asked. */
export const webPublishingStopped = defineCheck({
  id: 'web-publishing-stopped',
  needs: ['services'],
  uses: [],
  severity: 'problem',
  grade: 'vendor-doc',
  sources: ['wsus-services'],
  evaluate({ services }) {
    const service = services.services.W3SVC;
    if (service?.outcome !== 'ok') return unknown({ service: 'W3SVC' }, service?.fault ?? fault('probe-not-answered', { service: 'W3SVC' }));
    if (service.value === null) return notApplicable('not-installed');
    const { state, startMode } = service.value;
    const stoppedToo = ['IISADMIN', 'HTTPFilter', 'SMTPSVC'].filter((name) => {
      const other = services.services[name];
      return other?.outcome === 'ok' && other.value?.state === 'stopped';
    });
    return state === 'running' || state === 'start-pending' ? pass : fail({ service: 'W3SVC', state, startMode, stoppedToo });
  },
});

import { defineCheck, fail, pass, unknown } from '../check';
import { okValue } from '../probe';
import { fault } from '../result';
import { databaseServices, isUp, serviceNamed } from '../service-check';

/** The database of WSUS, by the name in its set-up key; its display name is not asked (domain.md 5.2). */
export const databaseStopped = defineCheck({
  id: 'database-stopped',
  needs: ['services'],
  uses: ['product'],
  severity: 'problem',
  grade: 'vendor-doc',
  sources: ['wsus-service-list', 'wsus-database'],
  evaluate({ services }, used) {
    const named = okValue(okValue(used.product)?.wsus)?.database;
    const installed = databaseServices.filter((name) => okValue(services.services[name]));
    // One that could not be asked may be the database too.
    const unread = databaseServices.some((name) => services.services[name] && services.services[name].outcome !== 'ok');
    const name = named ?? (installed.length === 1 && !unread ? installed[0] : undefined);
    if (name === undefined)
      return unknown({ what: 'database' }, used.product.outcome === 'ok' ? fault('probe-not-answered', { service: 'database' }) : used.product.fault);
    const found = serviceNamed(services, name);
    if ('fault' in found) return unknown({ service: name }, found.fault);
    if (found.service === null) return unknown({ service: name }, fault('probe-database-elsewhere', { service: name }));
    const { state, startMode } = found.service;
    return isUp(found.service) ? pass : fail({ service: name, state, startMode });
  },
});

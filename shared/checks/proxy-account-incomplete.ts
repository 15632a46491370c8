import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { hasIsa, lacking, offersAccount, proxyFacts } from '../proxy-account';

/** ISA with Windows authentication wants DOMAIN\user and a password (release note of 3.0 SP1); other proxies may know accounts without a domain. */
export const proxyAccountIncomplete = defineCheck({
  id: 'proxy-account-incomplete',
  needs: ['proxy'],
  uses: ['services'],
  severity: 'problem',
  after: ['web-publishing-stopped', 'import-running', 'update-services-stopped', 'database-stopped', 'proxy-missing'],
  grade: 'release-note',
  sources: ['release-note-3.0-sp1'],
  evaluate({ proxy }, used) {
    const offers = offersAccount(proxy);
    if (offers === false) return notApplicable('no-proxy-account');
    if (offers === null || proxy.user === null) return unknown({ reason: 'proxy-not-told' });
    const lacks = lacking(proxy);
    const onlyDomain = lacks.length === 1 && lacks[0] === 'domain';
    if (lacks.length > 0) return fail({ ...proxyFacts(proxy), lacks }, onlyDomain && hasIsa(used.services) !== true ? 'warning' : 'problem');
    return proxy.hasPassword === null ? unknown({ reason: 'password-not-told' }) : pass;
  },
});

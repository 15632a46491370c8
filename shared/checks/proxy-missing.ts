import { defineCheck, fail, pass, unknown } from '../check';
import { okValue } from '../probe';
import { askedForAccount, hasIsa, proxyFacts } from '../proxy-account';

/** With ISA Server as the way out, WSUS must be told of the proxy: it does not find it by itself (release note of 3.0 SP1). */
export const proxyMissing = defineCheck({
  id: 'proxy-missing',
  needs: ['proxy'],
  uses: ['services', 'synchronization'],
  severity: 'problem',
  after: ['web-publishing-stopped', 'import-running', 'update-services-stopped', 'database-stopped'],
  grade: 'release-note',
  sources: ['release-note-3.0-sp1'],
  evaluate({ proxy }, used) {
    const facts = proxyFacts(proxy);
    if (proxy.use === null) return unknown({ reason: 'proxy-not-told' });
    if (proxy.use) {
      if (proxy.name === null) return unknown({ reason: 'proxy-not-told' });
      return proxy.name === '' ? fail({ ...facts, reason: 'no-name' }) : pass;
    }
    const last = okValue(used.synchronization)?.last;
    // It came through without one.
    if (last?.result === 'succeeded') return pass;
    if (askedForAccount(last)) return fail({ ...facts, reason: 'asked-for-account' });
    const isa = hasIsa(used.services);
    return isa === true && last?.result === 'failed' ? fail({ ...facts, reason: 'isa' }) : unknown({ reason: 'need-not-known' });
  },
});

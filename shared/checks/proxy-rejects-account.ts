import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { askedForAccount, lacking, offersAccount, proxyFacts } from '../proxy-account';
import { fault } from '../result';

/** The account is complete, and the proxy still asks for one (407): an expired password comes first (WSUS 3.0 Operations Guide). */
export const proxyRejectsAccount = defineCheck({
  id: 'proxy-rejects-account',
  needs: ['proxy', 'synchronization'],
  uses: [],
  severity: 'problem',
  after: [
    'web-publishing-stopped',
    'import-running',
    'update-services-stopped',
    'database-stopped',
    'proxy-account-incomplete',
    'proxy-account-not-internet-user',
  ],
  grade: 'vendor-doc',
  sources: ['wsus-synchronization'],
  evaluate({ proxy, synchronization: { last } }) {
    const offers = offersAccount(proxy);
    if (offers === false) return notApplicable('no-proxy-account');
    if (offers === null) return unknown({ reason: 'proxy-not-told' });
    if (last?.result === 'succeeded') return pass;
    if (lacking(proxy).length > 0) return unknown({ reason: 'account-incomplete' }, fault('probe-not-answered', { what: '407' }));
    return askedForAccount(last) ? fail({ ...proxyFacts(proxy), at: last?.at ?? null }) : unknown({ reason: 'no-word-of-the-proxy' });
  },
});

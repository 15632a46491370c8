import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { offersAccount, proxyFacts } from '../proxy-account';
import { fault } from '../result';

/** On a Small Business Server with ISA the account must be in the group Internet Users (release note of 3.0 SP1). */
export const proxyAccountNotInternetUser = defineCheck({
  id: 'proxy-account-not-internet-user',
  needs: ['proxy'],
  uses: [],
  severity: 'problem',
  after: ['web-publishing-stopped', 'import-running', 'update-services-stopped', 'database-stopped'],
  grade: 'release-note',
  sources: ['release-note-3.0-sp1'],
  evaluate({ proxy }) {
    const offers = offersAccount(proxy);
    if (offers === false) return notApplicable('no-proxy-account');
    if (offers === null) return unknown({ reason: 'proxy-not-told' });
    const member = proxy.internetUser;
    if (member?.outcome !== 'ok') return unknown({ what: 'Internet Users' }, member?.fault ?? fault('probe-not-answered', { what: 'Internet Users' }));
    if (member.value === null) return notApplicable('no-internet-users-group');
    return member.value ? pass : fail(proxyFacts(proxy));
  },
});

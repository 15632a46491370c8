import { defineFix } from '../fix';
import { ok } from '../result';

/** By hand only: no safe operation writes WSUS' proxy settings, and its password is nobody's to carry. Verified by the probe afterwards. */
export const enterProxySettings = defineFix({
  id: 'enter-proxy-settings',
  cures: ['proxy-missing', 'proxy-account-incomplete', 'proxy-account-not-internet-user', 'proxy-rejects-account'],
  choices: (_snapshot, finding) => (finding.verdict === 'fail' ? [] : null),
  plan: (_snapshot, finding) =>
    ok({
      fix: 'enter-proxy-settings',
      check: finding.check,
      choices: {},
      operations: [],
      byHand: [
        finding.check === 'proxy-account-not-internet-user'
          ? { id: 'internet-users', facts: { user: finding.facts.user ?? null } }
          : { id: 'wsus-proxy', facts: { proxy: finding.facts.proxy ?? null, account: finding.check !== 'proxy-missing' } },
        { id: 'synchronize-again', facts: {} },
      ],
      warnings: [],
      admittedBefore: [],
      admittedAfter: [],
      needs: [],
    }),
});

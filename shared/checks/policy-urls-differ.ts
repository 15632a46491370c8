import { defineCheck } from '../check';
import { policyVerdict, readPolicies, sameUrl } from '../policy-clients';

/** WUServer and WUStatusServer must name the same address to be valid (WSUS 3.0 Operations Guide). */
export const policyUrlsDiffer = defineCheck({
  id: 'policy-urls-differ',
  needs: ['client-policies'],
  uses: [],
  severity: 'problem',
  after: ['policy-value-ignored'],
  grade: 'vendor-doc',
  sources: ['wsus-client-policy'],
  evaluate({ 'client-policies': policies }) {
    const differ = readPolicies(policies).read.filter(({ policy }) => {
      if (policy.wuServer === null && policy.wuStatusServer === null) return false;
      return policy.wuServer === null || policy.wuStatusServer === null || !sameUrl(policy.wuServer, policy.wuStatusServer);
    });
    const first = differ[0]?.policy;
    const names = differ.map((c) => c.name);
    return policyVerdict(policies, names, { wuServer: first?.wuServer ?? null, wuStatusServer: first?.wuStatusServer ?? null });
  },
});

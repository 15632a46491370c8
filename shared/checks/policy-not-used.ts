import { defineCheck } from '../check';
import { policyVerdict, readPolicies } from '../policy-clients';

/** UseWUServer = 1 is needed or WUServer is ignored (WSUS 3.0 Operations Guide); without WUServer there is nothing to use. */
export const policyNotUsed = defineCheck({
  id: 'policy-not-used',
  needs: ['client-policies'],
  uses: [],
  severity: 'problem',
  after: ['policy-value-ignored'],
  grade: 'vendor-doc',
  sources: ['wsus-client-policy'],
  evaluate({ 'client-policies': policies }) {
    const idle = readPolicies(policies).read.filter(({ policy }) => policy.wuServer === null || policy.useWuServer !== true);
    const withoutServer = idle.filter(({ policy }) => policy.wuServer === null).length;
    const names = idle.map((c) => c.name);
    return policyVerdict(policies, names, { withoutServer });
  },
});

import { defineCheck } from '../check';
import { policyVerdict, readPolicies } from '../policy-clients';

/** A value of the wrong type counts as absent, so it looks right in a registry editor and does nothing [inference from the documented types]. */
export const policyValueIgnored = defineCheck({
  id: 'policy-value-ignored',
  needs: ['client-policies'],
  uses: [],
  severity: 'problem',
  grade: 'inference',
  sources: ['wsus-client-policy'],
  evaluate({ 'client-policies': policies }) {
    const { read } = readPolicies(policies);
    const wrong = read.filter(({ policy }) => (policy.ignored ?? []).length > 0);
    const values = [...new Set(wrong.flatMap(({ policy }) => (policy.ignored ?? []).map((v) => `${v.name} (${v.type})`)))].sort();
    const untold = read.filter(({ policy }) => policy.ignored === undefined).length;
    const names = wrong.map((c) => c.name);
    return policyVerdict(policies, names, { values: values.slice(0, 6) }, untold);
  },
});

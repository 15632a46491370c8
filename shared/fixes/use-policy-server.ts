import { defineFix } from '../fix';
import type { ClientPolicy } from '../policy-clients';
import { plannable, policyPlan, type Wanted } from '../policy-plan';

const isIdle = (policy: ClientPolicy): boolean => policy.wuServer === null || policy.useWuServer !== true;

/** UseWUServer = 1; a client without an address gets this server's. */
const wanted: Wanted = (policy, server) => {
  const url = policy.wuServer ?? server;
  return url === null ? null : { ...policy, wuServer: url, wuStatusServer: policy.wuServer === null ? url : policy.wuStatusServer, useWuServer: true };
};

/** Tells clients outside a domain to use WSUS; members of a domain are told by Group Policy, by hand. */
export const usePolicyServer = defineFix({
  id: 'use-policy-server',
  cures: ['policy-not-used'],
  choices(snapshot, finding) {
    if (finding.verdict !== 'fail') return null;
    const clients = plannable(snapshot, { failing: isIdle, wanted });
    return clients.length === 0 ? [] : [{ name: 'clients', values: clients.map((value) => ({ value })), default: clients, several: true }];
  },
  plan: (snapshot, finding, choices) => policyPlan(snapshot, finding, choices, { fix: 'use-policy-server', failing: isIdle, wanted }),
});

import type { Finding } from '../diagnose';
import { defineFix } from '../fix';
import type { ClientPolicy } from '../policy-clients';
import { sameUrl } from '../policy-clients';
import { type Cure, plannable, policyPlan } from '../policy-plan';
import { type Names, namesOf } from '../policy-server';
import { lost, okValue } from '../probe';
import { fault } from '../result';
import type { Snapshot } from '../snapshot';

const differ = ({ wuServer, wuStatusServer }: ClientPolicy): boolean =>
  !(wuServer === null && wuStatusServer === null) && (wuServer === null || wuStatusServer === null || !sameUrl(wuServer, wuStatusServer));

/** What a client's address names, where this server's own is known. */
function namedBy(snapshot: Snapshot): (policy: ClientPolicy) => Names | null {
  const product = okValue(snapshot.answers.product);
  const wsus = okValue(product?.wsus);
  const none = lost('missing', fault('probe-not-answered'));
  if (!product || !wsus) return () => null;
  const here = { computer: product.computer, wsus, networks: snapshot.answers.networks ?? none, sites: snapshot.answers['web-sites'] ?? none };
  return (policy) => (policy.wuServer === null ? null : namesOf(policy.wuServer, here));
}

/** WUStatusServer as WUServer. */
const same: Cure = {
  failing: differ,
  wanted: (policy) => {
    const url = policy.wuServer ?? policy.wuStatusServer;
    return url === null ? null : { ...policy, wuServer: url, wuStatusServer: url };
  },
};

/** The port of this server is put right; another server's name is never overwritten: it may be on purpose. */
function rightPort(snapshot: Snapshot): Cure {
  const names = namedBy(snapshot);
  return {
    failing: (policy) => ['other-port', 'no-address', 'other-server'].includes(names(policy) ?? ''),
    wanted: (policy, server) => (server === null || names(policy) === 'other-server' ? null : { ...policy, wuServer: server, wuStatusServer: server }),
  };
}

const cureOf = (snapshot: Snapshot, { check }: Finding): Cure => (check === 'policy-urls-differ' ? same : rightPort(snapshot));

/** Makes both addresses of clients outside a domain the same; members of a domain are told by Group Policy, by hand. */
export const alignPolicyUrls = defineFix({
  id: 'align-policy-urls',
  cures: ['policy-urls-differ', 'policy-names-other-server'],
  choices(snapshot, finding) {
    if (finding.verdict !== 'fail') return null;
    const clients = plannable(snapshot, cureOf(snapshot, finding));
    return clients.length === 0 ? [] : [{ name: 'clients', values: clients.map((value) => ({ value })), default: clients, several: true }];
  },
  plan: (snapshot, finding, choices) => policyPlan(snapshot, finding, choices, { fix: 'align-policy-urls', ...cureOf(snapshot, finding) }),
});

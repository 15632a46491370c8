import type { Finding } from '../diagnose';
import { defineFix } from '../fix';
import type { ClientPolicy } from '../policy-clients';
import { sameUrl } from '../policy-clients';
import { plannable, policyPlan, type Wanted } from '../policy-plan';
import { namesOf } from '../policy-server';
import { lost, okValue } from '../probe';
import { fault } from '../result';
import type { Snapshot } from '../snapshot';

const differ = ({ wuServer, wuStatusServer }: ClientPolicy): boolean =>
  !(wuServer === null && wuStatusServer === null) && (wuServer === null || wuStatusServer === null || !sameUrl(wuServer, wuStatusServer));

/** The port of this server is put right; another server's name is never overwritten: it may be on purpose. */
function wrongPort(snapshot: Snapshot): (policy: ClientPolicy) => boolean {
  const product = okValue(snapshot.answers.product);
  const wsus = okValue(product?.wsus);
  const none = lost('missing', fault('probe-not-answered'));
  if (!product || !wsus) return () => false;
  const here = { computer: product.computer, wsus, networks: snapshot.answers.networks ?? none, sites: snapshot.answers['web-sites'] ?? none };
  return (policy) => policy.wuServer !== null && ['other-port', 'no-address'].includes(namesOf(policy.wuServer, here));
}

const failingOf = (snapshot: Snapshot, { check }: Finding) => (check === 'policy-urls-differ' ? differ : wrongPort(snapshot));

/** WUStatusServer as WUServer; or both as the address of this server. */
const wantedOf =
  ({ check }: Finding): Wanted =>
  (policy, server) => {
    const url = check === 'policy-urls-differ' ? (policy.wuServer ?? policy.wuStatusServer) : server;
    return url === null ? null : { ...policy, wuServer: url, wuStatusServer: url };
  };

/** Makes both addresses of clients outside a domain the same; members of a domain are told by Group Policy, by hand. */
export const alignPolicyUrls = defineFix({
  id: 'align-policy-urls',
  cures: ['policy-urls-differ', 'policy-names-other-server'],
  choices(snapshot, finding) {
    if (finding.verdict !== 'fail') return null;
    const clients = plannable(snapshot, failingOf(snapshot, finding));
    return clients.length === 0 ? [] : [{ name: 'clients', values: clients.map((value) => ({ value })), default: clients, several: true }];
  },
  plan: (snapshot, finding, choices) =>
    policyPlan(snapshot, finding, choices, { fix: 'align-policy-urls', failing: failingOf(snapshot, finding), wanted: wantedOf(finding) }),
});

import { defineCheck, unknown } from '../check';
import { policyVerdict, readPolicies, serverUrl } from '../policy-clients';
import type { Names } from '../policy-server';
import { namesOf } from '../policy-server';
import { fault } from '../result';

/**
 * Clients ask where WUServer sends them. The wrong port of this server is a problem; another server's name a warning:
 * it may be an alias, or a downstream server on purpose [inference].
 */
export const policyNamesOtherServer = defineCheck({
  id: 'policy-names-other-server',
  needs: ['client-policies', 'product'],
  uses: ['networks', 'web-sites'],
  severity: 'problem',
  grade: 'inference',
  sources: ['wsus-client-policy'],
  evaluate({ 'client-policies': policies, product }, used) {
    if (product.wsus.outcome !== 'ok') return unknown({ what: 'wsus' }, product.wsus.fault ?? fault('probe-not-answered', { what: 'wsus' }));
    const here = { computer: product.computer, wsus: product.wsus.value, networks: used.networks, sites: used['web-sites'] };
    // Nearly all clients have one of a few addresses.
    const known = new Map<string, Names>();
    const judged = (url: string): Names => {
      const names = known.get(url) ?? namesOf(url, here);
      known.set(url, names);
      return names;
    };
    const named = readPolicies(policies).read.flatMap(({ name, policy }) =>
      policy.wuServer === null ? [] : [{ name, url: policy.wuServer, names: judged(policy.wuServer) }],
    );
    const wrong = named.filter((c) => c.names !== 'this-server' && c.names !== 'undecided');
    const undecided = named.filter((c) => c.names === 'undecided').length;
    const servers = [...new Set(wrong.map((c) => c.url.slice(0, 120)))].sort().slice(0, 6);
    const more = { servers, wanted: serverUrl(product.computer, product.wsus.value), port: product.wsus.value.port };
    const names = wrong.map((c) => c.name);
    const verdict = policyVerdict(policies, names, more, undecided);
    return verdict.verdict === 'fail' && wrong.every((c) => c.names === 'other-server') ? { ...verdict, severity: 'warning' } : verdict;
  },
});

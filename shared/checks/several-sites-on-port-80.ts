import { defineCheck, fail, pass, unknown } from '../check';
import { okValue } from '../probe';
import type { Binding, WebSite } from '../probes/web-sites';

const port = 80;
const anyAddress = (b: Binding): boolean => b.address === '' || b.address === '*';
/** Without a host header, and at an address both would take. */
const meet = (a: Binding, b: Binding): boolean =>
  a.port === port && b.port === port && a.host === '' && b.host === '' && (anyAddress(a) || anyAddress(b) || a.address === b.address);
const share = (a: WebSite, b: WebSite): boolean => a.bindings.some((x) => b.bindings.some((y) => meet(x, y)));

/** Two started sites on port 80, same or overlapping address, no host header. Host headers (companyweb on an SBS) are by design. */
export const severalSitesOnPort80 = defineCheck({
  id: 'several-sites-on-port-80',
  needs: ['web-sites'],
  uses: [],
  severity: 'warning',
  after: ['web-publishing-stopped'],
  grade: 'release-note',
  sources: ['release-note-3.0-sp1', 'wsus-self-update'],
  evaluate(answers) {
    const sites = answers['web-sites'].sites.filter((s) => okValue(s.state) !== 'stopped');
    const pairs = sites.flatMap((a, i) => sites.slice(i + 1).flatMap((b) => (share(a, b) ? [[a, b] as const] : [])));
    const running = pairs.find(([a, b]) => a.state.outcome === 'ok' && b.state.outcome === 'ok');
    if (running) return fail({ port, sites: running.map((s) => s.name), pairs: pairs.length });
    const site = pairs[0]?.find((s) => s.state.outcome !== 'ok');
    return site ? unknown({ port, sites: (pairs[0] ?? []).map((s) => s.name) }, site.state.outcome === 'ok' ? undefined : site.state.fault) : pass;
  },
});

import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { okValue } from '../probe';
import { fault } from '../result';
import { layoutOf, vrootsOf } from '../wsus-layout';

/** A site that carries WSUS directories is stopped. There is no operation for that: it is started by hand. */
export const webSiteStopped = defineCheck({
  id: 'web-site-stopped',
  needs: ['web-sites', 'virtual-directories'],
  uses: ['product'],
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'vendor-doc',
  sources: ['wsus-services'],
  evaluate(answers, used) {
    const { sites } = answers['web-sites'];
    const { vroots } = answers['virtual-directories'];
    const layout = layoutOf(sites, vroots, okValue(okValue(used.product)?.wsus)?.port ?? null);
    const carrying = sites.filter((s) => vrootsOf(s, vroots).length > 0);
    if (carrying.length === 0) return notApplicable('no-wsus-found');
    const stopped = carrying.filter((s) => okValue(s.state) === 'stopped');
    // Only self-update on port 80 is lost when WSUS' own site still runs.
    const main = stopped.some((s) => s.id === layout.main?.id);
    if (stopped.length > 0) return fail({ sites: stopped.map((s) => s.name), main }, main ? 'problem' : 'warning');
    const open = carrying.find((s) => s.state.outcome !== 'ok');
    return open ? unknown({ sites: [open.name] }, open.state?.outcome === 'ok' ? undefined : (open.state?.fault ?? fault('probe-not-answered'))) : pass;
  },
});

import { defineCheck, fail, notApplicable, pass } from '../check';
import { generationOf, upTo30 } from '../generation';
import { okValue } from '../probe';
import { clientVroots, layoutOf, vrootsOf, wsusVroots } from '../wsus-layout';

/**
 * The expected set depends on the layout (domain.md 4.1 and 14): all nine on WSUS' own site; with WSUS on another
 * port, Selfupdate on the port-80 site too up to WSUS 3.0. Later versions want it on either [vendor-doc: BPA rule].
 */
export const virtualDirectoryMissing = defineCheck({
  id: 'virtual-directory-missing',
  needs: ['web-sites', 'virtual-directories'],
  uses: ['product'],
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'vendor-doc',
  sources: ['wsus-services', 'wsus-self-update'],
  evaluate(answers, used) {
    const { sites } = answers['web-sites'];
    const { vroots } = answers['virtual-directories'];
    const wsus = okValue(okValue(used.product)?.wsus);
    const { main, port80 } = layoutOf(sites, vroots, wsus?.port ?? null);
    if (!main) return wsus ? fail({ site: null, missing: [...wsusVroots], onPort80: [] }) : notApplicable('no-wsus-found');
    const generation = wsus ? generationOf(wsus.version) : null;
    const old = generation ? upTo30(generation) : answers['web-sites'].iis === 6;
    const here = vrootsOf(main, vroots);
    const there = port80 && port80.id !== main.id ? vrootsOf(port80, vroots) : here;
    const missing = wsusVroots.filter((v) => !here.includes(v) && !(v === 'Selfupdate' && !old && there.includes(v)));
    const onPort80 = old && !there.includes('Selfupdate') && !missing.includes('Selfupdate') ? ['Selfupdate'] : [];
    if (missing.length === 0 && onPort80.length === 0) return pass;
    const forClients = onPort80.length > 0 || missing.some((v) => (clientVroots as readonly string[]).includes(v));
    return fail({ site: main.name, missing: [...missing], onPort80 }, forClients ? 'problem' : 'warning');
  },
});

import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { okValue } from '../probe';
import type { Vroot } from '../probes/virtual-directories';
import { fault } from '../result';
import type { Layout } from '../wsus-layout';
import { clientVroots, layoutOf, wsusVrootOf } from '../wsus-layout';

/** What clients ask on port 80 beside WSUS' own site (domain.md 14). */
const onPort80: readonly string[] = ['Selfupdate', 'ClientWebService'];

/** Whether clients of WSUS come there: another site's directory may have the same name. */
const isAsked = ({ main, port80 }: Layout, { site, name }: Vroot): boolean => {
  const vroot = wsusVrootOf(name) ?? '';
  return (site === main?.id && (clientVroots as readonly string[]).includes(vroot)) || (site === port80?.id && onPort80.includes(vroot));
};

/** Clients come without an account: the directories they use must admit anonymous users (WSUS 3.0 Operations Guide). */
export const anonymousAccessOff = defineCheck({
  id: 'anonymous-access-off',
  needs: ['web-sites', 'virtual-directories'],
  uses: ['product'],
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'vendor-doc',
  sources: ['wsus-services', 'wsus-self-update'],
  evaluate({ 'web-sites': { sites }, 'virtual-directories': { vroots } }, used) {
    const layout = layoutOf(sites, vroots, okValue(okValue(used.product)?.wsus)?.port ?? null);
    const asked = vroots.filter((v) => isAsked(layout, v));
    if (asked.length === 0) return notApplicable('no-such-vroot');
    const off = asked.filter((v) => v.settings?.outcome === 'ok' && v.settings.value.anonymous === false);
    if (off.length > 0) return fail({ nodes: off.map((v) => v.node).slice(0, 20), directories: off.length });
    const unread = asked.find((v) => v.settings?.outcome !== 'ok' || v.settings.value.anonymous === null);
    if (!unread) return pass;
    const why = unread.settings && unread.settings.outcome !== 'ok' ? unread.settings.fault : fault('probe-not-answered', { node: unread.node });
    return unknown({ node: unread.node }, why);
  },
});

import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { fault } from '../result';
import { clientVroots, wsusVrootOf } from '../wsus-layout';

/** Clients come without an account: the directories they use must admit anonymous users (WSUS 3.0 Operations Guide). */
export const anonymousAccessOff = defineCheck({
  id: 'anonymous-access-off',
  needs: ['virtual-directories'],
  uses: [],
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'vendor-doc',
  sources: ['wsus-services', 'wsus-self-update'],
  evaluate({ 'virtual-directories': { vroots } }) {
    const asked = vroots.filter((v) => (clientVroots as readonly string[]).includes(wsusVrootOf(v.name) ?? ''));
    if (asked.length === 0) return notApplicable('no-such-vroot');
    const off = asked.filter((v) => v.settings?.outcome === 'ok' && v.settings.value.anonymous === false);
    if (off.length > 0) return fail({ nodes: off.map((v) => v.node).slice(0, 20), directories: off.length });
    const unread = asked.find((v) => v.settings?.outcome !== 'ok' || v.settings.value.anonymous === null);
    if (!unread) return pass;
    const why = unread.settings && unread.settings.outcome !== 'ok' ? unread.settings.fault : fault('probe-not-answered', { node: unread.node });
    return unknown({ node: unread.node }, why);
  },
});

import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { okValue } from '../probe';
import { clientVroots, wsusVrootOf } from '../wsus-layout';

/** The pool of the web services: stopped, they answer 503 while the static self-update files still come (domain.md 4.1). */
export const applicationPoolStopped = defineCheck({
  id: 'application-pool-stopped',
  needs: ['web-sites', 'virtual-directories'],
  uses: [],
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'field-report',
  sources: ['wsus-services'],
  evaluate(answers) {
    const { pools } = answers['web-sites'];
    const ours = answers['virtual-directories'].vroots.filter((v) => (clientVroots as readonly string[]).includes(wsusVrootOf(v.name) ?? ''));
    if (ours.length === 0) return notApplicable('no-wsus-found');
    if (pools.outcome !== 'ok') return unknown({}, pools.fault);
    const unread = ours.find((v) => v.settings?.outcome !== 'ok');
    const names = new Set(ours.flatMap((v) => okValue(v.settings)?.pool ?? []));
    const stopped = pools.value.filter((p) => names.has(p.name) && p.state === 'stopped').map((p) => p.name);
    if (stopped.length > 0) return fail({ pools: stopped });
    if (unread) return unknown({ node: unread.node }, unread.settings?.outcome === 'ok' ? undefined : unread.settings?.fault);
    return pass;
  },
});

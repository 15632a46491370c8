import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { localRefusals } from '../refusal-local';

/** The server refuses itself: its own update client and WSUS' self-check then fail. */
export const localhostRefused = defineCheck({
  id: 'localhost-refused',
  needs: ['web-sites', 'virtual-directories', 'ip-restrictions'],
  uses: ['networks', 'product'],
  severity: 'warning',
  after: ['web-publishing-stopped'],
  grade: 'release-note',
  sources: ['release-note-3.0-sp1', 'release-note-3.0-sp2', 'iis6-ip-security', 'iis7-ip-security'],
  evaluate(answers, used) {
    const { inForce } = answers['ip-restrictions'];
    if (inForce.outcome === 'ok' && !inForce.value) return notApplicable('module-missing');
    const local = localRefusals(answers, used);
    if (local.places === 0) return notApplicable('no-such-vroot');
    const facts = { nodes: local.refused.map((r) => r.node), addresses: [...new Set(local.refused.flatMap((r) => r.addresses))] };
    if (local.refused.length > 0 && inForce.outcome !== 'ok') return unknown(facts, inForce.fault);
    // The site's root alone carries no file that WSUS 3.0 needs: worth saying, nothing to cure.
    if (local.refused.length > 0) return fail({ ...facts, rootOnly: local.rootOnly }, local.rootOnly ? 'note' : 'warning');
    if (local.fault) return unknown(facts, local.fault);
    return local.undecided > 0 ? unknown({ ...facts, reason: 'rules-not-decidable', undecided: local.undecided }) : pass;
  },
});

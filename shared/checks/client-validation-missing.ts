import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { compareVersions } from '../generation';
import { okValue } from '../probe';

/** Agents before this one do not write the value [recollection: it came with the agents that came with WSUS 2.0 and 3.0]. */
const firstToWrite = '5.8';

/**
 * SusClientId is there and SusClientIdValidation is not: the agent is older than it should be, as after a failed
 * self-update [inference]. The agent writes it by itself; no service of the server does (domain.md 0.4).
 */
export const clientValidationMissing = defineCheck({
  id: 'client-validation-missing',
  needs: ['client-identities'],
  uses: [],
  severity: 'warning',
  after: ['selfupdate-refuses-clients', 'self-update-files-missing'],
  grade: 'inference',
  sources: ['wsus-cloned-images', 'forum-thread'],
  evaluate(answers) {
    const { clients } = answers['client-identities'];
    if (clients.length === 0) return notApplicable('no-clients-known');
    const unread = clients.filter((c) => c.identity?.outcome !== 'ok');
    const read = clients.flatMap((c) => {
      const identity = okValue(c.identity);
      return identity?.susClientId ? [{ name: c.name, agent: identity.agent, lacks: identity.validation === null }] : [];
    });
    const old = read.filter((c) => c.agent !== null && compareVersions(c.agent, firstToWrite) < 0);
    const lacking = read.filter((c) => c.lacks && !old.includes(c));
    const open = lacking.filter((c) => c.agent === null);
    const missing = lacking.filter((c) => c.agent !== null);
    const facts = { clients: missing.length, examined: read.length - old.length, names: missing.slice(0, 20).map((c) => c.name) };
    if (missing.length > 0) return fail(facts);
    if (open.length + unread.length > 0)
      return unknown({ ...facts, reason: open.length > 0 ? 'agent-age-unknown' : 'clients-not-read', undecided: open.length + unread.length });
    return read.length > 0 && read.length === old.length ? notApplicable('agents-too-old') : pass;
  },
});

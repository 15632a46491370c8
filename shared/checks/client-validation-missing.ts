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
    const missing: string[] = [];
    const oldAgents = new Map<string, boolean>();
    const isOld = (agent: string) => {
      const known = oldAgents.get(agent) ?? compareVersions(agent, firstToWrite) < 0;
      oldAgents.set(agent, known);
      return known;
    };
    let [read, old, ageless, unread] = [0, 0, 0, 0];
    for (const { name, identity: collected } of clients) {
      const identity = okValue(collected);
      if (!identity) unread++;
      if (!identity?.susClientId) continue;
      read++;
      if (identity.agent !== null && isOld(identity.agent)) old++;
      else if (identity.validation === null && identity.agent === null) ageless++;
      else if (identity.validation === null) missing.push(name);
    }
    const facts = { clients: missing.length, examined: read - old, names: missing.slice(0, 20) };
    if (missing.length > 0) return fail(facts);
    if (ageless + unread > 0) return unknown({ ...facts, reason: ageless > 0 ? 'agent-age-unknown' : 'clients-not-read', undecided: ageless + unread });
    return read > 0 && read === old ? notApplicable('agents-too-old') : pass;
  },
});

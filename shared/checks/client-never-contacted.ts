import { scopeOf } from '../address';
import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { okValue } from '../probe';
import { knownClients } from '../refusal';

/** Clients known otherwise that WSUS' own list does not have. A clone is in the list under another's name: matched by id. */
export const clientNeverContacted = defineCheck({
  id: 'client-never-contacted',
  needs: ['client-identities', 'networks'],
  uses: [],
  severity: 'warning',
  after: [
    'web-publishing-stopped',
    'update-services-stopped',
    'database-stopped',
    'selfupdate-refuses-clients',
    'client-web-service-refuses-clients',
    'other-vroots-refuse-clients',
  ],
  grade: 'inference',
  sources: ['wsus-self-update'],
  evaluate(answers) {
    const { clients, serverList } = answers['client-identities'];
    if (serverList?.outcome !== 'ok') return unknown({ what: 'server-list' }, serverList?.fault);
    const lower = (text: string) => text.toLowerCase().split('.')[0] ?? '';
    const names = new Set(serverList.value.map((c) => lower(c.name)));
    const addresses = new Set(serverList.value.flatMap((c) => c.address ?? []));
    const ids = new Set(serverList.value.map((c) => c.susClientId.toLowerCase()));
    const seen = new Map(clients.map((c) => [lower(c.name), c]));
    const people = new Map<string, { name: string; addresses: string[] }>();
    for (const c of clients) people.set(lower(c.name), { name: c.name, addresses: [...c.addresses] });
    for (const c of knownClients(answers.networks)) {
      if (scopeOf(c.address) === 'public') continue;
      const key = c.name ? lower(c.name) : ([...people].find(([, p]) => p.addresses.includes(c.text))?.[0] ?? c.text);
      const known = people.get(key);
      people.set(key, { name: known?.name ?? c.name ?? c.text, addresses: [...(known?.addresses ?? []), c.text] });
    }
    if (people.size === 0) return notApplicable('no-clients-known');
    let open = 0;
    const never = [...people].filter(([key, p]) => {
      if (names.has(key) || p.addresses.some((a) => addresses.has(a))) return false;
      const identity = seen.get(key)?.identity;
      if (identity && identity.outcome !== 'ok') open++;
      const id = okValue(identity)?.susClientId?.toLowerCase();
      return !(identity && identity.outcome !== 'ok') && (id === undefined || !ids.has(id));
    });
    const facts = { clients: never.length, examined: people.size, names: never.slice(0, 20).map(([, p]) => p.name) };
    if (never.length > 0) return fail(facts);
    return open > 0 ? unknown({ ...facts, reason: 'clients-not-read', undecided: open }) : pass;
  },
});

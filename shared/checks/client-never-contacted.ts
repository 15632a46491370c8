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
    const lower = (text: string) => {
      const dot = text.indexOf('.');
      return (dot < 0 ? text : text.slice(0, dot)).toLowerCase();
    };
    const names = new Set(serverList.value.map((c) => lower(c.name)));
    const addresses = new Set(serverList.value.flatMap((c) => c.address ?? []));
    const ids = new Set(serverList.value.map((c) => c.susClientId.toLowerCase()));
    const owners = new Map<string, string>();
    const examined = new Set<string>();
    const never = new Map<string, string>();
    const open = new Set<string>();
    for (const client of clients) {
      const key = lower(client.name);
      examined.add(key);
      for (const address of client.addresses) owners.set(address, key);
      const id = okValue(client.identity)?.susClientId?.toLowerCase();
      if (names.has(key) || (id !== undefined && ids.has(id)) || client.addresses.some((a) => addresses.has(a))) continue;
      if (client.identity?.outcome === 'ok') never.set(key, client.name);
      else open.add(key);
    }
    for (const { text, name, address } of knownClients(answers.networks)) {
      if (scopeOf(address) === 'public') continue;
      const key = name ? lower(name) : (owners.get(text) ?? text);
      const isNew = !examined.has(key);
      examined.add(key);
      if (addresses.has(text) || names.has(key)) {
        never.delete(key);
        open.delete(key);
      } else if (isNew) never.set(key, name ?? text);
    }
    if (examined.size === 0) return notApplicable('no-clients-known');
    const facts = { clients: never.size, examined: examined.size, names: [...never.values()].slice(0, 20) };
    if (never.size > 0) return fail(facts);
    return open.size > 0 ? unknown({ ...facts, reason: 'clients-not-read', undecided: open.size }) : pass;
  },
});

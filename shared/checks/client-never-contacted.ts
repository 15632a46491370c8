import { scopeOf } from '../address';
import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { knownClients } from '../known-clients';
import { okValue } from '../probe';

/** Of each item that has it, once; no list is made on the way, since there may be many thousands. */
function setOf<T>(items: readonly T[], of: (item: T) => string | null): ReadonlySet<string> {
  const set = new Set<string>();
  for (const item of items) {
    const text = of(item);
    if (text !== null) set.add(text);
  }
  return set;
}

/** Made when it is first asked for. */
const later = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

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
    /** As Windows writes it: mostly the same text, and no new one. */
    const short = (text: string) => {
      const dot = text.indexOf('.');
      return (dot < 0 ? text : text.slice(0, dot)).toUpperCase();
    };
    const addresses = later(() => setOf(serverList.value, (c) => c.address));
    const ids = later(() => setOf(serverList.value, (c) => c.susClientId.toLowerCase()));
    const owners = later(() => new Map(clients.flatMap((c) => c.addresses.map((address) => [address, short(c.name)] as const))));
    /** By short name: false where only the list has it, true where it came, null where it was not read, else the name of one that never came. */
    const seen = new Map<string, boolean | null | string>();
    for (const { name } of serverList.value) seen.set(short(name), false);
    for (const client of clients) {
      const key = short(client.name);
      const standing = seen.get(key);
      if (standing === true) continue;
      const identity = okValue(client.identity);
      const id = identity?.susClientId?.toLowerCase();
      const came = standing === false || (id !== undefined && ids().has(id)) || client.addresses.some((a) => addresses().has(a));
      if (came) seen.set(key, true);
      else if (typeof standing !== 'string') seen.set(key, identity ? client.name : null);
    }
    for (const { text, name, address } of knownClients(answers.networks)) {
      if (scopeOf(address) === 'public') continue;
      const key = name ? short(name) : (owners().get(text) ?? text);
      const standing = seen.get(key);
      if (standing === true) continue;
      if (standing === false || addresses().has(text)) seen.set(key, true);
      else if (standing === undefined) seen.set(key, name ?? text);
    }
    const never: string[] = [];
    let [examined, count, unread] = [0, 0, 0];
    for (const standing of seen.values()) {
      if (standing === false) continue;
      examined++;
      if (standing === null) unread++;
      else if (standing !== true && ++count <= 20) never.push(standing);
    }
    if (examined === 0) return notApplicable('no-clients-known');
    const facts = { clients: count, examined, names: never };
    if (count > 0) return fail(facts);
    return unread > 0 ? unknown({ ...facts, reason: 'clients-not-read', undecided: unread }) : pass;
  },
});

/** What is known of the clients behind the addresses: system, agent, and the site their WUServer names. */
import type { KnownClient } from './known-clients';
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';
import type { WebSite } from './probes/web-sites';
import { siteOnPort } from './wsus-layout';

type Identities = Collected<AnswerOf<'client-identities'>>;
type Policies = Collected<AnswerOf<'client-policies'>>;

export interface Person {
  readonly system: string | null;
  readonly agent: string | null;
  readonly site: WebSite | null;
}
/** By address. Clients alike share one object, so that kinds can be told apart by identity. */
export type People = ReadonlyMap<string, Person>;

/** Policies by name: mostly they come in the order of the clients. */
function policiesOf(list: AnswerOf<'client-policies'>['clients']) {
  let byName: ReadonlyMap<string, (typeof list)[number]> | null = null;
  return (name: string, at: number) => {
    const same = list[at];
    if (same?.name === name) return okValue(same.policy);
    byName ??= new Map(list.map((c) => [c.name, c]));
    return okValue(byName.get(name)?.policy);
  };
}

const peopleCache = new WeakMap<object, { sites: readonly WebSite[]; policies: object; people: People }>();

/** Once per answer: several checks ask. */
export function people(identities: Identities, policies: Policies, sites: readonly WebSite[]): People {
  const known = peopleCache.get(identities);
  if (known?.sites === sites && known.policies === policies) return known.people;
  const policyOf = policiesOf(okValue(policies)?.clients ?? []);
  const kinds = new Map<string, Person>();
  const byAddress = new Map<string, Person>();
  let last: { system: string | null; agent: string | null; url: string | null; person: Person } | null = null;
  okValue(identities)?.clients.forEach((client, i) => {
    const { system = null, agent = null } = okValue(client.identity) ?? {};
    const policy = policyOf(client.name, i);
    const url = policy?.useWuServer ? policy.wuServer : null;
    // Mostly the one before was of the same kind.
    if (last?.system !== system || last.agent !== agent || last.url !== url) {
      const kind = JSON.stringify([system, agent, url]);
      const person = kinds.get(kind) ?? { system, agent, site: url ? siteOnPort(sites, portOf(url)) : null };
      kinds.set(kind, person);
      last = { system, agent, url, person };
    }
    for (const address of client.addresses) byAddress.set(address, last.person);
  });
  peopleCache.set(identities, { sites, policies, people: byAddress });
  return byAddress;
}

const kindsCache = new WeakMap<readonly KnownClient[], { people: People; kinds: ReadonlySet<Person | undefined> }>();

/** Each kind of person that occurs among these clients; undefined: of whom nothing is known. */
export function kindsOf(clients: readonly KnownClient[], known: People): ReadonlySet<Person | undefined> {
  const found = kindsCache.get(clients);
  if (found?.people === known) return found.kinds;
  const kinds = new Set(clients.map(({ text }) => known.get(text)));
  kindsCache.set(clients, { people: known, kinds });
  return kinds;
}

/** The port a WUServer value names. */
export function portOf(url: string): number {
  const match = /^(https?):\/\/(?:\[[^\]]*\]|[^:/]*)(?::(\d+))?/i.exec(url.trim());
  return match?.[2] ? Number(match[2]) : match?.[1]?.toLowerCase() === 'https' ? 443 : 80;
}

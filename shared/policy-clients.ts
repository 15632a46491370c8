/** What the checks of policies share: the clients that could be read, and those that could not. */
import type { Verdict } from './check';
import { fail, notApplicable, pass, unknown } from './check';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';
import type { Facts } from './result';

type Policies = AnswerOf<'client-policies'>;
export type ClientPolicy = Extract<Policies['clients'][number]['policy'], { outcome: 'ok' }>['value'];
export interface ReadPolicy {
  readonly name: string;
  readonly policy: ClientPolicy;
}

interface PoliciesRead {
  readonly read: readonly ReadPolicy[];
  readonly unread: number;
}
const readCache = new WeakMap<object, PoliciesRead>();

/** Once per answer: several checks ask. */
export function readPolicies(policies: Policies): PoliciesRead {
  const known = readCache.get(policies) ?? readAll(policies);
  readCache.set(policies, known);
  return known;
}

function readAll({ clients }: Policies): PoliciesRead {
  const read = clients.flatMap(({ name, policy: collected }) => {
    const policy = okValue(collected);
    return policy ? [{ name, policy }] : [];
  });
  return { read, unread: clients.length - read.length };
}

/** A failing client is enough; passing needs every client. */
export function policyVerdict(policies: Policies, failing: readonly string[], more: Facts = {}, undecided = 0): Verdict {
  if (policies.clients.length === 0) return notApplicable('no-clients-known');
  const { read, unread } = readPolicies(policies);
  const facts = { clients: failing.length, examined: read.length, names: failing.slice(0, 20), ...more };
  if (failing.length > 0) return fail(facts);
  return unread + undecided > 0 ? unknown({ ...facts, reason: unread > 0 ? 'clients-not-read' : 'policy-not-told', undecided: unread + undecided }) : pass;
}

/** WSUS takes both addresses only where they are the same (domain.md 6); case and a slash at the end are none of the difference [inference]. */
export const sameUrl = (a: string, b: string): boolean => a === b || plainUrl(a) === plainUrl(b);
const plainUrl = (text: string): string => text.trim().replace(/\/+$/, '').toLowerCase();

/** The address clients of this server should have. */
export const serverUrl = (computer: string, { port, ssl }: { port: number; ssl: boolean }): string =>
  `${ssl ? 'https' : 'http'}://${computer.toLowerCase()}${port === (ssl ? 443 : 80) ? '' : `:${port}`}`;

/** Plans for the policy values of clients: only outside a domain, and only where that is known. */
import type { Finding } from './diagnose';
import type { Choices, FixPlan, Line } from './fix';
import type { Operation, OperationValue } from './operation';
import { policyValueOf, sameValue } from './operation';
import { policyValues } from './operation-schema';
import type { ClientPolicy, ReadPolicy } from './policy-clients';
import { readPolicies, serverUrl } from './policy-clients';
import { okValue } from './probe';
import type { Result } from './result';
import { failed, ok } from './result';
import type { Snapshot } from './snapshot';

/** What a client's values should be; null where that is not known, or left to people. */
export type Wanted = (policy: ClientPolicy, server: string | null) => ClientPolicy | null;
type Value = Extract<Operation, { operation: 'registry.set' }>['expect'];

/** The address of this server's WSUS, where it is known. */
export function ownUrl(snapshot: Snapshot): string | null {
  const product = okValue(snapshot.answers.product);
  const wsus = okValue(product?.wsus);
  return product && wsus ? serverUrl(product.computer, wsus) : null;
}

function operationsOf({ name: machine, policy }: ReadPolicy, wanted: ClientPolicy): Operation[] {
  return policyValues.flatMap((name): Operation[] => {
    const [expect, to]: OperationValue[] = [policyValueOf(policy, name), policyValueOf(wanted, name)];
    if (to === 'absent' || sameValue(expect, to)) return [];
    return [{ operation: 'registry.set', machine, name, expect: expect as Value, to: to as Exclude<Value, 'absent'> }];
  });
}

/** A value of the wrong type is there although it counts as absent: it is not overwritten unseen. */
const isPlain = (policy: ClientPolicy): boolean => policy.ignored !== undefined && policy.ignored.length === 0;

/** How a fix cures clients: which ones, and what their values should be. */
export interface Cure {
  readonly failing: (policy: ClientPolicy) => boolean;
  readonly wanted: Wanted;
}
interface Client extends ReadPolicy {
  readonly to: ClientPolicy | null;
}

/** The named clients of a finding, by the way they are cured. */
function sorted(snapshot: Snapshot, { failing, wanted }: Cure) {
  const policies = okValue(snapshot.answers['client-policies']);
  const server = ownUrl(snapshot);
  const read = policies ? readPolicies(policies).read.filter(({ policy }) => failing(policy)) : [];
  const clients = read.map((c): Client => ({ ...c, to: wanted(c.policy, server) }));
  return {
    server,
    outside: clients.filter(({ policy, to }) => policy.domainMember === false && isPlain(policy) && to !== null),
    /** Outside a domain, whether they have a plan or not. */
    local: clients.filter(({ policy }) => policy.domainMember === false && isPlain(policy)),
    members: clients.filter(({ policy }) => policy.domainMember === true),
    notKnown: clients.filter(({ policy }) => policy.domainMember === null || (policy.domainMember === false && !isPlain(policy))),
    kept: clients.filter(({ to }) => to === null),
  };
}

/** The clients that have a plan, as values of a choice. */
export const plannable = (snapshot: Snapshot, cure: Cure): string[] => sorted(snapshot, cure).outside.map((c) => c.name);

const named = (clients: readonly Client[]): string[] => clients.map((c) => c.name).slice(0, 20);

/** One step for each address that is to be typed; null: it is not known. */
function stepsByHand(id: string, clients: readonly Client[], server: string | null): Line[] {
  const urlOf = ({ to }: Client) => to?.wuServer ?? server;
  return [...new Set(clients.map(urlOf))].map((url) => ({ id, facts: { clients: named(clients.filter((c) => urlOf(c) === url)), server: url } }));
}

const warning = (id: string, clients: readonly Client[]): Line[] => (clients.length > 0 ? [{ id, facts: { clients: named(clients) } }] : []);

export function policyPlan(snapshot: Snapshot, finding: Finding, choices: Choices, { fix, ...cure }: Cure & { fix: string }): Result<FixPlan> {
  const { server, outside, local, members, notKnown, kept } = sorted(snapshot, cure);
  const asked = choices.clients ?? outside.map((c) => c.name);
  const stranger = asked.find((name) => !outside.some((c) => c.name.toLowerCase() === name.toLowerCase()));
  if (stranger !== undefined) return failed('input-unknown-choice', { choice: 'clients', value: stranger.slice(0, 80), offered: outside.map((c) => c.name) });
  const chosen = outside.filter((c) => asked.some((name) => name.toLowerCase() === c.name.toLowerCase()));
  return ok({
    fix,
    check: finding.check,
    choices: { clients: chosen.map((c) => c.name) },
    operations: chosen.flatMap((client) => (client.to ? operationsOf(client, client.to) : [])),
    byHand: [...stepsByHand('policy-in-domain', [...members, ...notKnown], server), ...stepsByHand('policy-local', local, server)],
    warnings: [
      ...warning('no-plan-domain-member', members),
      ...warning('no-plan-domain-not-known', notKnown),
      ...warning(server === null ? 'no-plan-server-not-known' : 'no-plan-other-server', kept),
    ],
    admittedBefore: [],
    admittedAfter: [],
    needs: [],
  });
}

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

/** What a client's values should be; null where it is not known. */
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

/** The named clients of a finding, by the way they are cured. */
function sorted(snapshot: Snapshot, failing: (policy: ClientPolicy) => boolean) {
  const policies = okValue(snapshot.answers['client-policies']);
  const clients = policies ? readPolicies(policies).read.filter(({ policy }) => failing(policy)) : [];
  return {
    outside: clients.filter(({ policy }) => policy.domainMember === false && isPlain(policy)),
    members: clients.filter(({ policy }) => policy.domainMember === true).map((c) => c.name),
    notKnown: clients.filter(({ policy }) => policy.domainMember === null || (policy.domainMember === false && !isPlain(policy))).map((c) => c.name),
  };
}

/** The clients that have a plan, as values of a choice. */
export const plannable = (snapshot: Snapshot, failing: (policy: ClientPolicy) => boolean): string[] => sorted(snapshot, failing).outside.map((c) => c.name);

export function policyPlan(
  snapshot: Snapshot,
  finding: Finding,
  choices: Choices,
  given: { fix: string; failing: (policy: ClientPolicy) => boolean; wanted: Wanted },
): Result<FixPlan> {
  const server = ownUrl(snapshot);
  const { outside, members, notKnown } = sorted(snapshot, given.failing);
  const asked = choices.clients ?? outside.map((c) => c.name);
  const stranger = asked.find((name) => !outside.some((c) => c.name.toLowerCase() === name.toLowerCase()));
  if (stranger !== undefined) return failed('input-unknown-choice', { choice: 'clients', value: stranger.slice(0, 80), offered: outside.map((c) => c.name) });
  const chosen = outside.filter((c) => asked.some((name) => name.toLowerCase() === c.name.toLowerCase()));
  const operations = chosen.flatMap((client) => {
    const wanted = given.wanted(client.policy, server);
    return wanted ? operationsOf(client, wanted) : [];
  });
  const byHand: Line[] = [
    ...(members.length + notKnown.length > 0 ? [{ id: 'policy-in-domain', facts: { clients: [...members, ...notKnown].slice(0, 20), server } }] : []),
    ...(outside.length > 0 ? [{ id: 'policy-local', facts: { clients: outside.map((c) => c.name).slice(0, 20), server } }] : []),
  ];
  const warnings: Line[] = [
    ...(members.length > 0 ? [{ id: 'no-plan-domain-member', facts: { clients: members.slice(0, 20) } }] : []),
    ...(notKnown.length > 0 ? [{ id: 'no-plan-domain-not-known', facts: { clients: notKnown.slice(0, 20) } }] : []),
  ];
  return ok({
    fix: given.fix,
    check: finding.check,
    choices: { clients: chosen.map((c) => c.name) },
    operations,
    byHand,
    warnings,
    admittedBefore: [],
    admittedAfter: [],
    needs: [],
  });
}

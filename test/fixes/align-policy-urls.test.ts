/** Which clients a plan for policy addresses changes, which it leaves to people, and what these are told to type. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/diagnose';
import type { Fix, FixPlan } from '../../shared/fix';
import { alignPolicyUrls } from '../../shared/fixes/align-policy-urls';
import { usePolicyServer } from '../../shared/fixes/use-policy-server';
import { lineTexts } from '../../shared/messages/lines';
import type { Text } from '../../shared/messages/text';
import { langs, say } from '../../shared/messages/text';
import type { Snapshot } from '../../shared/snapshot';
import { clientNamed, policiesOf, policyOf } from '../helpers/policies';
import { networks, product } from '../helpers/small';

const here = { product: product('3.1.6001.65'), networks: networks({ adapters: [['192.168.16.2', '255.255.255.0']] }) };
const both = (url: string | null, more: object = {}) => policyOf({ wuServer: url, wuStatusServer: url, domainMember: false, ...more });
const planOf = (fix: Fix, check: string, answers: object): FixPlan => {
  const snapshot = { schema: 'test', takenAt: '2026-11-18T05:05:00.000Z', entries: [], answers } as unknown as Snapshot;
  const finding: Finding = { id: check, check, verdict: 'fail', severity: 'problem', facts: {} };
  const plan = fix.plan(snapshot, finding, {});
  if (!plan.ok) throw new Error(plan.fault.code);
  return plan.value;
};
const machines = (plan: FixPlan) => [...new Set(plan.operations.map((o) => o.machine))];

describe('a client that names another server', () => {
  const plan = planOf(alignPolicyUrls, 'policy-names-other-server', {
    ...here,
    ...policiesOf(
      clientNamed('PC01', both('http://srv')),
      clientNamed('PC02', both('http://old:8530')),
      clientNamed('PC03', both('http://old:8530', { domainMember: true })),
    ),
  });
  it('is not changed, while a wrong port is', () => {
    expect(machines(plan)).toEqual(['PC01']);
    expect(plan.choices).toEqual({ clients: ['PC01'] });
  });
  it('has a step by hand and a warning that it may be on purpose', () => {
    expect(plan.byHand).toEqual([
      { id: 'policy-in-domain', facts: { clients: ['PC03'], server: 'http://srv:8530' } },
      { id: 'policy-local', facts: { clients: ['PC01', 'PC02'], server: 'http://srv:8530' } },
    ]);
    expect(plan.warnings).toContainEqual({ id: 'no-plan-other-server', facts: { clients: ['PC02', 'PC03'] } });
  });
});

describe('a step by hand', () => {
  it('tells the address that the plan writes, for each', () => {
    const apart = (url: string) => policyOf({ wuServer: url, wuStatusServer: 'http://other:8530', domainMember: false });
    const plan = planOf(alignPolicyUrls, 'policy-urls-differ', {
      ...here,
      ...policiesOf(
        clientNamed('PC01', apart('http://srv:8530')),
        clientNamed('PC02', apart('http://branch:8530')),
        clientNamed('PC03', apart('http://srv:8530')),
      ),
    });
    expect(plan.byHand).toEqual([
      { id: 'policy-local', facts: { clients: ['PC01', 'PC03'], server: 'http://srv:8530' } },
      { id: 'policy-local', facts: { clients: ['PC02'], server: 'http://branch:8530' } },
    ]);
    for (const operation of plan.operations)
      expect(operation).toMatchObject({ to: { own: { value: operation.machine === 'PC02' ? 'http://branch:8530' : 'http://srv:8530' } } });
  });
  it('says so in words where the address is not known, and nothing is changed', () => {
    const plan = planOf(usePolicyServer, 'policy-not-used', policiesOf(clientNamed('PC01', both(null))));
    expect({ operations: plan.operations, choices: plan.choices }).toEqual({ operations: [], choices: { clients: [] } });
    expect(plan.warnings).toEqual([{ id: 'no-plan-server-not-known', facts: { clients: ['PC01'] } }]);
    for (const lang of langs) for (const { id, facts } of plan.byHand) expect(say(lineTexts[id] as Text, lang, facts)).not.toContain('?');
  });
});

/** Many clients: dead ones cost their own limit and nobody else's. */
import { expect, it } from 'vitest';
import { timeSweep } from '../helpers/clients';

it('asks 250 clients of which 30 % never answer within 1.5 times the ideal', async () => {
  const { ms, ideal, swept, most } = await timeSweep({ clients: 250, dead: 0.3, agents: 8, perClient: 300, answersIn: 30 });
  const outcomes = [...swept.values()].map((s) => s['client-identities']);
  expect(outcomes.filter((o) => o.outcome === 'ok').length).toBe(175);
  expect(outcomes.filter((o) => o.outcome !== 'ok' && o.fault.code === 'timed-out-agent').length).toBe(75);
  expect(most).toBeLessThanOrEqual(8);
  console.log(`sweep: ${Math.round(ms)} ms, ideal ${Math.round(ideal)} ms`);
  expect(ms / ideal).toBeLessThan(1.5);
}, 30_000);

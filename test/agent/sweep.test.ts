/** Many clients: dead ones cost their own limit and nobody else's. */
import { expect, it } from 'vitest';
import { collect } from '../../electron/collect';
import { timeSweep } from '../helpers/clients';
import { worldNamed } from '../helpers/worlds';
import { Lab } from './lab';
import { adapterOf } from './start';

it('asks 250 clients of which 30 % never answer within 1.5 times the ideal', async () => {
  const { ms, ideal, swept, most } = await timeSweep({ clients: 250, dead: 0.3, agents: 8, perClient: 300, answersIn: 30 });
  const outcomes = [...swept.values()].map((s) => s['client-identities']);
  expect(outcomes.filter((o) => o.outcome === 'ok').length).toBe(175);
  expect(outcomes.filter((o) => o.outcome !== 'ok' && o.fault.code === 'timed-out-agent').length).toBe(75);
  expect(most).toBeLessThanOrEqual(8);
  console.log(`sweep: ${Math.round(ms)} ms, ideal ${Math.round(ideal)} ms`);
  expect(ms / ideal).toBeLessThan(1.5);
}, 30_000);

it('stops at its budget where nearly all are switched off, and names those that did not answer in time', async () => {
  const { ms, swept } = await timeSweep({ clients: 250, dead: 0.99, agents: 8, perClient: 300, answersIn: 10, budget: 1000 });
  expect(ms).toBeLessThan(2000);
  const codes = [...swept.values()].map((s) => (s['client-identities'].outcome === 'ok' ? 'ok' : s['client-identities'].fault.code));
  expect(codes.length).toBe(250);
  expect(codes.filter((c) => c === 'timed-out-agent').length).toBeGreaterThan(0);
  expect(codes.filter((c) => c === 'timed-out-clients').length).toBeGreaterThan(200);
});

it('leaves time for the rest of the look where every client is switched off', async () => {
  const hangs = Array.from({ length: 12 }, (_, i) => `192.168.16.${100 + i}`);
  const adapter = adapterOf(new Lab(worldNamed('healthy-sbs2003'), { hangs }));
  const { answers } = await collect(adapter, ['client-identities', 'client-policies', 'server-events'], {
    told: { clients: hangs.map((address) => ({ address })), subnets: [] },
    limits: { perProbe: 2000, whole: 6000 },
    signal: new AbortController().signal,
    now: () => '2026-11-18T05:05:00.000Z',
  });
  adapter.close();
  expect(answers['client-identities']).toMatchObject({ outcome: 'ok' });
  expect(JSON.stringify(answers['client-identities'])).toContain('timed-out-clients');
  expect(answers['server-events']?.outcome).not.toBe('missing');
}, 20_000);

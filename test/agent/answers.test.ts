/** World -> fake COM -> agent: the answers are the World's own, for every scenario, on the server itself. */
import { describe, expect, it } from 'vitest';
import { probeIds } from '../../shared/probes/index';
import { answer } from '../../shared/simulation/answer';
import { scenarioIds, worldNamed } from '../helpers/worlds';
import { linesOf } from './engine';
import { Lab } from './lab';

const asked = [
  'product',
  'services',
  'networks',
  'web-sites',
  'virtual-directories',
  'ip-restrictions',
  'synchronization',
  'proxy',
  'content',
  'server-events',
] as const;

describe('the agent on a World', () => {
  for (const id of scenarioIds)
    it(id, () => {
      const world = worldNamed(id);
      const lines = linesOf(new Lab(world), ['take=probes', ...asked.map((p) => `probe=${p}`)]);
      expect(lines[0]).toMatchObject({ schema: 'wsus-wizard/answers/1', computer: world.product.computer });
      expect(lines.at(-1)).toEqual({ end: 'ok', lines: lines.length });
      for (const probe of ['product', 'services', 'web-sites', 'ip-restrictions', 'synchronization', 'proxy', 'content', 'server-events'] as const) {
        const line = lines.find((l) => l.probe === probe);
        const own = answer(world, probe);
        const sorted = (value: unknown) => JSON.parse(JSON.stringify(value));
        if (own.outcome === 'ok') expect([probe, line]).toEqual([probe, { probe, machine: world.product.computer, outcome: 'ok', answer: sorted(own.value) }]);
        else expect([probe, line]).toMatchObject([probe, { outcome: own.outcome, fault: own.fault }]);
      }
      expect(probeIds).toContain('services');
    });
});

import { describe, expect, it } from 'vitest';
import { isWeakened } from '../../electron/restricted';
import type { Adapter } from '../../electron/targets/adapter';
import type { Targets } from '../../electron/targets/index';
import { probeIds } from '../../shared/probes/index';
import { makeShell, must } from '../helpers/shell';
import { scenarioFolder } from '../helpers/worlds';

/** A target whose questions take long, or never end, at the probe named. */
const slow =
  (at: string, ms: number) =>
  (targets: Targets): Targets => ({
    ...targets,
    async open(target) {
      const opened = await targets.open(target);
      if (!opened.ok) return opened;
      return {
        ok: true,
        value: {
          ...opened.value,
          start(store) {
            const adapter = opened.value.start(store) as Adapter;
            return {
              ...adapter,
              async *look(probes, options) {
                for await (const looked of adapter.look(probes, options)) {
                  if (looked.probe === at) await new Promise((resolve) => setTimeout(resolve, ms));
                  yield looked;
                }
              },
            };
          },
        },
      };
    },
  });
const opened = async (wrap?: (targets: Targets) => Targets) => {
  const shell = makeShell({ scenarios: scenarioFolder, visits: null, ...(wrap && { wrap }) });
  const { visit } = must(await shell.handlers['visit.open']({ target: { kind: 'simulated', scenario: 'added-subnet' } }));
  return { ...shell, visit };
};

describe('a visit', () => {
  it('does one thing at a time', async () => {
    const { handlers, visit } = await opened(slow('networks', 100));
    const looking = handlers['visit.look']({ visit });
    expect(await handlers['visit.look']({ visit })).toMatchObject({ ok: false, fault: { code: 'busy-visit' } });
    must(await looking);
    must(await handlers['visit.look']({ visit }));
  });

  it('is usable again within 200 ms of cancel, also while a question hangs', async () => {
    const { handlers, visit } = await opened(slow('networks', 3_000));
    const looking = handlers['visit.look']({ visit });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    must(await handlers['visit.cancel']({ visit }));
    expect(await looking).toMatchObject({ ok: false, fault: { code: 'cancelled-by-user' } });
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('tells of progress up to the last question, never backwards', async () => {
    const { handlers, visit, events } = await opened();
    must(await handlers['visit.look']({ visit }));
    const told = events.filter((e) => e.name === 'progress').map((e) => e.value as { done: number; total: number });
    expect(told.every((t, i) => i === 0 || t.done >= (told[i - 1]?.done ?? 0))).toBe(true);
    expect(told.at(-1)).toMatchObject({ done: probeIds.length, total: probeIds.length });
  });

  it('that is not open answers nothing', async () => {
    const { handlers } = makeShell({ scenarios: scenarioFolder, visits: null });
    expect(await handlers['visit.look']({ visit: 'no-such-visit' })).toMatchObject({ ok: false, fault: { code: 'target-closed' } });
    expect(await handlers['visit.apply']({ visit: 'no-such-visit', plan: 'plan-1' })).toMatchObject({ ok: false, fault: { code: 'target-closed' } });
  });

  it('plans nothing before it has looked', async () => {
    const { handlers, visit } = await opened();
    expect(await handlers['visit.plan']({ visit, check: 'selfupdate-refuses-clients', fix: 'grant-subnet', choices: {} })).toMatchObject({ ok: false });
  });

  it('keeps facts small in every entry, and pages the long lists', async () => {
    const { handlers, visit } = await opened();
    const clients = Array.from({ length: 500 }, (_, i) => ({ address: `10.5.${i >> 8}.${i & 255}`, name: `PC${i}` }));
    must(await handlers['visit.tell']({ visit, told: { clients, subnets: [] } }));
    must(await handlers['visit.look']({ visit }));
    const { entries } = must(await handlers['visit.entries']({ visit, since: 0 }));
    for (const entry of entries)
      if (entry.kind === 'looked') for (const finding of entry.findings) expect(JSON.stringify(finding.facts).length).toBeLessThan(4096);
    const page = must(await handlers['visit.refused']({ visit, check: 'selfupdate-refuses-clients', from: 200 }));
    expect([page.total, page.clients.length]).toEqual([514, 200]);
    expect(page.clients[0]).toMatchObject({ address: '10.5.0.200' });
  });
});

describe('an app started in a way that weakens it', () => {
  it.each([['--no-sandbox'], ['--remote-debugging-port=9222'], ['--inspect'], ['--inspect-brk=0'], ['--disable-web-security'], ['--remote-debugging-pipe']])(
    'is known by %s',
    (arg) => expect(isWeakened(['electron', '.', arg], {})).toBe(true),
  );
  it('is known by its environment', () => {
    expect(isWeakened([], { ELECTRON_RUN_AS_NODE: '1' })).toBe(true);
    expect(isWeakened([], { NODE_OPTIONS: '--inspect=0' })).toBe(true);
  });
  it('is not what an ordinary start is', () => expect(isWeakened(['electron', '.', '--lang=ja', '/tmp/no-sandbox'], { PATH: '/usr/bin' })).toBe(false));
});

/**
 * `npm run bench -- agent [processes]`: all probes in one agent process against one process per probe, under Wine, in one
 * run; and a sweep of 250 clients of which 30 % never answer, against the ideal for its limit.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAgent } from '../../electron/targets/agent-process';
import { probesRequest } from '../../electron/targets/agent-request';
import { agentProbes } from '../../electron/targets/questions';
import { startWine } from '../agent/wine';
import { timeSweep } from '../helpers/clients';

const here = { host: null, user: null };

async function underWine(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wsus-wizard-bench-'));
  const wine = startWine(folder);
  try {
    const start = startAgent(wine.host, wine.agent('agent.js'));
    const time = async (act: () => Promise<unknown>) => {
      const from = performance.now();
      await act();
      return performance.now() - from;
    };
    const run = (probes: typeof agentProbes) => start(probesRequest(here, probes), null, () => {}).done;
    await run(['product']);
    const one = await time(() => run(agentProbes));
    const each = await time(async () => {
      for (const probe of agentProbes) await run([probe]);
    });
    console.log(`one process: ${Math.round(one)} ms, one per probe: ${Math.round(each)} ms, ${(each / one).toFixed(1)} times (goal 5)`);
  } finally {
    wine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function bench(): Promise<void> {
  const { ms, ideal } = await timeSweep({ clients: 250, dead: 0.3, agents: 8, perClient: 400, answersIn: 40 });
  console.log(`sweep of 250 clients: ${Math.round(ms)} ms, ideal ${Math.round(ideal)} ms, ${(ms / ideal).toFixed(2)} times (goal 1.5)`);
  await underWine();
}

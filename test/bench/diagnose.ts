/** How long judging takes with many clients. Goals: 10,000 clients under 150 ms; 100,000 no worse than 12 times that. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checks } from '../../shared/checks/index';
import { diagnose } from '../../shared/diagnose';
import { probeIds } from '../../shared/probes/index';
import { answer } from '../../shared/simulation/answer';
import type { World } from '../../shared/simulation/world';
import type { Snapshot } from '../../shared/snapshot';
import { worldNamed } from '../helpers/worlds';

/** added-subnet with `count` clients, half of them in a refused network. */
function crowded(count: number): World {
  const world = worldNamed('added-subnet');
  const [like] = world.clients;
  if (!like) throw new Error('no client');
  const clients = Array.from({ length: count }, (_, i) => {
    const net = i % 2 === 0 ? 16 : 20;
    const address = i < 400 ? `192.168.${net}.${(i >> 1) + 20}` : `10.${net}.${(i >> 9) & 255}.${(i >> 1) & 255}`;
    return { ...like, name: `PC${i}`, addresses: [address], susClientId: `id-${i}`, contacted: i % 2 === 0 ? like.contacted : null };
  });
  const subnets = [
    ...world.subnets,
    { subnet: '10.16.0.0/16', learned: 'persistent-route' as const },
    { subnet: '10.20.0.0/16', learned: 'persistent-route' as const },
  ];
  return { ...world, clients, subnets };
}

const fresh = (world: World): Snapshot =>
  ({
    schema: 'wsus-wizard/snapshot/1',
    takenAt: world.clock,
    clock: world.clock,
    entries: [],
    answers: Object.fromEntries(probeIds.map((id) => [id, answer(world, id)])),
  }) as unknown as Snapshot;

/** What making the snapshot left behind is swept up before the clock starts: it is no part of judging. */
function sweeper(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

const median = (list: number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;

function timed(count: number, runs: number): number {
  const world = crowded(count);
  const times: number[] = [];
  const sweep = sweeper();
  for (let i = 0; i < runs + 2; i++) {
    const snapshot = fresh(world);
    sweep();
    const start = performance.now();
    const { findings } = diagnose(snapshot, checks);
    const ms = performance.now() - start;
    if (!findings.some((f) => f.check === 'selfupdate-refuses-clients' && f.verdict === 'fail')) throw new Error('nothing was judged');
    if (i >= 2) times.push(ms);
  }
  return median(times);
}

export async function bench(): Promise<void> {
  const figures = [1000, 10_000, 100_000].map((count) => ({ count, ms: timed(count, count > 50_000 ? 3 : 9) }));
  for (const { count, ms } of figures) console.log(`diagnose ${count.toLocaleString('en')} clients: ${ms.toFixed(1)} ms (median)`);
  const [, ten, hundred] = figures;
  const ratio = (hundred?.ms ?? 0) / (ten?.ms ?? 1);
  console.log(`goal: 10,000 under 150 ms: ${(ten?.ms ?? 0).toFixed(1)} ms; goal: 100,000 at most 12 times that: ${ratio.toFixed(1)} times`);
  if ((ten?.ms ?? 0) >= 150 || ratio > 12) process.exitCode = 1;
}

/** A sweep over clients of which some never answer, with fake agents that take a given time. */
import type { StartAgent } from '../../electron/targets/agent-process';
import type { Swept } from '../../electron/targets/sweep';
import { sweepClients } from '../../electron/targets/sweep';
import type { Result } from '../../shared/result';
import { ok } from '../../shared/result';

export interface SweepShape {
  readonly clients: number;
  /** The share that never answers. */
  readonly dead: number;
  readonly agents: number;
  readonly perClient: number;
  /** Milliseconds a live client takes. */
  readonly answersIn: number;
  /** Milliseconds for all of them. */
  readonly budget?: number;
}

const isDead = (i: number, dead: number): boolean => Math.floor((i + 1) * dead) > Math.floor(i * dead);

export async function timeSweep(shape: SweepShape): Promise<{ ms: number; ideal: number; swept: Swept; started: number; most: number }> {
  const names = Array.from({ length: shape.clients }, (_, i) => `10.0.${Math.floor(i / 250)}.${(i % 250) + 1}`);
  const dead = new Set(names.filter((_, i) => isDead(i, shape.dead)));
  let [running, most, started] = [0, 0, 0];
  const start: StartAgent = (request, _password, told) => {
    started++;
    most = Math.max(most, ++running);
    let settle: (result: Result<null>) => void = () => {};
    const done = new Promise<Result<null>>((resolve) => {
      settle = resolve;
    });
    void done.then(() => running--);
    let stopped = false;
    const work = async () => {
      for (const [, client = ''] of request.matchAll(/^client=(.+)\r$/gm)) {
        if (stopped) return;
        told({ asking: client });
        if (dead.has(client)) return;
        await new Promise((next) => setTimeout(next, shape.answersIn));
        if (stopped) return;
        for (const probe of ['client-identities', 'client-policies']) told({ probe, machine: client, outcome: 'ok', answer: { clients: [] } });
      }
      settle(ok(null));
    };
    void work();
    return {
      done,
      stop(why) {
        stopped = true;
        settle({ ok: false, fault: why });
      },
    };
  };
  const from = performance.now();
  const given = {
    start,
    where: { host: '-', user: null },
    password: null,
    agents: shape.agents,
    perClient: shape.perClient,
    ...(shape.budget !== undefined && { budget: shape.budget }),
    signal: new AbortController().signal,
  };
  const swept = await sweepClients(given, names);
  const ms = performance.now() - from;
  const ideal = (dead.size * shape.perClient + (names.length - dead.size) * shape.answersIn) / shape.agents;
  return { ms, ideal, swept, started, most };
}

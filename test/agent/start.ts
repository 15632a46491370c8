/** The adapter over the agent in the vm: what a process would give, given line by line. */
import type { Adapter } from '../../electron/targets/adapter';
import { AgentReader } from '../../electron/targets/agent-lines';
import type { StartAgent } from '../../electron/targets/agent-process';
import { escapeAscii } from '../../electron/targets/agent-request';
import type { Secret } from '../../electron/targets/secret';
import type { WindowsGiven } from '../../electron/targets/windows';
import { windowsAdapter } from '../../electron/targets/windows';
import type { Result } from '../../shared/result';
import { fault, ok } from '../../shared/result';
import { answer } from '../../shared/simulation/answer';
import { runAgent } from './engine';
import type { Lab } from './lab';

/** Every start, with its request. */
export const startIn =
  (lab: Lab, requests: string[] = []): StartAgent =>
  (request, password, told) => {
    requests.push(request);
    const reader = new AgentReader(told);
    let settle: (result: Result<null>) => void = () => {};
    const done = new Promise<Result<null>>((resolve) => {
      settle = resolve;
    });
    let stopped = false;
    setImmediate(() => {
      if (stopped) return;
      lab.hung = false;
      runAgent(lab, {
        request,
        ...(password !== null && { password: escapeAscii(password) }),
        echo: (line) => {
          if (!stopped) reader.take(Buffer.from(`${line}\r\n`, 'latin1'));
        },
      });
      // A script that hangs is silent until it is stopped.
      if (!lab.hung) settle(reader.end ? ok(null) : { ok: false, fault: fault('probe-agent-cut') });
    });
    return {
      done,
      stop(why) {
        stopped = true;
        settle({ ok: false, fault: why });
      },
    };
  };

/** The seat's probes as the World gives them: they do not go through the agent. */
export const seatOf = (lab: Lab): Pick<Adapter, 'look' | 'close'> => ({
  async *look(probes) {
    for (const probe of probes) yield { probe, collected: answer(lab.world, probe, lab.happened) };
  },
  close() {},
});

export const adapterOf = (lab: Lab, more: { secret?: Secret; requests?: string[]; agents?: number } & Pick<WindowsGiven, 'ownSubnet' | 'logs'> = {}): Adapter =>
  windowsAdapter({
    start: startIn(lab, more.requests),
    host: lab.options.remote ?? null,
    secret: more.secret ?? null,
    seat: seatOf(lab),
    agents: more.agents ?? 2,
    ...(more.ownSubnet && { ownSubnet: more.ownSubnet }),
    ...(more.logs && { logs: more.logs }),
    perOperation: 2000,
  });

/** The one way out of the page: requests and events. Another transport is put in with `connect`. */
import type { Bridge, EventName, Events, Reply, RequestName } from '../shared/ipc';

declare global {
  interface Window {
    wizard?: Bridge;
  }
}

let given: Bridge | undefined;
const bridge = (): Bridge | undefined => given ?? window.wizard;

/** Puts another transport in place of the preload's. */
export const connect = (transport: Bridge | undefined): void => {
  given = transport;
};

type Input<N extends RequestName> = Parameters<Bridge[N]>[0];

/** Never throws: what goes wrong on the way is a fault like any other. */
export async function request<N extends RequestName>(name: N, input: Input<N>): Promise<Reply<N>> {
  const call = bridge()?.[name] as ((input: Input<N>) => Promise<Reply<N>>) | undefined;
  if (!call) return { ok: false, fault: { code: 'target-closed', facts: { where: name } } };
  try {
    return await call(input);
  } catch (error) {
    return { ok: false, fault: { code: 'internal-bug', facts: { where: name, text: String(error).slice(0, 200) } } };
  }
}

export const listen = <E extends EventName>(event: E, told: (value: Events[E]) => void): (() => void) => bridge()?.listen(event, told) ?? (() => undefined);

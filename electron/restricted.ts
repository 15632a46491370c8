/** Started in a way that weakens the shell, the app offers simulated and evidence targets only. */
import type { Fault } from '../shared/result';
import { fault } from '../shared/result';
import type { Target } from '../shared/target';

const weakening = /^--(no-sandbox|disable-web-security|remote-debugging-(port|pipe|address)|inspect(-brk|-port|-publish-uid)?|js-flags|load-extension)(=|$)/;

/** Whether switches or environment weaken the shell. */
export const isWeakened = (argv: readonly string[], env: NodeJS.ProcessEnv): boolean =>
  argv.some((a) => weakening.test(a)) || env.ELECTRON_RUN_AS_NODE !== undefined || /--inspect/.test(env.NODE_OPTIONS ?? '');

interface Manner {
  readonly restricted: boolean;
  /** Whether main's own dialog, or the command line, named this address in this process. */
  readonly named: (url: string) => boolean;
}
const refuseAll: Manner = { restricted: true, named: () => false };

/** A host is asked only after main's own dialog (or the command line) named it; a weakened shell asks none. */
export const allowTarget = (target: Target, { restricted, named }: Manner = refuseAll): Fault | null => {
  if (target.kind === 'simulated' || target.kind === 'evidence') return null;
  const text = target.kind === 'network' ? target.url : target.host === null ? 'windows' : `windows:${target.host}`;
  return !restricted && named(text) ? null : fault('target-not-allowed', { kind: target.kind });
};

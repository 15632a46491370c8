/** Started in a way that weakens the shell, the app offers simulated and evidence targets only. */
import type { Fault } from '../shared/result';
import { fault } from '../shared/result';
import type { Target } from '../shared/target';

const weakening = /^--(no-sandbox|disable-web-security|remote-debugging-(port|pipe|address)|inspect(-brk|-port|-publish-uid)?|js-flags|load-extension)(=|$)/;

/** Whether switches or environment weaken the shell. */
export const isWeakened = (argv: readonly string[], env: NodeJS.ProcessEnv): boolean =>
  argv.some((a) => weakening.test(a)) || env.ELECTRON_RUN_AS_NODE !== undefined || /--inspect/.test(env.NODE_OPTIONS ?? '');

/** Live targets come with a later part; until then every face refuses them. */
export const allowTarget = (target: Target): Fault | null =>
  target.kind === 'simulated' || target.kind === 'evidence' ? null : fault('target-not-allowed', { kind: target.kind });

/** The list of probes, in the order they are shown. */
import type { Probe } from '../probe';
import { clientIdentities } from './client-identities';
import { clientLog } from './client-log';
import { clientPolicies } from './client-policies';
import { content } from './content';
import { cookie } from './cookie';
import { endpoints } from './endpoints';
import { iisLog } from './iis-log';
import { ipRestrictions } from './ip-restrictions';
import { networks } from './networks';
import { product } from './product';
import { proxy } from './proxy';
import { serverEvents } from './server-events';
import { services } from './services';
import { synchronization } from './synchronization';
import { virtualDirectories } from './virtual-directories';
import { webSites } from './web-sites';

export const probes = [
  product,
  services,
  networks,
  webSites,
  virtualDirectories,
  ipRestrictions,
  endpoints,
  cookie,
  synchronization,
  proxy,
  content,
  clientIdentities,
  clientPolicies,
  iisLog,
  clientLog,
  serverEvents,
] as const;

export type ProbeId = (typeof probes)[number]['id'];
export type AnswerOf<Id extends ProbeId> = Extract<(typeof probes)[number], { id: Id }> extends Probe<string, infer A> ? A : never;
export const probeIds: readonly ProbeId[] = probes.map((p) => p.id);

/** Whether port 80 of the server seems reachable from outside: asked before a directory is opened to everybody. */
import { readAddress, scopeOf } from './address';
import { okValue } from './probe';
import type { Snapshot } from './snapshot';

export interface Exposure {
  /** seen: something points to it; not-known: what would tell was not read; none: nothing found. */
  readonly state: 'seen' | 'not-known' | 'none';
  readonly signs: readonly ('public-address' | 'public-clients' | 'two-adapters' | 'isa')[];
}

const isPublic = (text: string): boolean => {
  const read = readAddress(text);
  return read.ok && scopeOf(read.value) === 'public';
};

/** ISA's firewall service is fwsrv [recollection]; two adapters on an SBS mean one faces the Internet [inference]. */
export function exposureOf(answers: Snapshot['answers']): Exposure {
  const networks = okValue(answers.networks);
  const adapters = okValue(networks?.adapters);
  const isa = okValue(answers.services)?.services.fwsrv;
  const signs = [
    ...(adapters?.some((a) => isPublic(a.address) || a.external) ? (['public-address'] as const) : []),
    ...(networks?.clients.some((c) => isPublic(c.address)) ? (['public-clients'] as const) : []),
    ...(adapters && adapters.length > 1 ? (['two-adapters'] as const) : []),
    ...(okValue(isa) ? (['isa'] as const) : []),
  ];
  if (signs.length > 0) return { state: 'seen', signs };
  return { state: adapters && isa?.outcome === 'ok' ? 'none' : 'not-known', signs };
}

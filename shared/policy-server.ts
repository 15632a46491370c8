/** Whether the address in a client's policy is this server's (domain.md 6, 14). */
import { readAddress } from './address';
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';
import { readServerAddress } from './server-address';

export type Names = 'this-server' | 'other-port' | 'other-server' | 'no-address' | 'undecided';
type Wsus = Extract<AnswerOf<'product'>['wsus'], { outcome: 'ok' }>['value'];
export interface Here {
  readonly computer: string;
  readonly wsus: Wsus;
  readonly networks: Collected<AnswerOf<'networks'>>;
  readonly sites: Collected<AnswerOf<'web-sites'>>;
}

/** Whether WSUS' own site answers there, without TLS or with it; by the set-up key alone where the sites are not known. */
function answersAt({ wsus, sites }: Here, scheme: 'http' | 'https', port: number): boolean {
  const site = okValue(sites)?.sites.find((s) => s.bindings.some((b) => b.port === wsus.port && b.host === ''));
  const doors = site?.bindings.filter((b) => b.host === '') ?? [{ protocol: wsus.ssl ? 'https' : 'http', port: wsus.port }];
  return doors.some((d) => d.protocol === scheme && d.port === port);
}

/** Its own name (the first label counts), or one of its own addresses; null: its addresses are not known. */
function isThisHost(host: string, { computer, networks }: Here): boolean | null {
  if (!readAddress(host).ok) return host.split('.')[0]?.toLowerCase() === computer.toLowerCase();
  const adapters = okValue(okValue(networks)?.adapters);
  return adapters ? adapters.some((a) => a.address === host) : null;
}

/** Another name may still be an alias of this server: nobody asks a name server here. */
export function namesOf(url: string, here: Here): Names {
  const read = readServerAddress(url);
  if (!read.ok) return 'no-address';
  const { scheme, host, port } = read.value;
  const same = isThisHost(host, here);
  if (same !== true) return same === null ? 'undecided' : 'other-server';
  return answersAt(here, scheme, port ?? (scheme === 'https' ? 443 : 80)) ? 'this-server' : 'other-port';
}

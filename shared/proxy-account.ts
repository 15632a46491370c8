/** What the checks of WSUS' proxy share. */
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';
import { isUp } from './service-check';

export type ProxySettings = AnswerOf<'proxy'>;
type Last = NonNullable<AnswerOf<'synchronization'>['last']>;

/** Firewall service of ISA Server and its followers. */
const isaService = 'fwsrv';
/** True: ISA runs on this server; null: not known. */
export function hasIsa(services: Collected<AnswerOf<'services'>>): boolean | null {
  const found = okValue(services)?.services[isaService];
  return found?.outcome === 'ok' ? found.value !== null && isUp(found.value) : null;
}

/** Where the last synchronisation says that a proxy wanted an account (HTTP 407). */
export const askedForAccount = (last: Last | null | undefined): boolean => last?.result === 'failed' && /\b407\b|proxy authentication/i.test(last.error ?? '');

/** False: WSUS offers no account, or no proxy is used; null: not known. */
export function offersAccount({ use, anonymous }: ProxySettings): boolean | null {
  if (use === false || anonymous === true) return false;
  return use === null || anonymous === null ? null : true;
}

/** What an account lacks: a name, its domain (as DOMAIN\user, user@domain, or in its own field), a password. */
export function lacking({ user, domain, hasPassword }: ProxySettings): string[] {
  if (!user) return ['user'];
  const hasDomain = /[\\@]/.test(user) || !!domain;
  return [...(hasDomain ? [] : ['domain']), ...(hasPassword === false ? ['password'] : [])];
}

/** For messages: which proxy, which account; never a password. */
export const proxyFacts = ({ name, port, user, domain }: ProxySettings) => ({ proxy: name, port, user, domain });

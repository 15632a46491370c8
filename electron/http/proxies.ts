/** Proxies this computer is set to by its environment. They are told and by-passed, since a client's way is asked, not ours; or used by choice. */
import type { HttpProxy } from './through-proxy';
import { readProxy } from './through-proxy';

const variables = { http: ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'], https: ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] } as const;

/** Whether NO_PROXY names the host: `*`, the name itself, or a domain it ends in. */
function excepted(host: string, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      const name = entry
        .toLowerCase()
        .replace(/:\d+$/, '')
        .replace(/^\*?\./, '');
      return entry === '*' || host.toLowerCase() === name || host.toLowerCase().endsWith(`.${name}`);
    });
}

/** Without a user and password that may stand in the value. */
const withoutCredentials = (value: string): string => value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/@]*@/i, '$1').slice(0, 200);

export function proxiesFor(scheme: 'http' | 'https', host: string, env: NodeJS.ProcessEnv): { name: string; proxy: string }[] {
  if (excepted(host, env.NO_PROXY ?? env.no_proxy ?? '')) return [];
  return variables[scheme].flatMap((name) => {
    const value = env[name];
    return value ? [{ name, proxy: withoutCredentials(value) }] : [];
  });
}

/** The proxy a request to this host would take: the first that is one. */
export function proxyFor(scheme: 'http' | 'https', host: string, env: NodeJS.ProcessEnv): HttpProxy | null {
  for (const { name } of proxiesFor(scheme, host, env)) {
    const proxy = readProxy(name, env[name] ?? '');
    if (proxy) return proxy;
  }
  return null;
}

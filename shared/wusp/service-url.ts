/** Where GetAuthorizationCookie may be asked. ServiceUrl is relative to the server's root; anything else is a finding, not an order (wusp.md 6.8). */

export type ReadServiceUrl =
  | { readonly kind: 'none' }
  | { readonly kind: 'path'; readonly path: string }
  /** `host`: whom it names, where it names one. */
  | { readonly kind: 'elsewhere'; readonly host: string | null };

/** Downstream servers' authorisation inserts a row: it is never asked, whatever a server names (domain.md 10). */
const never = /dssauth|registercomputer|serversync/i;

export function readServiceUrl(text: string, origin: string): ReadServiceUrl {
  const url = text.trim().replace(/\\/g, '/');
  if (url === '') return { kind: 'none' };
  const absolute = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)(.*)$/i.exec(url);
  if (absolute) {
    const authority = (absolute[1] ?? '').slice((absolute[1] ?? '').lastIndexOf('@') + 1).toLowerCase();
    const same = url.toLowerCase().startsWith(`${origin.toLowerCase()}/`);
    const host =
      authority
        .replace(/:\d*$/, '')
        .replace(/^\[|\]$/g, '')
        .slice(0, 253) || null;
    return same ? onServer(absolute[2] ?? '/', host) : { kind: 'elsewhere', host };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return { kind: 'elsewhere', host: null };
  return onServer(url.startsWith('/') ? url : `/${url}`, null);
}

const onServer = (path: string, host: string | null): ReadServiceUrl =>
  /^\/[A-Za-z0-9_./-]+$/.test(path) && !path.includes('..') && !path.includes('//') && !never.test(path) ? { kind: 'path', path } : { kind: 'elsewhere', host };

/** A server's address as a person types it: http(s)://host[:port]. Host and port only; nothing here asks anybody. */
import { readAddress } from './address';
import { halfWidth } from './half-width';
import type { Result } from './result';
import { failed, ok } from './result';

export interface ServerAddress {
  readonly scheme: 'http' | 'https';
  /** A name as typed (international ones too), or an address; IPv6 without brackets. */
  readonly host: string;
  /** null: none was named, so both usual ones are asked. */
  readonly port: number | null;
}

/** Without a port 80 and 8530 are asked, over TLS 443 and 8531 (cli.md). */
export const usualPorts = { http: [80, 8530], https: [443, 8531] } as const;
export const portsOf = ({ scheme, port }: ServerAddress): readonly number[] => (port === null ? usualPorts[scheme] : [port]);

/** Control characters, blanks, and what has a meaning of its own in a URL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in a host
const notInHost = /[\u0000-\u0020\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff<>"'`^|{}\\%#?/@[\]]/;
/** For display: what was typed, without what could harm a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
const shown = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?').slice(0, 120);

/** Host and port of `host`, `host:port`, `[v6]`, `[v6]:port`; null: the brackets do not fit. */
function parts(authority: string): { host: string; port: string | null; six: boolean } | null {
  if (authority.startsWith('[')) {
    const match = /^\[([^\]]*)\](?::(.*))?$/s.exec(authority);
    return match ? { host: match[1] ?? '', port: match[2] ?? null, six: true } : null;
  }
  const at = authority.lastIndexOf(':');
  return at < 0 ? { host: authority, port: null, six: false } : { host: authority.slice(0, at), port: authority.slice(at + 1), six: false };
}

/** Whether it begins like a URL: then it is judged as one, and a wrong scheme is named. */
export const looksLikeUrl = (text: string): boolean => /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(halfWidth(text)) || /^\s*(https?|ftps?|file):/i.test(halfWidth(text));

/** Reads an address; a path behind it is left out, since the probes know theirs. */
export function readServerAddress(text: string): Result<ServerAddress> {
  const typed = halfWidth(text).replace(/^ +| +$/g, '');
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/)?(.*)$/is.exec(typed);
  const scheme = match?.[1]?.toLowerCase();
  if (!match || (scheme !== 'http' && scheme !== 'https')) return failed('input-address-scheme', { text: shown(typed) });
  const authority = (match[2] ?? '').split(/[/?#\\]/)[0] ?? '';
  // What stands before an @ may be a password: it is never repeated.
  if (authority.includes('@')) return failed('input-address-credentials', { text: `${scheme}://…@${shown(authority.slice(authority.lastIndexOf('@') + 1))}` });
  const split = parts(authority);
  if (!split) return failed('input-address-host', { text: shown(typed) });
  const { host, port, six } = split;
  if (host === '') return failed('input-address-no-host', { text: shown(typed) });
  const bad = six
    ? readAddress(host).ok === false || !host.includes(':') || /[^0-9a-f:.%\w-]/i.test(host)
    : notInHost.test(host) || host.includes(':') || host.length > 253;
  if (bad) return failed('input-address-host', { text: shown(typed) });
  if (port === null || port === '') return ok({ scheme, host, port: null });
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) return failed('input-address-port', { text: shown(typed), port: shown(port) });
  return ok({ scheme, host, port: Number(port) });
}

export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
export const originOf = (scheme: 'http' | 'https', host: string, port: number): string =>
  `${scheme}://${bracketed(host)}${port === (scheme === 'http' ? 80 : 443) ? '' : `:${port}`}`;

/** As it stands in a visit, and reads the same again. */
export const showServerAddress = ({ scheme, host, port }: ServerAddress): string => `${scheme}://${bracketed(host)}${port === null ? '' : `:${port}`}`;

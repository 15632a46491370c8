/**
 * The way through this computer's proxy, taken by choice only: the whole address to the proxy for http, a tunnel (CONNECT)
 * for https. No account is ever sent to it: a proxy that asks for one answers 407, and that is told.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import * as tls from 'node:tls';
import { bracketed } from '../../shared/server-address';

export interface HttpProxy {
  /** The variable that names it. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** Host and port of a variable's value; null: not a plain HTTP proxy. An account in it is left out. */
export function readProxy(name: string, value: string): HttpProxy | null {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
    if (url.protocol !== 'http:' || url.hostname === '') return null;
    return { name, host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || 80 };
  } catch {
    return null;
  }
}

/** http: the proxy gets the whole address. */
export const absolute = (host: string, port: number, path: string): string => `http://${bracketed(host)}${port === 80 ? '' : `:${port}`}${path}`;

/** Asks for a tunnel; its `connect` event brings a socket, or the proxy's refusal. */
export const askTunnel = (proxy: HttpProxy, host: string, port: number, userAgent: string, lookup: LookupFunction): http.ClientRequest => {
  const authority = `${bracketed(host)}:${port}`;
  return http.request({
    host: proxy.host,
    port: proxy.port,
    method: 'CONNECT',
    path: authority,
    headers: { Host: authority, 'User-Agent': userAgent },
    agent: false,
    lookup,
  });
};

/** The request itself, inside the tunnel. Certificates are judged as without it. */
export const requestInside = (socket: Socket, options: https.RequestOptions & { host: string }, ca: string[] | undefined): http.ClientRequest =>
  https.request({
    ...options,
    agent: undefined,
    createConnection: () =>
      tls.connect({ socket, host: options.host, rejectUnauthorized: true, ...(isIP(options.host) === 0 && { servername: options.host }), ...(ca && { ca }) }),
  });

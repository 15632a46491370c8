/** One request, one answer or one fault; never a throw. Bounded in time and memory, and gone at once when cancelled. */
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import * as tls from 'node:tls';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { faultOf } from './faults';

/** Bytes kept of one answer; the connection is closed on the rest. */
export const keptBytes = 1024 * 1024;
const headerBytes = 32 * 1024;

export interface Request {
  readonly method: 'HEAD' | 'GET' | 'POST';
  readonly scheme: 'http' | 'https';
  /** ASCII name or address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
export interface Way {
  readonly signal: AbortSignal;
  /** Milliseconds for the whole of one request. */
  readonly perProbe: number;
  readonly lookup: LookupFunction;
  /** Told the address of ours that a request left from. */
  readonly from?: (address: string) => void;
}
export interface Raw {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  /** More came than was kept. */
  readonly over: boolean;
}

/** Windows' own list of authorities too, where this Node can read it: WSUS often has a certificate of the company's own. */
const authorities = (): string[] | undefined => {
  const get = (tls as { getCACertificates?: (kind: 'default' | 'system') => string[] }).getCACertificates;
  return get ? [...get('default'), ...get('system')] : undefined;
};

function open(request: Request, way: Way): http.ClientRequest {
  const { scheme, host, port, path, method } = request;
  const literal = host.includes(':') ? `[${host.replace(/%.*$/, '')}]` : host;
  const usual = port === (scheme === 'http' ? 80 : 443);
  const headers = {
    Host: usual ? literal : `${literal}:${port}`,
    ...request.headers,
    ...(request.body !== undefined && { 'Content-Length': String(Buffer.byteLength(request.body)) }),
  };
  const options = { host, port, path, method, headers, agent: false as const, lookup: way.lookup, maxHeaderSize: headerBytes };
  if (scheme === 'http') return http.request(options);
  const ca = authorities();
  return https.request({ ...options, rejectUnauthorized: true, ...(ca && { ca }) });
}

export function send(request: Request, way: Way): Promise<Result<Raw>> {
  const { host } = request;
  if (way.signal.aborted) return Promise.resolve(failed('cancelled-by-user'));
  return new Promise((resolve) => {
    let sent: http.ClientRequest | null = null;
    let answered = false;
    const done = (result: Result<Raw>) => {
      clearTimeout(timer);
      way.signal.removeEventListener('abort', stop);
      resolve(result);
      sent?.destroy();
    };
    const stop = () => done(failed('cancelled-by-user'));
    const timer = setTimeout(() => done(failed('timed-out-request', { host, ms: way.perProbe })), way.perProbe);
    way.signal.addEventListener('abort', stop);
    try {
      sent = open(request, way);
    } catch (error) {
      done({ ok: false, fault: faultOf(error as NodeJS.ErrnoException, host, way.perProbe) });
      return;
    }
    sent.on('error', (error) => done(answered ? failed('unreachable-cut', { host }) : { ok: false, fault: faultOf(error, host, way.perProbe) }));
    sent.on('close', () => answered || done(failed('unreachable-closed', { host })));
    sent.on('upgrade', (_answer, socket) => {
      socket.destroy();
      done(failed('malformed-http', { host, system: '101' }));
    });
    sent.on('response', (response) => {
      answered = true;
      if (response.socket.localAddress) way.from?.(response.socket.localAddress);
      receive(response, host, done);
    });
    sent.end(request.body);
  });
}

/** Reads a body up to its bound. A promise settles once, so what comes after the first `done` is of no effect. */
function receive(response: http.IncomingMessage, host: string, done: (result: Result<Raw>) => void): void {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const give = (over: boolean) =>
    done(ok({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).subarray(0, keptBytes), over }));
  response.on('data', (piece: Buffer) => {
    if (bytes >= keptBytes) return;
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= keptBytes) give(true);
  });
  response.on('end', () => (response.complete ? give(false) : done(failed('unreachable-cut', { host }))));
  response.on('aborted', () => done(failed('unreachable-cut', { host })));
  response.on('error', () => done(failed('unreachable-cut', { host })));
}

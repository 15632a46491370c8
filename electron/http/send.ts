/** One request, one answer or one fault; never a throw. Bounded in time and memory, and gone at once when cancelled. */
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import * as tls from 'node:tls';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { faultOf } from './faults';
import type { HttpProxy } from './through-proxy';
import { absolute, askTunnel, requestInside } from './through-proxy';

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
  /** By choice; absent: directly. */
  readonly proxy?: HttpProxy;
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

function optionsOf(request: Request, way: Way) {
  const { scheme, host, port, path, method } = request;
  const literal = host.includes(':') ? `[${host.replace(/%.*$/, '')}]` : host;
  const usual = port === (scheme === 'http' ? 80 : 443);
  const headers = {
    Host: usual ? literal : `${literal}:${port}`,
    ...request.headers,
    ...(request.body !== undefined && { 'Content-Length': String(Buffer.byteLength(request.body)) }),
  };
  return { host, port, path, method, headers, agent: false as const, lookup: way.lookup, maxHeaderSize: headerBytes };
}

/** The request on its way; through a proxy over TLS it is the question for a tunnel. */
function open(request: Request, way: Way): http.ClientRequest {
  const { scheme, host, port, path } = request;
  const options = optionsOf(request, way);
  const { proxy } = way;
  if (proxy && scheme === 'https') return askTunnel(proxy, host, port, request.headers['User-Agent'] ?? '', way.lookup);
  if (proxy) return http.request({ ...options, host: proxy.host, port: proxy.port, path: absolute(host, port, path) });
  if (scheme === 'http') return http.request(options);
  const ca = authorities();
  return https.request({ ...options, rejectUnauthorized: true, ...(ca && { ca }) });
}

type Done = (result: Result<Raw>) => void;

/** One request until it is done; a second one inside it where the first is the question for a tunnel. */
class Sending {
  private sent: http.ClientRequest | null = null;
  private answered = false;

  constructor(
    private readonly request: Request,
    private readonly way: Way,
    private readonly done: Done,
  ) {}

  start(): void {
    const { request, way } = this;
    try {
      const opened = open(request, way);
      this.follow(opened, way.proxy?.host ?? request.host);
      if (!way.proxy || request.scheme === 'http') opened.end(request.body);
      else opened.on('connect', (answer, socket, head) => this.inside(opened, answer, socket as Socket, head)).end();
    } catch (error) {
      this.done({ ok: false, fault: faultOf(error as NodeJS.ErrnoException, request.host, way.perProbe) });
    }
  }
  drop(): void {
    this.sent?.destroy();
  }

  /** `at`: whom an error is of, the proxy or the server. */
  private follow(opened: http.ClientRequest, at: string): void {
    const { way, done } = this;
    this.sent = opened;
    opened.on('error', (error) => done(this.answered ? failed('unreachable-cut', { host: at }) : { ok: false, fault: faultOf(error, at, way.perProbe) }));
    opened.on('close', () => this.answered || done(failed('unreachable-closed', { host: at })));
    opened.on('upgrade', (_answer, socket) => {
      socket.destroy();
      done(failed('malformed-http', { host: at, system: '101' }));
    });
    opened.on('response', (response) => {
      this.answered = true;
      if (response.socket.localAddress) way.from?.(response.socket.localAddress);
      receive(response, at, done);
    });
  }

  /** Through the tunnel; what a proxy says instead of one is its own answer: 407 asks for an account. */
  private inside(opened: http.ClientRequest, answer: http.IncomingMessage, socket: Socket, head: Buffer): void {
    if (answer.statusCode !== 200) {
      socket.destroy();
      this.answered = true;
      this.done(ok({ status: answer.statusCode ?? 0, headers: answer.headers, body: head.subarray(0, keptBytes), over: false }));
      return;
    }
    // From here on the request inside speaks for both.
    opened
      .removeAllListeners('close')
      .removeAllListeners('error')
      .on('error', () => {});
    const inside = requestInside(socket, optionsOf(this.request, this.way), authorities());
    this.follow(inside, this.request.host);
    inside.on('close', () => socket.destroy());
    inside.end(this.request.body);
  }
}

export function send(request: Request, way: Way): Promise<Result<Raw>> {
  const { host } = request;
  if (way.signal.aborted) return Promise.resolve(failed('cancelled-by-user'));
  return new Promise((resolve) => {
    const done: Done = (result) => {
      clearTimeout(timer);
      way.signal.removeEventListener('abort', stop);
      resolve(result);
      sending.drop();
    };
    const sending = new Sending(request, way, done);
    const stop = () => done(failed('cancelled-by-user'));
    const timer = setTimeout(() => done(failed('timed-out-request', { host, ms: way.perProbe })), way.perProbe);
    way.signal.addEventListener('abort', stop);
    sending.start();
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

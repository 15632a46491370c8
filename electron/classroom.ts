/**
 * The classroom: the same page and handlers over HTTP on 127.0.0.1, for practice servers and for folders named at start.
 *
 * The opened address carries a code behind # that works once; it is exchanged for a token of 128 bits that travels as a
 * header. Each browser tab has its own visits, in memory. It ends after half an hour without a request.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import * as http from 'node:http';
import type { RequestName } from '../shared/ipc';
import { requestNames } from '../shared/ipc';
import type { Fault, Result } from '../shared/result';
import { failed, fault } from '../shared/result';
import { answerRequest } from './answer';
import type { Handlers } from './handlers';
import { makePages } from './pages';

export interface ClassroomGiven {
  readonly port: number;
  /** Folder of the built page. */
  readonly page: string;
  /** Fresh handlers for one tab; `emit` reaches that tab only. */
  readonly handlersFor: (emit: (event: string, value: unknown) => void) => Handlers;
  /** Milliseconds without a request until it ends. */
  readonly idle: number;
  /** What was refused, and why. */
  readonly log: (line: string) => void;
}
export interface Classroom {
  /** To be opened once. */
  readonly url: string;
  readonly port: number;
  readonly ended: Promise<void>;
  close(): void;
}

interface Tab {
  readonly handlers: Handlers;
  readonly waiting: string[];
  stream: http.ServerResponse | null;
}

const maxBody = 1_000_000;
const maxTabs = 200;
const secret = () => randomBytes(16).toString('base64url');
const equal = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

async function readBody(request: http.IncomingMessage): Promise<Result<unknown>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What is too large is read to its end and thrown away, so that the refusal arrives; far too large is cut off.
    if (bytes > 20 * maxBody) request.destroy();
    if (bytes <= maxBody) chunks.push(chunk);
  }
  if (bytes > maxBody) return failed('input-bad-request', { why: 'size' });
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return failed('input-bad-request', { why: 'json' });
  }
}

const policy = (csp: string): string => csp.replace("connect-src 'none'", "connect-src 'self'");

export function startClassroom(given: ClassroomGiven): Promise<Classroom> {
  const token = secret();
  let code: string | null = secret();
  const tabs = new Map<string, Tab>();
  const page = makePages(given.page);
  let port = 0;
  let timer: NodeJS.Timeout | undefined;

  const say = (response: http.ServerResponse, status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    response.end(JSON.stringify(value));
  };
  const refuse = (response: http.ServerResponse, status: number, why: Fault, line: string): void => {
    given.log(`refused: ${line}`);
    say(response, status, { ok: false, fault: why });
  };

  const tabOf = (id: string): Tab | null => {
    const known = tabs.get(id);
    if (known || tabs.size >= maxTabs) return known ?? null;
    const tab: Tab = {
      waiting: [],
      stream: null,
      handlers: given.handlersFor((event, value) => {
        const line = `${JSON.stringify({ event, value })}\n`;
        if (tab.stream) tab.stream.write(line);
        else if (tab.waiting.length < 2000) tab.waiting.push(line);
      }),
    };
    tabs.set(id, tab);
    return tab;
  };

  /** Why a request is not answered, or null. Nothing is ever answered across origins. */
  const strange = (request: http.IncomingMessage): string | null => {
    if (request.headers.host !== `127.0.0.1:${port}`) return `host ${String(request.headers.host).slice(0, 80)}`;
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://127.0.0.1:${port}`) return `origin ${origin.slice(0, 80)}`;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return `fetch from ${String(site)}`;
    return null;
  };

  const servePage = (url: URL, request: http.IncomingMessage, response: http.ServerResponse): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, fault('denied-sender', {}), `method ${request.method}`);
    if (url.search !== '') return refuse(response, 400, fault('denied-sender', {}), 'something in the query');
    const { status, headers, body } = page(`app://wizard${url.pathname}`);
    response.writeHead(status, { ...headers, 'content-security-policy': policy(headers['content-security-policy'] ?? '') });
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  /** The code of the opened address, once. */
  const exchange = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    const shown = String(request.headers['x-wizard-code'] ?? '');
    if (code === null || !equal(shown, code)) return refuse(response, 403, fault('denied-sender', {}), 'a code that is wrong or was used');
    code = null;
    say(response, 200, { token });
  };

  const openStream = (tab: Tab, response: http.ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    response.flushHeaders();
    tab.stream = response;
    for (const line of tab.waiting.splice(0)) response.write(line);
    response.on('close', () => {
      if (tab.stream === response) tab.stream = null;
    });
  };

  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const wrong = strange(request);
    if (wrong) return refuse(response, 403, fault('denied-sender', {}), wrong);
    if (!url.pathname.startsWith('/api/')) return servePage(url, request, response);
    if (request.method !== 'POST' || url.search !== '')
      return refuse(response, 405, fault('denied-sender', {}), `${request.method} ${url.pathname}${url.search ? ' with a query' : ''}`);
    if (url.pathname === '/api/token') return exchange(request, response);
    if (!equal(String(request.headers['x-wizard-token'] ?? ''), token)) return refuse(response, 403, fault('denied-sender', {}), 'no token');
    const tab = tabOf(String(request.headers['x-wizard-tab'] ?? '').slice(0, 64));
    if (!tab) return refuse(response, 429, fault('busy-visit', {}), 'too many tabs');
    if (url.pathname === '/api/events') return openStream(tab, response);
    const name = requestNames.find((n) => `/api/${n}` === url.pathname);
    if (!name) return refuse(response, 404, fault('input-bad-request', { request: url.pathname.slice(0, 60) }), `request ${url.pathname.slice(0, 60)}`);
    const body = await readBody(request);
    const said = body.ok ? await answerRequest(tab.handlers, name as RequestName, body.value) : body;
    if (!said.ok && said.fault.code === 'target-not-allowed') given.log(`refused: a target of the kind ${String(said.fault.facts.kind)}`);
    if (!said.ok && said.fault.code === 'input-bad-request') given.log(`refused: input of ${name}`);
    say(response, 200, said);
  };

  const server = http.createServer({ requestTimeout: 30_000 }, (request, response) => {
    timer?.refresh();
    void answer(request, response).catch((error) => {
      given.log(`failed: ${String(error).slice(0, 200)}`);
      if (!response.headersSent) say(response, 500, failed('internal-bug', { where: 'classroom' }));
    });
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(given.port, '127.0.0.1', () => {
      port = (server.address() as { port: number }).port;
      let end: () => void = () => {};
      const ended = new Promise<void>((done) => {
        end = done;
      });
      const close = (): void => {
        clearTimeout(timer);
        server.close(() => end());
        server.closeAllConnections();
      };
      timer = setTimeout(close, given.idle);
      resolve({ url: `http://127.0.0.1:${port}/#${code}`, port, ended, close });
    });
  });
}

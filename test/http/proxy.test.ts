/** Through this PC's proxy, by choice: the whole address for http, a tunnel for https, and never an account. */
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as net from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { collect } from '../../electron/collect';
import { proxyFor } from '../../electron/http/proxies';
import { networkAdapter } from '../../electron/targets/network';
import type { AnswerOf } from '../../shared/probes/index';
import type { Snapshot } from '../../shared/snapshot';
import { documentOf, runCli } from '../helpers/cli';
import type { Playing } from '../helpers/iis-server';
import { iis, playServer } from '../helpers/iis-server';
import { must } from '../helpers/shell';
import { root } from '../helpers/worlds';

interface PlayedProxy {
  readonly port: number;
  /** First line and headers of each request it got. */
  readonly asked: { readonly line: string; readonly headers: http.IncomingHttpHeaders }[];
  close(): Promise<void>;
}

/** A proxy on the loopback; `status`: what it says instead of passing on. */
async function playProxy(status?: number): Promise<PlayedProxy> {
  const asked: PlayedProxy['asked'] = [];
  const sockets = new Set<net.Socket>();
  const server = http.createServer((request, answer) => {
    asked.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    if (status) return void answer.writeHead(status, { 'Content-Type': 'text/html' }).end('<html><body>no</body></html>');
    const url = new URL(request.url ?? '');
    const on = http.request({ host: url.hostname, port: url.port, method: request.method, path: url.pathname, headers: request.headers }, (came) => {
      answer.writeHead(came.statusCode ?? 0, { ...came.headers, via: '1.1 proxy' });
      came.pipe(answer);
    });
    on.on('error', () => answer.writeHead(502).end());
    request.pipe(on);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.on('connect', (request, socket, head) => {
    asked.push({ line: `CONNECT ${request.url}`, headers: request.headers });
    socket.on('error', () => {});
    if (status) return void socket.end(`HTTP/1.1 ${status} No\r\nProxy-Authenticate: NTLM\r\n\r\n`);
    const [host, port] = (request.url ?? '').split(':');
    const on = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      on.write(head);
      on.pipe(socket);
      socket.pipe(on);
    });
    sockets.add(on);
    on.on('error', () => socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    asked,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

const open: { close(): Promise<void> }[] = [];
const keep = <T extends { close(): Promise<void> }>(playing: T): T => {
  open.push(playing);
  return playing;
};
afterEach(async () => {
  for (const playing of open.splice(0)) await playing.close();
});

async function look(url: string, env: NodeJS.ProcessEnv, throughProxy: boolean): Promise<Snapshot> {
  const adapter = must(networkAdapter(url, { env, throughProxy }));
  const told = { clients: [], subnets: [] };
  const limits = { perProbe: 5_000, whole: 20_000 };
  const snapshot = await collect(adapter, ['endpoints', 'cookie'], {
    told,
    limits,
    signal: new AbortController().signal,
    now: () => '2026-11-24T08:00:00.000Z',
  });
  adapter.close();
  return snapshot;
}
const endpointsOf = (snapshot: Snapshot): AnswerOf<'endpoints'> => {
  const answer = snapshot.answers.endpoints;
  if (answer?.outcome !== 'ok') throw new Error('no answer');
  return answer.value;
};
const getOf = (snapshot: Snapshot, door: string) => {
  const got = endpointsOf(snapshot).doors.find((d) => d.door === door)?.get;
  return got?.outcome === 'ok' ? got.value : (got?.fault.code ?? null);
};
const secret = (headers: http.IncomingHttpHeaders) => headers['proxy-authorization'] ?? headers.authorization ?? headers.cookie;

describe('a look through this PC’s proxy', () => {
  it('is direct unless it was chosen, and the proxy is told', async () => {
    const [server, proxy] = [keep(await playServer(iis({ version: '6.0' }))), keep(await playProxy())];
    const snapshot = await look(server.url, { http_proxy: `http://127.0.0.1:${proxy.port}` }, false);
    expect(proxy.asked).toEqual([]);
    expect(endpointsOf(snapshot)).toMatchObject({ proxies: [{ name: 'http_proxy' }] });
    expect(endpointsOf(snapshot).through).toBeUndefined();
  });
  it('gives the proxy the whole address of an http server, and no account', async () => {
    const [server, proxy] = [keep(await playServer(iis({ version: '6.0' }))), keep(await playProxy())];
    const snapshot = await look(server.url, { http_proxy: `http://user:secret@127.0.0.1:${proxy.port}` }, true);
    expect(endpointsOf(snapshot)).toMatchObject({ through: 'http_proxy' });
    expect(getOf(snapshot, 'wuident')).toMatchObject({ cab: true, via: '1.1 proxy' });
    expect(snapshot.answers.cookie).toMatchObject({ outcome: 'ok', value: { cookie: { bytes: expect.any(Number) } } });
    expect(proxy.asked.length).toBe(server.requests.length);
    expect(proxy.asked.every(({ line }) => line.includes(` http://127.0.0.1:${server.port}/`))).toBe(true);
    expect(proxy.asked.filter(({ headers }) => secret(headers) !== undefined)).toEqual([]);
    expect(JSON.stringify(snapshot)).not.toContain('secret');
  });
  it('asks for a tunnel to an https server, and judges its certificate as without one', async () => {
    const folder = join(root, 'test', 'fixtures', 'tls');
    const tls = { key: readFileSync(join(folder, 'self-signed.key'), 'utf8'), cert: readFileSync(join(folder, 'self-signed.crt'), 'utf8') };
    const [server, proxy]: [Playing, PlayedProxy] = [keep(await playServer(iis({ version: '10.0' }), tls)), keep(await playProxy())];
    const snapshot = await look(server.url, { https_proxy: `127.0.0.1:${proxy.port}` }, true);
    expect(new Set(proxy.asked.map(({ line }) => line))).toEqual(new Set([`CONNECT 127.0.0.1:${server.port}`]));
    expect(getOf(snapshot, 'wuident')).toBe('unreachable-certificate');
    expect(server.requests).toEqual([]);
    expect(proxy.asked.filter(({ headers }) => secret(headers) !== undefined)).toEqual([]);
  });
  it('tells that the proxy asks for an account: 407 to a request, and to a tunnel', async () => {
    const proxy = keep(await playProxy(407));
    const env = { http_proxy: `127.0.0.1:${proxy.port}`, https_proxy: `127.0.0.1:${proxy.port}` };
    for (const url of ['http://server.invalid:8530', 'https://server.invalid:8531'])
      expect([url, getOf(await look(url, env, true), 'wuident')]).toMatchObject([url, { status: 407 }]);
  });
  it('names the proxy where it cannot be reached', async () => {
    const gone = await playProxy();
    await gone.close();
    const snapshot = await look('http://server.invalid:8530', { http_proxy: `127.0.0.1:${gone.port}` }, true);
    const [door] = endpointsOf(snapshot).doors;
    expect(door?.get).toMatchObject({ outcome: 'failed', fault: { code: 'unreachable-refused', facts: { host: '127.0.0.1' } } });
  });
  it('is chosen on the command line too', async () => {
    const [server, proxy] = [keep(await playServer(iis({ version: '6.0' }))), keep(await playProxy())];
    const env = { http_proxy: `http://127.0.0.1:${proxy.port}` };
    const target = ['diagnose', '--json', '--target', server.url];
    await runCli(target, { env });
    expect(proxy.asked).toEqual([]);
    const document = documentOf(await runCli([...target, '--through-proxy'], { env })) as unknown as { findings: { check: string; facts: object }[] };
    expect(document.findings.find((f) => f.check === 'proxy-between')?.facts).toMatchObject({ through: 'http_proxy' });
    expect(proxy.asked.length).toBeGreaterThan(0);
  });
  it('takes no proxy of another kind, and none for a host that is excepted', () => {
    expect(proxyFor('http', 'server', { http_proxy: 'socks5://proxy:1080', HTTP_PROXY: 'proxy:3128' })).toEqual({
      name: 'HTTP_PROXY',
      host: 'proxy',
      port: 3128,
    });
    expect(proxyFor('http', 'server', { http_proxy: 'proxy:3128', NO_PROXY: 'server' })).toBeNull();
    expect(proxyFor('https', 'server', { http_proxy: 'proxy:3128' })).toBeNull();
    expect(proxyFor('http', 'server', { http_proxy: 'https://proxy' })).toBeNull();
  });
});

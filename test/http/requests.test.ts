/** One request at a time: bounds of time and memory, cancel, redirects, names and addresses. */
import * as dns from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { collect } from '../../electron/collect';
import { askCookie } from '../../electron/http/ask-cookie';
import { fetchDoor, mostRedirects } from '../../electron/http/fetch-door';
import { limited } from '../../electron/http/limited';
import { lookupOnce } from '../../electron/http/lookup';
import { proxiesFor } from '../../electron/http/proxies';
import { keptBytes, send } from '../../electron/http/send';
import { networkAdapter } from '../../electron/targets/network';
import { probeIds } from '../../shared/probes/index';
import type { Playing } from '../helpers/iis-server';
import { configBody, faultBody, iis, playRaw, playServer } from '../helpers/iis-server';
import { lookAtServer } from '../helpers/seat-look';
import { must } from '../helpers/shell';

const open: Playing[] = [];
const play = async (making: Promise<Playing>): Promise<Playing> => {
  const playing = await making;
  open.push(playing);
  return playing;
};
afterEach(async () => {
  for (const playing of open.splice(0)) await playing.close();
});
const way = (perProbe = 5_000, signal = new AbortController().signal) => ({ perProbe, signal, lookup: lookupOnce() });
const to = (port: number, path = '/') => ({ method: 'GET' as const, scheme: 'http' as const, host: '127.0.0.1', port, path, headers: {} });
const timed = async <T>(act: () => Promise<T>): Promise<{ value: T; ms: number }> => {
  const begun = performance.now();
  return { value: await act(), ms: performance.now() - begun };
};

describe('one request', () => {
  it('is over when its time is', async () => {
    const { port } = await play(playRaw(() => {}));
    const { value, ms } = await timed(() => send(to(port), way(300)));
    expect(value).toMatchObject({ ok: false, fault: { code: 'timed-out-request', facts: { ms: 300 } } });
    expect(ms).toBeLessThan(1_500);
  });
  it('counts a body that drips as time too', async () => {
    const { port } = await play(
      playRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
        const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write('x')), 50);
      }),
    );
    expect(await send(to(port), way(400))).toMatchObject({ ok: false, fault: { code: 'timed-out-request' } });
  });
  it('ends at once when it is cancelled', async () => {
    const { port } = await play(playRaw(() => {}));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const { value, ms } = await timed(() => send(to(port), way(20_000, controller.signal)));
    expect(value).toMatchObject({ ok: false, fault: { code: 'cancelled-by-user' } });
    expect(ms).toBeLessThan(1_000);
    expect(await send(to(port), way(20_000, controller.signal))).toMatchObject({ ok: false, fault: { code: 'cancelled-by-user' } });
  });
  it('keeps a megabyte and closes on the rest', async () => {
    let written = 0;
    const { port } = await play(
      playRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        const more = (): void => {
          if (socket.destroyed || written > 200 * 1024 * 1024) return;
          written += 65_536;
          if (socket.write(Buffer.alloc(65_536, 'x'))) setImmediate(more);
          else socket.once('drain', more);
        };
        more();
      }),
    );
    const before = process.memoryUsage().arrayBuffers;
    const raw = must(await send(to(port), way()));
    expect([raw.body.length, raw.over]).toEqual([keptBytes, true]);
    expect(written).toBeLessThan(50 * 1024 * 1024);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024);
  });
  it('gives the fault of an unknown name', async () => {
    expect(await send({ ...to(80), host: 'no-such-host.invalid' }, way())).toMatchObject({ ok: false, fault: { code: 'unreachable-name' } });
  });
  it('gives the fault of a refused connection', async () => {
    const gone = await playServer(() => {});
    await gone.close();
    expect(await send(to(gone.port), way())).toMatchObject({ ok: false, fault: { code: 'unreachable-refused' } });
  });
  it('never throws, whatever a header holds', async () => {
    expect((await send({ ...to(80), headers: { 'X-Bad': 'a\nb' } }, way())).ok).toBe(false);
  });
});

describe('redirects', () => {
  it('of a GET are followed five times on the same host, and no more', async () => {
    const playing = await play(playServer(({ answer }) => answer.writeHead(302, { Location: '/again' }).end()));
    const origin = { scheme: 'http' as const, host: '127.0.0.1', port: playing.port };
    const got = await fetchDoor('GET', 'wuident', origin, `${playing.url}/selfupdate/wuident.cab`, way());
    expect(got).toMatchObject({ outcome: 'ok', value: { status: 302, redirects: mostRedirects, location: `${playing.url}/again` } });
    expect(playing.requests.length).toBe(1 + mostRedirects);
  });
  it('to another host are told and not followed', async () => {
    const other = await play(playServer(({ answer }) => answer.end('MSCF')));
    const playing = await play(playServer(({ answer }) => answer.writeHead(302, { Location: `http://localhost:${other.port}/x?user:pw@y` }).end()));
    const origin = { scheme: 'http' as const, host: '127.0.0.1', port: playing.port };
    const got = await fetchDoor('GET', 'wuident', origin, `${playing.url}/selfupdate/wuident.cab`, way());
    expect(got).toMatchObject({ outcome: 'ok', value: { status: 302, redirects: 0 } });
    expect(other.requests.length).toBe(0);
  });
  for (const location of ['file:///etc/passwd', 'javascript:1', 'http://[bad'])
    it(`to ${location} go nowhere`, async () => {
      const playing = await play(playServer(({ answer }) => answer.writeHead(302, { Location: location }).end()));
      const origin = { scheme: 'http' as const, host: '127.0.0.1', port: playing.port };
      expect(await fetchDoor('GET', 'wuident', origin, `${playing.url}/x`, way())).toMatchObject({ outcome: 'ok', value: { status: 302, redirects: 0 } });
      expect(playing.requests.length).toBe(1);
    });
  it('of a POST are never followed, on no host', async () => {
    const playing = await play(
      playServer(iis({ version: '10.0', soap: { GetConfig: { status: 307, body: '', headers: { Location: '/ClientWebService/client.asmx' } } } })),
    );
    const origin = { scheme: 'http' as const, host: '127.0.0.1', port: playing.port };
    await askCookie([origin], '127.0.0.1', { ...way(), now: () => 0 });
    expect(playing.requests.filter((r) => r.method === 'POST').length).toBe(1);
  });
});

describe('the way to a cookie', () => {
  const ask = async (shape: Parameters<typeof iis>[0]) => {
    const playing = await play(playServer(iis(shape)));
    const answer = await askCookie([{ scheme: 'http', host: '127.0.0.1', port: playing.port }], '127.0.0.1', {
      ...way(),
      now: () => Date.parse('2026-01-01T00:00:00Z'),
    });
    return { answer, posts: playing.requests.filter((r) => r.method === 'POST') };
  };
  it('starts over three times at most on ConfigChanged', async () => {
    const { answer, posts } = await ask({ version: '10.0', soap: { GetCookie: { status: 500, body: faultBody('ConfigChanged') } } });
    expect([answer.restarts, posts.length, answer.cookie]).toEqual([3, 12, null]);
  });
  it('skips GetAuthorizationCookie where ServiceUrl is empty, and sends one cookie with empty data', async () => {
    const { answer, posts } = await ask({ version: '10.0', soap: { GetConfig: { body: configBody([{ id: 'Anonymous', url: '' }]) } } });
    expect(posts.map((p) => String(p.headers.soapaction).split('/').at(-1))).toEqual(['GetConfig"', 'GetCookie"']);
    expect(posts[1]?.body).toContain(
      '<authCookies><AuthorizationCookie><PlugInId>Anonymous</PlugInId><CookieData></CookieData></AuthorizationCookie></authCookies>',
    );
    expect(answer.cookie?.bytes).toBe(224);
  });
  it('asks nobody else, whatever ServiceUrl says', async () => {
    const other = await play(playServer(iis({ version: '10.0' })));
    const { answer, posts } = await ask({
      version: '10.0',
      soap: { GetConfig: { body: configBody([{ id: 'S', url: `http://localhost:${other.port}/SimpleAuthWebService/SimpleAuth.asmx` }]) } },
    });
    expect([answer.notFollowed?.host, posts.length, other.requests.length]).toEqual(['localhost', 1, 0]);
  });
  it('tells the server its own time, and ours only where it has none', async () => {
    const with_ = await ask({ version: '10.0' });
    const without = await ask({ version: '10.0', noDate: true });
    expect(with_.posts[2]?.body).toContain('<currentTime>2026-11-18T05:05:00.000Z</currentTime>');
    expect(without.posts[2]?.body).toContain('<currentTime>2026-01-01T00:00:00.000Z</currentTime>');
  });
  it('never keeps the cookie itself', async () => {
    const { answer } = await ask({ version: '10.0' });
    expect(JSON.stringify(answer)).not.toContain(Buffer.alloc(30, 9).toString('base64'));
  });
});

describe('a look', () => {
  it('that is cancelled ends at once, with every reason told', async () => {
    const playing = await play(playRaw(() => {}));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 150);
    const { value, ms } = await timed(() => lookAtServer(playing.url, { perProbe: 20_000, whole: 60_000 }, controller.signal));
    expect(ms).toBeLessThan(1_500);
    expect(value.snapshot.answers.endpoints).toMatchObject({ outcome: 'missing', fault: { code: 'cancelled-by-user' } });
  });
  it('takes no longer than one limit where nothing ever answers', async () => {
    const playing = await play(playRaw(() => {}));
    const { ms } = await timed(() => lookAtServer(playing.url, { perProbe: 800, whole: 20_000 }));
    expect(ms).toBeLessThan(3_000);
  });
  it('asks what was asked, and nothing besides', async () => {
    const playing = await play(playServer(iis({ version: '10.0' })));
    const adapter = must(networkAdapter(playing.url, { env: {} }));
    const options = { told: { clients: [], subnets: [] }, limits: { perProbe: 5_000, whole: 20_000 }, signal: new AbortController().signal, now: () => '' };
    await collect(adapter, ['services'], options);
    expect(playing.requests.length).toBe(0);
    await collect(adapter, ['cookie'], options);
    expect(playing.requests.every((r) => r.method === 'POST')).toBe(true);
    expect(Object.keys((await collect(adapter, probeIds, options)).answers)).toEqual([...probeIds]);
    adapter.close();
  });
  it('by an IPv6 address and by a name', async () => {
    const local = await dns.lookup('localhost', { all: true });
    expect(local.length).toBeGreaterThan(0);
    const playing = await play(playServer(iis({ version: '10.0' })));
    const { diagnosis } = await lookAtServer(`http://localhost:${playing.port}`);
    expect(diagnosis.passed).toContain('cookie-not-issued');
    expect(playing.requests.every((r) => r.headers.host === `localhost:${playing.port}`)).toBe(true);
  });
});

describe('names and addresses', () => {
  it('an IPv6 literal is asked in brackets', async () => {
    const six = Object.values(networkInterfaces())
      .flat()
      .some((i) => i?.address === '::1');
    const playing = await play(playServer(iis({ version: '10.0' }), undefined, six ? '::1' : '127.0.0.1'));
    const { diagnosis } = await lookAtServer(`http://[::1]:${playing.port}`);
    // Without IPv6 on this machine nobody is there: then the fault is what is told.
    expect(six ? diagnosis.passed.includes('cookie-not-issued') : diagnosis.findings.some((f) => f.facts.fault !== null)).toBe(true);
    if (six) expect(playing.requests.every((r) => r.headers.host === `[::1]:${playing.port}`)).toBe(true);
  });
  it('an international name is asked in ASCII and shown as typed', async () => {
    const { snapshot, diagnosis } = await lookAtServer('http://b\u00fccher.invalid:8530', { perProbe: 8_000, whole: 20_000 });
    const text = JSON.stringify(snapshot.answers.endpoints);
    expect([text.includes('"host":"b\u00fccher.invalid"'), text.includes('"host":"xn--bcher-kva.invalid"')]).toEqual([true, true]);
    expect(diagnosis.findings.find((f) => f.check === 'self-update-unreachable')?.facts).toMatchObject({
      fault: 'unreachable-name',
      windowsUpdateCode: '0x80072EE7',
    });
  });
});

describe('small parts', () => {
  it('no more than the limit runs at once, and all of it runs', async () => {
    const once = limited(3);
    let [running, most] = [0, 0];
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        once(async () => {
          most = Math.max(most, ++running);
          await new Promise((go) => setTimeout(go, 5));
          running--;
          return i;
        }),
      ),
    );
    expect([most, done.length, done.at(-1)]).toEqual([3, 20, 19]);
  });
  it('proxies of the environment are told without their password, unless the host is excepted', () => {
    const env = { HTTP_PROXY: 'http://user:S3cret@proxy:8080', NO_PROXY: 'localhost,.contoso.local' };
    expect(proxiesFor('http', 'sbs01', env)).toEqual([{ name: 'HTTP_PROXY', proxy: 'http://proxy:8080' }]);
    expect(proxiesFor('http', 'sbs01.contoso.local', env)).toEqual([]);
    expect(proxiesFor('https', 'sbs01', env)).toEqual([]);
  });
  it('a proxy of the environment is by-passed, and told', async () => {
    const proxy = await play(playServer(({ answer }) => answer.end()));
    const playing = await play(playServer(iis({ version: '10.0' })));
    const { diagnosis } = await lookAtServer(playing.url, undefined, undefined, { http_proxy: proxy.url });
    expect(proxy.requests.length).toBe(0);
    expect(diagnosis.findings.find((f) => f.check === 'proxy-between')).toMatchObject({ severity: 'note', facts: { how: 'by-passed' } });
  });
});

/** What a page can and cannot do, tried from inside a real Electron window. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { contentPolicy } from '../../electron/pages';
import { requestNames } from '../../shared/ipc';
import type { Result } from '../../shared/result';
import { describeInElectron } from '../helpers/needs';
import { inMain, makeStage, type Opened, type Stage } from './app';

type Anything = Record<string, (input: unknown) => Promise<Result<unknown>>>;
const codeOf = (answer: Result<unknown>): string => (answer.ok ? 'ok' : answer.fault.code);

// A window opens slowly on a busy machine; what is waited for is a page, never a time.
vi.setConfig({ testTimeout: 120_000 });

describeInElectron('the page in a real window', () => {
  let stage: Stage;
  let opened: Opened;
  let page: Page;
  let app: ElectronApplication;
  let server: Server;
  let hits = 0;
  let outside = '';

  beforeAll(async () => {
    server = createServer((_request, response) => {
      hits++;
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('hit');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    stage = await makeStage();
    opened = await stage.open(stage.own());
    ({ app, page } = opened);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(async () => {
    await opened?.close();
    await stage?.close();
    server?.close();
  });

  /** The request still answers: main is alive. */
  const alive = async () => expect(codeOf(await page.evaluate(() => (window as unknown as { wizard: Anything }).wizard['app.info']?.({}) as never))).toBe('ok');
  const call = (name: string, input: unknown): Promise<Result<unknown>> =>
    page.evaluate(([n, i]) => (window as unknown as { wizard: Anything }).wizard[n as string]?.(i) as Promise<Result<unknown>>, [name, input] as const);

  it('knows that it is driven from outside, and offers practice and collected files only', async () => {
    const info = await call('app.info', {});
    expect(info).toMatchObject({ ok: true, value: { restricted: true, face: 'desktop' } });
  });

  it('has no Node, no Electron, and exactly the requests of the contract', async () => {
    const seen = await page.evaluate(() => ({
      types: ['require', 'process', 'module', 'global', 'Buffer', 'electron', '__dirname'].map(
        (name) => typeof (window as unknown as Record<string, unknown>)[name],
      ),
      wizard: Object.keys((window as unknown as { wizard: object }).wizard).sort(),
      frozen: (() => {
        const own = window as unknown as { wizard: Record<string, unknown> };
        const before = own.wizard['app.info'];
        try {
          own.wizard['app.info'] = () => 'mine';
        } catch {
          return true;
        }
        return own.wizard['app.info'] === before;
      })(),
    }));
    expect(new Set(seen.types)).toEqual(new Set(['undefined']));
    expect(seen.wizard).toEqual([...requestNames, 'listen'].sort());
    expect(seen.frozen).toBe(true);
  });

  it('is shown in a window with every guard on', async () => {
    const preferences = await inMain(app, ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
    expect(preferences.webSecurity).not.toBe(false);
    expect(preferences.allowRunningInsecureContent).not.toBe(true);
  });

  it('comes with its policy as a header, and nothing else is served', async () => {
    const answers = await inMain(app, async ({ net }) => {
      const urls = [
        'app://wizard/index.html',
        'app://wizard/../main.cjs',
        'app://wizard/%2e%2e/main.cjs',
        'app://wizard/..%5cmain.cjs',
        'app://other/index.html',
      ];
      return Promise.all(
        [...urls, 'app://wizard/assets/'].map(async (url) => {
          const answer = await net.fetch(url);
          return { url, status: answer.status, policy: answer.headers.get('content-security-policy'), sniff: answer.headers.get('x-content-type-options') };
        }),
      );
    });
    expect(answers.map((a) => a.status)).toEqual([200, 404, 404, 404, 404, 404]);
    for (const { policy, sniff } of answers) expect({ policy, sniff }).toEqual({ policy: contentPolicy, sniff: 'nosniff' });
    expect(contentPolicy).not.toContain('unsafe');
    expect(contentPolicy).toContain("frame-ancestors 'none'");
  });

  it('runs no script that is not its own', async () => {
    const ran = await page.evaluate(async () => {
      const own = window as unknown as Record<string, unknown>;
      const script = document.createElement('script');
      script.textContent = 'window.inline = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.handler = true');
      image.src = 'missing.png';
      document.body.append(image);
      // In a task of the page's own: what the test itself calls may evaluate.
      const evaluated = await new Promise((said) =>
        setTimeout(() => {
          try {
            said(new Function('return "ran"')());
          } catch {
            said('refused');
          }
        }, 200),
      );
      return { inline: own.inline, handler: own.handler, evaluated };
    });
    expect(ran).toEqual({ inline: undefined, handler: undefined, evaluated: 'refused' });
  });

  it('reaches no network, by whatever way', async () => {
    const tried = await page.evaluate(async (url) => {
      const ways: Record<string, () => Promise<unknown>> = {
        fetch: () => fetch(url),
        image: () =>
          new Promise((yes, no) => {
            const image = new Image();
            image.onload = yes;
            image.onerror = no;
            image.src = `${url}image.png`;
          }),
        socket: () =>
          new Promise((yes, no) => {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.onopen = yes;
            socket.onerror = no;
          }),
        beacon: async () => navigator.sendBeacon(url, 'x') || Promise.reject(),
        script: () =>
          new Promise((yes, no) => {
            const script = document.createElement('script');
            script.onload = yes;
            script.onerror = no;
            script.src = `${url}script.js`;
            document.head.append(script);
          }),
      };
      const ended = await Promise.allSettled(Object.values(ways).map((way) => way()));
      return Object.fromEntries(Object.keys(ways).map((name, i) => [name, ended[i]?.status]));
    }, outside);
    // A beacon may be taken and then dropped: the server is the witness.
    expect(tried).toMatchObject({ fetch: 'rejected', image: 'rejected', socket: 'rejected', script: 'rejected' });
    await new Promise((done) => setTimeout(done, 300));
    expect(hits).toBe(0);
    await alive();
  });

  it('cannot be led away, and opens no window', async () => {
    const before = page.url();
    expect(before).toBe('app://wizard/index.html');
    for (const url of [outside, 'https://example.com/', 'file:///etc/passwd', 'data:text/html,hello', 'app://wizard.example/index.html'])
      await page.evaluate(async (to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
        await new Promise((done) => setTimeout(done, 100));
      }, url);
    expect(page.url()).toBe(before);
    expect(await page.evaluate((url) => [window.open(url), window.open('about:blank'), window.open('app://wizard/index.html')], outside)).toEqual([
      null,
      null,
      null,
    ]);
    expect(await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(hits).toBe(0);
    await alive();
  });

  it('is granted no permission', async () => {
    const granted = await page.evaluate(async () => ({
      notification: Notification.permission,
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'denied',
      ),
    }));
    expect(granted).toEqual({ notification: 'denied', geolocation: 'denied', camera: 'denied' });
  });

  it('answers no other window, data: page or frame, also with the same preload', async () => {
    const answers = await inMain(app, async ({ app: main, BrowserWindow }) => {
      const preload = `${main.getAppPath()}/out/preload.cjs`;
      const ask = `Promise.all(Object.keys(wizard).filter((n) => n !== 'listen').map(async (n) => [n, (await wizard[n]({})).fault?.code ?? 'ok']))`;
      const of = async (url: string, partition?: string) => {
        const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true, ...(partition && { partition }) } });
        const loaded = await other.loadURL(url).then(
          () => 'loaded',
          (error: Error) => error.message,
        );
        const said = loaded === 'loaded' ? ((await other.webContents.executeJavaScript(ask)) as [string, string][]) : [];
        other.destroy();
        return { loaded, codes: [...new Set(said.map(([, code]) => code))], asked: said.length };
      };
      // In the app's own session a data: page does not even load; in another one it loads, and is refused.
      const data = 'data:text/html,<p>hello</p>';
      return { second: await of('app://wizard/index.html'), elsewhere: await of(data, 'elsewhere'), blocked: (await of(data)).loaded };
    });
    const refused = { loaded: 'loaded', codes: ['denied-sender'], asked: requestNames.length };
    expect(answers).toMatchObject({ second: refused, elsewhere: refused });
    expect(answers.blocked).toContain('ERR_BLOCKED_BY_CLIENT');
    await alive();
  });

  it('gives a frame inside the page nothing', async () => {
    const frames = await page.evaluate(async () => {
      const tried = [];
      for (const set of [{ src: 'app://wizard/index.html' }, { src: 'data:text/html,x' }, { srcdoc: '<script>parent.framed = true</script>' }, {}]) {
        const frame = document.createElement('iframe');
        Object.assign(frame, set);
        document.body.append(frame);
        await new Promise((done) => setTimeout(done, 150));
        let wizard = 'closed';
        try {
          wizard = typeof (frame.contentWindow as unknown as { wizard?: unknown } | null)?.wizard;
        } catch {
          // Another origin: the frame cannot be looked into.
        }
        tried.push(wizard);
        frame.remove();
      }
      return { tried, framed: (window as unknown as { framed?: boolean }).framed };
    });
    expect(frames.tried.filter((t) => t !== 'undefined' && t !== 'closed')).toEqual([]);
    expect(frames.framed).toBeUndefined();
    await alive();
  });

  it('loads neither a file nor a page of the web, whoever asks for it', async () => {
    const loaded = await inMain(app, async ({ BrowserWindow }) => {
      const other = new BrowserWindow({ show: false });
      const tried = await Promise.all(
        ['file:///etc/passwd', 'https://example.com/'].map((url) =>
          other.loadURL(url).then(
            () => 'loaded',
            (error: Error) => error.message.slice(0, 40),
          ),
        ),
      );
      other.destroy();
      return tried;
    });
    expect(loaded.filter((l) => l === 'loaded')).toEqual([]);
  });

  it('takes no request with a key too many, a wrong type, or far too much text', async () => {
    for (const name of requestNames) {
      expect([name, codeOf(await call(name, { evil: 1 }))]).toEqual([name, 'input-bad-request']);
      for (const wrong of [null, 7, 'text', [], { visit: 7 }, { visit: 'v', constructor: 1 }, { visit: { prototype: 1 } }])
        if (!(Array.isArray(wrong) && wrong.length === 0)) expect([name, wrong, codeOf(await call(name, wrong))]).toEqual([name, wrong, 'input-bad-request']);
    }
    const long = await page.evaluate(async () => {
      const text = 'x'.repeat(10_000_000);
      const { wizard } = window as unknown as { wizard: Anything };
      const answers = await Promise.all(
        Object.keys(wizard)
          .filter((name) => name !== 'listen')
          .map(async (name) => (await wizard[name]?.({ visit: text })) as Result<unknown>),
      );
      return answers.map((a) => (a.ok ? 'ok' : a.fault.code));
    });
    expect([...new Set(long)]).toEqual(['input-bad-request']);
    await alive();
  });
});

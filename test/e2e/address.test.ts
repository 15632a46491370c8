/** A server's address in the real, unweakened app: main's own dialog names it, the page never does. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { iis, type Playing, playServer } from '../helpers/iis-server';
import { describeInElectron } from '../helpers/needs';
import { type Alone, type AloneStage, makeAlone, until } from './alone';
import type { Own } from './app';

const wizard = 'index.html';
const dialog = 'address.html';
vi.setConfig({ testTimeout: 180_000 });

const textOf = (alone: Alone, page: string): Promise<string> => alone.run<string>(page, 'document.body.innerText');
const shows = (alone: Alone, page: string, words: string | RegExp): Promise<string> =>
  until(
    () => textOf(alone, page),
    (text) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
  );
/** Presses the page's own button by its first line. */
const press = (alone: Alone, page: string, name: string): Promise<unknown> =>
  until(
    () =>
      alone.run<boolean>(
        page,
        `(() => { const all = [...document.querySelectorAll('main button')]; const b = all.find((b) => !b.disabled && b.innerText.trim().split('\\n')[0] === ${JSON.stringify(name)}); b?.click(); return !!b; })()`,
      ),
    (done) => done,
  );
const dialogOpen = (alone: Alone): Promise<unknown> => shows(alone, dialog, 'What is asked');
const dialogGone = (alone: Alone): Promise<unknown> =>
  until(
    () => alone.pages(),
    (pages) => !pages.includes(dialog),
  );
const code = (alone: Alone, name: string, input: object): Promise<string> =>
  alone.run<string>(wizard, `wizard[${JSON.stringify(name)}](${JSON.stringify(input)}).then((a) => a.ok ? 'ok' : a.fault.code)`);

describeInElectron('a server’s address in the real window', () => {
  let stage: AloneStage;
  let playing: Playing;
  const opened: Alone[] = [];
  const open = async (own: Own = stage.own(), env: Record<string, string> = {}, args: readonly string[] = []): Promise<Alone> => {
    const alone = await stage.open(own, env, args);
    opened.push(alone);
    await shows(alone, wizard, 'What do you want to examine?');
    return alone;
  };
  beforeAll(async () => {
    stage = await makeAlone();
    playing = await playServer(iis({ version: '6.0' }));
  });
  afterEach(async () => {
    for (const alone of opened.splice(0)) await alone.close();
  });
  afterAll(async () => {
    await playing?.close();
    await stage?.close();
  });

  it('is typed in main’s own dialog, and examined as a client would', async () => {
    const own = stage.own();
    const alone = await open(own);
    expect((await alone.argv()).filter((a) => /debug|inspect|sandbox/.test(a))).toEqual([]);
    expect(await alone.run(wizard, "wizard['app.info']({}).then((a) => a.value.restricted)")).toBe(false);
    await press(alone, wizard, 'A server’s address');
    await dialogOpen(alone);
    expect(await textOf(alone, dialog)).toContain('wsus-probe.invalid');
    expect(playing.requests).toEqual([]);
    await alone.type(
      dialog,
      `http://127.0.0.1:${playing.port}`.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    );
    await alone.key(dialog, 'Enter');
    await dialogGone(alone);
    await shows(alone, wizard, `Examine “http://127.0.0.1:${playing.port}”`);
    expect(playing.requests).toEqual([]);
    await press(alone, wizard, 'Examine');
    await shows(alone, wizard, 'What was found');
    expect(playing.requests.some((r) => r.method === 'GET' && /wuident\.cab$/i.test(r.path))).toBe(true);
    expect(playing.requests.filter((r) => r.headers.authorization !== undefined || r.headers.cookie !== undefined)).toEqual([]);
    const [folder = ''] = fs.readdirSync(own.visits);
    expect(fs.readFileSync(join(own.visits, folder, 'journal.jsonl'), 'utf8')).toContain(`http://127.0.0.1:${playing.port}`);
  });

  it('asks for the address of a visit opened again, once in each start of the app', async () => {
    const own = stage.own();
    const before = await open(own);
    await press(before, wizard, 'A server’s address');
    await dialogOpen(before);
    await before.type(dialog, `http://127.0.0.1:${playing.port}`);
    await before.key(dialog, 'Enter');
    await shows(before, wizard, /^Examine “http/m);
    await press(before, wizard, 'Examine');
    await shows(before, wizard, 'What was found');
    await before.close();

    const alone = await open(own);
    await press(alone, wizard, 'Open');
    await shows(alone, dialog, 'Ask this server again?');
    expect(await textOf(alone, dialog)).toContain(`http://127.0.0.1:${playing.port}`);
    await alone.key(dialog, 'Escape');
    await dialogGone(alone);
    await shows(alone, wizard, 'What do you want to examine?');
    expect(await alone.run(wizard, "document.querySelectorAll('[role=alert]').length")).toBe(0);
    await press(alone, wizard, 'Open');
    await shows(alone, dialog, 'Ask this server again?');
    await press(alone, dialog, 'Open');
    await shows(alone, wizard, 'What was found');
  });

  it('is closed by Escape: nothing is opened', async () => {
    const alone = await open();
    await press(alone, wizard, 'A server’s address');
    await dialogOpen(alone);
    await alone.type(dialog, 'http://127.0.0.1');
    await alone.key(dialog, 'Escape');
    await dialogGone(alone);
    await shows(alone, wizard, 'What do you want to examine?');
    expect(await alone.run(wizard, "wizard['visits.list']({}).then((a) => a.value.visits.length)")).toBe(0);
  });

  it('says what is wrong with an address, and what to do, and stays open', async () => {
    const alone = await open();
    await press(alone, wizard, 'A server’s address');
    await dialogOpen(alone);
    for (const [typed, words] of [
      ['ftp://server', /ftp/],
      ['http://user:secret@server', /user name or password stands in the address/],
      ['http://server:99999', /port/],
      ['', /no (host|server|name)/i],
    ] as const) {
      await alone.run(dialog, "document.querySelector('input').select()");
      if (typed === '') await alone.key(dialog, 'Backspace');
      else await alone.type(dialog, typed);
      await alone.key(dialog, 'Enter');
      const said = await until(
        () => alone.run<string>(dialog, "document.querySelector('[role=alert]')?.innerText ?? ''"),
        (text) => words.test(text),
      );
      expect(said.split('\n').length).toBeGreaterThan(1);
      expect(said).not.toContain('secret');
    }
    expect(await alone.pages()).toContain(dialog);
  });

  it('cannot be sent by the page, and the dialog is out of the page’s reach', async () => {
    const alone = await open();
    for (const address of ['http://127.0.0.1', 'address-1234', 'address-00000000'])
      expect([address, await code(alone, 'visit.open', { target: { kind: 'network', address } })]).not.toEqual([address, 'ok']);
    expect(await code(alone, 'visit.open', { target: { kind: 'network', address: 'address-0000' } })).toBe('target-not-allowed');
    expect(await code(alone, 'visit.open', { target: { kind: 'windows', address: 'address-0000' } })).toBe('target-not-allowed');
    expect(await alone.run(wizard, 'typeof window.dialog')).toBe('undefined');
    void alone.run(wizard, "void wizard['address.ask']({ kind: 'network' })");
    await dialogOpen(alone);
    expect(await alone.run(dialog, 'typeof window.wizard')).toBe('undefined');
    expect(await alone.run(dialog, 'Object.keys(window.dialog).sort().join()')).toBe('answer,close,question');
    expect(await alone.run(dialog, 'window.open("about:blank") === null')).toBe(true);
    expect(await alone.preferences(dialog)).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    // Another storage: what one page keeps, the other does not see.
    await alone.run(wizard, "localStorage.setItem('mark', '1')");
    expect(await alone.run(dialog, "localStorage.getItem('mark')")).toBeNull();
    // A second question while one stands is answered with no, and opens no second window.
    expect(await alone.run(wizard, "wizard['address.ask']({ kind: 'windows' }).then((a) => a.value.address)")).toBeNull();
    expect((await alone.pages()).filter((p) => p === dialog)).toHaveLength(1);
    for (const bad of [null, 7, { address: 'x' }, { address: 'x', account: null, throughProxy: false, more: 1 }])
      expect(await alone.run(dialog, `dialog.answer(${JSON.stringify(bad)}).then((f) => f.code)`)).toBe('input-bad-request');
  });

  it('is not offered in a weakened shell, whatever the page asks', async () => {
    const alone = await open(stage.own(), {}, ['--js-flags=--max-old-space-size=512']);
    expect(await textOf(alone, wizard)).toContain('Real servers are not offered');
    expect(await textOf(alone, wizard)).not.toContain('A server’s address');
    expect(await code(alone, 'address.ask', { kind: 'network' })).toBe('target-not-allowed');
    expect(await alone.pages()).toEqual([wizard]);
  });

  it('keeps a typed account out of the page and off the disk', async () => {
    const own = stage.own();
    const alone = await open(own);
    await alone.run(wizard, "window.answered = null; void wizard['address.ask']({ kind: 'windows' }).then((a) => { window.answered = JSON.stringify(a); })");
    for (const nth of [1, 3])
      await until(
        () => alone.run<boolean>(dialog, `(() => { const r = document.querySelectorAll('input[type=radio]')[${nth}]; r?.click(); return !!r?.checked; })()`),
        (done) => done,
      );
    const secret = 'only-in-memory-4711';
    for (const [nth, text] of [
      [0, 'sbs01'],
      [1, 'DOMAIN¥admin'],
      [2, secret],
    ] as const) {
      await until(
        () =>
          alone.run<boolean>(
            dialog,
            `(() => { const f = document.querySelectorAll('input[type=text], input[type=password]')[${nth}]; f?.focus(); return document.activeElement === f; })()`,
          ),
        (done) => done,
      );
      await alone.type(dialog, text);
    }
    await alone.key(dialog, 'Enter');
    await dialogGone(alone);
    const answered = await until(
      () => alone.run<string | null>(wizard, 'window.answered'),
      (text) => text !== null,
    );
    expect(JSON.parse(answered ?? '')).toEqual({ ok: true, value: { address: { id: expect.stringMatching(/^address-/), name: 'sbs01', kind: 'windows' } } });
    await alone.close();
    const written = fs
      .readdirSync(stage.base, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && e.parentPath.startsWith(join(own.settings, '..')))
      .map((e) => join(e.parentPath, e.name));
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((path) => fs.readFileSync(path).includes(secret) || fs.readFileSync(path).includes(Buffer.from(secret, 'utf16le')))).toEqual([]);
  });

  it('has nothing that axe finds wrong, in either language and theme, also with everything unfolded', async () => {
    const alone = await open();
    const wrong: string[] = [];
    for (const lang of ['en', 'ja'])
      for (const theme of ['light', 'dark'])
        for (const kind of ['network', 'windows']) {
          await alone.run(wizard, `wizard['app.manner'](${JSON.stringify({ lang, theme })})`);
          void alone.run(wizard, `void wizard['address.ask']({ kind: '${kind}' })`);
          await until(
            () => alone.run<number>(dialog, "document.querySelectorAll('form').length"),
            (forms) => forms === 1,
          );
          // Another computer, then another account.
          for (const nth of kind === 'windows' ? [1, 3] : [])
            await until(
              () =>
                alone.run<boolean>(dialog, `(() => { const r = document.querySelectorAll('input[type=radio]')[${nth}]; r?.click(); return !!r?.checked; })()`),
              (done) => done,
            );
          await alone.run(dialog, `${axe.source}; 0`);
          const found = await alone.run<{ id: string }[]>(
            dialog,
            "axe.run({ resultTypes: ['violations'] }).then((r) => r.violations.map((v) => ({ id: v.id })))",
          );
          wrong.push(...found.map((f) => `${kind} ${lang} ${theme}: ${f.id}`));
          await alone.key(dialog, 'Escape');
          await dialogGone(alone);
        }
    expect(wrong).toEqual([]);
  });

  it('speaks the language of the page and wears its theme', async () => {
    const alone = await open();
    await alone.run(wizard, "wizard['app.manner']({ lang: 'ja', theme: 'dark' })");
    void alone.run(wizard, "void wizard['address.ask']({ kind: 'network' })");
    await shows(alone, dialog, 'サーバーのアドレス');
    expect(await alone.run(dialog, '[document.documentElement.lang, document.documentElement.dataset.theme].join()')).toBe('ja,dark');
  });
});

/**
 * The built app as a person starts it: no debugger, no switch that weakens it, so that real servers are offered. It is driven
 * from within its own main process by the test's start script, with real key events; the product's files stay as they are.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Own, Place } from './app';
import { makePlace, putApp } from './app';

const start = `const { BrowserWindow } = require('electron');
require('./out/main.cjs');
const find = (page) => BrowserWindow.getAllWindows().find((w) => w.webContents.getURL().endsWith(page));
const acts = {
  pages: () => BrowserWindow.getAllWindows().map((w) => w.webContents.getURL().split('/').pop()),
  argv: () => process.argv,
  run: ({ page, script }) => find(page).webContents.executeJavaScript(script),
  type: ({ page, text }) => find(page).webContents.insertText(text),
  key: ({ page, key }) => {
    for (const type of ['keyDown', 'char', 'keyUp']) find(page).webContents.sendInputEvent({ type, keyCode: key });
  },
  preferences: ({ page }) => find(page).webContents.getLastWebPreferences(),
  picture: async ({ page }) => (await find(page).webContents.capturePage()).toPNG().toString('base64'),
};
require('node:readline').createInterface({ input: process.stdin }).on('line', async (line) => {
  const { n, act, ...given } = JSON.parse(line);
  const answer = await Promise.resolve().then(() => acts[act](given)).then((value) => ({ n, value }), (error) => ({ n, error: String(error) }));
  process.stdout.write('@answer ' + JSON.stringify(answer) + '\\n');
});
`;

export interface Alone {
  readonly pages: () => Promise<string[]>;
  readonly argv: () => Promise<string[]>;
  readonly run: <T = unknown>(page: string, script: string) => Promise<T>;
  readonly type: (page: string, text: string) => Promise<void>;
  readonly key: (page: string, key: string) => Promise<void>;
  readonly preferences: (page: string) => Promise<Record<string, unknown>>;
  readonly picture: (page: string) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}
export interface AloneStage {
  readonly open: (own: Own, env?: Record<string, string>, args?: readonly string[]) => Promise<Alone>;
  readonly own: () => Own;
  /** Where everything that the app may write lies. */
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** Asks until it holds; what is waited for is a state, never a time. */
export async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean, ms = 60_000): Promise<T> {
  for (const end = Date.now() + ms; ; ) {
    const value = await ask().catch((error: Error) => error);
    if (!(value instanceof Error) && holds(value)) return value;
    if (Date.now() > end) throw new Error(`never came true; at the end: ${value instanceof Error ? value.message : JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

function startApp({ executablePath, display, base }: Place, folder: string, own: Own, more: Record<string, string>, args: readonly string[]): Alone {
  const child = spawn(executablePath, [folder, `--user-data-dir=${own.settings}`, '--disable-gpu', ...args], {
    cwd: base,
    env: { PATH: process.env.PATH ?? '', HOME: own.home, DISPLAY: display, LANG: 'C.UTF-8', WSUS_WIZARD_VISITS: own.visits, ...more },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Map<number, { yes: (value: unknown) => void; no: (error: Error) => void }>();
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  void ended.then(() => {
    for (const { no } of waiting.values()) no(new Error('the app has ended'));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('@answer ')) return;
    const { n, value, error } = JSON.parse(line.slice(8)) as { n: number; value?: unknown; error?: string };
    const asked = waiting.get(n);
    waiting.delete(n);
    if (error === undefined) asked?.yes(value);
    else asked?.no(new Error(error));
  });
  let count = 0;
  const ask = <T>(act: string, given: object = {}): Promise<T> =>
    new Promise((yes, no) => {
      const n = ++count;
      waiting.set(n, { yes: yes as (value: unknown) => void, no });
      child.stdin.write(`${JSON.stringify({ n, act, ...given })}\n`);
    });
  return {
    pages: () => ask('pages'),
    argv: () => ask('argv'),
    run: (page, script) => ask('run', { page, script }),
    type: (page, text) => ask('type', { page, text }),
    key: (page, key) => ask('key', { page, key }),
    preferences: (page) => ask('preferences', { page }),
    picture: async (page) => Buffer.from(await ask<string>('picture', { page }), 'base64'),
    close: async () => {
      child.stdin.end();
      child.kill();
      await ended;
    },
  };
}

export async function makeAlone(): Promise<AloneStage> {
  const place = await makePlace();
  const folder = putApp(place.base, start);
  return { own: place.own, base: place.base, close: place.close, open: async (own, env = {}, args = []) => startApp(place, folder, own, env, args) };
}

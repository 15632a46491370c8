/**
 * The built app in a real Electron window, with its sandbox on. As root the window belongs to the user nobody, so everything it
 * needs lies in a folder of its own that anybody can read: the app, and the runtime where its own folder is closed to others.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { writeAgent } from '../../electron/agent/build.mjs';
import { electronFolder } from '../helpers/needs';

const root = join(import.meta.dirname, '..', '..');
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const isLinux = process.platform === 'linux';
const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));

export interface Stage {
  /** Starts the app over a folder of visits and settings of its own. */
  readonly open: (own: Own, env?: Record<string, string>) => Promise<Opened>;
  /** Folders that only one visit's tests share. */
  readonly own: () => Own;
  readonly close: () => Promise<void>;
}
export interface Own {
  readonly visits: string;
  readonly settings: string;
  readonly home: string;
}
export interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Whether anybody can enter every folder above this one. */
const isOpen = (path: string): boolean => (path === '/' ? true : (fs.statSync(path).mode & 0o5) === 0o5 && isOpen(join(path, '..')));

/** The runtime where the user of the window can read it. */
function readableRuntime(base: string): string {
  const found = electronFolder();
  if ('missing' in found) throw new Error(found.missing);
  if (!isRoot || isOpen(found.folder)) return found.binary;
  const copy = join(base, 'runtime');
  execFileSync('cp', ['-a', found.folder, copy]);
  return join(copy, found.binary.slice(found.folder.length + 1));
}

/**
 * Playwright attaches while the app starts, and a window that opens in that moment may hang for good. So the app waits for it, as with
 * Playwright's own loader, which cannot be used here: it hides from the app that it is driven. The product's files stay as they are.
 */
const startAttached = `const { app } = require('electron');
const ready = app.whenReady();
app.whenReady = () => new Promise((go) => { globalThis.__playwright_run = () => void ready.then(go); });
require('./out/main.cjs');
`;

/** Playwright starts a program by its path: this one becomes the user nobody first. Nothing is taken from the arguments. */
function asNobody(base: string, binary: string): string {
  const script = join(base, 'electron-as-nobody');
  fs.writeFileSync(script, `#!/bin/sh\nexec runuser -u nobody -- env "HOME=$HOME" '${binary}' "$@"\n`, { mode: 0o755 });
  return script;
}

/** A screen nobody sees; Xvfb picks its number itself. */
async function screen(): Promise<{ display: string; end: () => void }> {
  const given = process.env.DISPLAY;
  if (!isLinux || (given && !isRoot)) return { display: given ?? '', end: () => {} };
  // No access control: the window belongs to another user. Nothing listens on the network.
  const xvfb: ChildProcess = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    xvfb.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim()));
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    xvfb.once('error', reject);
  });
  return { display: `:${number}`, end: () => xvfb.kill() };
}

/** Where windows can be opened: a folder anybody can read, a runtime and a user for them, a screen. */
export interface Place {
  readonly base: string;
  readonly executablePath: string;
  readonly display: string;
  readonly own: () => Own;
  readonly close: () => Promise<void>;
}

export async function makePlace(): Promise<Place> {
  const base = fs.mkdtempSync(join(tmpdir(), 'wsus-wizard-e2e-'));
  fs.chmodSync(base, 0o755);
  const binary = readableRuntime(base);
  const executablePath = isRoot ? asNobody(base, binary) : binary;
  const { display, end } = await screen();
  let made = 0;
  const own = (): Own => {
    const at = join(base, `own-${++made}`);
    const folders = { visits: join(at, 'visits'), settings: join(at, 'settings'), home: join(at, 'home') };
    for (const path of [at, ...Object.values(folders)]) {
      fs.mkdirSync(path);
      if (isRoot) fs.chownSync(path, id('-u'), id('-g'));
    }
    return folders;
  };
  const close = async () => {
    end();
    fs.rmSync(base, { recursive: true, force: true });
  };
  return { base, executablePath, display, own, close };
}

/** The built app in a folder of the place; `start` is the script that Electron runs, which requires the product's own. */
export function putApp(base: string, start: string): string {
  const folder = join(base, 'app');
  fs.mkdirSync(folder);
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  execFileSync(process.execPath, [join(root, 'test', 'e2e', 'build.mjs'), join(folder, 'out')], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  fs.writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8')), main: 'start.cjs' }));
  fs.writeFileSync(join(folder, 'start.cjs'), start);
  fs.cpSync(join(root, 'assets'), join(folder, 'assets'), { recursive: true });
  writeAgent(join(folder, 'out'));
  return folder;
}

export async function makeStage(): Promise<Stage> {
  const { base, executablePath, display, own, close } = await makePlace();
  const folder = putApp(base, startAttached);
  const open = async ({ visits, settings, home }: Own, extra: Record<string, string> = {}): Promise<Opened> => {
    const app = await electron.launch({
      timeout: 40_000,
      executablePath,
      chromiumSandbox: true,
      args: [folder, `--user-data-dir=${settings}`, '--disable-gpu'],
      cwd: base,
      env: { PATH: process.env.PATH ?? '', HOME: home, DISPLAY: display, LANG: 'C.UTF-8', WSUS_WIZARD_VISITS: visits, ...extra },
    });
    const page = await app.firstWindow();
    return { app, page, close: () => app.close() };
  };
  return { open, own, close };
}

/** Runs a function in Electron's main process. The inspector may collect the promise of an answer before it is read: asked again then. */
export async function inMain<R>(app: ElectronApplication, act: (electron: typeof import('electron')) => R | Promise<R>): Promise<R> {
  for (let tries = 1; ; tries++) {
    try {
      return await app.evaluate(act);
    } catch (error) {
      if (tries === 5 || !String(error).includes('garbage collected')) throw error;
    }
  }
}

/** Lines of /proc/<pid>/status of the process that shows the page, and whose it is. */
export async function rendererStatus(app: ElectronApplication): Promise<{ seccomp: string; uid: number }> {
  const pid = await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  const line = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? '';
  return { seccomp: line('Seccomp'), uid: Number(line('Uid')) };
}

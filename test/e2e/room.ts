/** A classroom of its own in a real browser: the command line built apart, so that a build beside it changes nothing. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export const root = join(import.meta.dirname, '..', '..');

/** The browser is a tool of the test: its own sandbox is of no matter here, and as root it would not start with it. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const openBrowser = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: flags });

export interface Room {
  /** Opens the page once. */
  readonly url: string;
  readonly log: () => string;
  readonly close: () => void;
}

/** `add`: puts more scenarios into the copy before it starts. */
export async function startRoom(args: readonly string[] = [], add: (assets: string) => void = () => {}): Promise<Room> {
  const folder = fs.mkdtempSync(join(tmpdir(), 'wsus-wizard-room-'));
  fs.cpSync(join(root, 'assets'), join(folder, 'assets'), { recursive: true });
  // The copy finds no modules of its own; what is built holds all it needs.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  execFileSync(process.execPath, [join(import.meta.dirname, 'build.mjs'), join(folder, 'out'), 'client', 'cliAll', 'cliFault', 'cliLogs', 'logs', 'cli'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  add(join(folder, 'assets'));
  const child: ChildProcess = spawn(process.execPath, [join(folder, 'out', 'cli.cjs'), 'classroom', '--no-open', '--lang', 'en', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${log}`)));
  });
  const close = () => {
    child.kill('SIGINT');
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { url, log: () => log, close };
}

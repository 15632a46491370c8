/** Builds out/ where the sources are newer than it: for tests that run the built command line. As vitest's globalSetup, or called. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

const newest = (path: string): number => {
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  return stat.isDirectory() ? Math.max(0, ...fs.readdirSync(path).map((name) => newest(join(path, name)))) : stat.mtimeMs;
};

export function ensureBuilt(): void {
  const built = join(root, 'out', 'cli.cjs');
  const sources = ['shared', 'electron', 'renderer', 'package.json', 'vite.config.mts'].map((name) => newest(join(root, name)));
  if (newest(built) > Math.max(...sources)) return;
  const made = spawnSync(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the build failed: ${made.stderr}`);
}

export const setup = ensureBuilt;

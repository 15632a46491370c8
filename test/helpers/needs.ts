/** The only place that may skip a test: what a machine may lack, each with its reason. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const onCi = process.env.CI === 'true';
const onPath = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** The binary of a real Electron and its folder: named by the environment, or installed with the package. */
export function electronFolder(): { folder: string; binary: string } | { missing: string } {
  const installed = join(import.meta.dirname, '..', '..', 'node_modules', 'electron');
  const name = existsSync(join(installed, 'path.txt')) ? readFileSync(join(installed, 'path.txt'), 'utf8').trim() : 'electron';
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const found = [...(named ? ['electron', 'electron.exe', name].map((n) => [named, n]) : []), [join(installed, 'dist'), name]].find(
    ([folder = '', n = '']) => folder !== '' && existsSync(join(folder, n)),
  );
  const [folder, binary] = found ?? [];
  return folder && binary ? { folder, binary: join(folder, binary) } : { missing: 'no Electron binary' };
}

export function chromiumPath(): { path: string } | { missing: string } {
  const path = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  return path ? { path } : { missing: 'no Chromium' };
}

/** On CI nothing that .ci/run installs may be skipped. */
export const mayBeSkipped = !onCi;

/** Why a real window cannot be opened on this machine, or null. */
function whyNoWindow(): string | null {
  const electron = electronFolder();
  if ('missing' in electron) return electron.missing;
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0 && !onPath('runuser')) return 'no runuser: Electron is tested as a user that is not root';
  const display = process.env.DISPLAY !== undefined && process.getuid?.() !== 0;
  return display || onPath('Xvfb') ? null : 'no display and no Xvfb';
}

/** Wine and its cscript.exe: .ci/run installs it. */
const whyNoWine = (): string | null => (process.platform === 'linux' && onPath('wine') ? null : 'no Wine: the agent is not run under a real script host');

/** A suite under Wine's own cscript; skipped with its reason where there is none, and a failure of the suite on CI. */
export function describeUnderWine(name: string, suite: () => void): void {
  const why = whyNoWine();
  const lacking = () =>
    it('under Wine', ({ skip }) => {
      skip(mayBeSkipped, why ?? '');
      expect(why).toBeNull();
    });
  describe(name, why === null ? suite : () => void lacking());
}

/** A suite in a real Electron window; skipped with its reason where there is none, and a failure of the suite on CI. */
export function describeInElectron(name: string, suite: () => void): void {
  const why = whyNoWindow();
  const lacking = () =>
    it('in a real Electron window', ({ skip }) => {
      skip(mayBeSkipped, why ?? '');
      expect(why).toBeNull();
    });
  describe(name, why === null ? suite : () => void lacking());
}

/** A suite in Debian's Chromium; skipped with its reason where there is none, and a failure of the suite on CI. */
export function describeInChromium(name: string, suite: () => void): void {
  const chrome = chromiumPath();
  const lacking = () =>
    it('in a browser', ({ skip }) => {
      skip(mayBeSkipped, 'missing' in chrome ? chrome.missing : '');
      expect(chrome).toHaveProperty('path');
    });
  describe(name, 'path' in chrome ? suite : () => void lacking());
}

/** A test that needs another program as its judge; skipped where that is not installed. */
export function itWithTool(name: string, tool: string, run: () => void | Promise<void>, timeout = 120_000): void {
  const there = onPath(tool);
  it(name, { timeout }, async ({ skip }) => {
    skip(!there && mayBeSkipped, `no ${tool}`);
    expect(there).toBe(true);
    await run();
  });
}

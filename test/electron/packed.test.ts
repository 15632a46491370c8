/** The packed app: what is in it, which doors are shut, and that it opens. Packs once, into a temporary folder. */
import { execFile, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { wholeWalk } from '../e2e/steps';
import { display } from '../helpers/display';
import { describeInElectron } from '../helpers/needs';
import { tempFolder } from '../helpers/temp';
import { root } from '../helpers/worlds';

describeInElectron('the packed app', () => {
  let packed = '';
  beforeAll(async () => {
    packed = join(tempFolder(), 'packed');
    await promisify(execFile)(process.execPath, [join(root, 'electron', 'run.mjs'), 'pack', '--linux', `-c.directories.output=${packed}`], {
      cwd: root,
      maxBuffer: 1e7,
    });
    packed = join(packed, 'linux-unpacked');
  }, 300_000);

  test('carries the bundle and the scenarios, and no node_modules', () => {
    const names = listPackage(join(packed, 'resources', 'app.asar'), { isPack: false }).map((n) => n.replaceAll('\\', '/'));
    expect(names).toContain('/out/main.cjs');
    expect(names).toContain('/out/preload.cjs');
    expect(names).toContain('/assets/scenarios/added-subnet.json');
    expect(names.filter((n) => /node_modules|\/test\/|\.ts$|\.map$/.test(n))).toEqual([]);
    expect(fs.existsSync(join(packed, 'resources', 'app'))).toBe(false);
  });

  test('has its fuses read back as wanted', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'wsus-wizard'));
    const state = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] as number);
    const [on, off] = ['1', '0'];
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeCliInspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({ runAsNode: off, nodeOptions: off, nodeCliInspect: off, integrity: on, onlyAsar: on, fileProtocol: off });
  });

  test('opens from app.asar and goes the whole way on a practice server', async () => {
    const home = tempFolder();
    const { command, args } = display(join(packed, 'wsus-wizard'), [
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(home, 'data')}`,
    ]);
    const child = spawn(command, args, { env: { ...process.env, WSUS_WIZARD_VISITS: join(home, 'visits') }, detached: true });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let text = '';
        child.stderr.on('data', (chunk) => {
          text += chunk;
          const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
          if (found) resolve(found);
        });
        child.on('exit', () => reject(new Error(text)));
        setTimeout(() => reject(new Error(`no address: ${text}`)), 30_000);
      });
      const browser = await chromium.connectOverCDP(address);
      const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
      if (!page) throw new Error('no page');
      await page.waitForSelector('h1');
      const info = await page.evaluate(() => (window as unknown as { wizard: Record<string, (input: object) => Promise<unknown>> }).wizard['app.info']?.({}));
      expect(info).toMatchObject({ ok: true, value: { packed: true, restricted: true, face: 'desktop' } });
      await wholeWalk(page, join(home, 'visits'));
      await browser.close();
    } finally {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }
  }, 120_000);
});

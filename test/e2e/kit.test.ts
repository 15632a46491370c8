/** The script kit from the real window: main's dialog says where, and the folder holds the kit. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInElectron } from '../helpers/needs';
import { makeStage, type Stage } from './app';

describeInElectron('a script kit from the window', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await makeStage();
  }, 120_000);
  afterAll(() => stage?.close(), 60_000);

  it('lies in a folder of its own within the one chosen, and the wizard keeps its number', async () => {
    const own = stage.own();
    const { app, page, close } = await stage.open(own);
    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [folder] })) as never;
    }, own.home);
    await page.getByRole('button', { name: /^Script kit for another server/ }).click();
    await page.locator('main p', { hasText: /^Written to / }).waitFor();
    const [name] = fs.readdirSync(own.home).filter((n) => n.startsWith('wsus-wizard-kit-'));
    const files = fs.readdirSync(join(own.home, name ?? ''));
    expect(files).toEqual(expect.arrayContaining(['agent.js', 'collect.cmd', 'README.ja.txt', 'sha256.txt']));
    const [kept] = JSON.parse(fs.readFileSync(join(own.visits, 'kits.json'), 'utf8')) as { kit: string }[];
    expect(fs.readFileSync(join(own.home, name ?? '', 'collect.txt'), 'latin1')).toContain(`kit=${kept?.kit}`);
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = (async () => {
        process.title = 'asked';
        return { canceled: true, filePaths: [] };
      }) as never;
    });
    await page.getByRole('button', { name: /^Script kit for another server/ }).click();
    await expect.poll(() => app.evaluate(() => process.title)).toBe('asked');
    expect(fs.readdirSync(own.home).filter((n) => n.startsWith('wsus-wizard-kit-')).length).toBe(1);
    await close();
  }, 120_000);
});

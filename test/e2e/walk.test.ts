/** The walk: examine, step, preview, fix, result, undo, in a real Electron window, with the language switched on the way. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInElectron } from '../helpers/needs';
import { inMain, makeStage, type Opened, rendererStatus, type Stage } from './app';

const scenario = /branch office/i;
const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const main = (page: Page) => page.getByRole('main');

/** From the start page to the overview of the practice server. */
async function toOverview(page: Page): Promise<void> {
  await h1(page, 'What do you want to examine?');
  await press(page, /^Practise on/);
  await h1(page, 'Choose a simulated server');
  await press(page, scenario);
  await h1(page, /^Examine/);
  await main(page).getByRole('button', { name: 'Examine', exact: true }).click();
  await h1(page, 'What was found');
}

/** world.json of the only visit in the folder: the simulated server itself. */
function world(visits: string): string {
  const found = fs.readdirSync(visits, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('world.json'));
  expect(found).toHaveLength(1);
  return fs.readFileSync(join(visits, found[0] ?? ''), 'utf8');
}

/** Goes on with Tab until the control with this name has the focus, then presses the key. */
async function byKey(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement: e } = document;
      return e instanceof HTMLElement ? (e.getAttribute('aria-label') ?? e.closest('label')?.innerText ?? e.innerText) : '';
    });
    if (name.test(at)) return page.keyboard.press(key);
  }
  throw new Error(`no key leads to ${name}`);
}

// A window opens slowly on a busy machine; what is waited for is a page, never a time.
vi.setConfig({ testTimeout: 120_000 });

describeInElectron('the walk in a real window', () => {
  let stage: Stage;
  const opened: Opened[] = [];
  const open = async (...given: Parameters<Stage['open']>): Promise<Opened> => {
    const app = await stage.open(...given);
    opened.push(app);
    return app;
  };
  beforeAll(async () => {
    stage = await makeStage();
  });
  afterAll(async () => {
    for (const { close } of opened) await close().catch(() => {});
    await stage?.close();
  });

  it('examines, explains, fixes, verifies and undoes, in English and in Japanese', async () => {
    const own = stage.own();
    const { page, close } = await open(own);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await toOverview(page);
    expect(await page.locator('.practice-strip').innerText()).toContain('Practice');
    const first = world(own.visits);

    await press(page, 'Start with step 1');
    await h1(page, /^Self-update refuses/);
    await page.getByRole('heading', { name: 'What we saw' }).waitFor();
    await page.getByRole('button', { name: 'Preview the change' }).first().click();
    await h1(page, 'Preview of the change');
    const change = page.locator('.change').first();
    expect(await change.locator('.value-before').innerText()).toContain('inherits from above');
    expect(await change.locator('.value-after').innerText()).toContain('192.168.20.0');
    expect(world(own.visits)).toBe(first);

    await page.getByLabel('Language').selectOption('ja');
    await h1(page, '変更内容の確認');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
    await main(page)
      .getByRole('button', { name: /192\.168\.20\.0\/24 を .* 個の仮想ディレクトリに追加する/ })
      .click();
    await h1(page, '変更しました');
    await page.getByText('解決を確認しました').first().waitFor();
    expect(world(own.visits)).not.toBe(first);

    await page.getByLabel('表示言語').selectOption('en');
    await h1(page, 'The change is made');
    await page.getByText('Resolved').first().waitFor();
    await main(page).getByRole('button', { name: 'Undo', exact: true }).click();
    await h1(page, 'Preview of the undo');
    await press(page, /^Undo \d change/);
    await h1(page, 'The change is undone');
    await page.getByText('As it was before').first().waitFor();
    expect(world(own.visits)).toBe(first);
    expect(errors).toEqual([]);
    await close();
  });

  it('goes the whole way by keyboard alone', async () => {
    const { page, close } = await open(stage.own());
    await h1(page, 'What do you want to examine?');
    await byKey(page, /^Practise on/);
    await h1(page, 'Choose a simulated server');
    await byKey(page, scenario, 'Space');
    await h1(page, /^Examine/);
    // The first "Examine" is the rail's; the page's own comes after it.
    await byKey(page, /^Close visit/, 'Tab');
    await page.keyboard.press('Enter');
    await h1(page, 'What was found');
    await byKey(page, /^Start with step 1/);
    await h1(page, /^Self-update refuses/);
    await byKey(page, /^Preview the change/);
    await h1(page, 'Preview of the change');
    await byKey(page, /^Add 192\.168\.20\.0/);
    await h1(page, 'The change is made');
    await byKey(page, /^Undo$/);
    await h1(page, 'Preview of the undo');
    await byKey(page, /^Undo \d change/);
    await h1(page, 'The change is undone');
    await close();
  });

  it('undoes after the app was closed and opened again', async () => {
    const own = stage.own();
    const before = await open(own);
    await toOverview(before.page);
    const first = world(own.visits);
    await press(before.page, 'Start with step 1');
    await press(before.page, 'Preview the change');
    await press(before.page, /^Add 192\.168\.20\.0/);
    await h1(before.page, 'The change is made');
    await before.page.getByLabel('Language').selectOption('ja');
    await before.close();
    expect(world(own.visits)).not.toBe(first);

    const { page, close } = await open(own);
    await h1(page, '何を診断しますか?');
    await page.locator('.visit-row').getByRole('button').first().click();
    await h1(page, '診断結果');
    await page.getByLabel('表示言語').selectOption('en');
    await press(page, 'History');
    await press(page, 'Undo everything');
    await h1(page, 'Preview of the undo');
    await press(page, /^Undo \d change/);
    await h1(page, 'The change is undone');
    await page.getByText('As it was before').first().waitFor();
    expect(world(own.visits)).toBe(first);
    await close();
  });

  it('shows its page in a process that the sandbox holds, as a user that is not root', async () => {
    const { app, page, close } = await open(stage.own());
    await h1(page, 'What do you want to examine?');
    if (process.platform === 'linux') {
      const { seccomp, uid } = await rendererStatus(app);
      expect({ seccomp, root: uid === 0 }).toEqual({ seccomp: '2', root: false });
    }
    const argv = await inMain(app, () => process.argv);
    expect(argv.filter((a) => a.includes('no-sandbox'))).toEqual([]);
    await close();
  });
});

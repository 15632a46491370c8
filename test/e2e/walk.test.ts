/** The walk: examine, step, preview, fix, result, undo, in a real Electron window, with the language switched on the way. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInElectron } from '../helpers/needs';
import { inMain, makeStage, type Opened, rendererStatus, type Stage } from './app';
import { h1, press, scenario, toOverview, wholeWalk, world } from './steps';

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
    await wholeWalk(page, own.visits);
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

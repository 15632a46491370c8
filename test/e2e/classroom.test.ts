/** The whole walk in a browser through the classroom, with an accessibility check of every page: both languages, three themes. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { chromiumPath, describeInChromium } from '../helpers/needs';
import { everywhere, headingHasFocus, latinRuns, tabOrder, toScreenReader, violations } from './judge';
import { openBrowser, type Room, startRoom } from './room';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describeInChromium('the classroom in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let room: Room;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    const chrome = chromiumPath();
    browser = await openBrowser('path' in chrome ? chrome.path : '');
    context = await browser.newContext({ viewport: { width: 1180, height: 760 }, reducedMotion: 'reduce' });
    room = await startRoom();
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(room.url);
  });
  afterAll(async () => {
    await browser?.close();
    room?.close();
  });

  const main = () => page.getByRole('main');
  const press = (name: string | RegExp) => main().getByRole('button', { name }).first().click();
  const inRail = (name: string | RegExp) => page.getByRole('navigation').getByRole('button', { name }).click();
  /** A page has come when its heading stands and has the focus. */
  const heading = async (name: string | RegExp) => {
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await headingHasFocus(page), String(name)).toBe(true);
  };
  const inOrder = async () => {
    const { met, wanted, bare } = await tabOrder(page);
    expect(wanted.length).toBeGreaterThan(0);
    expect({ met, bare }).toEqual({ met: wanted, bare: [] });
  };
  /** From wherever a test ended to the start page, in English. */
  beforeEach(async () => {
    await page.evaluate(() => {
      sessionStorage.removeItem('visit');
      localStorage.setItem('lang', 'en');
    });
    await page.unrouteAll();
    await page.reload();
    await heading('What do you want to examine?');
  });
  /** To the overview of a practice server. */
  const practise = async (scenario: RegExp): Promise<void> => {
    await press(/^Practise on/);
    await heading('Choose a simulated server');
    await press(scenario);
    await heading(/^Examine/);
    await press(/^Examine$/);
    await heading('What was found');
  };

  it('walks from the start to the undo, every page accessible in both languages and three themes', async () => {
    await heading('What do you want to examine?');
    await everywhere(page, 'start');
    await inOrder();
    await press(/^Practise on/);
    await heading('Choose a simulated server');
    await everywhere(page, 'scenarios');
    await press(/branch office/i);
    await heading(/^Examine/);
    await everywhere(page, 'examine');
    await inOrder();
    await press(/^Examine$/);
    await heading('What was found');
    expect(await page.locator('.practice-strip').count()).toBe(1);
    await everywhere(page, 'steps');
    await inOrder();
    await press('Start with step 1');
    await heading(/^Self-update refuses/);
    await main().getByRole('heading', { name: 'What we saw' }).waitFor();
    await everywhere(page, 'step');
    await inOrder();
    await press('Preview the change');
    await heading('Preview of the change');
    await everywhere(page, 'preview');
    await inOrder();
    await press(/^Add 192\.168\.20\.0\/24/);
    await heading('The change is made');
    await page.getByText('Resolved').first().waitFor();
    expect((await toScreenReader(page)).live).toContain('Done');
    await everywhere(page, 'result');
    await inOrder();
    await press(/^Undo/);
    await heading('Preview of the undo');
    await everywhere(page, 'undo preview');
    await inOrder();
  });

  it('keeps the customer, the history, and the way back as text', async () => {
    await practise(/branch office/i);
    await press('Start with step 1');
    await press('Preview the change');
    await press(/^Add 192\.168\.20\.0\/24/);
    await heading('The change is made');
    await inRail('History');
    await heading('Visit history');
    await page.getByLabel('Customer').fill('株式会社サンプル商事 本店');
    await press('Keep the name');
    await main().getByText('Kept.').waitFor();
    await everywhere(page, 'visit');
    await inOrder();
    const opener = main().getByRole('button', { name: 'Save undo for the customer' });
    await opener.click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('textbox').inputValue()).toContain('お客様名: 株式会社サンプル商事 本店');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((e) => e === document.activeElement)).toBe(true);
    await press(/^Undo back to here: Look 1/);
    await heading('Preview of the undo');
    await press(/^Undo \d change/);
    await heading('The change is undone');
    await page.getByText('As it was before').first().waitFor();
  });

  it('says to a screen reader that it is examining, how far it is, and that it ended', async () => {
    await practise(/branch office/i);
    let go = () => {};
    const held = new Promise<void>((done) => {
      go = done;
    });
    await page.route('**/api/visit.look', async (route) => {
      await held;
      await route.continue();
    });
    await press('Look again');
    await heading(/^Examine/);
    await page.getByRole('progressbar').waitFor();
    const during = await toScreenReader(page);
    expect(during.live).toContain('Examining…');
    expect(during.bars).toEqual(['Progress of the examination']);
    expect(during.focused).toMatch(/^heading: Examine/);
    await everywhere(page, 'examining');
    go();
    await heading('What was found');
    expect((await toScreenReader(page)).live).toContain('The examination is finished.');
  });

  it('answers for one address, and says so', async () => {
    await practise(/branch office/i);
    await page.getByLabel('Is a client with this address admitted?').fill('１９２．１６８．２０．１５');
    await press('Ask');
    await page.getByText('Answer for 192.168.20.15').waitFor();
    expect((await toScreenReader(page)).live.join(' ')).toContain('Answer for 192.168.20.15');
    await everywhere(page, 'asked address');
  });

  it('draws how a download goes over two looks', async () => {
    await practise(/^Synchronised, but nothing arrives/);
    await page.getByRole('button', { name: 'Let 10 minutes pass' }).click();
    await heading('What was found');
    await main()
      .getByRole('listitem')
      .getByRole('button', { name: /download/i })
      .first()
      .click();
    await page.getByRole('img', { name: /^Downloaded at 2 looks/ }).waitFor();
    await everywhere(page, 'a step to wait for');
    await inRail('History');
    await heading('Visit history');
    await page.getByRole('img', { name: /^Downloaded at 2 looks/ }).waitFor();
  });

  it('groups what waits for the same thing', async () => {
    await practise(/^The web server is stopped/);
    const group = main().locator('.unknown-group');
    await group.first().locator('summary').click();
    await everywhere(page, 'unknown group');
    await inOrder();
    await group.first().getByRole('button').first().click();
    await page.locator('main h1').waitFor();
    await everywhere(page, 'an unknown step');
  });

  it('asks for the server’s name before everybody is let in from outside', async () => {
    await practise(/^Port 80 is published/);
    await press('Start with step 1');
    await heading(/^Self-update refuses/);
    await page.getByText('Allow all computers (as the release note says)').click();
    const wide = main().locator('.offer', { hasText: 'Allow all computers' });
    await everywhere(page, 'a step with the wide way open');
    await wide.getByRole('button', { name: 'Preview the change' }).click();
    await heading('Preview of the change');
    await everywhere(page, 'preview with a typed name');
    const act = main().getByRole('button', { name: 'Allow all anyway' });
    expect(await act.isDisabled()).toBe(true);
    await page.getByLabel(/^To go on, type the server’s name/).fill('wrong');
    expect(await act.isDisabled()).toBe(true);
  });

  it('shows the trainer what there is to find only when asked', async () => {
    await press(/^Practise on/);
    await heading('Choose a simulated server');
    const answer = page.getByText('Problem: Self-update refuses 14 clients (192.168.20.0/24)').first();
    expect(await answer.isVisible()).toBe(false);
    const card = main().locator('li', { hasText: 'A branch office was added by hand' });
    await card.getByText('What there is to find (for the trainer)').click();
    expect(await answer.isVisible()).toBe(true);
    await card.getByRole('button', { name: "Trainer's notes" }).click();
    await heading(/^Trainer's notes/);
    await everywhere(page, 'notes');
    await inOrder();
  });

  it('gives no second page the token, and tells it in the log', async () => {
    const second = await context.newPage();
    const refused = second.waitForResponse((r) => r.url().endsWith('/api/token'));
    await second.goto(room.url);
    expect((await refused).status()).toBe(403);
    await expect.poll(room.log).toContain('refused: a code that is wrong or was used');
    await second.close();
  });

  it('would see a missing label, and English left in a Japanese page', async () => {
    const bad = await context.newPage();
    await bad.setContent('<html lang="ja"><title>x</title><main><h1>x</h1><input type="text"></main></html>');
    expect((await violations(bad)).join(' ')).toMatch(/^label: |(?<= )label: /);
    await bad.close();
    expect(latinRuns('設定は Looked at the site です。ClientWebService と SimpleAuthWebService')).toEqual(['Looked at the site']);
  });

  it('ended without an error in the browser', () => {
    expect(errors.filter((e) => !/403 \(Forbidden\)/.test(e))).toEqual([]);
  });
});

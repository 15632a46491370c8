/** The whole walk in a browser through the classroom, with an accessibility check of every page: both languages, three themes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ensureBuilt } from '../helpers/build';
import { chromiumPath, describeInChromium } from '../helpers/needs';
import { root } from '../helpers/worlds';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
type Theme = { readonly name: string; readonly colorScheme: 'light' | 'dark'; readonly forcedColors?: 'active' };
const themes: readonly Theme[] = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'contrast', colorScheme: 'dark', forcedColors: 'active' },
];

/** Starts `classroom` and gives the address to open once. */
async function startRoom(): Promise<{ url: string; child: ChildProcess; log: () => string }> {
  const child = spawn(process.execPath, [join(root, 'out', 'cli.cjs'), 'classroom', '--no-open', '--lang', 'en'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${log}`)));
  });
  return { url, child, log: () => log };
}

/** Heading, enough on the page to be judged, and no violation. */
async function judge(page: Page, where: string): Promise<void> {
  await page.locator('main h1').waitFor();
  expect(await page.locator('body *:visible').count(), where).toBeGreaterThanOrEqual(15);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run(),
  );
  expect(
    violations.map(
      (v) =>
        `${where}: ${v.id}: ${v.nodes
          .map((n) => n.html)
          .join(' ')
          .slice(0, 200)}`,
    ),
  ).toEqual([]);
}

describeInChromium('the classroom in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let room: Awaited<ReturnType<typeof startRoom>>;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    ensureBuilt();
    const chrome = chromiumPath();
    browser = await chromium.launch({ executablePath: 'path' in chrome ? chrome.path : '', args: flags });
    context = await browser.newContext({ viewport: { width: 1180, height: 760 } });
    room = await startRoom();
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(room.url);
  });
  afterAll(async () => {
    await browser?.close();
    room?.child.kill('SIGINT');
  });

  /** Checks the page as it stands in both languages and all themes. */
  const everywhere = async (name: string): Promise<void> => {
    for (const lang of ['ja', 'en']) {
      await page.locator('header select').first().selectOption(lang);
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme.colorScheme, forcedColors: theme.forcedColors ?? 'none' });
        await judge(page, `${name} ${lang} ${theme.name}`);
      }
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  };
  const press = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first().click();
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('walks from the start to the undo, every page accessible in both languages and three themes', async () => {
    await heading('What do you want to examine?');
    await everywhere('start');
    await press(/^Practise on/);
    await heading('Choose a simulated server');
    await everywhere('scenarios');
    await press(/branch office/i);
    await heading(/^Examine/);
    await everywhere('examine');
    await press(/^Examine$/);
    await heading('What was found');
    expect(await page.locator('.practice-strip').count()).toBe(1);
    await everywhere('steps');
    await press('Start with step 1');
    await heading(/^Self-update refuses/);
    await everywhere('step');
    await press('Preview the change');
    await heading('Preview of the change');
    await everywhere('preview');
    await press(/^Add 192\.168\.20\.0\/24/);
    await page.getByText('Resolved').first().waitFor();
    await everywhere('result');
    await press(/^Undo/);
    await heading(/undo/i);
    await everywhere('undo preview');
  });

  it('shows the trainer what there is to find only when asked', async () => {
    await page.goto(page.url());
    await page.reload();
    await page.locator('main h1').waitFor();
    const start = page.getByRole('button', { name: /start page|Start$/i }).first();
    if (await start.count()) await start.click();
    await press(/^Practise on/);
    await heading('Choose a simulated server');
    const answer = page.getByText('Problem: Self-update open to all clients').first();
    expect(await answer.isVisible()).toBe(false);
    await page.getByText('What there is to find (for the trainer)').first().click();
    expect(await answer.isVisible()).toBe(true);
    await page.getByRole('button', { name: "Trainer's notes" }).first().click();
    await heading(/^Trainer's notes/);
    await everywhere('notes');
  });

  it('gives no second page the token, and tells it in the log', async () => {
    const second = await context.newPage();
    await second.goto(room.url);
    await second.waitForTimeout(300);
    expect(room.log()).toContain('refused: a code that is wrong or was used');
    await second.close();
  });

  it('a page with a missing label gives a violation', async () => {
    const bad = await context.newPage();
    await bad.setContent('<main><h1>x</h1><input type="text"></main>');
    await bad.evaluate(axe.source);
    const ids = await bad.evaluate(async () =>
      (await (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run()).violations.map((v) => v.id),
    );
    expect(ids).toContain('label');
    await bad.close();
  });

  it('ended without an error in the browser', () => {
    expect(errors.filter((e) => !/403 \(Forbidden\)/.test(e))).toEqual([]);
  });
});

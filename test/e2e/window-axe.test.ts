/** The accessibility check inside the Electron window: a few pages, both languages, three themes, and what a screen reader is told. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInElectron } from '../helpers/needs';
import { makeStage, type Opened, type Stage } from './app';
import { everywhere, headingHasFocus, toScreenReader } from './judge';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describeInElectron('the pages in a real window', () => {
  let stage: Stage;
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    stage = await makeStage();
    opened = await stage.open(stage.own());
    page = opened.page;
  });
  afterAll(async () => {
    await opened?.close().catch(() => {});
    await stage?.close();
  });
  const press = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first().click();
  const heading = async (name: string | RegExp) => {
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await headingHasFocus(page), String(name)).toBe(true);
  };

  it('are accessible in both languages and three themes', async () => {
    await heading('What do you want to examine?');
    await everywhere(page, 'start');
    await press(/^Practise on/);
    await heading('Choose a simulated server');
    await press(/branch office/i);
    await heading(/^Examine/);
    await press(/^Examine$/);
    await heading('What was found');
    expect((await toScreenReader(page)).live).toContain('The examination is finished.');
    await everywhere(page, 'steps');
    await press('Start with step 1');
    await heading(/^Self-update refuses/);
    await page.getByRole('heading', { name: 'What we saw' }).waitFor();
    await everywhere(page, 'step');
    await press('Preview the change');
    await heading('Preview of the change');
    await press(/^Add 192\.168\.20\.0\/24/);
    await heading('The change is made');
    expect((await toScreenReader(page)).live).toContain('Done');
    await page.getByRole('navigation').getByRole('button', { name: 'History' }).click();
    await heading('Visit history');
    await page.getByLabel('Customer').fill('株式会社サンプル商事 本店');
    await press('Keep the name');
    await page.getByText('Kept.').waitFor();
    await everywhere(page, 'visit');
    await page.getByRole('button', { name: 'Close visit' }).click();
    await heading('What do you want to examine?');
    const row = page.locator('.visit-row', { hasText: '株式会社サンプル商事 本店' });
    expect(await row.innerText()).toMatch(/A branch office.*Practice/);
    await everywhere(page, 'start with a visit');
    await row.getByRole('button', { name: /^Look again/ }).click();
    await heading('What was found');
  });
});

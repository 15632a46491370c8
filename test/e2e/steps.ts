/** The way of the wizard in a real window: its parts, and the whole of it. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const scenario = /branch office/i;
export const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
export const main = (page: Page) => page.getByRole('main');

/** From the start page to the overview of the practice server. */
export async function toOverview(page: Page): Promise<void> {
  await h1(page, 'What do you want to examine?');
  await press(page, /^Practise on/);
  await h1(page, 'Choose a simulated server');
  await press(page, scenario);
  await h1(page, /^Examine/);
  await main(page).getByRole('button', { name: 'Examine', exact: true }).click();
  await h1(page, 'What was found');
}

/** world.json of the only visit in the folder: the simulated server itself. */
export function world(visits: string): string {
  const found = fs.readdirSync(visits, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('world.json'));
  expect(found).toHaveLength(1);
  return fs.readFileSync(join(visits, found[0] ?? ''), 'utf8');
}

/** Examines, explains, fixes, verifies and undoes, with the language switched on the way; at the end the first server again. */
export async function wholeWalk(page: Page, visits: string): Promise<void> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await toOverview(page);
  expect(await page.locator('.practice-strip').innerText()).toContain('Practice');
  const first = world(visits);

  await press(page, 'Start with step 1');
  await h1(page, /^Self-update refuses/);
  await page.getByRole('heading', { name: 'What we saw' }).waitFor();
  await page.getByRole('button', { name: 'Preview the change' }).first().click();
  await h1(page, 'Preview of the change');
  const change = page.locator('.change').first();
  expect(await change.locator('.value-before').innerText()).toContain('inherits from above');
  expect(await change.locator('.value-after').innerText()).toContain('192.168.20.0');
  expect(world(visits)).toBe(first);

  await page.getByLabel('Language').selectOption('ja');
  await h1(page, '変更内容の確認');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
  await main(page)
    .getByRole('button', { name: /192\.168\.20\.0\/24 を .* 個の仮想ディレクトリに追加する/ })
    .click();
  await h1(page, '変更しました');
  await page.getByText('解決を確認しました').first().waitFor();
  expect(world(visits)).not.toBe(first);

  await page.getByLabel('表示言語').selectOption('en');
  await h1(page, 'The change is made');
  await page.getByText('Resolved').first().waitFor();
  await main(page).getByRole('button', { name: 'Undo', exact: true }).click();
  await h1(page, 'Preview of the undo');
  await press(page, /^Undo \d change/);
  await h1(page, 'The change is undone');
  await page.getByText('As it was before').first().waitFor();
  expect(world(visits)).toBe(first);
  expect(errors).toEqual([]);
}

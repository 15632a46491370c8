/** Pictures of every page into screenshots/, which git ignores: both languages, three themes, a wide and a narrow window. Words after the command choose: `screenshots ja dark narrow preview`. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { langs, themes } from './judge';
import { openBrowser, root, startRoom } from './room';

const sizes = { wide: { width: 1180, height: 760 }, narrow: { width: 450, height: 700 } } as const;
const folder = join(root, 'screenshots');

/** A practice server with 10,000 clients, 5,000 of them refused and copies of one another, and with the longest texts. */
function addCrowd(assets: string): void {
  const at = join(assets, 'scenarios');
  const base = JSON.parse(fs.readFileSync(join(at, 'base', 'sbs2003.json'), 'utf8'));
  const [like] = base.clients;
  base.clients = Array.from({ length: 10_000 }, (_, i) => {
    const far = i % 2 === 1;
    const name = `${far ? 'WAKAYAMA-KITA' : 'HONTEN'}-PC${String(i).padStart(5, '0')}`;
    return { ...like, name, addresses: [`10.${far ? 20 : 16}.${i >> 9}.${(i >> 1) & 255}`], susClientId: far ? like.susClientId : `id-${i}`, contacted: null };
  });
  base.subnets.push({ subnet: '10.16.0.0/16', learned: like.learned }, { subnet: '10.20.0.0/16', learned: like.learned });
  fs.writeFileSync(join(at, 'base', 'crowd.json'), JSON.stringify(base));
  const long = {
    en: 'Ten thousand clients in a network that was joined to the head office by hand, none of which ever appeared in the list of computers',
    ja: '手作業で本社に接続したネットワークにある 1 万台のクライアントが、コンピューターの一覧に一度も表示されたことがない状態',
  };
  const scenario = { ...JSON.parse(fs.readFileSync(join(at, 'added-subnet.json'), 'utf8')), id: 'crowd', base: 'crowd', title: long };
  fs.writeFileSync(join(at, 'crowd.json'), JSON.stringify(scenario));
}

export async function shoot(args: readonly string[] = []): Promise<void> {
  const among = (all: readonly string[]): readonly string[] => {
    const some = all.filter((name) => args.includes(name));
    return some.length > 0 ? some : all;
  };
  const wanted = { langs: among(langs), themes: among(themes.map((t) => t.name)), sizes: among(Object.keys(sizes)) };
  const words = [...langs, ...themes.map((t) => t.name), ...Object.keys(sizes)] as string[];
  const pages = args.filter((a) => !words.includes(a));
  fs.mkdirSync(folder, { recursive: true });
  const room = await startRoom([], addCrowd);
  const browser = await openBrowser('/usr/bin/chromium');
  let made = 0;
  try {
    const page = await (await browser.newContext({ viewport: sizes.wide, reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(room.url);
    const shot = async (name: string, whole = true): Promise<void> => {
      if (pages.length > 0 && !pages.some((p) => name.startsWith(p))) return;
      for (const size of wanted.sizes)
        for (const lang of wanted.langs)
          for (const theme of themes.filter((t) => wanted.themes.includes(t.name))) {
            await page.setViewportSize(sizes[size as keyof typeof sizes]);
            await page.locator('.top-bar select').first().selectOption(lang);
            await page.emulateMedia({ colorScheme: theme.colorScheme, forcedColors: theme.forcedColors });
            await page.evaluate(() => scrollTo(0, 0));
            await page.screenshot({ path: join(folder, `${name}.${lang}.${theme.name}.${size}.png`), fullPage: whole, animations: 'disabled' });
            made++;
          }
      await page.setViewportSize(sizes.wide);
      await page.locator('.top-bar select').first().selectOption('en');
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    };
    await walk(page, shot);
  } finally {
    await browser.close();
    room.close();
  }
  console.log(`${made} pictures in ${folder}`);
}

type Shot = (name: string, whole?: boolean) => Promise<void>;

async function walk(page: Page, shot: Shot): Promise<void> {
  const main = page.getByRole('main');
  const press = (name: string | RegExp) => main.getByRole('button', { name }).first().click();
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const inRail = (name: string | RegExp) => page.getByRole('navigation').getByRole('button', { name }).click();
  const practise = async (scenario: string | RegExp): Promise<void> => {
    const close = page.getByRole('button', { name: 'Close visit' });
    if (await close.count()) await close.click();
    await heading('What do you want to examine?');
    await press(/^Practise on/);
    await press(scenario);
    await heading(/^Examine/);
  };
  const examine = async () => {
    await press(/^Examine$/);
    await heading('What was found');
  };
  await heading('What do you want to examine?');
  await shot('01-start');
  await press(/^Practise on/);
  await heading('Choose a simulated server');
  await main.getByText('What there is to find (for the trainer)').first().click();
  await shot('02-scenarios');
  await page.getByRole('button', { name: "Trainer's notes" }).first().click();
  await heading(/^Trainer's notes/);
  await shot('03-notes');
  await press('Back');
  await press(/^A branch office/);
  await heading(/^Examine/);
  await shot('04-examine');
  let go = () => {};
  const held = new Promise<void>((done) => {
    go = done;
  });
  await page.route('**/api/visit.look', async (route) => {
    await held;
    await route.continue();
  });
  await press(/^Examine$/);
  await page.getByRole('progressbar').waitFor();
  await shot('05-examining');
  go();
  await heading('What was found');
  await page.unrouteAll();
  await page.getByLabel('Is a client with this address admitted?').fill('192.168.20.15');
  await press('Ask');
  await page.getByText('Answer for 192.168.20.15').waitFor();
  await shot('06-steps-asked');
  await press('Start with step 1');
  await main.getByRole('heading', { name: 'What we saw' }).waitFor();
  await shot('07-step');
  await press('Preview the change');
  await heading('Preview of the change');
  await shot('08-preview');
  await shot('08-preview-as-seen', false);
  await press(/^Add 192/);
  await heading('The change is made');
  await page.getByText('Resolved').first().waitFor();
  await shot('09-result');
  await press(/^Undo/);
  await heading('Preview of the undo');
  await shot('10-undo');
  await inRail('History');
  await page.getByLabel('Customer').fill('株式会社サンプル商事 本店');
  await press('Keep the name');
  await main.getByText('Kept.').waitFor();
  await shot('11-history');
  await press('Save undo for the customer');
  await page.getByRole('dialog').waitFor();
  await page.screenshot({ path: join(folder, '12-way-back.png') });
  await page.keyboard.press('Escape');
  await practise(/^Synchronised, but nothing arrives/);
  await examine();
  for (let i = 0; i < 3; i++) {
    await page.getByRole('button', { name: 'Let 10 minutes pass' }).click();
    await heading('What was found');
  }
  await main
    .getByRole('listitem')
    .getByRole('button', { name: /download/i })
    .first()
    .click();
  await page.getByRole('img', { name: /^Downloaded at/ }).waitFor();
  await shot('13-waiting');
  await practise(/^The web server is stopped/);
  await examine();
  await main.locator('.unknown-group summary').first().click();
  await shot('14-unknown-group');
  await main.locator('.unknown-group').first().getByRole('button').first().click();
  await page.locator('main h1').waitFor();
  await shot('15-unknown-step');
  await practise(/^Port 80 is published/);
  await examine();
  await press('Start with step 1');
  await page.getByText('Allow all computers (as the release note says)').click();
  await main.locator('.offer', { hasText: 'Allow all computers' }).getByRole('button', { name: 'Preview the change' }).click();
  await heading('Preview of the change');
  await shot('16-everyone');
  await practise(/^Ten thousand clients/);
  await shot('17-crowd-examine');
  await examine();
  await shot('18-crowd-steps');
  await press('Start with step 1');
  await main.getByText(/^Who is refused/).click();
  await shot('19-crowd-step');
  await inRail(/ share an ID/);
  await heading(/share an ID/);
  await shot('20-crowd-clones');
}

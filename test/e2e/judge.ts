/** What every page must stand, in a browser and in the window: axe in both languages and three themes, no English left in Japanese, focus, order of Tab. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Theme {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'active' | 'none';
}
export const themes: readonly Theme[] = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'contrast', colorScheme: 'dark', forcedColors: 'active' },
];
export const langs = ['ja', 'en'] as const;

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Rules that a theme can break; the others are judged once a language. */
const ofTheme = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What axe finds wrong, as lines. */
export async function violations(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (only) => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run({
        resultTypes: ['violations'],
        rules: { 'target-size': { enabled: true } },
        ...(only && { runOnly: { type: 'rule', values: only } }),
      });
      return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`.slice(0, 240));
    },
    rules as string[] | null,
  );
}

/**
 * Latin words that a Japanese reader sees as they are: products, services, directories, values of the registry, names in the
 * practice servers. Anything else over 12 letters in a row is English that was left behind.
 */
const known = [
  // Products and their parts
  'Windows Small Business Server',
  'Windows Server',
  'Windows Update',
  'Microsoft Update',
  'Update Services',
  'World Wide Web Publishing Service',
  'Background Intelligent Transfer Service',
  'Internet Information Services',
  'Default Web Site',
  'WSUS Administration',
  'WSUS Cert Server',
  'Automatic Updates',
  'Internet Users',
  // Directories of WSUS, services, values, methods
  'ClientWebService',
  'SimpleAuthWebService',
  'ReportingWebService',
  'ApiRemoting',
  'WSusCertServer',
  'SusClientIdValidation',
  'AccountDomainSid',
  'WUStatusServer',
  'GetAuthorizationCookie',
  'RegistrationRequired',
  'resetauthorization',
  'ipSecurity',
  // What is typed
  'net stop iisadmin',
];
const listed = new Set(known.map((k) => k.toLowerCase()));

/** Runs of Latin words with more than 12 letters, as they stand on the page, that are not in the list. */
export function latinRuns(text: string): string[] {
  const runs = text.match(/[A-Za-z][A-Za-z'’]*(?: [A-Za-z][A-Za-z'’]*)*/g) ?? [];
  return runs.filter((run) => run.replace(/[^A-Za-z]/g, '').length > 12 && !isListed(run));
}
/** A listed name, or several names and short words after one another. */
function isListed(run: string): boolean {
  let left = run.toLowerCase();
  for (const name of [...listed].sort((a, b) => b.length - a.length)) left = left.split(name).join('\n');
  return left.split('\n').every((part) => part.replace(/[^a-z]/g, '').length <= 12);
}

/** What a Japanese page shows and says: its text and labels, without code, English columns, and what people typed. */
export const shownText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const apart = 'code, [lang=en], option, textarea, input, .scenario-file';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const out: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.parentElement;
      if (at && !at.closest(apart) && !at.closest('script, style')) out.push(node.textContent ?? '');
    }
    for (const e of document.querySelectorAll('[aria-label], [title]'))
      if (!e.closest(apart)) out.push(e.getAttribute('aria-label') ?? '', e.getAttribute('title') ?? '');
    return out.join('\n');
  });

/** Heading, enough on the page to be judged, no violation in any theme and language, no English left in Japanese. */
export async function everywhere(page: Page, name: string): Promise<void> {
  for (const lang of langs) {
    await page.locator('.top-bar select').first().selectOption(lang);
    await page.locator('main h1').waitFor();
    expect.soft(await page.locator('body *:visible').count(), name).toBeGreaterThanOrEqual(15);
    if (lang === 'ja') expect.soft(latinRuns(await shownText(page)), `${name} in Japanese`).toEqual([]);
    for (const { name: theme, ...media } of themes) {
      // A colour on its way from one theme to the other is no colour of the page.
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      expect.soft(await violations(page, theme === 'light' ? null : ofTheme), `${name} ${lang} ${theme}`).toEqual([]);
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}

/** The heading has the focus: keyboard and screen reader start there. */
export const headingHasFocus = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement?.tagName === 'H1');

/** Tab from the heading through the page: every control once, in the order of the document, each with a visible ring. */
export async function tabOrder(page: Page): Promise<{ met: string[]; wanted: string[]; bare: string[] }> {
  const [met, bare] = [[] as string[], [] as string[]];
  const wanted = await page.evaluate(() => {
    const from = document.querySelector('main h1');
    const all = [...document.querySelectorAll<HTMLElement>('main :is(button, input, select, textarea, summary, [tabindex="0"])')].filter(
      (e) => from && from.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return all
      .filter((e) => !(e as HTMLButtonElement).disabled && e.checkVisibility())
      .map((e, i) => {
        e.dataset.order = String(i);
        return `${i} ${e.tagName}`;
      });
  });
  await page.locator('main h1').focus();
  for (let i = 0; i <= wanted.length; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      if (!(e instanceof HTMLElement) || !e.closest('main') || e.dataset.order === undefined) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      return { name: `${e.dataset.order} ${e.tagName}`, ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 };
    });
    if (!at) break;
    met.push(at.name);
    if (!at.ring) bare.push(at.name);
  }
  return { met, wanted, bare };
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { value: string };
  readonly name?: { value: string };
  readonly childIds?: string[];
  readonly properties?: { name: string; value: { value: unknown } }[];
}
/** What a screen reader is given, from the browser's own accessibility tree: texts of polite live regions, bars, and what has the focus. */
export async function toScreenReader(page: Page): Promise<{ live: string[]; bars: string[]; focused: string }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const textOf = (node: AxNode | undefined): string => {
    if (!node) return '';
    if (node.role?.value === 'StaticText') return node.name?.value ?? '';
    return (node.childIds ?? []).map((id) => textOf(byId.get(id))).join('');
  };
  const has = (node: AxNode, name: string, value: unknown) => node.properties?.some((p) => p.name === name && p.value.value === value) ?? false;
  return {
    live: nodes
      .filter((n) => has(n, 'live', 'polite'))
      .map(textOf)
      .filter((t) => t !== ''),
    bars: nodes.filter((n) => n.role?.value === 'progressbar').map((n) => n.name?.value ?? ''),
    focused: nodes.filter((n) => has(n, 'focused', true) && n.role?.value !== 'RootWebArea').map((n) => `${n.role?.value}: ${n.name?.value}`)[0] ?? '',
  };
}

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documents } from '../../shared/documents';
import { faultTexts } from '../../shared/messages/faults';
import type { Lang } from '../../shared/messages/text';
import { langs } from '../../shared/messages/text';
import { ensureBuilt } from '../helpers/build';
import { documentOf, looksLikeStack, runCli } from '../helpers/cli';
import { root } from '../helpers/worlds';

interface BadCase {
  readonly name: string;
  /** `{here}`: a copy of the code's folder; `{visit}`: the visit that `first` made. */
  readonly args: readonly string[];
  readonly first?: readonly string[];
  /** Where the code shows: as the end of the command (exit 2), or beside a probe that judged the rest. */
  readonly at?: 'probe';
  readonly make?: 'empty-folder' | 'huge-metabase';
  /** What is offered instead. */
  readonly nearest?: string;
}

const bad = join(root, 'test', 'fixtures', 'bad');
let temp = '';
beforeAll(() => {
  ensureBuilt();
  temp = mkdtempSync(join(tmpdir(), 'wsus-wizard-bad-'));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** All below a folder with size and content, for "nothing written". */
const contents = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((name) => {
          const stat = statSync(join(folder, name));
          return `${name} ${stat.isFile() ? `${stat.size} ${stat.size < 1e6 ? readFileSync(join(folder, name)).toString('base64') : ''}` : 'folder'}`;
        })
    : [];

/** What git cannot keep. */
function make(what: BadCase['make'], here: string): void {
  if (what === 'empty-folder') mkdirSync(join(here, 'empty'));
  if (what === 'huge-metabase') {
    mkdirSync(join(here, 'huge'));
    writeFileSync(join(here, 'huge', 'MetaBase.xml'), '<?xml version ="1.0"?>\n<configuration xmlns="urn:microsoft-catalog:XML_Metabase_V54_0">\n');
    truncateSync(join(here, 'huge', 'MetaBase.xml'), 64 * 1024 * 1024 + 1);
  }
}

for (const code of readdirSync(bad).sort())
  describe(code, () => {
    const cases = JSON.parse(readFileSync(join(bad, code, 'cases.json'), 'utf8')) as BadCase[];
    for (const [i, one] of cases.entries())
      it(`is what comes of ${one.name}, in both languages, and nothing is written`, async () => {
        const here = join(temp, `${code}-${i}`, 'here');
        const state = join(temp, `${code}-${i}`, 'state');
        cpSync(join(bad, code), here, { recursive: true });
        make(one.make, here);
        const first = one.first && documentOf(await runCli(one.first, { state }));
        const args = one.args.map((a) => a.replace('{here}', here).replace('{visit}', String(first?.visit)));
        const before = [contents(here), contents(state).filter((f) => !/\/(journal\.jsonl|lock|intent\.json)/.test(f))];

        const inLang = async (lang: Lang): Promise<void> => {
          const json = await runCli([...args, '--json', '--lang', lang], { state, cwd: here });
          expect(looksLikeStack(json.stdout + json.stderr)).toBe(false);
          const document = documentOf(json);
          if (one.at === 'probe') {
            expect([0, 1, 3]).toContain(json.code);
            const told = (document.probes as { faults?: { code: string }[] }[]).flatMap((p) => p.faults ?? []).map((f) => f.code);
            expect(told).toContain(code);
            return;
          }
          expect(document).toMatchObject({ schema: 'wsus-wizard/fault/1', code });
          expect(documents['fault/1'].safeParse(document).success).toBe(true);
          expect(json.code).toBe(2);
          if (one.nearest !== undefined) expect(document.facts).toMatchObject({ nearest: one.nearest });
          if (lang === 'ja') expect(document.message).toMatch(/[\u3040-\u30ff]/);
          // The same for people, once a code: one line that says what, why and what to do, and the code.
          if (i > 0) return;
          const text = await runCli([...args, '--lang', lang], { state, cwd: here });
          expect([text.code, text.stdout]).toEqual([2, '']);
          expect(text.stderr).toBe(`${document.message as string}${lang === 'en' ? ' ' : ''}${document.help as string} (${code})\n`);
        };
        // At the same time, but for a visit: that has one opener.
        if (one.args.includes('--visit') || one.args.includes('--fixes-of')) for (const lang of langs) await inLang(lang);
        else await Promise.all(langs.map(inLang));
        expect(Object.keys(faultTexts)).toContain(code);
        expect([contents(here), contents(state).filter((f) => !/\/(journal\.jsonl|lock|intent\.json)/.test(f))]).toEqual(before);
      }, 60_000);
  });

import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentOf } from '../../shared/documents';
import { makeLog } from '../bench/make-log';
import { ensureBuilt } from '../helpers/build';
import { documentOf, runCli } from '../helpers/cli';
import { lnavCounts, mawkCounts } from '../helpers/log-oracle';
import { itWithTool } from '../helpers/needs';
import { tempFolder } from '../helpers/temp';

ensureBuilt();
const folder = tempFolder();
const path = join(folder, 'u_ex260303.log');
const truth = makeLog(path, { bytes: 40_000_000, refused: 300, seed: 11 });
const countsOf = (d: DocumentOf<'refusals/1'>) => Object.fromEntries(d.clients.map((c) => [c.address, c.count]));
const read = async (...args: string[]) => {
  const printed = await runCli(['logs', ...args, '--json']);
  return { code: printed.code, document: documentOf(printed) as unknown as DocumentOf<'refusals/1'> };
};

describe('the command logs', () => {
  it('counts what the generator wrote', async () => {
    const { code, document } = await read(path);
    expect(code).toBe(1);
    expect([document.rows, document.refusals, countsOf(document)]).toEqual([truth.rows, truth.refusals, truth.byClient]);
    expect(document.files).toEqual([
      { path, rows: truth.rows, bytes: statSync(path).size, from: '2026-03-03T00:00:00Z', to: document.files[0]?.to, warnings: [] },
    ]);
    expect(document.subnets.map((s) => s.subnet)).toEqual(['192.168.20.0/24', '192.168.21.0/24', 'fe80::/64']);
    expect(Object.keys(document)).toEqual(['schema', 'files', 'rows', 'refusals', 'clients', 'subnets']);
  });
  itWithTool('counts what mawk counts', 'mawk', async () => expect(countsOf((await read(path)).document)).toEqual(mawkCounts(path)));
  itWithTool(
    'counts what lnav counts',
    'lnav',
    async () => {
      const small = join(folder, 'u_ex260304.log');
      makeLog(small, { bytes: 4_000_000, refused: 900, seed: 5 });
      expect(countsOf((await read(small)).document)).toEqual(lnavCounts(small));
    },
    300_000,
  );
  it('prints the same bytes twice, whichever file of the program runs', async () => {
    const [a, b, c] = [await runCli(['logs', path, '--json']), await runCli(['logs', path, '--json']), await runCli(['--json', 'logs', path])];
    expect([b.stdout === a.stdout, c.stdout === a.stdout]).toEqual([true, true]);
  });
  it('exits 0 where nobody is refused, 2 where nothing can be read, 3 where something was left out', async () => {
    const at = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const fields = '#Fields: date time c-ip cs-uri-stem sc-status sc-substatus';
    expect((await read(at('a.log', `${fields}\r\n2026-03-03 08:00:00 10.0.0.1 / 200 0\r\n`))).code).toBe(0);
    expect((await read(at('b.log', `2026-03-03 08:00:00 10.0.0.1 / 200 0\r\n${fields}\r\n2026-03-03 08:00:00 10.0.0.1 / 200 0\r\n`))).code).toBe(3);
    for (const args of [[at('c.log', 'MZ')], [join(folder, 'nowhere')], []]) {
      const printed = await runCli(['logs', ...args, '--json']);
      expect([args, printed.code, documentOf(printed).schema]).toEqual([args, 2, 'wsus-wizard/fault/1']);
    }
  });
});

describe('a diagnosis of the same log', () => {
  it('counts the refusals of WSUS paths the same, in two threads', async () => {
    mkdirSync(join(folder, 'collected'));
    copyFileSync(path, join(folder, 'collected', 'u_ex260303.log'));
    const printed = await runCli(['diagnose', '--target', `evidence:${join(folder, 'collected')}`, '--json']);
    const { findings } = documentOf(printed) as unknown as DocumentOf<'diagnosis/1'>;
    // Link-local addresses are of no subnet that could be granted.
    const refusedRows = readFileSync(path, 'latin1').match(/^\S+ \S+ \S+ \S+ \/(?!exchange\/)(?!.* fe80:).* 403 6 5 \d+\r$/gm) ?? [];
    expect(refusedRows.length).toBeGreaterThan(1000);
    expect(findings.find((f) => f.check === 'clients-refused-in-log')?.facts.count).toBe(refusedRows.length);
  });
});

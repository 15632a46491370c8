/** What passes over rows (rows.wat) must say what the reading of every row says: the same module with WebAssembly and without. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureBuilt } from '../helpers/build';

const fields = '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip sc-status sc-substatus sc-win32-status time-taken';
const header = { fields: fields.slice(8).trim(), date: null, second: null };

/** Two copies of the module, each with memory of its own: one reads with rows.wat, one where WebAssembly cannot be had. */
const quick = await import('../../electron/logs/scan');
vi.resetModules();
const slow = await import('../../electron/logs/scan');
afterEach(() => vi.unstubAllGlobals());

/** What a log says, handed in as pieces of these lengths, as the part from `from` to `to`. */
function read({ PartScan }: typeof quick, bytes: Buffer, pieces: readonly number[], from: number, to: number): unknown {
  if (PartScan === slow.PartScan) vi.stubGlobal('WebAssembly', undefined);
  const scan = new PartScan({ path: null, from, to, size: bytes.length, header, everyone: false });
  vi.unstubAllGlobals();
  for (let at = Math.max(0, from - 1), i = 0; at < bytes.length; i++) {
    const length = pieces[i % pieces.length] as number;
    scan.take(bytes.subarray(at, at + length));
    at += length;
  }
  scan.finish();
  const result = scan.result();
  scan.close();
  return result;
}

const two = (n: number) => String(n).padStart(2, '0');
const row = fc
  .record({
    day: fc.constantFrom('2026-03-03', '2026-03-03', '2026-03-03', '2026-03-04', '2026-13-03', '20260-3-03'),
    second: fc.integer({ min: 0, max: 61 }),
    minute: fc.constantFrom(0, 0, 1, 59, 60),
    hour: fc.constantFrom(8, 8, 9, 23, 24),
    stem: fc.constantFrom('/selfupdate/wuident.cab', '/a', '/%E3%81%82', '/a b', '/"a b"', '/\0', '', `/${'x'.repeat(300)}`),
    client: fc.constantFrom('192.168.20.101', 'fe80::1%11', '-', '192.168.16.2', 'x'),
    status: fc.constantFrom(
      '200 0 0',
      '200 0 0',
      '403 6 5',
      '403 60 5',
      '403 14 0',
      '404 0 2',
      '401 503 5',
      '404 5031 0',
      '403 503 0',
      '403 6',
      '099 0 0',
      '4o3 6 5',
      '600 0 0',
      '200  0',
      '500 0 64 ',
    ),
    end: fc.constantFrom('\r\n', '\r\n', '\n', '\r\r\n', ' \r\n', '\n\n', '\0\r\n'),
  })
  .map((r) => `${r.day} ${two(r.hour)}:${two(r.minute)}:${two(r.second)} 192.168.16.2 GET ${r.stem} - ${r.client} ${r.status} 12${r.end}`);
const plain = fc.integer({ min: 0, max: 59 }).map((s) => `2026-03-03 08:00:${two(s)} 192.168.16.2 GET /selfupdate/a.cab - 192.168.16.21 200 0 0 15\r\n`);
const other = fc.constantFrom(
  `${fields}\r\n`,
  '#Date: 2026-03-04 00:00:00\r\n',
  '#Fields: date time c-ip sc-status sc-substatus\r\n',
  '\r\n',
  '\0\0\0\0',
  'no row\r\n',
  '\u00ff\u0000\n',
);
const lines = fc.array(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 4, arbitrary: row }, { weight: 1, arbitrary: other }), { maxLength: 60 });
const slip = fc.record({ at: fc.nat(8000), byte: fc.constantFrom(0, 9, 10, 13, 32, 34, 35, 45, 47, 48, 53, 54, 57, 58, 63, 255) });

describe('passing over rows', () => {
  it('finds the values of a row, and none where a row is odd', async () => {
    const { Desk } = await import('../../electron/logs/rows');
    const desk = new Desk(1 << 10);
    const found = (text: string, count: number) =>
      desk.find(9, 9 + desk.bytes.write(text, 9, 'latin1'), count) && Array.from({ length: count }, (_, i) => desk.value(i));
    expect(found('a bc d', 3)).toEqual(['a', 'bc', 'd']);
    expect(found(`${'x'.repeat(40)} ${'y'.repeat(16)}`, 2)).toEqual(['x'.repeat(40), 'y'.repeat(16)]);
    expect(found(Array.from({ length: 64 }, (_, i) => `v${i}`).join(' '), 64)).toHaveLength(64);
    for (const odd of ['a  b', ' a b', 'a b ', 'a "b', 'a\0 b', 'a b c']) expect([odd, found(odd, 2)]).toEqual([odd, false]);
    expect(found(Array.from({ length: 65 }, () => 'v').join(' '), 65)).toBe(false);
  });
  it('is carried by every file that reads logs', () => {
    ensureBuilt();
    for (const file of ['cli-logs.cjs', 'cli-all.cjs', 'main.cjs', 'log-worker.cjs'])
      expect([file, readFileSync(join(import.meta.dirname, '..', '..', 'out', file), 'latin1').includes('"AGFzbQ')]).toEqual([file, true]);
  });
  it('says what the reading of every row says, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(slip, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 }),
        fc.nat(100),
        fc.nat(100),
        (all, slips, pieces, a, b) => {
          const bytes = Buffer.from(all.join(''), 'latin1');
          for (const { at, byte } of slips) if (at < bytes.length) bytes[at] = byte;
          const [from, to] = [Math.floor((Math.min(a, b) * bytes.length) / 100), Math.ceil((Math.max(a, b) * bytes.length) / 100)];
          expect(read(quick, bytes, pieces, from, to)).toEqual(read(slow, bytes, pieces, from, to));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

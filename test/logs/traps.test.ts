import { closeSync, ftruncateSync, mkdirSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLogs } from '../../electron/logs/find';
import { readLogs } from '../../electron/logs/read-logs';
import type { LogTally } from '../../shared/log-tally';
import { showMoment, sortedClients } from '../../shared/log-tally';
import { tempFolder } from '../helpers/temp';

const folder = tempFolder();
let made = 0;
const fields =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken';
const head = ['#Software: Microsoft Internet Information Services 7.5', '#Version: 1.0', '#Date: 2026-03-03 00:00:00', fields];
const row = (time: string, client: string, status = '403 6 5', stem = '/selfupdate/wuident.cab') =>
  `${time} 192.168.16.2 GET ${stem} 403 80 - ${client} Windows-Update-Agent ${status} 12`;
const good = [
  row('2026-03-03 08:00:00', '192.168.20.101'),
  row('2026-03-03 08:00:01', '192.168.16.21', '200 0 0'),
  row('2026-03-03 08:00:02', '192.168.20.102'),
];

async function read(content: string | Buffer, partBytes?: number): Promise<LogTally> {
  const path = join(folder, `u_ex${++made}.log`);
  writeFileSync(path, content);
  const [log] = await readLogs(findLogs([path]).logs, { everyone: false, signal: new AbortController().signal, ...(partBytes && { partBytes }) });
  if (!log) throw new Error('no log');
  return log.tally;
}
const told = (t: LogTally) => ({
  rows: t.rows,
  refusals: t.refusals,
  clients: Object.fromEntries(sortedClients(t).map((c) => [c.address, c.count])),
  warnings: Object.keys(t.warnings).sort(),
});
const lines = (...all: string[]) => `${all.join('\r\n')}\r\n`;
const usual = { rows: 3, refusals: 2, clients: { '192.168.20.101': 1, '192.168.20.102': 1 }, warnings: [] as string[] };

describe('traps of W3C logs', () => {
  it('a plain log: rows, times, clients, paths', async () => {
    const tally = await read(lines(...head, ...good));
    expect(told(tally)).toEqual(usual);
    expect([showMoment(tally.from ?? 0), showMoment(tally.to ?? 0)]).toEqual(['2026-03-03T08:00:00Z', '2026-03-03T08:00:02Z']);
    expect(sortedClients(tally)[0]?.paths).toEqual(['/selfupdate/wuident.cab']);
  });
  it('LF instead of CRLF, a byte order mark, no line end at the end, a blank after #Fields', async () => {
    const all = [...head, ...good];
    for (const text of [`${all.join('\n')}\n`, `\uFEFF${lines(...all)}`, all.join('\r\n'), lines(...head.slice(0, 3), `${fields} `, ...good)])
      expect(told(await read(text))).toEqual(usual);
  });
  it('header blocks again and again (31 in one file)', async () => {
    expect(told(await read(lines(...Array.from({ length: 31 }, () => [...head, ...good]).flat())))).toMatchObject({ rows: 93, refusals: 62 });
  });
  it('fields that change in mid-file, told by name', async () => {
    const other = '#Fields: date time c-ip cs-method cs-uri-stem sc-status sc-substatus';
    const tally = await read(lines(...head, ...good, other, '2026-03-03 09:00:00 192.168.20.103 GET /Content/a.cab 403 6'));
    expect(told(tally)).toEqual({ rows: 4, refusals: 3, clients: { ...usual.clients, '192.168.20.103': 1 }, warnings: ['fields-change'] });
  });
  it('fields in another order, with the status first or far from the end', async () => {
    const tally = await read(
      lines(
        '#Fields: sc-substatus sc-status c-ip date time cs-uri-stem',
        '6 403 192.168.20.101 2026-03-03 08:00:00 /selfupdate/a',
        '0 200 192.168.20.102 2026-03-03 08:00:00 /selfupdate/a',
      ),
    );
    expect(told(tally)).toEqual({ rows: 2, refusals: 1, clients: { '192.168.20.101': 1 }, warnings: [] });
  });
  it('rows before any #Fields are left out and counted by name', async () => {
    expect(told(await read(lines(...good, ...head, ...good)))).toEqual({ ...usual, warnings: ['row-before-fields'] });
  });
  it('403 6 elsewhere in a row is no refusal', async () => {
    const tally = await read(
      lines(
        ...head,
        row('2026-03-03 08:00:00', '10.0.0.1', '200 0 0').replace(' 403 80 ', ' q=403 6 '),
        row('2026-03-03 08:00:00', '10.0.0.1', '403 64 0'),
        row('2026-03-03 08:00:00', '10.0.0.1', '403 14 0'),
      ),
    );
    expect(told(tally)).toMatchObject({ rows: 3, refusals: 0 });
  });
  it('a zone index is dropped, an IPv4 address within IPv6 is IPv4, and clients are in numerical order', async () => {
    const tally = await read(lines(...head, ...['fe80::1%11', 'FE80::1%12', '::ffff:192.168.20.9', '192.168.20.10'].map((c) => row('2026-03-03 08:00:00', c))));
    expect(sortedClients(tally).map((c) => [c.address, c.count])).toEqual([
      ['192.168.20.9', 1],
      ['192.168.20.10', 1],
      ['fe80::1', 2],
    ]);
  });
  it('a second blank, a short row, a long row', async () => {
    const [first = ''] = good;
    expect(told(await read(lines(...head, first.replace(' 80 - ', ' 80  - '), ...good.slice(1))))).toEqual(usual);
    expect(told(await read(lines(...head, first.replace(/ 5 12$/, ''), ...good.slice(1))))).toEqual({ ...usual, warnings: ['short-row'] });
    expect(told(await read(lines(...head, `${first} x`, ...good.slice(1))))).toEqual({ ...usual, warnings: ['long-row'] });
  });
  it('quotes with blanks in them', async () => {
    expect(told(await read(lines(...head, ...good.map((r) => r.replace('Windows-Update-Agent', '"Windows Update Agent"')))))).toEqual(usual);
  });
  it('bytes of UTF-8 and CP932 in URLs', async () => {
    const at = (bytes: Buffer) =>
      Buffer.concat([
        Buffer.from(`${head.join('\r\n')}\r\n2026-03-03 08:00:00 192.168.16.2 GET /Content/`),
        bytes,
        Buffer.from(' - 80 - 192.168.20.101 a 403 6 5 12\r\n'),
      ]);
    for (const bytes of [Buffer.from('更新'), Buffer.from([0x8d, 0x58, 0x90, 0x56])]) {
      const tally = await read(at(bytes));
      expect(sortedClients(tally)[0]?.paths).toEqual(['/Content/更新']);
    }
  });
  it('dates out of order: first and last are still right', async () => {
    const tally = await read(
      lines(...head, row('2026-03-05 08:00:00', '192.168.20.101'), row('2026-03-01 08:00:00', '192.168.20.101'), row('2026-03-03 08:00:00', '192.168.20.101')),
    );
    expect(told(tally).warnings).toEqual(['dates-out-of-order']);
    const [client] = sortedClients(tally);
    expect([showMoment(client?.first ?? 0), showMoment(client?.last ?? 0), showMoment(tally.from ?? 0), showMoment(tally.to ?? 0)]).toEqual([
      '2026-03-01T08:00:00Z',
      '2026-03-05T08:00:00Z',
      '2026-03-01T08:00:00Z',
      '2026-03-05T08:00:00Z',
    ]);
  });
  it('rows without a date: the header’s, and the next day after midnight', async () => {
    const short = '#Fields: time c-ip cs-method cs-uri-stem sc-status sc-substatus';
    const tally = await read(
      lines(
        '#Date: 2026-12-31 22:00:00',
        short,
        '22:00:01 192.168.20.101 GET /selfupdate/a 403 6',
        '23:59:59 192.168.20.101 GET /selfupdate/a 200 0',
        '00:00:02 192.168.20.101 GET /selfupdate/a 403 6',
      ),
    );
    const [client] = sortedClients(tally);
    expect([showMoment(client?.first ?? 0), showMoment(client?.last ?? 0)]).toEqual(['2026-12-31T22:00:01Z', '2027-01-01T00:00:02Z']);
  });
  it('no sub-status (IIS 5): 403 of WSUS paths are counted and it is told', async () => {
    const tally = await read(
      lines(
        '#Fields: date time c-ip cs-uri-stem sc-status',
        '2026-03-03 08:00:00 192.168.20.101 /selfupdate/wuident.cab 403',
        '2026-03-03 08:00:00 192.168.20.101 /exchange/ 403',
      ),
    );
    expect({ ...told(tally), likely: tally.likely }).toEqual({
      rows: 2,
      refusals: 1,
      likely: 1,
      clients: { '192.168.20.101': 1 },
      warnings: ['no-sub-status'],
    });
  });
  it('no status, no client address', async () => {
    expect(told(await read(lines('#Fields: date time c-ip', '2026-03-03 08:00:00 10.0.0.1')))).toMatchObject({ rows: 1, refusals: 0, warnings: ['no-status'] });
    expect(told(await read(lines('#Fields: date time sc-status sc-substatus', '2026-03-03 08:00:00 403 6')))).toMatchObject({
      refusals: 1,
      clients: {},
      warnings: ['no-client-address'],
    });
  });
  it('IIS 8 and later: sub-status 503', async () => {
    const tally = await read(
      lines(...head, ...['401 503 5', '403 503 5', '404 503 5', '200 503 0'].map((s) => row('2026-03-03 08:00:00', '192.168.20.101', s))),
    );
    expect(told(tally)).toMatchObject({ rows: 4, refusals: 3, warnings: ['sub-status-503'] });
  });
});

describe('bad input', () => {
  it('a tail of NUL after a crash, with a cut last row or without', async () => {
    const whole = Buffer.from(lines(...head, ...good));
    const tail = Buffer.alloc(5000);
    expect(told(await read(Buffer.concat([whole, tail])))).toEqual({ ...usual, warnings: ['nul-bytes'] });
    expect(told(await read(Buffer.concat([whole, Buffer.from('2026-03-03 08:00:03 192.168.16.2 GET /self'), tail])))).toEqual({
      ...usual,
      warnings: ['cut-last-row', 'nul-bytes'],
    });
    // More of it than any line.
    expect(told(await read(Buffer.concat([whole, Buffer.alloc(3_000_000)])))).toMatchObject({ rows: 3, refusals: 2, warnings: ['nul-bytes'] });
  });
  it('NUL in the middle, with the next header right behind', async () => {
    const text = Buffer.concat([Buffer.from(lines(...head, ...good)), Buffer.from('2026-03-03 08:'), Buffer.alloc(700), Buffer.from(lines(...head, ...good))]);
    expect(told(await read(text))).toEqual({
      rows: 6,
      refusals: 4,
      clients: { '192.168.20.101': 2, '192.168.20.102': 2 },
      warnings: ['cut-last-row', 'nul-bytes'],
    });
  });
  it('a line of 100 MB, the rest counted right', { timeout: 60_000 }, async () => {
    const path = join(folder, 'long.log');
    const fd = openSync(path, 'w');
    writeSync(fd, lines(...head, ...good));
    const piece = Buffer.alloc(1 << 20, 'x');
    for (let i = 0; i < 100; i++) writeSync(fd, piece);
    writeSync(fd, `\r\n${lines(...good)}`);
    closeSync(fd);
    const [log] = await readLogs(findLogs([path]).logs, { everyone: false, signal: new AbortController().signal });
    expect(log && told(log.tally)).toEqual({ rows: 6, refusals: 4, clients: { '192.168.20.101': 2, '192.168.20.102': 2 }, warnings: ['too-long-line'] });
    truncateSync(path, 0);
  });
  it('a sparse file of 10 GB: progress, cancel within 200 ms, no growth of memory', { timeout: 60_000 }, async () => {
    const path = join(folder, 'sparse.log');
    const fd = openSync(path, 'w');
    writeSync(fd, lines(...head, ...good));
    ftruncateSync(fd, 10 * 1024 ** 3);
    closeSync(fd);
    const controller = new AbortController();
    const before = process.memoryUsage().rss;
    let [progress, cancelled] = [0, 0];
    setTimeout(() => {
      cancelled = performance.now();
      controller.abort();
    }, 500);
    await readLogs(findLogs([path]).logs, {
      everyone: false,
      signal: controller.signal,
      progress: (bytes, total) => {
        expect(bytes).toBeLessThanOrEqual(total);
        progress = bytes;
      },
    });
    expect(performance.now() - cancelled).toBeLessThan(200);
    expect(progress).toBeGreaterThan(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
  });
  it('binary files, other formats, folders without a log: named, not read', async () => {
    const at = join(folder, 'mixed');
    mkdirSync(join(at, 'empty'), { recursive: true });
    writeFileSync(join(at, 'a.log'), Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 255, 255]));
    writeFileSync(join(at, 'b.log'), '192.168.16.21, -, 03/20/01, 7:55:20, W3SVC2, SBS01, 192.168.16.2, 4502, 163, 3223, 200, 0, GET, /default.htm, -,\r\n');
    writeFileSync(join(at, 'c.log'), '192.168.16.21 - - [08/Apr/2001:17:39:04 -0800] "GET / HTTP/1.0" 200 3401\r\n');
    writeFileSync(join(at, 'd.log'), lines(...head, ...good));
    writeFileSync(join(at, 'notes.txt'), 'nothing of ours');
    const read = await readLogs(findLogs([at, join(at, 'empty'), join(at, 'd.log')]).logs, { everyone: false, signal: new AbortController().signal });
    expect(read.map((log) => [log.path.slice(at.length + 1), log.tally.rows, Object.keys(log.tally.warnings)])).toEqual([
      ['a.log', 0, ['not-a-log']],
      ['b.log', 0, ['not-read-iis-native']],
      ['c.log', 0, ['not-read-ncsa']],
      ['d.log', 3, []],
      ['empty', 0, ['no-log-in-folder']],
    ]);
  });
  it('names a path that is not there', () => expect(findLogs([join(folder, 'nowhere')]).missing).toBe(join(folder, 'nowhere')));
});

describe('a cut at any byte', () => {
  const text = Buffer.from(lines(...head, ...good, ...head.slice(2), ...good));
  it('counts the rows before the cut right, and never fails', async () => {
    for (let at = 0; at <= text.length; at++) {
      const cut = text.subarray(0, at);
      const whole = cut
        .subarray(0, cut.lastIndexOf(10) + 1)
        .toString('latin1')
        .split('\r\n')
        .filter((line) => /^\d{4}-/.test(line));
      const tally = await read(cut);
      const last = tally.rows - whole.length;
      expect([at, last === 0 || last === 1]).toEqual([at, true]);
      // The row that is cut counts only where all its values are there.
      const refused = whole.filter((line) => / 403 6 /.test(line)).length;
      expect([at, tally.refusals - refused <= last, tally.refusals >= refused]).toEqual([at, true, true]);
      if (last === 0) expect([at, tally.refusals]).toEqual([at, refused]);
    }
  });
});

describe('parts', () => {
  const text = lines(
    ...Array.from({ length: 8 }, (_, i) => [...head, ...good.map((r) => (i % 3 === 0 ? r : r.replace('192.168.20.101', `192.168.20.${i}`)))]).flat(),
  );
  it('of any size give the same answer', async () => {
    const wanted = await read(text);
    for (const size of [29, 64, 100, 333, 1000, 4096]) {
      const tally = await read(text, size);
      expect([size, told(tally), tally.from, tally.to, tally.days]).toEqual([size, told(wanted), wanted.from, wanted.to, wanted.days]);
    }
  });
  it('whose fields change between them are read again with the right ones', async () => {
    const other = '#Fields: date time c-ip cs-method cs-uri-stem sc-status sc-substatus';
    const rows = Array.from({ length: 50 }, (_, i) => `2026-03-03 09:00:${String(i).padStart(2, '0')} 192.168.20.${i + 1} GET /Content/a.cab 403 6`);
    const changing = lines(...head, ...good, other, ...rows, fields, ...good, other, ...rows);
    for (const size of [50, 200, 1000]) {
      const tally = await read(changing, size);
      expect([size, tally.rows, tally.refusals]).toEqual([size, 106, 104]);
    }
  });
  it('never cut a row without a date from its day', async () => {
    const short = ['#Date: 2026-12-31 22:00:00', '#Fields: time c-ip cs-method cs-uri-stem sc-status sc-substatus'];
    const rows = Array.from({ length: 48 }, (_, i) => `${String((22 + i) % 24).padStart(2, '0')}:30:00 192.168.20.101 GET /selfupdate/a 403 6`);
    const tally = await read(lines(...short, ...rows), 64);
    expect([showMoment(tally.from ?? 0), showMoment(tally.to ?? 0), tally.refusals]).toEqual(['2026-12-31T22:30:00Z', '2027-01-02T21:30:00Z', 48]);
  });
});

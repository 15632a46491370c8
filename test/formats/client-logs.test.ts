import { describe, expect, it } from 'vitest';
import { looksLikeReportingEvents, reportingEventsReader } from '../../shared/formats/reporting-events';
import { looksLikeWindowsUpdateLog, windowsUpdateReader } from '../../shared/formats/windows-update-log';
import { codeLine } from '../../shared/messages/wu-error-text';
import { codeOfNumber, codesIn } from '../../shared/wu-codes';

const xp = (time: string, component: string, text: string) => `2026-03-03\t${time}\t 840\t6d8\t${component}\t${text}`;
const chain = [
  xp('08:15:30:123', 'Misc', '===========  Logging initialized (build: 7.6.7600.256, tz: +0900)  ==========='),
  xp('08:15:30:200', 'Agent', '  * WU client version 7.6.7600.256'),
  xp('08:15:30:300', 'Agent', "  * SusClientId = '6f1d2c34-0b5e-4c0a-9d31-2e7a5b8c9d10'"),
  xp('08:15:31:000', 'Agent', '  * WSUS server: http://sbs01:8530'),
  xp('08:15:31:001', 'Agent', '  * WSUS status server: http://sbs01:8530'),
  xp('08:15:32:000', 'Misc', 'WARNING: DownloadFileInternal failed for http://sbs01/selfupdate/wuident.cab: error 0x80190193'),
  xp('08:15:32:100', 'Setup', 'FATAL: IsUpdateRequired failed with error 0x80244018'),
  xp('08:15:32:200', 'Agent', '  * WARNING: Skipping scan, self-update check returned 0x80244018'),
  xp('08:15:33:000', 'PT', 'WARNING: GetConfig failure, error = 0x8024402C, soap client error = 5, soap error code = 0, HTTP status code = 200'),
  xp('08:15:34:000', 'Report', 'REPORT EVENT: {A}\t2026-03-03 08:15:29:000+0900\t1\t148\t101\t{0}\t0\t80244018\tSelfUpdate\tFailure'),
];
const readAll = (lines: readonly string[]) => {
  const reader = windowsUpdateReader('WindowsUpdate.log');
  for (const line of lines) reader.line(line);
  return reader.end();
};

describe('WindowsUpdate.log of XP to 8.1', () => {
  const log = readAll(chain);
  it('is recognised', () => {
    expect(looksLikeWindowsUpdateLog(chain.join('\r\n'))).toBe(true);
    expect(looksLikeWindowsUpdateLog('#Software: Microsoft Internet Information Services 6.0\r\n')).toBe(false);
  });
  it('tells server, id, agent and zone', () =>
    expect(log).toMatchObject({
      server: 'http://sbs01:8530',
      statusServer: 'http://sbs01:8530',
      susClientId: '6f1d2c34-0b5e-4c0a-9d31-2e7a5b8c9d10',
      agent: '7.6.7600.256',
      zone: '+09:00',
      lines: 10,
      unread: 0,
    }));
  it('shows self-update refused, and the SOAP fault', () => {
    expect(log.events.filter((e) => e.kind === 'self-update-refused').map((e) => [e.at, e.code])).toEqual([
      ['2026-03-03T08:15:32.000', '0x80190193'],
      ['2026-03-03T08:15:32.100', '0x80244018'],
      ['2026-03-03T08:15:32.200', '0x80244018'],
    ]);
    expect(log.events.filter((e) => e.kind === 'soap-fault').map((e) => e.code)).toEqual(['0x8024402C']);
  });
  it('counts codes, the most frequent first', () => expect(log.codes[0]).toMatchObject({ code: '0x80244018', count: 2 }));
  it('a server of <NULL> is none', () => expect(readAll([xp('08:15:31:000', 'Agent', '  * WSUS server: <NULL>')])).toMatchObject({ server: null }));
  it('lines of 2005 without milliseconds are read', () =>
    expect(readAll([xp('08:15:31', 'Agent', '  * WSUS server: http://a')])).toMatchObject({ server: 'http://a', from: '2026-03-03T08:15:31.000' }));
  it('is read up to any cut', () => {
    const text = chain.join('\r\n');
    for (let at = 0; at <= text.length; at += 1) {
      const cut = text.slice(0, at).split('\r\n');
      const whole = cut.slice(0, -1).length;
      const read = readAll(cut);
      expect(read.lines + read.unread).toBeGreaterThanOrEqual(whole);
      expect(read.lines).toBeLessThanOrEqual(whole + 1);
    }
  });
  it('keeps the newest 500 events, and counts on', () => {
    const read = readAll(Array.from({ length: 5000 }, () => chain[6] as string));
    expect([read.events.length, read.codes[0]?.count]).toEqual([500, 5000]);
  });
});

describe('WindowsUpdate.log of Windows 10 and later', () => {
  const ten = (date: string, text: string) => `${date} 08:15:30.1234567 1234  5678  Agent           ${text}`;
  it('is recognised with any date separator and a byte order mark', () => {
    for (const date of ['2026/03/03', '2026-03-03', '2026.03.03']) expect(looksLikeWindowsUpdateLog(`\uFEFF${ten(date, 'x')}`)).toBe(true);
  });
  it('tells server and codes in brackets', () =>
    expect(readAll([`\uFEFF${ten('2026/03/03', 'WSUS server: (null)')}`, ten('2026/03/03', '*FAILED* [8024000E] Method failed')])).toMatchObject({
      server: null,
      codes: [{ code: '0x8024000E', count: 1 }],
      from: '2026-03-03T08:15:30.123',
    }));
});

describe('ReportingEvents.log', () => {
  const line = (hex: string, status: string, text: string) =>
    `{4F3D0000-0000-0000-0000-000000000001}\t2026-03-03 08:15:30:123+0900\t1\t148\t101\t{00000000-0000-0000-0000-000000000000}\t0\t${hex}\tSelfUpdate\t${status}\tSoftware Synchronization\t${text}`;
  it('is recognised, and read with its zone and the result in hex without 0x', () => {
    expect(looksLikeReportingEvents(line('0', 'Success', 'ok'))).toBe(true);
    const reader = reportingEventsReader('ReportingEvents.log');
    for (const l of [line('0', 'Success', 'ok'), line('80244018', 'Failure', 'Error: Agent failed'), 'garbage']) reader.line(l);
    expect(reader.end()).toMatchObject({
      zone: '+09:00',
      lines: 2,
      unread: 1,
      codes: [{ code: '0x80244018', count: 1, first: '2026-03-03T08:15:30.123+09:00' }],
      events: [{ kind: 'self-update-refused', code: '0x80244018' }],
    });
  });
});

describe('codes', () => {
  it('are found as they are written', () => {
    expect(codesIn('error 0x8024402c, hr = 80244021, [8024000E], 0x00240006, tid 80244018x')).toEqual(['0x8024402C', '0x80244021', '0x8024000E']);
    expect(codeOfNumber(-2145107944)).toBe('0x80244018');
  });
  it('have a symbol and a meaning in both languages', () => {
    expect(codeLine('0x80244018', 'en')).toMatch(/^0x80244018 WU_E_PT_HTTP_STATUS_FORBIDDEN: HTTP 403/);
    expect(codeLine('0x80244018', 'ja')).toMatch(/IP アドレスの制限/);
    expect(codeLine('0x8FFFFFFF', 'ja')).toMatch(/既知のコードの一覧にありません/);
  });
});

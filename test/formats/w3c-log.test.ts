import { describe, expect, it } from 'vitest';
import { logKindOf, readFields, readRow, refusalOf, splitRow } from '../../shared/formats/w3c-log';
import { isWsusStem } from '../../shared/wsus-layout';

const iis6 = readFields(
  ' date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status ',
);
const iis7 = readFields(
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken',
);

describe('the #Fields line', () => {
  it('may end with a blank (IIS 6)', () => expect(iis6).toMatchObject({ count: 14, date: 0, time: 1, address: 9, stem: 5, status: 11, subStatus: 12 }));
  it('names what is not logged', () =>
    expect(readFields('time c-ip cs-method cs-uri-stem sc-status')).toMatchObject({
      count: 5,
      date: -1,
      time: 0,
      address: 1,
      stem: 3,
      status: 4,
      subStatus: -1,
    }));
  it('takes any order and any case', () => expect(readFields('SC-STATUS c-IP Date')).toMatchObject({ status: 0, address: 1, date: 2 }));
});

describe('a row', () => {
  const row = '2026-03-03 08:15:30 192.168.16.2 GET /selfupdate/wuident.cab 403 80 - 192.168.20.101 Windows-Update-Agent 403 6 5 12';
  it('is read by its fields', () =>
    expect(readRow(iis7, row)).toMatchObject({
      day: 20260303,
      second: 29730,
      address: '192.168.20.101',
      stem: '/selfupdate/wuident.cab',
      status: '403',
      subStatus: '6',
      shape: 'whole',
    }));
  it('may have a second blank before cs-username (Exchange: 16 tokens for 15 fields)', () => {
    const slipped = row.replace(' 80 - ', ' 80  - ');
    expect(splitRow(slipped, 14)).toHaveLength(14);
    expect(readRow(iis7, slipped)).toMatchObject({ address: '192.168.20.101', status: '403', subStatus: '6', shape: 'whole' });
  });
  it('may have an empty value where the count fits', () =>
    expect(readRow(iis7, row.replace(' 80 - ', ' 80  '))).toMatchObject({ address: '192.168.20.101', shape: 'whole' }));
  it('may be shorter than the header', () => expect(readRow(iis7, row.replace(' 5 12', ''))).toMatchObject({ status: '403', subStatus: '6', shape: 'short' }));
  it('may be longer: then it is read from the left', () => expect(readRow(iis7, `${row} 7`)).toMatchObject({ status: '403', shape: 'long' }));
  it('may hold blanks within quotes (Advanced Logging)', () =>
    expect(readRow(iis7, row.replace('Windows-Update-Agent', '"Windows Update Agent"'))).toMatchObject({ status: '403', subStatus: '6', shape: 'whole' }));
  it('may hold user names with backslash, slash and @, and a win32 status beyond 32 bits', () => {
    for (const name of ['CONTOSO\\admin', 'contoso/admin', 'admin@contoso.local'])
      expect(readRow(iis7, row.replace(' - ', ` ${name} `).replace(' 5 12', ' 4294967295999 12'))).toMatchObject({
        address: '192.168.20.101',
        status: '403',
        shape: 'whole',
      });
  });
  it('may have [, backtick and & first in the query', () => {
    for (const query of ['[x', '`x', '&x=1']) expect(readRow(iis7, row.replace(' 403 80 ', ` ${query} 80 `))).toMatchObject({ status: '403', shape: 'whole' });
  });
  it('may end with CR', () => expect(readRow(iis7, `${row}\r`)).toMatchObject({ shape: 'whole' }));
  it('without a date or with a broken one has none', () => {
    expect(readRow(iis7, row.replace('2026-03-03', '2026-13-03')).day).toBeNull();
    expect(readRow(iis7, row.replace('08:15:30', '25:15:30')).second).toBeNull();
    expect(readRow(readFields('time c-ip sc-status'), '08:15:30 10.0.0.1 200')).toMatchObject({ day: null, second: 29730 });
  });
});

describe('a refusal by address', () => {
  const of = (status: string, subStatus: string | null, stem = '/selfupdate/wuident.cab') => refusalOf({ status, subStatus, stem });
  it('is 403.6', () => expect(of('403', '6')).toBe('certain'));
  it('is 401, 403 or 404 with sub-status 503 on IIS 8 and later', () =>
    expect(['401', '403', '404'].map((s) => of(s, '503'))).toEqual(['newer', 'newer', 'newer']));
  it('is a 403 of a WSUS path where no sub-status is logged, and says so', () =>
    expect([of('403', null), of('403', null, '/exchange/'), of('401', null)]).toEqual(['likely', null, null]));
  it('is nothing else', () =>
    expect([of('403', '14'), of('403', '64'), of('404', '6'), of('401', '2'), of('200', '0'), of('503', '6')]).toEqual([null, null, null, null, null, null]));
});

describe('the kind of a log', () => {
  it('is W3C by its directives, wherever they begin, or by its rows', () => {
    expect(logKindOf('\uFEFF#Software: Microsoft Internet Information Services 10.0\r\n')).toBe('w3c');
    expect(logKindOf('2026-03-03 08:15:30 192.168.16.2 GET / - 80 -\r\n')).toBe('w3c');
    expect(logKindOf('-03 08:15:30 192.168\r\n#Fields: date time c-ip\r\n')).toBe('w3c');
  });
  it('is the IIS or NCSA format by the first row', () => {
    expect(logKindOf('192.168.16.21, -, 03/20/01, 7:55:20, W3SVC2, SBS01, 192.168.16.2, 4502, 163, 3223, 200, 0, GET, /default.htm, -,\r\n')).toBe(
      'iis-native',
    );
    expect(logKindOf('192.168.16.21 - CONTOSO\\admin [08/Apr/2001:17:39:04 -0800] "GET / HTTP/1.0" 200 3401\r\n')).toBe('ncsa');
  });
  it('is none of these for other files', () => {
    for (const head of ['', 'MZ\u0090\0\u0003', '\0\0\0\0', '2026-03-03\t08:15:30:123\t 840\t6d8\tAU\t#######', '<xml/>']) expect(logKindOf(head)).toBeNull();
  });
});

describe('WSUS paths', () => {
  it('are the five directories of clients, in any case', () => {
    for (const stem of ['/selfupdate/wuident.cab', '/SelfUpdate', '/ClientWebService/client.asmx', '/Content/4C/A.cab', '/iuident.cab'])
      expect([stem, isWsusStem(stem)]).toEqual([stem, true]);
    for (const stem of ['/', '/exchange/selfupdate/x', '/contents/x', '/ApiRemoting30/WebService.asmx', '-'])
      expect([stem, isWsusStem(stem)]).toEqual([stem, false]);
  });
});

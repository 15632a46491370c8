import { describe, expect, it } from 'vitest';
import { eventCsvReader, looksLikeEventCsv, splitCsv } from '../../shared/formats/event-csv';
import { looksLikeSoftwareDistribution, softwareDistributionReader } from '../../shared/formats/software-distribution';

const read = (lines: readonly string[]) => {
  const reader = eventCsvReader();
  for (const line of lines) reader.line(line);
  return reader.end();
};

describe('exports of the event log as CSV', () => {
  it('of Event Viewer, in English and Japanese, with line breaks in the text', () => {
    for (const head of ['Level,Date and Time,Source,Event ID,Task Category', '\uFEFFレベル,日付と時刻,ソース,イベント ID,タスクのカテゴリ']) {
      expect(looksLikeEventCsv(head)).toBe(true);
      expect(read([head, 'Error,2026/03/03 8:15:30,Windows Server Update Services,13042,"9","Self-update is not', 'working."'])).toMatchObject({
        rows: 1,
        unread: 0,
        events: [{ source: 'Windows Server Update Services', id: 13042, level: 'error', count: 1, message: 'Self-update is not\nworking.' }],
      });
    }
  });
  it('of XP and 2003: no names', () => {
    const line = '2026/03/03,8:15:30,Windows Server Update Services,エラー,9,13042,N/A,SBS01,"Self-update is ""not"" working."';
    expect(looksLikeEventCsv(line)).toBe(true);
    expect(read([line, line])).toMatchObject({
      rows: 2,
      events: [{ id: 13042, level: 'error', count: 2, first: '2026/03/03 8:15:30', message: 'Self-update is "not" working.' }],
    });
  });
  it('of PowerShell', () => {
    const lines = [
      '#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord',
      '"Message","Id","ProviderName","TimeCreated","LevelDisplayName"',
      '"text","364","Windows Server Update Services","2026-03-03 08:15:30","Warning"',
    ];
    expect(looksLikeEventCsv(lines.join('\r\n'))).toBe(true);
    expect(read(lines)).toMatchObject({ rows: 1, events: [{ id: 364, level: 'warning', message: 'text' }] });
  });
  it('with a quote that never closes counts what it could not read', () =>
    expect(read(['Level,Date and Time,Source,Event ID,Task Category', 'Error,x,WSUS,1,"open'])).toMatchObject({ rows: 0, unread: 1 }));
  it('splits quoted values', () => expect(splitCsv('a,"b,""c""",,d')).toEqual(['a', 'b,"c"', '', 'd']));
});

describe('SoftwareDistribution.log', () => {
  const line = (text: string, time = '08:15:30.123') => `2026-03-03 ${time} UTC\tInfo\tWsusService.5\tEventLogEventReporter.ReportEvent\t${text}`;
  it('is recognised, its events are counted, and lines that run on are passed over', () => {
    expect(looksLikeSoftwareDistribution(line('x'))).toBe(true);
    const reader = softwareDistributionReader();
    for (const l of [
      line('EventId=361,Type=Information,Category=Synchronization,Message=Content synchronization started.'),
      '   at Microsoft.UpdateServices',
      line('EventId=364,Type=Error,Category=Synchronization,Message=Content file download failed.', '08:16:00.000'),
      line('other'),
    ])
      reader.line(l);
    expect(reader.end()).toMatchObject({
      rows: 3,
      events: [
        { id: 361, level: 'information' },
        { id: 364, level: 'error', last: '2026-03-03T08:16:00.000Z' },
      ],
    });
  });
});

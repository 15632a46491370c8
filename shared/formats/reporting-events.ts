/**
 * ReportingEvents.log of a client's SoftwareDistribution folder: tab-separated events with the zone in their time, and the
 * result in hex without 0x.
 */
import type { ClientLog, LogReader } from '../client-timeline';
import { Timeline } from '../client-timeline';
import { showCode } from '../wu-codes';

/** {event} TAB 2008-03-03 08:15:30:123+0900 TAB n TAB event TAB category TAB {update} TAB revision TAB hresult TAB source TAB status TAB group TAB text */
const event =
  /^\{[0-9A-F-]{36}\}\t(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d):(\d{3})([+-]\d\d)(\d\d)\t\d+\t(\d+)[^\t]*\t[^\t]*\t[^\t]*\t[^\t]*\t([0-9a-f]{1,8})\t([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$/i;

export const looksLikeReportingEvents = (head: string): boolean =>
  head
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 10)
    .some((line) => event.test(line));

export function reportingEventsReader(file: string): LogReader<ClientLog> {
  const timeline = new Timeline(file);
  return {
    line(text) {
      const [, day, time, ms, hours, minutes, , result = '0', , status = '', , message = ''] = event.exec(text.replace(/^\uFEFF/, '')) ?? [];
      if (day === undefined) {
        if (text.trim() !== '') timeline.unreadable();
        return;
      }
      const zone = `${hours}:${minutes}`;
      const at = `${day}T${time}.${ms}${zone}`;
      timeline.know('zone', zone);
      timeline.passed(at);
      const code = /^8/.test(result.padStart(8, '0')) ? showCode(result) : null;
      if (code) timeline.count(at, [code]);
      if (code || /fail/i.test(status)) timeline.add(code === '0x80244018' ? 'self-update-refused' : 'report', at, message, code);
    },
    end: () => timeline.end(),
  };
}

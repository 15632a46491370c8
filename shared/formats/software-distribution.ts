/** SoftwareDistribution.log of the WSUS server: UTC, tab-separated [inference], messages may run on over lines. Its events repeat there as text. */
import type { LogReader } from '../client-timeline';
import type { EventLevel, ServerEvents } from '../event-counts';
import { EventCounts } from '../event-counts';

const line = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{1,3}) UTC\t([^\t]*)\t([^\t]*)\t([^\t]*)\t?(.*)$/;
const event = /EventId=(\d+),Type=([^,]*),Category=[^,]*,Message=(.*)$/;

export const looksLikeSoftwareDistribution = (head: string): boolean =>
  head
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 20)
    .some((l) => line.test(l));

const levelOf = (text: string): EventLevel => (/error/i.test(text) ? 'error' : /warn/i.test(text) ? 'warning' : 'information');

export function softwareDistributionReader(): LogReader<ServerEvents> {
  const counts = new EventCounts();
  return {
    line(text) {
      const match = line.exec(text.replace(/^\uFEFF/, ''));
      // A line that runs on belongs to the one before it.
      if (!match) return;
      counts.rows++;
      const [, day, time, level = '', , , message = ''] = match;
      const told = event.exec(message);
      const at = `${day}T${time}Z`;
      if (told) counts.add('Windows Server Update Services', Number(told[1]), levelOf(told[2] ?? level), at, told[3] ?? '');
    },
    end: () => counts.end(),
  };
}

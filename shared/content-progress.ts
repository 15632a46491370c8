/** How the download of update files goes, from one look or two. */
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';

type Content = AnswerOf<'content'>;

const day = 24 * 60 * 60 * 1000;

/** Why files cannot come; empty: nothing known against it. What cannot be read is left out. An event 364 counts for a day, and not where bytes came since. */
export function blockedBy(content: Content, services: Collected<AnswerOf<'services'>>, before: Content | undefined, now: string): string[] {
  const bits = okValue(okValue(services)?.services.BITS);
  const free = okValue(content.free);
  const failure = okValue(content.lastFailure);
  const recent = typeof failure === 'string' && Date.parse(now) - Date.parse(failure) < day;
  return [
    ...(bits?.startMode === 'disabled' ? ['bits-disabled'] : []),
    ...(free !== undefined && free < 1024 * 1024 ? ['no-space'] : []),
    ...(recent && !(before !== undefined && content.done > before.done) ? ['event-364'] : []),
  ];
}

/** Bytes per second since the earlier look and when it ends at that rate; null where there is no earlier look or nothing moved. */
export function progressOf(
  content: Content,
  before: Content | undefined,
  beforeAt: string | null,
  now: string,
): { rate: number | null; finishAt: string | null } {
  if (!before || beforeAt === null) return { rate: null, finishAt: null };
  const seconds = (Date.parse(now) - Date.parse(beforeAt)) / 1000;
  const rate = seconds > 0 ? (content.done - before.done) / seconds : 0;
  if (rate <= 0) return { rate: 0, finishAt: null };
  const finish = new Date(Date.parse(now) + ((content.total - content.done) / rate) * 1000);
  return { rate, finishAt: Number.isNaN(finish.getTime()) ? null : finish.toISOString() };
}

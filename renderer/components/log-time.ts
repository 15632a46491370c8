/** Times of logs: a moment with its zone in local time, a client's own time as it was written. */
import type { Lang } from '../../shared/messages/text';

const locale: Record<Lang, string> = { en: 'en-GB', ja: 'ja-JP' };

export function localTime(iso: string | null, lang: Lang): string {
  const date = new Date(iso ?? '');
  if (iso === null || Number.isNaN(date.getTime())) return '?';
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false, timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(locale[lang], parts).format(date);
}

/** 2026-03-03T08:15:32.000 -> 2026-03-03 08:15:32 */
export const writtenTime = (at: string | null): string => (at === null ? '?' : at.replace('T', ' ').replace(/\.\d+/, ''));

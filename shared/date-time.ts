/** Times as servers write them. What cannot be read is null, never guessed. */

export interface ReadTime {
  /** Milliseconds since 1970, UTC. Without a zone: as if it were UTC, which nobody may rely on. */
  readonly ms: number;
  /** False: no zone is written, so the moment is not known. */
  readonly zoned: boolean;
}

/** xsd:dateTime with any number of fraction digits; `Z`, an offset, or no zone (wusp.md 6.1). */
export function readDateTime(text: string): ReadTime | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const fraction = Math.floor(Number(`0${match[7] ?? '.0'}`) * 1000);
  const zone = match[8];
  const sign = zone?.startsWith('-') ? -1 : 1;
  const offset = zone && zone !== 'Z' ? sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) : 0;
  return { ms: Date.UTC(year, month - 1, day, hour, minute, second) + fraction - offset * 60_000, zoned: zone !== undefined };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The Date header: `Sun, 04 Oct 2026 14:49:04 GMT`, in milliseconds. */
export function readHttpDate(text: string): number | null {
  const match = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(text.trim());
  const month = months.indexOf(match?.[2]?.toLowerCase() ?? '');
  if (!match || month < 0) return null;
  return Date.UTC(Number(match[3]), month, Number(match[1]), Number(match[4]), Number(match[5]), Number(match[6]));
}

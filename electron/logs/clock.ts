/** The times of rows in their order: first, last, earliest, latest. UTC. */
import type { LogTally, Moment } from '../../shared/log-tally';
import { earlier, later, momentOf, warn } from '../../shared/log-tally';

/** Seconds that rows may go back before it is told: they are written when a request ends. */
const slack = 60;

const secondsOf = (m: Moment): number => {
  const day = Math.floor(m / 100_000);
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100) / 1000 + (m % 100_000);
};
export const goesBack = (from: Moment, to: Moment): boolean => to < from && secondsOf(from) - secondsOf(to) > slack;

/** The day after a day of eight digits. */
export function nextDay(day: number): number {
  const at = new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, (day % 100) + 1));
  return at.getUTCFullYear() * 10_000 + (at.getUTCMonth() + 1) * 100 + at.getUTCDate();
}

export class RowClock {
  first: Moment | null = null;
  /** Of the last row: 20260303, and seconds since midnight. */
  day = 0;
  second = -1;

  constructor(private readonly tally: LogTally) {}

  get now(): Moment {
    return momentOf(this.day, this.second);
  }
  get last(): Moment | null {
    return this.first === null ? null : this.now;
  }

  /** Reads `2026-03-03 08:15:30 ` where a row begins; whether it stands there. */
  readAt(b: Buffer, s: number): boolean {
    if (b[s + 4] !== 45 || b[s + 7] !== 45 || b[s + 10] !== 32 || b[s + 13] !== 58 || b[s + 16] !== 58 || b[s + 19] !== 32) return false;
    const month = pair(b, s + 5);
    const dayOf = pair(b, s + 8);
    const hour = pair(b, s + 11);
    const minute = pair(b, s + 14);
    const second = pair(b, s + 17);
    const day = pair(b, s) * 1_000_000 + pair(b, s + 2) * 10_000 + month * 100 + dayOf;
    if (month < 1 || month > 12 || dayOf < 1 || dayOf > 31 || hour > 23 || minute > 59 || second > 60 || (hour | minute | second) < 0) return false;
    this.tick(day, hour * 3600 + minute * 60 + second);
    return true;
  }

  /** The time of one row more. Mostly it is not before the last one's. */
  tick(day: number, second: number): void {
    if (day !== this.day || second < this.second) this.jump(day, second);
    this.second = second;
  }

  private jump(day: number, second: number): void {
    const now = momentOf(day, second);
    if (this.first === null) this.first = now;
    else {
      if (goesBack(this.now, now)) warn(this.tally, 'dates-out-of-order');
      this.tally.to = later(this.tally.to, this.now);
    }
    this.tally.from = earlier(this.tally.from, now);
    this.day = day;
  }

  close(): void {
    if (this.first !== null) this.tally.to = later(this.tally.to, this.now);
  }
}

/** Two digits. */
const pair = (b: Buffer, at: number): number => ((b[at] as number) - 48) * 10 + (b[at + 1] as number) - 48;

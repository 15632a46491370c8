/** Gathers what lines of client logs say, in bounded memory: facts, the newest events, codes with their counts. */
import type { AnswerOf } from './probes/index';
import { codesIn } from './wu-codes';

export type ClientLog = AnswerOf<'client-log'>['clients'][number];
export type ClientEvent = ClientLog['events'][number];
type Fact = 'agent' | 'server' | 'statusServer' | 'susClientId' | 'zone' | 'name';

/** A reader of one file, line by line. */
export interface LogReader<T> {
  /** One line without its line end. */
  line(text: string): void;
  end(): T;
}

export const maxEvents = 500;
const maxCodes = 200;
const maxText = 200;

export class Timeline {
  private readonly facts: Partial<Record<Fact, string>> = {};
  private readonly codes = new Map<string, { count: number; first: string | null; last: string | null }>();
  private events: ClientEvent[] = [];
  private lines = 0;
  private unread = 0;
  private from: string | null = null;
  private to: string | null = null;

  constructor(private readonly file: string) {}

  /** The newest value counts; "null" is how the agent writes that there is none. */
  know(fact: Fact, value: string): void {
    this.facts[fact] = value;
  }
  forget(fact: Fact): void {
    delete this.facts[fact];
  }
  get zone(): string | null {
    return this.facts.zone ?? null;
  }

  unreadable(): void {
    this.unread++;
  }

  /** A line with its time, ISO without or with zone. */
  passed(at: string | null): void {
    this.lines++;
    if (at === null) return;
    this.from = this.from === null || at < this.from ? at : this.from;
    this.to = this.to === null || at > this.to ? at : this.to;
  }

  add(kind: ClientEvent['kind'], at: string | null, text: string, code: string | null = codesIn(text)[0] ?? null): void {
    this.events.push({ at, kind, code, text: text.trim().slice(0, maxText) });
    if (this.events.length > 2 * maxEvents) this.events = this.events.slice(-maxEvents);
  }

  /** Every code of a line, counted. */
  count(at: string | null, codes: readonly string[]): void {
    for (const code of codes) {
      const known = this.codes.get(code);
      if (known) {
        known.count++;
        known.last = at ?? known.last;
      } else if (this.codes.size < maxCodes) this.codes.set(code, { count: 1, first: at, last: at });
    }
  }

  end(): ClientLog {
    const { name, agent = null, server = null, statusServer = null, susClientId = null, zone = null } = this.facts;
    const codes = [...this.codes].map(([code, c]) => ({ code, ...c })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    return {
      name: name ?? this.file,
      files: [this.file],
      agent,
      server,
      statusServer,
      susClientId,
      zone,
      lines: this.lines,
      from: this.from,
      to: this.to,
      events: this.events.slice(-maxEvents),
      codes,
      unread: this.unread,
    };
  }
}

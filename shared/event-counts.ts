/** Counts events of the server by source and id, in bounded memory. */
import type { AnswerOf } from './probes/index';

export type ServerEvents = AnswerOf<'server-events'>;
export type EventLevel = ServerEvents['events'][number]['level'];
type Counted = { -readonly [K in keyof ServerEvents['events'][number]]: ServerEvents['events'][number][K] };

const maxKinds = 2000;

export class EventCounts {
  private readonly events = new Map<string, Counted>();
  rows = 0;
  unread = 0;

  add(source: string, id: number, level: EventLevel, at: string | null, message: string): void {
    const key = `${source.toLowerCase()}\t${id}`;
    const known = this.events.get(key);
    const text = message.trim().slice(0, 300);
    if (!known) {
      if (this.events.size < maxKinds) this.events.set(key, { source, id, level, count: 1, first: at, last: at, message: text });
      return;
    }
    known.count++;
    if (at === null) return;
    if (known.first === null || at < known.first) known.first = at;
    if (known.last !== null && at < known.last) return;
    known.last = at;
    known.level = level;
    known.message = text;
  }

  end(): ServerEvents {
    const events = [...this.events.values()].sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.id - b.id));
    return { events, rows: this.rows, unread: this.unread };
  }
}

/** What several files say together. */
export function joinEvents(all: readonly ServerEvents[]): ServerEvents {
  const events = new Map<string, Counted>();
  for (const event of all.flatMap((a) => a.events)) {
    const key = `${event.source.toLowerCase()}\t${event.id}`;
    const known = events.get(key);
    if (!known) {
      events.set(key, { ...event });
      continue;
    }
    known.count += event.count;
    if (event.first !== null && (known.first === null || event.first < known.first)) known.first = event.first;
    if (event.last !== null && (known.last === null || event.last > known.last)) {
      known.last = event.last;
      known.level = event.level;
      known.message = event.message;
    }
  }
  const sum = (of: (e: ServerEvents) => number) => all.reduce((n, e) => n + of(e), 0);
  const sorted = [...events.values()].sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.id - b.id));
  return { events: sorted, rows: sum((e) => e.rows), unread: sum((e) => e.unread) };
}

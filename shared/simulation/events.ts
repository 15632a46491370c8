/** WSUS' events in a World: those it was given, and those that follow from its synchronisation and files (numbers: domain.md 7). */
import type { AnswerOf } from '../probes/index';
import type { World, WorldEvent } from './world';

export const wsusEventSource = 'Windows Server Update Services';

/** Every event, one by one. 10000, all is well, is written with each good synchronisation. */
export function eventsOf(world: World): WorldEvent[] {
  const { last } = world.synchronization;
  const { lastFailure } = world.content;
  return [
    ...(last?.result === 'succeeded'
      ? ([
          { id: 384, level: 'information', at: last.at, message: 'Synchronization finished.' },
          { id: 10000, level: 'information', at: last.at, message: 'WSUS is working correctly.' },
        ] as const)
      : []),
    ...(last?.result === 'failed' ? [{ id: 386, level: 'error', at: last.at, message: last.error ?? 'Synchronization failed.' } as const] : []),
    ...(lastFailure ? [{ id: 364, level: 'error', at: lastFailure, message: 'Content file download failed.' } as const] : []),
    ...world.events,
  ];
}

/** The same, counted by number as the probe tells them. */
export function serverEventsOf(world: World): AnswerOf<'server-events'> {
  const all = eventsOf(world);
  const kinds = new Map<string, AnswerOf<'server-events'>['events'][number]>();
  for (const { id, level, at, message } of all) {
    const known = kinds.get(`${id} ${level}`);
    const last = known?.last ?? '';
    kinds.set(`${id} ${level}`, {
      source: wsusEventSource,
      id,
      level,
      count: (known?.count ?? 0) + 1,
      first: known?.first && known.first < at ? known.first : at,
      last: at > last ? at : last,
      message: (at >= last ? message : (known?.message ?? message)).slice(0, 300),
    });
  }
  return { events: [...kinds.values()], rows: all.length, unread: 0 };
}

/** What the logs among collected files answer to the probes. */

import { readAddress, scopeOf } from '../../shared/address';
import type { ClientLog } from '../../shared/client-timeline';
import type { ServerEvents } from '../../shared/event-counts';
import { joinEvents } from '../../shared/event-counts';
import { logKindOf } from '../../shared/formats/w3c-log';
import { addTally, emptyTally, showMoment, sortedClients } from '../../shared/log-tally';
import type { AnswerOf, ProbeId } from '../../shared/probes/index';
import { isOwnKind } from '../../shared/refused-in-log';
import type { Fault } from '../../shared/result';
import { fault } from '../../shared/result';
import type { CollectedLog, FoundLog } from '../logs/collected';
import { textLogKindOf } from '../logs/text-scan';
import type { FoundFile } from './files';

/** A log by its first lines; a fault: a log of a form that is not read; null: none. */
export function logOf(file: FoundFile, head: string): FoundLog | Fault | null {
  const kind = logKindOf(head);
  if (kind === 'iis-native' || kind === 'ncsa') return fault('unsupported-log-format', { file: file.file, format: kind === 'ncsa' ? 'NCSA' : 'Microsoft IIS' });
  const text = kind === null ? textLogKindOf(head) : null;
  if (kind === null && text === null) return null;
  const { file: name, bytes, path = null, chunks } = file;
  const fields = /^#Fields:(.*)$/im.exec(head)?.[1]?.trim().replace(/\s+/g, ' ') ?? null;
  return { file: name, bytes, kind: text ?? 'w3c', fields, path, ...(chunks && { chunks }) };
}

const time = (moment: number | null): string | null => (moment === null ? null : showMoment(moment));
const dayText = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;

function iisLogAnswer(logs: readonly CollectedLog[]): AnswerOf<'iis-log'> | null {
  const read = logs.flatMap((l) => ('tally' in l ? [l] : []));
  if (read.length === 0) return null;
  const all = emptyTally();
  for (const { tally } of read) addTally(all, tally);
  const days = Object.entries(all.days).flatMap(([subnet, counts]) => Object.entries(counts).map(([day, count]) => ({ subnet, day: dayText(day), count })));
  return {
    files: read.map(({ log, tally }) => ({
      file: log.file,
      rows: tally.rows,
      bytes: log.bytes,
      from: time(tally.from),
      to: time(tally.to),
      warnings: Object.entries(tally.warnings).map(([id, count]) => ({ id, count })),
    })),
    rows: all.rows,
    refusals: all.refusals,
    likely: all.likely,
    from: time(all.from),
    to: time(all.to),
    clients: sortedClients(all).map((c) => ({ ...c, first: time(c.first), last: time(c.last), paths: [...c.paths].sort() })),
    days: days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.subnet < b.subnet ? -1 : 1)),
    seen: [...all.seen],
    otherAnswers: [...all.otherAnswers].map(([address, o]) => ({ address, s401: o.s401, s404: o.s404, first: time(o.first), last: time(o.last) })),
  };
}

/** Logs of one client, told apart by SusClientId where both name it, are one client. */
function clientLogAnswer(logs: readonly CollectedLog[]): AnswerOf<'client-log'> | null {
  const clients: ClientLog[] = logs.flatMap((l) => ('text' in l && l.text && 'client' in l.text ? [l.text.client] : []));
  return clients.length === 0 ? null : { clients };
}

function serverEventsAnswer(logs: readonly CollectedLog[]): ServerEvents | null {
  const all = logs.flatMap((l) => ('text' in l && l.text && 'server' in l.text ? [l.text.server] : []));
  return all.length === 0 ? null : joinEvents(all);
}

interface Answered {
  readonly value: unknown;
  readonly files: readonly string[];
}
const answered = (logs: readonly CollectedLog[], answer: (logs: readonly CollectedLog[]) => unknown, mine: (l: CollectedLog) => boolean): Answered | null => {
  const value = answer(logs);
  return value === null ? null : { value, files: logs.filter(mine).map((l) => l.log.file) };
};

/** The probes that logs answer. */
export const fromLogs: Partial<Record<ProbeId, (logs: readonly CollectedLog[]) => Answered | null>> = {
  'iis-log': (logs) => answered(logs, iisLogAnswer, (l) => 'tally' in l),
  'client-log': (logs) => answered(logs, clientLogAnswer, (l) => 'text' in l && l.text !== null && 'client' in l.text),
  'server-events': (logs) => answered(logs, serverEventsAnswer, (l) => 'text' in l && l.text !== null && 'server' in l.text),
};

/** Logs that could not be read to their end. */
export const logFaults = (logs: readonly CollectedLog[]): { file: string; fault: Fault }[] =>
  logs
    .filter((l) => ('tally' in l ? l.tally.warnings['cannot-be-read'] !== undefined : l.text === null))
    .map(({ log }) => ({ file: log.file, fault: fault('denied-access', { file: log.file, system: 'read' }) }));

/** Addresses of private networks that asked for a WSUS path: clients, wherever they are (cli.md). */
export function seenInLogs(logs: readonly CollectedLog[], known: AnswerOf<'networks'>): AnswerOf<'networks'>['clients'] {
  const named = new Set(known.clients.map((c) => c.address));
  const seen = new Set(logs.flatMap((l) => ('tally' in l ? [...l.tally.seen] : [])));
  return [...seen]
    .filter((address) => {
      const read = readAddress(address);
      return !named.has(address) && !isOwnKind(address) && read.ok && scopeOf(read.value) === 'private';
    })
    .map((address) => ({ address, learned: 'log' as const }));
}

/** Visits on disk: journal.jsonl, snapshots, the way back after a crash. `memoryVisits` keeps nothing. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { NewEntry } from '../shared/journal';
import { Entry } from '../shared/journal';
import type { Result } from '../shared/result';
import { failed, ok } from '../shared/result';
import type { Snapshot } from '../shared/snapshot';
import type { Told } from '../shared/target';
import type { Visit } from '../shared/visit';
import { foldEntry, foldVisit, isReadOnly, schemaNumber, visitSchema } from '../shared/visit';
import type { Disk } from './disk';
import { takeLock } from './lock';

/** Where visits lie unless told otherwise. */
export const defaultFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  process.platform === 'win32'
    ? join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'wsus-wizard', 'visits')
    : join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'wsus-wizard', 'visits');

/** An open visit: the only writer of its journal. */
export interface OpenVisit {
  readonly id: string;
  /** null: kept in memory only. */
  readonly folder: string | null;
  readonly readOnly: boolean;
  state(): Visit;
  entries(since: number): Entry[];
  append(entry: NewEntry): Entry;
  /** Before a change: plan and start are put where a torn journal cannot lose them. */
  intend(entries: readonly NewEntry[]): Entry[];
  saveSnapshot(look: number, snapshot: Snapshot): { file: string; sha256: string };
  /** A small file of the target's own beside the journal (a practice server's World). */
  readonly own: { read(name: string): string | null; write(name: string, text: string): void };
  onEntry(told: (entry: Entry) => void): void;
  close(): void;
}
export interface Visits {
  create(target: Visit['target'], told: Told): Result<OpenVisit>;
  open(id: string): Result<OpenVisit>;
  list(): Visit[];
  remove(id: string): Result<string>;
}
interface Given {
  readonly now: () => string;
  readonly newId: () => string;
  readonly app: string;
}

const idPattern = /^[0-9a-z][0-9a-z-]{3,60}$/;

interface Read {
  readonly entries: Entry[];
  /** Length of what is whole; a torn last line lies behind it. */
  readonly bytes: number;
  /** Highest number of any line, of a kind known here or not: it is never given away again. */
  readonly last: number;
}

/** Whole lines that are entries; a torn or foreign line ends or is passed over, never guessed. */
function readJournal(path: string): Result<Read> {
  let text: string;
  try {
    text = fs.readFileSync(path, 'utf8');
  } catch {
    return failed('input-unknown-visit', { visit: path });
  }
  const entries: Entry[] = [];
  let [bytes, last] = [0, 0];
  for (const line of text.split('\n').slice(0, -1)) {
    const entry = parseLine(line);
    if (entry) entries.push(entry);
    last = Math.max(last, entry?.n ?? numberOf(line));
    bytes += Buffer.byteLength(line) + 1;
  }
  return entries[0]?.kind === 'visit-opened' ? ok({ entries, bytes, last }) : failed('malformed-journal', { file: 'journal.jsonl' });
}

function parseLine(line: string): Entry | null {
  try {
    const read = Entry.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The number of a line that is not an entry of ours, kept as it stands; 0 where it has none. */
function numberOf(line: string): number {
  try {
    const { n } = JSON.parse(line) as { n?: unknown };
    return typeof n === 'number' && Number.isSafeInteger(n) ? n : 0;
  } catch {
    return 0;
  }
}

/** `where`: the folder of visits, or how to learn it now. */
export function diskVisits(where: string | (() => string), disk: Disk, given: Given): Visits {
  const root = () => (typeof where === 'string' ? where : where());
  const folderOf = (id: string) => join(root(), id);
  return {
    create(target, told) {
      const id = `${given.now().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${given.newId()}`;
      const folder = folderOf(id);
      fs.mkdirSync(join(folder, 'snapshots'), { recursive: true });
      const release = takeLock(folder);
      if (!release) return failed('busy-other-window', { visit: id });
      const visit = openVisit(id, folder, disk, given, { entries: [], last: 0, release, readOnly: false });
      visit.append({ kind: 'visit-opened', schema: visitSchema, app: given.app, visit: id, target });
      if (told.clients.length + told.subnets.length > 0) visit.append({ kind: 'told', told });
      return ok(visit);
    },
    open(id) {
      const folder = folderOf(id);
      if (!idPattern.test(id) || !fs.existsSync(join(folder, 'journal.jsonl'))) return failed('input-unknown-visit', { visit: id.slice(0, 80) });
      const release = takeLock(folder);
      if (!release) return failed('busy-other-window', { visit: id });
      const read = readJournal(join(folder, 'journal.jsonl'));
      if (!read.ok) {
        release();
        return read;
      }
      const readOnly = isReadOnly(foldVisit(read.value.entries));
      const { entries, bytes, last } = read.value;
      const torn = readOnly ? [] : tornOff(join(folder, 'intent.json'), last);
      if (!readOnly) fs.truncateSync(join(folder, 'journal.jsonl'), bytes);
      for (const entry of torn) disk.append(join(folder, 'journal.jsonl'), `${JSON.stringify(entry)}\n`);
      return ok(openVisit(id, folder, disk, given, { entries: [...entries, ...torn], last: torn.at(-1)?.n ?? last, release, readOnly }));
    },
    list() {
      if (!fs.existsSync(root())) return [];
      const all = fs.readdirSync(root()).filter((name) => idPattern.test(name));
      return all
        .flatMap((id) => {
          const read = readJournal(join(folderOf(id), 'journal.jsonl'));
          return read.ok ? [foldVisit(read.value.entries)] : [];
        })
        .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
    },
    remove(id) {
      const folder = folderOf(id);
      if (!idPattern.test(id) || !fs.existsSync(folder)) return failed('input-unknown-visit', { visit: id.slice(0, 80) });
      const release = takeLock(folder);
      if (!release) return failed('busy-other-window', { visit: id });
      fs.rmSync(folder, { recursive: true });
      return ok(id);
    },
  };
}

/** Entries that were meant before a change and are not in the journal were torn off: they are put back. */
function tornOff(path: string, last: number): Entry[] {
  if (!fs.existsSync(path)) return [];
  const meant: unknown = JSON.parse(fs.readFileSync(path, 'utf8'));
  return (Array.isArray(meant) ? meant : []).flatMap((raw) => {
    const entry = Entry.safeParse(raw);
    return entry.success && entry.data.n > last ? [entry.data] : [];
  });
}

interface Opening {
  readonly entries: Entry[];
  readonly last: number;
  readonly release: () => void;
  readonly readOnly: boolean;
}

function openVisit(id: string, folder: string | null, disk: Disk | null, given: Given, opening: Opening): OpenVisit {
  const entries = [...opening.entries];
  let state = foldVisit(entries);
  let { last } = opening;
  const listeners = new Set<(entry: Entry) => void>();
  const put = (entry: Entry): Entry => {
    if (opening.readOnly) throw new Error('a visit of a newer version is read only');
    if (folder && disk) disk.append(join(folder, 'journal.jsonl'), `${JSON.stringify(entry)}\n`);
    entries.push(entry);
    last = entry.n;
    state = foldEntry(state, entry);
    for (const told of listeners) told(entry);
    return entry;
  };
  const stamp = (entry: NewEntry, n: number): Entry => ({ n, at: given.now(), ...entry }) as Entry;
  const memory = new Map<string, string>();
  return {
    id,
    folder,
    readOnly: opening.readOnly,
    state: () => state,
    entries: (since) => entries.filter((e) => e.n > since),
    append: (entry) => put(stamp(entry, last + 1)),
    intend(wanted) {
      const planned = entries.findLast((e) => e.kind === 'planned');
      const made = wanted.map((entry, i) => stamp(entry, last + 1 + i));
      if (folder && disk) disk.replace(join(folder, 'intent.json'), JSON.stringify(planned ? [planned, ...made] : made));
      return made.map(put);
    },
    saveSnapshot(look, snapshot) {
      const text = JSON.stringify(snapshot);
      const file = `snapshots/${look}.json`;
      if (folder && disk) disk.replace(join(folder, file), text);
      return { file, sha256: createHash('sha256').update(text).digest('hex') };
    },
    own: {
      read: (name) => (folder ? (fs.existsSync(join(folder, name)) ? fs.readFileSync(join(folder, name), 'utf8') : null) : (memory.get(name) ?? null)),
      write: (name, text) => (folder && disk ? disk.replace(join(folder, name), text) : void memory.set(name, text)),
    },
    onEntry: (told) => void listeners.add(told),
    close: opening.release,
  };
}

/** Visits that leave no trace. */
export function memoryVisits(given: Given): Visits {
  const open = new Map<string, OpenVisit>();
  return {
    create(target, told) {
      const id = `memory-${given.newId()}`;
      const visit = openVisit(id, null, null, given, { entries: [], last: 0, release: () => open.delete(id), readOnly: false });
      visit.append({ kind: 'visit-opened', schema: visitSchema, app: given.app, visit: id, target });
      if (told.clients.length + told.subnets.length > 0) visit.append({ kind: 'told', told });
      open.set(id, visit);
      return ok(visit);
    },
    open: (id) => failed('input-unknown-visit', { visit: id.slice(0, 80) }),
    list: () => [],
    remove: (id) => failed('input-unknown-visit', { visit: id.slice(0, 80) }),
  };
}

/** A journal written by a newer version: shown, never written. */
export const isNewer = (visit: Visit): boolean => schemaNumber(visit.schema) > schemaNumber(visitSchema);

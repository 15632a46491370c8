/** Finds logs in what was named: files as they are, folders with all that lies in them. Links are not followed. */
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { logKindOf } from '../../shared/formats/w3c-log';
import type { LogWarning } from '../../shared/log-tally';

export interface NamedLog {
  readonly path: string;
  readonly bytes: number;
  /** Why it is not read; null: it is a W3C log. */
  readonly why: LogWarning | null;
  /** The `#Fields:` of its beginning. */
  readonly fields: string | null;
}

const headBytes = 1 << 16;
const maxFiles = 20_000;

function headOf(path: string): string {
  const fd = fs.openSync(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    return head.toString('latin1', 0, fs.readSync(fd, head, 0, headBytes, 0)).replace(/^\u00ef\u00bb\u00bf/, '');
  } finally {
    fs.closeSync(fd);
  }
}

const whyOf = (head: string, name: string): LogWarning | null => {
  const kind = logKindOf(head);
  if (kind === 'w3c') return null;
  if (kind === 'iis-native') return 'not-read-iis-native';
  if (kind === 'ncsa') return 'not-read-ncsa';
  return /\.(zip|gz|cab|7z|bz2)$/i.test(name) ? 'not-read-packed' : 'not-a-log';
};

function look(path: string): NamedLog {
  try {
    const { size } = fs.statSync(path);
    const head = headOf(path);
    return { path, bytes: size, why: whyOf(head, path), fields: /^#Fields:(.*)$/im.exec(head)?.[1]?.trim().replace(/\s+/g, ' ') ?? null };
  } catch {
    return { path, bytes: 0, why: 'cannot-be-read', fields: null };
  }
}

/** Of a folder, everything that is a log or is named like one. */
function inFolder(folder: string, depth: number): NamedLog[] {
  if (depth > 16) return [];
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory()) return inFolder(path, depth + 1);
    } catch {
      return [{ path, bytes: 0, why: 'cannot-be-read' as const, fields: null }];
    }
    if (!entry.isFile()) return [];
    const found = look(path);
    return found.why === null || /\.log$/i.test(entry.name) || found.why.startsWith('not-read') ? [found] : [];
  });
}

/** Each file once, in the order named; `missing`: the first path that is not there. */
export function findLogs(paths: readonly string[]): { readonly logs: NamedLog[]; readonly missing: string | null } {
  const logs = new Map<string, NamedLog>();
  const add = (log: NamedLog) => {
    if (!logs.has(resolve(log.path)) && logs.size < maxFiles) logs.set(resolve(log.path), log);
  };
  for (const path of paths) {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    if (!stat) return { logs: [], missing: path };
    if (!stat.isDirectory()) {
      add(look(path));
      continue;
    }
    let found: NamedLog[] = [];
    try {
      found = inFolder(path, 0);
    } catch {
      found = [{ path, bytes: 0, why: 'cannot-be-read', fields: null }];
    }
    for (const log of found) add(log);
    if (found.length === 0) add({ path, bytes: 0, why: 'no-log-in-folder', fields: null });
  }
  return { logs: [...logs.values()], missing: null };
}

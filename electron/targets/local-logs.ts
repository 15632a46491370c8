/** Logs of this machine, read where they lie: the agent tells the folders, nothing is copied. */
import * as fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lost } from '../../shared/probe';
import type { AnswerOf } from '../../shared/probes/index';
import type { Fault } from '../../shared/result';
import { fault } from '../../shared/result';
import type { FoundLog } from '../logs/collected';
import { readCollectedLogs } from '../logs/collected';
import type { Looked, LookOptions } from './adapter';
import { decodeText } from './decode';
import { fromLogs, logFaults, logOf } from './evidence-logs';
import type { FoundFile } from './files';
import { folderFiles, oneFile } from './files';

/** Newest first, as many as fit in here; the rest is named. Half a minute of reading on a slow disk [inference]. */
export const maxLogBytes = 1024 ** 3;
const maxTold = 20;

type Probe = 'iis-log' | 'client-log';
export type LocalLogs = (probe: Probe, sites: AnswerOf<'web-sites'>['sites'], options: LookOptions) => Promise<Looked>;

/** `%SystemDrive%\\inetpub` with the variables of this machine, without regard to case; one that is not set stays as it is. */
export function expandVariables(path: string, env: NodeJS.ProcessEnv): string {
  const byName = new Map(Object.entries(env).map(([name, value]) => [name.toLowerCase(), value]));
  return path.replace(/%([^%]+)%/g, (whole, name: string) => byName.get(name.toLowerCase()) ?? whole);
}

interface Gathered {
  readonly logs: readonly FoundLog[];
  readonly faults: { file: string; fault: Fault }[];
}

async function gather(files: readonly FoundFile[], faults: Gathered['faults'], limit: number): Promise<Gathered> {
  const logs: FoundLog[] = [];
  let bytes = 0;
  for (const file of [...files].sort((a, b) => (a.date < b.date ? 1 : -1))) {
    if (bytes + file.bytes > limit) {
      faults.push({ file: file.file, fault: fault('too-large-file', { file: file.file, bytes: file.bytes, limit }) });
      continue;
    }
    const log = await file.read(4096).then(
      (head) => logOf(file, decodeText(head)),
      (error: NodeJS.ErrnoException) => fault('denied-access', { file: file.file, system: error.code ?? 'unknown' }),
    );
    if (log === null) continue;
    if ('code' in log) faults.push({ file: file.file, fault: log });
    else {
      logs.push(log);
      bytes += file.bytes;
    }
  }
  return { logs, faults };
}

/** `untold`: sites whose logs are not known; with the files that have a fault, what no check may pass without. */
async function answerOf(probe: Probe, { logs, faults }: Gathered, none: Fault, { signal, read }: LookOptions, untold: readonly string[] = []): Promise<Looked> {
  const collected = await readCollectedLogs(logs, { signal, ...(read && { progress: read }) });
  const told = [...faults, ...logFaults(collected)].slice(0, maxTold);
  const answer = fromLogs[probe]?.(collected);
  const denied = told.find((f) => f.fault.code.startsWith('denied-'))?.fault;
  const unread = [...untold, ...told.map((f) => f.file)].slice(0, maxTold);
  const value = answer && { ...(answer.value as object), ...(probe === 'iis-log' && unread.length > 0 && { unread }) };
  const gone = denied ? lost('denied', denied) : lost('missing', told[0]?.fault ?? none);
  return { probe, collected: value ? { outcome: 'ok', value } : gone, ...(told.length > 0 && { faults: told }) };
}

/** Every log of a site's folder; a folder that is not there has none. */
async function filesIn(folder: string, options: LookOptions, faults: Gathered['faults']): Promise<FoundFile[]> {
  const there = await fs.stat(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') faults.push({ file: folder, fault: fault('denied-access', { file: folder, system: error.code ?? 'unknown' }) });
      return false;
    },
  );
  const found: FoundFile[] = [];
  if (!there) return found;
  const site = basename(folder.replaceAll('\\', '/'));
  const told = (file: string, why: Fault) => faults.push({ file: `${site}/${file}`, fault: why });
  for await (const file of folderFiles(folder).files(options.signal, told))
    if (/\.log$/i.test(file.file)) found.push({ ...file, file: `${site}/${file.file}` });
  return found;
}

/** `windows`: the folder of the system; `decoded`: this Windows writes traces and no text log (Windows 10 and later, domain.md 6). */
export function localLogs(env: NodeJS.ProcessEnv, limit = maxLogBytes): LocalLogs {
  return async (probe, sites, options) => {
    const faults: Gathered['faults'] = [];
    if (probe === 'client-log') return clientLog(env, options, limit);
    const folders = [...new Set(sites.flatMap((s) => (s.logFolder ? [expandVariables(s.logFolder, env)] : [])))];
    const files = (await Promise.all(folders.map((folder) => filesIn(folder, options, faults)))).flat();
    const none = fault('probe-object-missing', { what: folders.join(', ') || 'LogFileDirectory' });
    // A site that tells no folder may log elsewhere.
    const untold = sites.filter((s) => !s.logFolder).map((s) => s.root);
    return answerOf(probe, await gather(files, faults, limit), none, options, untold);
  };
}

/** A text log where there is one; Windows 10 and later leave only a note in its place. */
async function clientLog(env: NodeJS.ProcessEnv, options: LookOptions, limit: number): Promise<Looked> {
  const none = fault('probe-client-log-traces');
  const path = join(expandVariables('%SystemRoot%', env), 'WindowsUpdate.log');
  const files: FoundFile[] = [];
  const there = await fs.stat(path).then(
    () => true,
    () => false,
  );
  if (there) for await (const file of oneFile(path).files(options.signal, () => {})) files.push(file);
  return answerOf('client-log', await gather(files, [], limit), none, options);
}

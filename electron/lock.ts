/** One writer per visit: a lock file with its owner; a dead owner is replaced. */
import * as fs from 'node:fs';
import { join } from 'node:path';

interface Owner {
  readonly pid: number;
  /** Start of the process, so that a pid used again is not taken for the owner. */
  readonly started: string;
}

/** Start time of a process where the system tells it (Linux); elsewhere the pid alone has to do. */
function startOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return startOf(owner.pid) === owner.started;
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** Takes the lock of a folder; null when a living process has it. The result releases it. */
export function takeLock(folder: string): (() => void) | null {
  const path = join(folder, 'lock');
  const mine = join(folder, `lock.${process.pid}.${Math.round(performance.now() * 1000)}`);
  fs.writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Owner));
  try {
    for (let tries = 0; tries < 3; tries++) {
      try {
        // A hard link is made whole or not at all, and fails where the lock stands.
        fs.linkSync(mine, path);
        return () => fs.rmSync(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const owner = readOwner(path);
      if (owner && isAlive(owner)) return null;
      fs.rmSync(path, { force: true });
    }
    return null;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

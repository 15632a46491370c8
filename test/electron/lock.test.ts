import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../electron/lock';
import { inTemporary, makeShell, must } from '../helpers/shell';
import { scenarioFolder } from '../helpers/worlds';

const lockIn = (folder: string) => join(folder, 'lock');

/** A process that lives until it is told to end. */
async function living<T>(act: (pid: number, started: string) => T): Promise<T> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('spawn', resolve));
  try {
    const started = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
    return act(child.pid as number, started);
  } finally {
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
  }
}
async function deadPid(): Promise<number> {
  let pid = 0;
  await living((p) => (pid = p));
  return pid;
}

describe('the lock of a visit', () => {
  it('is had by one, and free again after it', () =>
    inTemporary((folder) => {
      const release = takeLock(folder);
      expect(release).not.toBeNull();
      expect(takeLock(folder)).toBeNull();
      release?.();
      expect(existsSync(lockIn(folder))).toBe(false);
      expect(takeLock(folder)).not.toBeNull();
    }));

  it('leaves nothing behind but the lock itself', () =>
    inTemporary((folder) => {
      takeLock(folder);
      takeLock(folder);
      expect(readdirSync(folder)).toEqual(['lock']);
    }));

  it('names its owner', () =>
    inTemporary((folder) => {
      takeLock(folder);
      expect(JSON.parse(readFileSync(lockIn(folder), 'utf8'))).toMatchObject({ pid: process.pid });
    }));

  it('of another living process is respected', () =>
    inTemporary((folder) =>
      living((pid, started) => {
        writeFileSync(lockIn(folder), JSON.stringify({ pid, started }));
        expect(takeLock(folder)).toBeNull();
        expect(JSON.parse(readFileSync(lockIn(folder), 'utf8'))).toEqual({ pid, started });
      }),
    ));

  it('of a dead process is replaced', () =>
    inTemporary(async (folder) => {
      writeFileSync(lockIn(folder), JSON.stringify({ pid: await deadPid(), started: '1' }));
      expect(takeLock(folder)).not.toBeNull();
      expect(JSON.parse(readFileSync(lockIn(folder), 'utf8'))).toMatchObject({ pid: process.pid });
    }));

  it('of a dead process whose number another has now is replaced', () =>
    inTemporary((folder) =>
      living((pid) => {
        writeFileSync(lockIn(folder), JSON.stringify({ pid, started: 'long ago' }));
        expect(takeLock(folder)).not.toBeNull();
      }),
    ));

  it('that is torn is replaced', () =>
    inTemporary((folder) => {
      writeFileSync(lockIn(folder), '{"pid":');
      expect(takeLock(folder)).not.toBeNull();
    }));

  it('keeps a second opener out of a visit, with a fault that says so', () =>
    inTemporary(async (visits) => {
      const first = makeShell({ scenarios: scenarioFolder, visits });
      const { visit } = must(await first.handlers['visit.open']({ target: { kind: 'simulated', scenario: 'healthy-sbs2003' } }));
      const second = makeShell({ scenarios: scenarioFolder, visits });
      expect(await second.handlers['visit.reopen']({ visit })).toMatchObject({ ok: false, fault: { code: 'busy-other-window' } });
      expect(await second.handlers['visits.delete']({ visit })).toMatchObject({ ok: false, fault: { code: 'busy-other-window' } });
      await first.handlers['visit.close']({ visit });
      must(await second.handlers['visit.reopen']({ visit }));
      await second.handlers['visit.close']({ visit });
    }));
});

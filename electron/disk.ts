/** The few file operations a visit is written with. Passed in, so that tests can stop the process between any two. */
import * as fs from 'node:fs';
import { dirname } from 'node:path';

export interface Disk {
  /** Appends and flushes to the device. */
  append(path: string, text: string): void;
  /** Writes a whole file so that a reader sees the old or the new one, never a part. */
  replace(path: string, text: string): void;
}

function flush(path: string, flags: string, text: string, sync: (fd: number) => void): void {
  const fd = fs.openSync(path, flags);
  try {
    fs.writeSync(fd, text);
    sync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** `step` is told before and after each write, fsync and rename. */
export function makeDisk(step: (what: string) => void = () => {}): Disk {
  const around = (what: string, act: () => void) => {
    step(`before ${what}`);
    act();
    step(`after ${what}`);
  };
  const put = (path: string, flags: string, text: string) => around('write', () => flush(path, flags, text, (fd) => around('fsync', () => fs.fsyncSync(fd))));
  return {
    append: (path, text) => put(path, 'a', text),
    replace(path, text) {
      put(`${path}.new`, 'w', text);
      around('rename', () => fs.renameSync(`${path}.new`, path));
      syncFolder(dirname(path));
    },
  };
}

/** Makes a rename durable. Windows cannot open a folder for that and needs no such step. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

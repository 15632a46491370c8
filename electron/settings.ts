/** The few choices that outlive the window: where visits lie. */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';

interface Settings {
  readonly visits?: string;
}

/** A file that cannot be read counts as no choice. */
export const makeSettings = (path: () => string): { read(): Settings; write(settings: Settings): void } => ({
  read() {
    try {
      const { visits } = JSON.parse(fs.readFileSync(path(), 'utf8')) as { visits?: unknown };
      return typeof visits === 'string' ? { visits } : {};
    } catch {
      return {};
    }
  },
  write(settings) {
    fs.mkdirSync(dirname(path()), { recursive: true });
    fs.writeFileSync(path(), `${JSON.stringify(settings, null, 2)}\n`);
  },
});

/** Portable: beside the program, where electron-builder's launcher says it lies. */
export const besideProgram = (env: NodeJS.ProcessEnv = process.env): string | null =>
  env.PORTABLE_EXECUTABLE_DIR ? join(env.PORTABLE_EXECUTABLE_DIR, 'wsus-wizard-visits') : null;

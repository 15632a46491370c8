/** Runs the built command line as a person or a script would. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './worlds';

export interface Printed {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const cliFile = join(root, 'out', 'cli.cjs');

/** `state`: where visits lie when --visits does not say. */
export function runCli(
  args: readonly string[],
  options: { readonly state?: string; readonly cwd?: string; readonly lang?: string; readonly env?: Record<string, string> } = {},
): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cliFile, ...args], {
      cwd: options.cwd ?? root,
      env: {
        PATH: process.env.PATH,
        HOME: options.state ?? '/nonexistent',
        XDG_STATE_HOME: options.state ?? '/nonexistent',
        LANG: options.lang ?? 'en_US.UTF-8',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The document on stdout: exactly one, UTF-8 without BOM, one line feed at the end. */
export function documentOf(printed: Printed): Record<string, unknown> & { readonly schema: string } {
  if (!/^\{[\s\S]*\}\n$/.test(printed.stdout)) throw new Error(`not one document: ${printed.stdout.slice(0, 200)} ${printed.stderr.slice(0, 400)}`);
  return JSON.parse(printed.stdout) as Record<string, unknown> & { schema: string };
}

/** Lines of a stack trace. */
export const looksLikeStack = (text: string): boolean => /^\s+at .+[:(]\d+/m.test(text) || /node:internal|\.cjs:\d+/.test(text);

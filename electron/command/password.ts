/** A typed account of the command line: the password comes through StdIn or a prompt that shows nothing; never an argument. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Secret } from '../targets/secret';
import { keepSecret } from '../targets/secret';
import type { Args } from './args';

/** The first line, at most 1,000 characters. */
async function firstLine(input: NodeJS.ReadableStream, output: NodeJS.WritableStream | null): Promise<string | null> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: output ? silent : undefined, terminal: output !== null });
  for await (const line of lines) {
    lines.close();
    return line.slice(0, 1000);
  }
  return null;
}

/** `--user` with `--password-stdin`, or a prompt where StdIn is a terminal; null: the current account. */
export async function readSecret(args: Args, prompt: string): Promise<Result<Secret | null>> {
  const user = args.text('user');
  if (user === undefined) return args.flag('password-stdin') ? failed('input-missing-option', { option: '--user' }) : ok(null);
  const typed = !args.flag('password-stdin');
  if (typed && !process.stdin.isTTY) return failed('input-missing-option', { option: '--password-stdin' });
  if (typed) process.stderr.write(prompt);
  const password = await firstLine(process.stdin, typed ? process.stderr : null);
  if (typed) process.stderr.write('\n');
  return password === null ? failed('input-missing-value', { option: '--password-stdin' }) : ok(keepSecret(user, password));
}

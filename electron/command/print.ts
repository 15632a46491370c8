/** How the command line speaks: the language, one document or text, one line for a fault. */
import * as fs from 'node:fs';
import type { Lang } from '../../shared/messages/text';
import { faultDocument } from '../../shared/report';
import type { Fault, Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Printed } from './context';
import { exitOf } from './context';

/** The system's language; anything but Japanese reads English. */
export function systemLang(): Lang {
  const named = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^ja/i.test(named) ? 'ja' : 'en';
}

export const put = (out: string | undefined, text: string): Result<null> => {
  if (out === undefined) {
    process.stdout.write(text);
    return ok(null);
  }
  try {
    fs.writeFileSync(out, text);
    return ok(null);
  } catch {
    return failed('input-bad-file', { path: out });
  }
};

/** One line: what, why, what to do. With --json the fault's document instead, on stdout. */
export function printFault(told: Fault, manner: { json: boolean; lang: Lang }): number {
  const document = faultDocument(told, manner.lang);
  if (manner.json) process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  else process.stderr.write(`${document.message}${manner.lang === 'en' ? ' ' : ''}${document.help} (${document.code})\n`);
  return exitOf(told.code);
}

/** Prints what a command gave; its exit code. `out`: a file instead of stdout. */
export function printResult(printed: Printed, out: string | undefined, manner: { json: boolean; lang: Lang }): number {
  const { document, text, exit } = printed;
  // A command that wrote its file itself prints nothing more there.
  const said = put(printed.wrote ? undefined : out, manner.json ? `${JSON.stringify(document, null, 2)}\n` : `${text}\n`);
  return said.ok ? exit : printFault(said.fault, manner);
}

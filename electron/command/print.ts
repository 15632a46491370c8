/** How the command line speaks: the language, and one document or text. A fault's line: fault-line.ts. */
import * as fs from 'node:fs';
import type { Lang } from '../../shared/messages/text';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { Printed } from './context';

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

/** Prints what a command gave; its exit code. `out`: a file instead of stdout. */
export function printResult(printed: Printed, out: string | undefined, json: boolean): Result<number> {
  const shown = json ? JSON.stringify(printed.document, null, 2) : printed.text;
  // A command that wrote its file itself prints nothing more there.
  const said = put(printed.wrote ? undefined : out, `${shown}\n`);
  return said.ok ? ok(printed.exit) : said;
}

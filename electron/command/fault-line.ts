/** A fault on the command line: one line, or its document. A file of its own, since the words of all faults are many and seldom needed. */
import type { Lang } from '../../shared/messages/text';
import { faultDocument } from '../../shared/report';
import type { Fault } from '../../shared/result';
import { exitOf } from './context';

/** One line: what, why, what to do. With --json the fault's document instead, on stdout. Its exit code. */
export function printFault(told: Fault, manner: { readonly json: boolean; readonly lang: Lang }): number {
  const document = faultDocument(told, manner.lang);
  if (manner.json) process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  else process.stderr.write(`${document.message}${manner.lang === 'en' ? ' ' : ''}${document.help} (${document.code})\n`);
  return exitOf(told.code);
}

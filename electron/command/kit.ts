import { kitWritten } from '../../shared/messages/kit';
import { operationText } from '../../shared/messages/operations';
import { say } from '../../shared/messages/text';
import { subjectOf } from '../../shared/operation';
import { failed, ok } from '../../shared/result';
import type { Run } from './context';

/** Writes a script kit: to collect, or with --fixes-of to carry out what a visit planned. */
export const kit: Run = async (context) => {
  const { args, lang } = context;
  if (args.text('out') === undefined) return failed('input-missing-option', { option: '--out' });
  const visit = args.text('fixes-of');
  if (visit === undefined && args.text('plan') !== undefined) return failed('input-missing-option', { option: '--fixes-of' });
  const handlers = context.handlers(true);
  if (visit !== undefined) {
    const opened = await handlers['visit.reopen']({ visit });
    if (!opened.ok) return opened;
  }
  const written = visit === undefined ? await handlers['kit.write']({}) : await handlers['kit.write-fixes']({ visit, plan: args.text('plan') });
  if (visit !== undefined) await handlers['visit.close']({ visit });
  if (!written.ok) return written;
  const made = written.value.kit;
  if (!made) return failed('cancelled-by-user');
  const operations = made.operations.map((o, i) => ({
    n: i + 1,
    operation: o.operation,
    machine: o.machine,
    subject: subjectOf(o),
    text: say(operationText(o), lang),
  }));
  const { kind, kit: number, folder, machine, files } = made;
  const lines = [say(kitWritten[kind], lang, { kit: number, folder, machine }), ...operations.map((o) => `  ${o.n}. ${o.text}`)];
  const document = { schema: 'wsus-wizard/kit/1' as const, kind, kit: number, folder, machine, operations, files: [...files] };
  // --out names the folder here, and no file for the document.
  return ok({ document, text: [...lines, ...files.map((f) => `${f.sha256}  ${f.file}`)].join('\n'), exit: 0, wrote: true });
};

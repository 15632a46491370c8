import * as fs from 'node:fs';
import type { DocumentOf } from '../../shared/documents';
import { reportHtml, reportMarkdown, visitReport } from '../../shared/messages/visit-report';
import { redactVisit } from '../../shared/redact';
import { failed, ok } from '../../shared/result';
import type { Visit } from '../../shared/visit';
import { foldVisit } from '../../shared/visit';
import type { Context, Run } from './context';

/** The fold as a document. */
export function visitDocument(visit: Visit): DocumentOf<'visit/1'> {
  const { schema: _schema, ...fold } = visit;
  return { schema: 'wsus-wizard/visit/1', ...fold } as unknown as DocumentOf<'visit/1'>;
}

function textFor(path: string, visit: Visit, context: Context): string | null {
  const report = visitReport(visit, context.lang);
  if (/\.html?$/i.test(path)) return reportHtml(report, context.lang);
  if (/\.md$/i.test(path)) return reportMarkdown(report);
  return /\.json$/i.test(path) ? `${JSON.stringify(visitDocument(visit), null, 2)}\n` : null;
}

/** Writes the report of a visit; the file's ending says in which form. */
export const report: Run = async (context) => {
  const { args } = context;
  const [id, out] = [args.text('visit'), args.text('out')];
  if (id === undefined) return failed('input-missing-option', { option: '--visit' });
  if (out === undefined) return failed('input-missing-option', { option: '--out' });
  const handlers = context.handlers(true);
  const opened = await handlers['visit.reopen']({ visit: id });
  if (!opened.ok) return opened;
  const entries = await handlers['visit.entries']({ visit: id, since: 0 });
  await handlers['visit.close']({ visit: id });
  if (!entries.ok) return entries;
  const visit = foldVisit(entries.value.entries);
  const shown = args.flag('redact') ? redactVisit(visit) : visit;
  const text = textFor(out, shown, context);
  if (text === null) return failed('input-bad-file', { path: out });
  try {
    fs.writeFileSync(out, text);
  } catch {
    return failed('input-bad-file', { path: out });
  }
  return ok({ document: visitDocument(shown), text: out, exit: 0, wrote: true });
};

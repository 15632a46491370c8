/** `logs <files or folders>`: who was refused by address, from IIS logs. Exit 0 nobody, 1 somebody, 2 nothing readable, 3 something was left out. */
import type { DocumentOf } from '../../shared/documents';
import type { LogWarning } from '../../shared/log-tally';
import { addTally, emptyTally, showMoment, sortedClients, subnetCounts } from '../../shared/log-tally';
import { logTexts, logWarningTexts } from '../../shared/messages/logs';
import type { Lang } from '../../shared/messages/text';
import { say, thousands } from '../../shared/messages/text';
import type { Fault, Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { findLogs } from '../logs/find';
import type { ReadLog } from '../logs/read-logs';
import { readLogs } from '../logs/read-logs';
import type { Context, Printed } from './context';

type Document = DocumentOf<'refusals/1'>;
const time = (moment: number | null): string | null => (moment === null ? null : showMoment(moment));

/** Warnings that say only how something was read, not that something is missing. */
const harmless: readonly LogWarning[] = ['fields-change', 'dates-out-of-order', 'more-paths', 'sub-status-503', 'nul-bytes', 'cut-last-row'];

export function refusalsDocument(logs: readonly ReadLog[], lang: Lang): Document {
  const all = emptyTally();
  for (const { tally } of logs) addTally(all, tally);
  const clients = sortedClients(all);
  return {
    schema: 'wsus-wizard/refusals/1',
    files: logs.map(({ path, bytes, tally }) => ({
      path,
      rows: tally.rows,
      bytes,
      from: time(tally.from),
      to: time(tally.to),
      warnings: Object.entries(tally.warnings).map(([id, count]) => ({ id, facts: { count }, text: say(logWarningTexts[id as LogWarning], lang, { count }) })),
    })),
    rows: all.rows,
    refusals: all.refusals,
    clients: clients.map(({ address, count, first, last, paths }) => ({ address, count, first: time(first), last: time(last), paths: [...paths].sort() })),
    subnets: subnetCounts(clients),
  };
}

function textOf(document: Document, lang: Lang): string {
  const lines: string[] = [];
  for (const file of document.files) {
    const span = file.from === null ? '' : `  ${file.from} - ${file.to}`;
    lines.push(`${file.path}  ${thousands(file.rows)} ${lang === 'en' ? 'rows' : '行'}${span}`);
    for (const warning of file.warnings) lines.push(`  ! ${warning.text}`);
  }
  lines.push('', document.refusals === 0 ? say(logTexts.nothingRefused, lang) : `${thousands(document.refusals)} x 403.6`);
  for (const s of document.subnets) lines.push(`  ${s.subnet}  ${s.clients}  ${s.count}`);
  for (const c of document.clients) lines.push(`  ${c.address}  ${c.count}  ${c.first ?? '?'} - ${c.last ?? '?'}  ${c.paths.slice(0, 3).join(' ')}`);
  if (document.clients.length > 0) lines.push(say(logTexts.utc, lang));
  return lines.join('\n');
}

const exitOf = (logs: readonly ReadLog[], refusals: number): number => {
  if (refusals > 0) return 1;
  return logs.some((log) => Object.keys(log.tally.warnings).some((w) => !harmless.includes(w as LogWarning))) ? 3 : 0;
};

/** On a terminal, how far it is. */
function shower(): (bytes: number, total: number) => void {
  if (!process.stderr.isTTY) return () => {};
  return (bytes, total) => {
    process.stderr.write(`\r${Math.floor((100 * bytes) / Math.max(1, total))} % ${bytes >= total ? '\r\u001b[K' : ''}`);
  };
}

export async function logs({ args, lang, onCancel }: Pick<Context, 'args' | 'lang' | 'onCancel'>): Promise<Result<Printed, Fault>> {
  if (args.operands.length === 0) return failed('input-missing-option', { option: lang === 'en' ? '<files or folders>' : '<ファイルまたはフォルダー>' });
  const controller = new AbortController();
  onCancel(() => controller.abort());
  const found = findLogs(args.operands);
  if (found.missing !== null) return failed('input-folder-missing', { path: found.missing });
  const read = await readLogs(found.logs, { everyone: false, here: true, signal: controller.signal, progress: shower() });
  if (controller.signal.aborted) return failed('cancelled-by-user');
  if (!read.some(({ tally }) => tally.rows > 0 || tally.from !== null) && !found.logs.some((log) => log.why === null))
    return failed('input-nothing-readable', { path: args.operands.join(', ').slice(0, 200) });
  const document = refusalsDocument(read, lang);
  return ok({ document, text: textOf(document, lang), exit: exitOf(read, document.refusals) });
}

/**
 * The record beside fix.cmd: each operation with its way back is written before it runs, its end after. Lines of key=value as
 * in a request; a file is opened, added to and closed each time, so that what was written is out of this process.
 */

var journalSchema = 'wsus-wizard/kit-journal/1';

interface JournalItem {
  n: number;
  /** null: nothing to take back. */
  undo: OperationRequest | null;
  /** The whole start was written; a torn one never ran. */
  ready: boolean;
  /** '' while its end is not written. */
  outcome: string;
  undone: boolean;
}

interface Journal {
  path: string;
  kit: string;
  computer: string;
  items: JournalItem[];
}

function journalPath(n: number): string {
  return kitFolder() + '\\journal-' + n + '.txt';
}

/** How many journals there are; each start of fix.cmd that changes something makes one. */
function journalCount(): number {
  var n = 0;
  while (kitFiles().FileExists(journalPath(n + 1))) n++;
  return n;
}

function addToJournal(path: string, lines: { name: string; value: string }[]): void {
  var text = '';
  for (var i = 0; i < lines.length; i++) {
    var line = lines[i] as { name: string; value: string };
    text += line.name + '=' + escapedText(line.value) + '\r\n';
  }
  var file = kitFiles().OpenTextFile(path, 8, false, 0);
  file.Write(text);
  file.Close();
}

function journalLine(name: string, value: string): { name: string; value: string } {
  return { name: name, value: value };
}

function journalNow(): { name: string; value: string } {
  return journalLine('at', isoTime(new Date().getTime()));
}

/** A new one; where it cannot be made, nothing is changed. */
function newJournal(kit: string, computer: string): string {
  var path = journalPath(journalCount() + 1);
  try {
    kitFiles().CreateTextFile(path, false, false).Close();
    addToJournal(path, [journalLine('schema', journalSchema), journalLine('kit', kit), journalLine('computer', computer), journalNow()]);
  } catch (_error) {
    refuseKit('protected-fix', []);
  }
  return path;
}

/** The lines of a block under a prefix: `do.` or `undo.`. */
function blockLines(prefix: string, block: OperationRequest | null): { name: string; value: string }[] {
  if (block === null) return [journalLine(prefix + 'operation', 'nothing')];
  var lines = [journalLine(prefix + 'operation', block.operation), journalLine(prefix + 'machine', block.machine)];
  for (var i = 0; i < block.lines.length; i++) {
    var line = block.lines[i] as { name: string; value: string };
    if (line.name !== 'operation' && line.name !== 'machine') lines.push(journalLine(prefix + line.name, line.value));
  }
  return lines;
}

/** The operation that takes one back: expect and to change places. As inverseOf of shared/operation.ts. */
function inverseBlock(block: OperationRequest): OperationRequest | null {
  if (isTrigger(block.operation) || block.operation === 'application-pool.start') return null;
  var lines: { name: string; value: string }[] = [];
  for (var i = 0; i < block.lines.length; i++) {
    var line = block.lines[i] as { name: string; value: string };
    if (line.name === 'backup' || line.name === 'operation') continue;
    var m = /^(expect|to)(\..*)?$/.exec(line.name);
    lines.push(m ? journalLine((m[1] === 'to' ? 'expect' : 'to') + (m[2] || ''), line.value) : line);
  }
  var operation = block.operation;
  if (operation === 'service.start') operation = 'service.stop';
  else if (operation === 'service.stop') operation = 'service.start';
  else if (operation.slice(0, 9) === 'registry.') operation = oneOf(lines, 'to') === 'absent' ? 'registry.delete' : 'registry.set';
  return { operation: operation, machine: block.machine, lines: lines };
}

function emptyBlock(operation: string): OperationRequest {
  return { operation: operation, machine: '', lines: [] };
}

function takeBlockLine(block: OperationRequest | null, name: string, value: string): void {
  if (!block) return;
  if (name === 'machine') block.machine = value;
  else if (name !== 'operation') block.lines.push(journalLine(name, value));
}

function itemOf(journal: Journal, n: string): JournalItem | null {
  for (var i = 0; i < journal.items.length; i++) {
    var item = journal.items[i] as JournalItem;
    if (String(item.n) === n) return item;
  }
  return null;
}

/** A line of a start, or null where it is none. */
function takeJournalLine(journal: Journal, at: JournalItem | null, name: string, value: string): JournalItem | null {
  if (name === 'started') {
    var item = { n: parseInt(value, 10), undo: null, ready: false, outcome: '', undone: false };
    journal.items.push(item);
    return item;
  }
  var ended = name === 'ended' || name === 'undone' ? itemOf(journal, value.split(' ')[0] as string) : null;
  if (ended && name === 'ended') ended.outcome = value.split(' ')[1] || 'cut';
  if (ended && name === 'undone') ended.undone = true;
  if (!at) return ended;
  if (name === 'undo.operation') at.undo = value === 'nothing' ? null : emptyBlock(value);
  else if (name.slice(0, 5) === 'undo.') takeBlockLine(at.undo, name.slice(5), value);
  else if (name === 'ready') at.ready = true;
  return at;
}

function readJournal(n: number): Journal {
  var path = journalPath(n);
  var lines = readLinesOf(path);
  var journal: Journal = { path: path, kit: oneOf(lines, 'kit'), computer: oneOf(lines, 'computer'), items: [] };
  if (oneOf(lines, 'schema') !== journalSchema) refuseKit('journal-foreign', ['journal-' + n + '.txt']);
  var at: JournalItem | null = null;
  for (var i = 0; i < lines.length; i++) {
    var line = lines[i] as { name: string; value: string };
    at = takeJournalLine(journal, at, line.name, line.value);
  }
  return journal;
}

/** What may have changed something and was not taken back. */
function openItems(journal: Journal): JournalItem[] {
  var open: JournalItem[] = [];
  for (var i = 0; i < journal.items.length; i++) {
    var item = journal.items[i] as JournalItem;
    if (item.ready && !item.undone && (item.outcome === 'ok' || item.outcome === '')) open.push(item);
  }
  return open;
}

/**
 * take=undo: from the journal alone, newest first. The value written by the kit: taken back. The value before: already
 * back. Anything else was changed by somebody since, and stays; the ids that Windows Update rewrites are asked for.
 */

/** A failure in the middle of an operation may have written: its value decides, as for an interrupted one. */
function undoItems(journal: Journal): JournalItem[] {
  var items: JournalItem[] = [];
  for (var i = journal.items.length - 1; i >= 0; i--) {
    var item = journal.items[i] as JournalItem;
    if (item.ready && !item.undone && item.undo !== null && item.outcome !== 'refused') items.push(item);
  }
  return items;
}

/** An undo whose value drifted takes the one now there as its starting point. */
function fromNow(block: OperationRequest, found: any): OperationRequest {
  var lines: { name: string; value: string }[] = [];
  for (var i = 0; i < block.lines.length; i++) {
    var line = block.lines[i] as { name: string; value: string };
    if (!/^expect(\.|$)/.test(line.name)) lines.push(line);
  }
  if (found === 'absent') lines.push(journalLine('expect', 'absent'));
  else lines.push(journalLine('expect', 'own'), journalLine('expect.type', found.own.type), journalLine('expect.value', found.own.value));
  return { operation: block.operation, machine: block.machine, lines: lines };
}

function driftsAlone(block: OperationRequest): boolean {
  return block.operation.slice(0, 9) === 'registry.' && isAmong(oneOf(block.lines, 'name'), driftingValues);
}

/** What to run for an item; null: nothing, and it was said why. */
function undoBlock(item: JournalItem): OperationRequest | null {
  var undo = item.undo as OperationRequest;
  var look = peekOperation('.', undo);
  sayWords('numbered', [item.n, subjectWords(undo)]);
  sayWords('now', [valueWords(look.found)]);
  sayWords('after', [valueWords(look.to)]);
  if (look.reached) {
    sayWords('already', []);
    return null;
  }
  if (undo.operation === 'service.stop') {
    var with_ = dependentsOf('.', oneOf(undo.lines, 'service'));
    if (with_.length > 0) sayWords('stops-too', [with_.join(', ')]);
    return agreed('ask-stop', []) ? undo : null;
  }
  if (look.fits) return undo;
  if (driftsAlone(undo) && agreed('ask-drift', [])) return fromNow(undo, look.found);
  sayWords('ours', [valueWords(look.expect)]);
  sayWords('changed-by-other', []);
  return null;
}

/** True: taken back, or nothing had to be. */
function undoOne(journal: Journal, item: JournalItem): boolean {
  var look = peekOperation('.', item.undo as OperationRequest);
  var block = undoBlock(item);
  if (block === null) {
    if (look.reached) addToJournal(journal.path, [journalLine('undone', item.n + ' already'), journalNow()]);
    else sayWords('left-as-is', []);
    return look.reached;
  }
  addToJournal(journal.path, [journalLine('undoing', String(item.n)), journalNow()]);
  var ran = collectedOf(block.operation, operationMaker('.', block));
  if (ran.outcome !== 'ok') {
    addToJournal(journal.path, [journalLine('undo-failed', item.n + ' ' + ran.fault.code), journalNow()]);
    sayWords('op-failed', [faultWords(ran.fault)]);
    return false;
  }
  addToJournal(journal.path, [journalLine('undone', item.n + ' ok'), journalNow()]);
  sayWords('done', []);
  return true;
}

/** What is to be taken back, before it is asked for. */
function showUndo(computer: string, items: JournalItem[]): void {
  sayWords('will-undo', [computer]);
  for (var i = 0; i < items.length; i++) {
    var item = items[i] as JournalItem;
    var look = peekOperation('.', item.undo as OperationRequest);
    sayWords('numbered', [item.n, subjectWords(item.undo as OperationRequest)]);
    sayWords('now', [valueWords(look.found)]);
    sayWords('after', [valueWords(look.to)]);
  }
}

function takeUndo(request: AgentRequest): void {
  verifyKit(request);
  var computer = requireComputer(request.lines);
  if (!isElevated()) refuseKit('needs-elevation', ['undo.cmd']);
  var count = journalCount();
  if (count === 0) refuseKit('no-journal', []);
  var journal = readJournal(count);
  if (journal.kit !== oneOf(request.lines, 'kit') || !sameText(journal.computer, computer)) refuseKit('journal-foreign', ['journal-' + count + '.txt']);
  var items = undoItems(journal);
  if (items.length === 0) refuseKit('no-journal', []);
  showUndo(computer, items);
  if (!agreed('ask-undo', [])) refuseKit('not-agreed', []);
  var whole = true;
  for (var i = 0; i < items.length; i++) whole = undoOne(journal, items[i] as JournalItem) && whole;
  if (!whole) refuseKit('undo-partly', []);
  sayWords('undo-finished', []);
}

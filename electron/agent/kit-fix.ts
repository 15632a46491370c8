/**
 * take=fix: shows what would be changed, in words from what is really there, asks, and changes one after the other; each
 * is journalled before it runs. It refuses on another computer than the plan's, and where a value is not the plan's.
 */

function requireComputer(lines: { name: string; value: string }[]): string {
  var computer = computerNameOf('.');
  if (!sameText(computer, oneOf(lines, 'computer'))) refuseKit('other-computer', [oneOf(lines, 'computer'), computer]);
  var planned = allOf(lines, 'domain');
  if (planned.length === 0) return computer;
  var domain = domainOf('.') || '';
  // Empty: the computer was in no domain when the plan was made.
  if (!sameText(domain, planned[0] as string)) refuseDomain(planned[0] as string, domain);
  return computer;
}

function refuseDomain(planned: string, here: string): never {
  if (planned === '') return refuseKit('no-domain-planned', [here]);
  return here === '' ? refuseKit('no-domain-here', [planned]) : refuseKit('other-domain', [planned, here]);
}

/** An earlier start that changed something ends this one. */
function requireFresh(kit: string): void {
  var count = journalCount();
  if (count === 0) return;
  var journal = readJournal(count);
  if (journal.kit !== kit) refuseKit('journal-foreign', ['journal-' + count + '.txt']);
  var open = openItems(journal);
  // What has no way back (a trigger) leaves nothing for undo.cmd, so it ends no later start.
  for (var i = 0; i < open.length; i++) {
    var item = open[i] as JournalItem;
    if (item.outcome === '' && item.undo !== null) refuseKit('interrupted', [item.n]);
  }
  for (i = 0; i < open.length; i++) if ((open[i] as JournalItem).undo !== null) refuseKit('applied-before', []);
}

/** Says each operation, and whether all of them find what the plan found. Only the first of a subject is compared: later ones build on it. */
function showPlan(computer: string, blocks: OperationRequest[]): boolean {
  sayWords('will-do', [computer, blocks.length]);
  var fits = true;
  var seen: { [subject: string]: boolean } = {};
  for (var i = 0; i < blocks.length; i++) {
    var block = blocks[i] as OperationRequest;
    if (!sameText(block.machine, computer)) refuseKit('other-computer', [block.machine, computer]);
    var look = peekOperation('.', block);
    var subject = subjectOfBlock(block);
    sayWords('numbered', [i + 1, subjectWords(block)]);
    sayWords('now', [valueWords(seen[subject] ? look.expect : look.found)]);
    if (!isTrigger(block.operation)) sayWords('after', [valueWords(look.to)]);
    if (inverseBlock(block) === null) sayWords('no-way-back', []);
    if (!look.fits && !seen[subject]) {
      sayWords('differs', [valueWords(look.expect)]);
      fits = false;
    }
    seen[subject] = true;
  }
  return fits;
}

function subjectOfBlock(block: OperationRequest): string {
  var lines = block.lines;
  var state = block.operation === 'service.set-start-mode' ? 'mode' : 'state';
  return [oneOf(lines, 'service'), oneOf(lines, 'service') === '' ? '' : state, oneOf(lines, 'name'), oneOf(lines, 'node'), oneOf(lines, 'pool')].join('|');
}

/** One line for a fault. */
function faultWords(fault: AgentFault): string {
  return fault.code.slice(0, 7) === 'denied-' ? wordsOf('no-rights', [fault.code]) : fault.code + ' ' + toJson(fault.facts);
}

/** Journals, runs, journals. */
function runJournalled(path: string, n: number, block: OperationRequest): boolean {
  addToJournal(
    path,
    [journalLine('started', String(n)), journalNow()].concat(blockLines('do.', block), blockLines('undo.', inverseBlock(block)), [
      journalLine('ready', String(n))
    ])
  );
  sayWords('numbered', [n, subjectWords(block)]);
  var ran = collectedOf(block.operation, operationMaker('.', block));
  var end = ran.outcome === 'ok' ? [journalLine('readBack', toJson(ran.value.readBack))] : [journalLine('fault', ran.fault.code)];
  // Refused before anything was written is told apart from a failure in the middle, whose effect is not known.
  var untouched = ran.outcome !== 'ok' && ran.fault.code === 'changed-since-planned';
  var how = ran.outcome === 'ok' ? 'ok' : untouched ? 'refused' : 'failed';
  addToJournal(path, [journalLine('ended', n + ' ' + how), journalNow()].concat(end));
  if (ran.outcome === 'ok') sayWords('done', []);
  else sayWords('op-failed', [faultWords(ran.fault)]);
  return ran.outcome === 'ok';
}

function takeFix(request: AgentRequest): void {
  verifyKit(request);
  var computer = requireComputer(request.lines);
  if (!isElevated()) refuseKit('needs-elevation', ['fix.cmd']);
  var kit = oneOf(request.lines, 'kit');
  requireFresh(kit);
  var blocks = operationBlocks(request.lines);
  if (!showPlan(computer, blocks)) refuseKit('nothing-done-differs', []);
  if (!agreed('ask-fix', [])) refuseKit('not-agreed', []);
  var path = newJournal(kit, computer);
  for (var i = 0; i < blocks.length; i++) if (!runJournalled(path, i + 1, blocks[i] as OperationRequest)) refuseKit('stopped', []);
  sayWords('fix-finished', []);
}

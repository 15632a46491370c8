/** Answers: one JSON line each, as soon as it is known; the end line counts them. */

var written = 0;
/** Where the lines go when the agent runs elevated: a file, since there is no pipe back. */
var outputFile: any = null;

function put(value: any): void {
  written++;
  var line = toJson(value);
  if (outputFile) outputFile.WriteLine(line);
  else WScript.Echo(line);
}

function putAnswer(probe: string, machine: string, make: () => any): void {
  var got = collectedOf(probe, make);
  if (got.outcome === 'ok') put({ probe: probe, machine: machine, outcome: 'ok', answer: got.value });
  else put({ probe: probe, machine: machine, outcome: got.outcome, fault: got.fault });
}

function putEnd(how: string, fault: AgentFault | null): void {
  put(fault ? { end: how, fault: fault, lines: written + 1 } : { end: how, lines: written + 1 });
}

/**
 * A new folder below %ProgramData%\wsus-wizard: never one that exists, nothing through a reparse point, so that nobody
 * leads an elevated agent to another place. The name is random in the request.
 */
function openOutput(name: string): void {
  if (!/^[0-9a-f]{32}$/.test(name)) refuse('probe-request-refused', { what: 'output' });
  var files = new ActiveXObject('Scripting.FileSystemObject');
  var data = String(new ActiveXObject('WScript.Shell').ExpandEnvironmentStrings('%ProgramData%'));
  var base = data + '\\wsus-wizard';
  if (!files.FolderExists(base)) files.CreateFolder(base);
  // 1024: a reparse point (a junction or a link).
  if ((files.GetFolder(data).Attributes & 1024) !== 0 || (files.GetFolder(base).Attributes & 1024) !== 0)
    refuse('probe-request-refused', { what: 'reparse point' });
  var folder = base + '\\' + name;
  if (files.FolderExists(folder) || files.FileExists(folder)) refuse('probe-request-refused', { what: 'output exists' });
  dropOldAnswers(files, base);
  files.CreateFolder(folder);
  outputFile = files.CreateTextFile(folder + '\\answers.jsonl', false, false);
}

/** Answers of runs that ended long ago: the plain account that read them may not remove them. What fails is left for the next run. */
function dropOldAnswers(files: any, base: string): void {
  var hourAgo = new Date().getTime() - 3600000;
  try {
    var folders = listOf(files.GetFolder(base).SubFolders);
    for (var i = 0; i < folders.length; i++) dropOld(files, base, folders[i], hourAgo);
  } catch (_error) {
    return;
  }
}

/** Only the file: taking a folder away goes down into it, and somebody may have put a way to elsewhere there meanwhile. */
function dropOld(files: any, base: string, folder: any, before: number): void {
  var name = String(folder.Name);
  if (!/^[0-9a-f]{32}$/.test(name) || (folder.Attributes & 1024) !== 0) return;
  var file = base + '\\' + name + '\\answers.jsonl';
  try {
    if (new Date(folder.DateLastModified).getTime() < before && files.FileExists(file)) files.DeleteFile(file, false);
  } catch (_error) {
    return;
  }
}

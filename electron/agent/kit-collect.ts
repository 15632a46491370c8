/** take=collect: asks every probe, copies what the wizard uses, and leaves one folder. Nothing of the machine is changed. */

var collectProbes: { [probe: string]: (host: string) => any } = { endpoints: probeOwnSeat };

/** The answers as one array, a line each, so that what came before a cut is still whole lines. */
function openAnswers(folder: string): any {
  var file = kitFiles().CreateTextFile(folder + '\\answers.json', false, false);
  var first = true;
  return {
    WriteLine: function (line: string): void {
      file.WriteLine((first ? '[' : ',') + line);
      first = false;
    },
    Close: function (): void {
      file.WriteLine(']');
      file.Close();
    }
  };
}

/** The number of the kit and the hash of its agent are repeated: they name the kit, and are no signature. */
function putKitHead(lines: { name: string; value: string }[]): string {
  var computer = collectedComputer();
  put({
    schema: 'wsus-wizard/answers/1',
    computer: computer,
    takenAt: isoTime(new Date().getTime()),
    kit: oneOf(lines, 'kit'),
    agent: oneOf(lines, 'agent')
  });
  return computer;
}

function askForKit(probes: string[], computer: string): void {
  for (var i = 0; i < probes.length; i++) {
    var probe = probes[i] as string;
    sayWords('asking', [i + 1, probes.length + 1, probe]);
    var make = collectProbes.hasOwnProperty(probe) ? collectProbes[probe] : agentProbes.hasOwnProperty(probe) ? agentProbes[probe] : null;
    var got = collectedOf(probe, probeMaker(probe, make || null, '.'));
    if (got.outcome === 'ok') put({ probe: probe, machine: computer, outcome: 'ok', answer: got.value });
    else put({ probe: probe, machine: computer, outcome: got.outcome, fault: got.fault });
    sayWords('answered', [wordsOf(got.outcome, [got.fault ? got.fault.code : ''])]);
  }
}

/** The configuration, in full or reduced; gives the folders of the logs. */
function copyConfig(out: string, full: boolean, left: string[]): string[] {
  var folders: string[] = [];
  var old = iisVersionOf('.') < 7;
  var name = old ? 'MetaBase.xml' : 'applicationHost.config';
  saidCopy(name, left, function (): number {
    var root = old ? metabaseRoot() : hostConfigRoot();
    folders = old ? logFolders6(root) : logFolders7(root);
    if (full) return copyLog(environmentOf(old ? metabasePath : hostConfig), out + '\\' + name, 1073741824);
    var dropped: LeftOut = { names: {} };
    var text = old ? metabaseCopy(root, dropped) : hostCopy(root, dropped);
    for (var what in dropped.names) if (dropped.names.hasOwnProperty(what)) left.push(name + ': ' + what + ' (' + dropped.names[what] + ')');
    return writeNew(out + '\\' + name, text);
  });
  return folders;
}

function copyFiles(out: string, lines: { name: string; value: string }[], full: boolean): void {
  var left: string[] = [];
  var folders: string[] = [];
  var limit = parseInt(oneOf(lines, 'logs.bytes'), 10) || 33554432;
  kitFiles().CreateFolder(out + '\\files');
  var to = out + '\\files';
  try {
    folders = copyConfig(to, full, left);
  } catch (error) {
    left.push('configuration of IIS: ' + faultOf(error, 'IIS').code);
  }
  copyIisLogs(folders, to, limit, left);
  saidCopy('SoftwareDistribution.log', left, function (): number {
    var folder = registryText('.', setupKey, 'TargetDir');
    var from = (folder || '').replace(/\\+$/, '') + '\\LogFiles\\SoftwareDistribution.log';
    return folder === null ? 0 : copyLog(from, to + '\\SoftwareDistribution.log', 8388608);
  });
  saidCopy('WindowsUpdate.log', left, function (): number {
    return copyLog(environmentOf('%windir%\\WindowsUpdate.log'), to + '\\WindowsUpdate.log', 8388608);
  });
  saidCopy('windows-update.reg', left, function (): number {
    return copyRegistry(to, left);
  });
  for (var i = 0; i < left.length; i++) left[i] = escapedText(left[i] as string);
  writeNew(out + '\\left-out.txt', ['Not in this folder, by name (no values):'].concat(left, ['']).join('\r\n'));
}

/** A collection goes on without rights, and where WMI does not even tell them. */
function sayElevation(): void {
  var elevated = collectedOf('rights', isElevated);
  if (elevated.outcome !== 'ok') sayWords('rights-unknown', [elevated.fault.code]);
  else if (!elevated.value) sayWords('not-elevated', ['collect.cmd']);
}

function takeCollect(request: AgentRequest): void {
  sayWords('only-reads', []);
  verifyKit(request);
  sayElevation();
  var full = WScript.Arguments.length > 1 && sameText(WScript.Arguments.Item(1), '/full') && agreed('full-ask', []);
  var out = outputFolder();
  var answers = openAnswers(out);
  outputFile = answers;
  var computer = putKitHead(request.lines);
  askForKit(request.probes, computer);
  sayWords('asking', [request.probes.length + 1, request.probes.length + 1, wordsOf('copies', [])]);
  copyFiles(out, request.lines, full);
  putEnd('ok', null);
  answers.Close();
  outputFile = null;
  sayWords('finished', [out]);
}

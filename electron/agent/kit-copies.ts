/** Copies of logs and registry keys into the folder of a collection; what cannot be copied is named, the rest goes on. */

/**
 * Characters read at once. The files are read as ANSI: one byte each, or on a Japanese Windows two for a kanji, so a tail may
 * begin a little late and a character cut in two be lost; what the wizard reads of a log (addresses, numbers, dates) is ASCII.
 */
var copyChunk = 1048576;

/** Names of the files in a folder. */
function namesIn(folder: string): string[] {
  var names: string[] = [];
  if (!kitFiles().FolderExists(folder)) return names;
  var all = listOf(kitFiles().GetFolder(folder).Files);
  for (var i = 0; i < all.length; i++) names.push(String(all[i].Name));
  return names;
}

interface Dated {
  path: string;
  name: string;
  at: number;
}

/** Logs of IIS, newest first. */
function logsIn(folder: string): Dated[] {
  var found: Dated[] = [];
  var names = namesIn(folder);
  for (var i = 0; i < names.length; i++) {
    var path = folder + '\\' + names[i];
    if (/^(u_)?ex.*\.log$/i.test(names[i] as string))
      found.push({ path: path, name: names[i] as string, at: new Date(kitFiles().GetFile(path).DateLastModified).getTime() });
  }
  return found.sort(function (a: Dated, b: Dated): number {
    return b.at - a.at || (a.name < b.name ? 1 : -1);
  });
}

/** The lines at the head of a log that name its fields, then its last bytes from a line's start. */
function copyTail(from: string, to: string, size: number, limit: number): void {
  var files = kitFiles();
  var source = files.OpenTextFile(from, 1, false, 0);
  var target = files.CreateTextFile(to, false, false);
  var skipped = 0;
  for (var line = '#'; line.charAt(0) === '#' && skipped < 65536 && !source.AtEndOfStream; skipped += line.length + 2) {
    line = String(source.ReadLine());
    if (line.charAt(0) === '#') target.WriteLine(line);
  }
  while (skipped < size - limit && !source.AtEndOfStream) skipped += String(source.Read(Math.min(copyChunk, size - limit - skipped))).length;
  if (!source.AtEndOfStream) source.ReadLine();
  while (!source.AtEndOfStream) target.Write(source.Read(copyChunk));
  source.Close();
  target.Close();
}

/** Gives the bytes written; 0 where there is no such file. */
function copyLog(from: string, to: string, limit: number): number {
  var files = kitFiles();
  if (!files.FileExists(from)) return 0;
  var size = Number(files.GetFile(from).Size);
  if (size <= limit) files.CopyFile(from, to, false);
  else copyTail(from, to, size, limit);
  return Number(files.GetFile(to).Size);
}

/** One copy, said as it goes; a failure is said and ends nothing. */
function saidCopy(name: string, left: string[], make: () => number): number {
  try {
    var bytes = make();
    if (bytes > 0) sayWords('copied', [name, bytes]);
    else left.push(name + ': not there');
    return bytes;
  } catch (error) {
    var fault = faultOf(error, name);
    sayWords('copy-failed', [name, fault.code]);
    left.push(name + ': ' + fault.code);
    return 0;
  }
}

function copyIisLogs(folders: string[], out: string, limit: number, left: string[]): void {
  for (var i = 0; i < folders.length; i++) {
    var folder = folders[i] as string;
    var site = folder.slice(folder.lastIndexOf('\\') + 1);
    var room = Math.floor(limit / folders.length);
    var logs = logsIn(folder);
    if (logs.length > 0) kitFiles().CreateFolder(out + '\\' + site);
    for (var k = 0; k < logs.length; k++) {
      var log = logs[k] as Dated;
      if (room < 4096) left.push(site + '\\' + log.name + ': beyond the limit of ' + limit + ' bytes');
      else room -= saidCopy(site + '\\' + log.name, left, logMaker(log.path, out + '\\' + site + '\\' + log.name, room));
    }
  }
}

function logMaker(from: string, to: string, room: number): () => number {
  return function (): number {
    return copyLog(from, to, room);
  };
}

function writeNew(path: string, text: string): number {
  var file = kitFiles().CreateTextFile(path, false, false);
  file.Write(text);
  file.Close();
  return text.length;
}

function hexPairs(hex: string): string {
  return hex.replace(/(..)(?!$)/g, '$1,');
}

/** Text beyond ASCII as bytes of UTF-16 (type 1): the export stays ASCII. */
function regTextOf(text: string): string {
  if (/^[ -~]*$/.test(text)) return '"' + text.replace(/\\/g, '\\\\').replace(/"/g, '\\"') + '"';
  var hex = '';
  for (var i = 0; i <= text.length; i++) {
    var code = i < text.length ? text.charCodeAt(i) : 0;
    hex += padded16(code & 255) + padded16(code >> 8);
  }
  return 'hex(1):' + hexPairs(hex);
}

function padded16(byte: number): string {
  return (byte < 16 ? '0' : '') + byte.toString(16);
}

/** The lines of a key; `only`: these values and no others. */
function regLines(key: string, only: string[] | null, left: string[]): string[] {
  var types = registryTypes('.', key);
  if (types === null) return [];
  var lines = ['[HKEY_LOCAL_MACHINE\\' + key + ']'];
  for (var name in types) {
    if (!types.hasOwnProperty(name)) continue;
    var type = types[name];
    if (only && !isAmong(name, only)) left.push('registry ' + key + ' ' + name);
    else if (type === regString) lines.push('"' + name + '"=' + regTextOf(registryText('.', key, name) || ''));
    else if (type === regDword) lines.push('"' + name + '"=dword:' + dwordText(registryNumber('.', key, name) || 0));
    else if (type === regBinary) lines.push('"' + name + '"=hex:' + hexPairs(registryBytes('.', key, name) || ''));
    else left.push('registry ' + key + ' ' + name + ': type ' + type);
  }
  return lines.concat(['']);
}

/** Policy and identity of this machine as a client; the same test as in clients.ts, so that both say the same. */
function copyRegistry(out: string, left: string[]): number {
  if (!isClient('.')) return 0;
  var name = ['[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]', '"ComputerName"=' + regTextOf(computerNameOf('.')), ''];
  var lines = ['Windows Registry Editor Version 5.00', ''].concat(
    regLines(policyKey, null, left),
    regLines(policyKey + '\\AU', null, left),
    regLines(updateKey, touchableValues, left),
    name
  );
  return writeNew(out + '\\windows-update.reg', lines.join('\r\n'));
}

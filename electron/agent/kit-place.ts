/** Where a kit lies, whether it is whole, who started it, and its voice. */

/** The language of Windows; where it cannot be read, English. */
function readLanguage(): void {
  quietly(function (): void {
    var system = query('.', 'root\\cimv2', 'SELECT OSLanguage FROM Win32_OperatingSystem')[0];
    kitJapanese = (Number(prop(system, 'OSLanguage')) & 1023) === 17;
  });
}

/** A refusal in words; the window shows them, and no code of a fault. */
function refuseKit(key: string, facts: any[]): never {
  throw { kit: { key: key, facts: facts } };
}

/** `yes` only to a Y; a closed input is a no. */
function agreed(key: string, facts: any[]): boolean {
  sayWords(key, facts);
  var answer = '';
  quietly(function (): void {
    answer = trimmed(String(WScript.StdIn.ReadLine()));
  });
  return /^[yY]/.test(answer);
}

function kitFiles(): any {
  return new ActiveXObject('Scripting.FileSystemObject');
}

/** Wine's text ends with a NUL, behind which nothing would be seen. */
function environmentOf(text: string): string {
  var expanded = String(new ActiveXObject('WScript.Shell').ExpandEnvironmentStrings(text));
  for (var i = 0; i < expanded.length; i++) if (expanded.charCodeAt(i) === 0) return expanded.slice(0, i);
  return expanded;
}

function kitFolder(): string {
  return String(kitFiles().GetParentFolderName(WScript.ScriptFullName));
}

/** A whole text file; FileSystemObject refuses to read all of an empty one. */
function textOfFile(path: string): string {
  var file = kitFiles().OpenTextFile(path, 1, false, 0);
  var text = file.AtEndOfStream ? '' : String(file.ReadAll());
  file.Close();
  return text;
}

/** Japanese text is not read as bytes here, and a .cmd that runs may be held by its cmd: those count as right. */
function hashOfFile(path: string, expected: string): string {
  if (/\.ja\.txt$/.test(path)) return expected;
  try {
    return sha256Of(textOfFile(path));
  } catch (error) {
    if (/\.cmd$/.test(path)) return expected;
    throw error;
  }
}

/**
 * Each file of sha256.txt must be there; those that machines read (ASCII) must have their hash. This finds damage and a
 * careless edit. Who edits an agent can take this check out: it is no proof against intent.
 */
function verifyKit(request: AgentRequest): void {
  sayWords('checking', []);
  var folder = kitFolder() + '\\';
  if (!kitFiles().FileExists(folder + 'sha256.txt')) refuseKit('kit-missing', ['sha256.txt']);
  var lines = textOfFile(folder + 'sha256.txt').split('\r\n');
  for (var i = 0; i < lines.length; i++) {
    var m = /^([0-9a-f]{64}) \*([\w.-]+)$/.exec(lines[i] as string);
    if (!m) continue;
    var name = m[2] as string;
    if (!kitFiles().FileExists(folder + name)) refuseKit('kit-missing', [name]);
    if (hashOfFile(folder + name, m[1] as string) !== m[1]) refuseKit('kit-changed', [name]);
  }
  requireWhole(request.whole);
}

/** Reading the environment of the account LocalService needs an administrator's token from Vista on (recollection). */
function isElevated(): boolean {
  if (majorVersion() < 6) return true;
  try {
    new ActiveXObject('WScript.Shell').RegRead('HKEY_USERS\\S-1-5-19\\Environment\\TEMP');
    return true;
  } catch (_error) {
    return false;
  }
}

function majorVersion(): number {
  return parseInt(textProp(query('.', 'root\\cimv2', 'SELECT Version FROM Win32_OperatingSystem')[0], 'Version'), 10);
}

/** The name for a collection: with WMI broken the one that Windows gives every program. */
function collectedComputer(): string {
  try {
    return computerNameOf('.');
  } catch (_error) {
    return environmentOf('%COMPUTERNAME%');
  }
}

/** COMPUTER-20260131T120000Z, with a number where that exists: nothing is ever written over. */
function newFolderIn(base: string, name: string): string {
  var files = kitFiles();
  for (var n = 1; n < 100; n++) {
    var path = base + '\\' + name + (n === 1 ? '' : '-' + n);
    if (files.FolderExists(path) || files.FileExists(path)) continue;
    try {
      files.CreateFolder(path);
      return path;
    } catch (_error) {
      return '';
    }
  }
  return '';
}

/** Beside the kit; where that cannot be written to, in %TEMP%. */
function outputFolder(): string {
  var computer = collectedComputer().replace(/[^\w-]/g, '_');
  var name = computer + '-' + isoTime(new Date().getTime()).replace(/[-:]|\.\d+/g, '');
  var beside = newFolderIn(kitFolder(), name);
  if (beside !== '') {
    sayWords('folder', [beside]);
    return beside;
  }
  var aside = newFolderIn(environmentOf('%TEMP%'), name);
  if (aside === '') refuseKit('no-rights', ['%TEMP%']);
  sayWords('write-protected', [aside]);
  return aside;
}

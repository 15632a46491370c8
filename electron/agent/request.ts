/** The request: key=value lines of a file, ASCII with \uXXXX. Nothing secret stands in it; a password comes through StdIn. */

interface AgentRequest {
  /** What is asked: probes of the server, clients, or one operation. */
  take: string;
  /** `.` is this machine. */
  host: string;
  user: string;
  password: string;
  probes: string[];
  clients: string[];
  lines: { name: string; value: string }[];
  /** Of a kit it is asked after the hashes, which name the file that is damaged. */
  whole: boolean;
}

/** More is no request of ours: refused, and never cut. */
var maxRequestLines = 200000;

/** Every key=value line of a file. */
function readLinesOf(path: string): { name: string; value: string }[] {
  var file = new ActiveXObject('Scripting.FileSystemObject').OpenTextFile(path, 1, false, 0);
  var lines: { name: string; value: string }[] = [];
  while (!file.AtEndOfStream) {
    var line = String(file.ReadLine());
    var at = line.indexOf('=');
    if (at > 0) lines.push({ name: line.slice(0, at), value: unescapedText(line.slice(at + 1)) });
  }
  file.Close();
  return lines;
}

/** Takes the last line away, which counts the others: a request cut short would run as another one. */
function isWhole(lines: { name: string; value: string }[]): boolean {
  var last = lines.pop();
  return last !== undefined && last.name === 'lines' && last.value === String(lines.length) && lines.length <= maxRequestLines;
}

function requireWhole(whole: boolean): void {
  if (!whole) refuse('probe-request-refused', { what: 'lines' });
}

function allOf(lines: { name: string; value: string }[], name: string): string[] {
  var found: string[] = [];
  for (var i = 0; i < lines.length; i++) {
    var line = lines[i] as { name: string; value: string };
    if (line.name === name) found.push(line.value);
  }
  return found;
}

function oneOf(lines: { name: string; value: string }[], name: string): string {
  var all = allOf(lines, name);
  return all.length === 0 ? '' : (all[0] as string);
}

function readRequest(path: string): AgentRequest {
  var lines = readLinesOf(path);
  var whole = isWhole(lines);
  if (!isKitTake(oneOf(lines, 'take'))) requireWhole(whole);
  if (oneOf(lines, 'schema') !== 'wsus-wizard/request/1') refuse('probe-request-refused', { what: 'schema' });
  var host = oneOf(lines, 'host') || '.';
  var user = oneOf(lines, 'user');
  // Windows refuses explicit credentials for its own machine (0x80041064): they are for remote hosts only.
  if (user !== '' && host === '.') refuse('probe-request-refused', { what: 'user' });
  return {
    take: oneOf(lines, 'take'),
    host: host,
    user: user,
    password: user === '' ? '' : unescapedText(String(WScript.StdIn.ReadLine())),
    probes: allOf(lines, 'probe'),
    clients: allOf(lines, 'client'),
    lines: lines,
    whole: whole
  };
}

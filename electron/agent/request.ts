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
}

var maxRequestLines = 20000;

function readRequestFile(path: string): { name: string; value: string }[] {
  var file = new ActiveXObject('Scripting.FileSystemObject').OpenTextFile(path, 1, false, 0);
  var lines: { name: string; value: string }[] = [];
  while (!file.AtEndOfStream && lines.length < maxRequestLines) {
    var line = String(file.ReadLine());
    var at = line.indexOf('=');
    if (at > 0) lines.push({ name: line.slice(0, at), value: unescapedText(line.slice(at + 1)) });
  }
  file.Close();
  return lines;
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
  var lines = readRequestFile(path);
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
    lines: lines
  };
}

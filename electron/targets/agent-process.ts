/** Runs the agent under a script host: the file's hash first, the request in a file, a password through StdIn, and an end in any case. */
import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import type { AgentLine } from './agent-lines';
import { AgentReader } from './agent-lines';
import { escapeAscii } from './agent-request';

export interface AgentFile {
  readonly path: string;
  /** As built; a file that differs is not run. */
  readonly sha256: string;
}
/** What runs the script. */
export interface ScriptHost {
  readonly command: string;
  args(agent: string, request: string): string[];
  readonly env: NodeJS.ProcessEnv;
  /** Ends a process with its children. */
  kill(child: ChildProcess): void;
  /** Why nothing came, where the machine's own policy says it; null: it does not. */
  policy?(): Promise<Fault | null>;
}
export interface AgentRun {
  /** Ok: the end line came and counts right. */
  readonly done: Promise<Result<null>>;
  stop(why: Fault): void;
}
export type StartAgent = (request: string, password: string | null, told: (line: AgentLine) => void) => AgentRun;

const system32 = (env: NodeJS.ProcessEnv): string => join(env.SystemRoot ?? 'C:\\Windows', 'System32');
/** What a script host needs, and nothing of ours. */
const cleanEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    [
      'SystemRoot',
      'SystemDrive',
      'windir',
      'TEMP',
      'TMP',
      'ProgramData',
      'USERPROFILE',
      'APPDATA',
      'LOCALAPPDATA',
      'USERNAME',
      'USERDOMAIN',
      'COMPUTERNAME',
    ].flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );

/** The value Enabled of Windows Script Host's settings: 0 switches it off, for the machine or the user. */
function scriptHostOff(env: NodeJS.ProcessEnv): Promise<Fault | null> {
  const ask = (hive: string) =>
    new Promise<boolean>((resolve) => {
      const key = `${hive}\\SOFTWARE\\Microsoft\\Windows Script Host\\Settings`;
      execFile(join(system32(env), 'reg.exe'), ['query', key, '/v', 'Enabled'], { timeout: 5000 }, (_error, out) =>
        resolve(/Enabled\s+REG_(?:DWORD\s+0x0|SZ\s+0)\s/i.test(String(out))),
      );
    });
  return Promise.all(['HKLM', 'HKCU'].map(ask)).then((off) => (off.includes(true) ? fault('denied-script-host') : null));
}

/** The 64-bit cscript: this app is 64-bit, so System32 is not redirected. */
export const cscript = (env: NodeJS.ProcessEnv = process.env): ScriptHost => ({
  command: join(system32(env), 'cscript.exe'),
  args: (agent, request) => ['//E:JScript', '//Nologo', agent, request],
  env: cleanEnv(env),
  kill: (child) => {
    if (child.pid !== undefined) execFile(join(system32(env), 'taskkill.exe'), ['/T', '/F', '/PID', String(child.pid)], () => child.kill());
  },
  policy: () => scriptHostOff(env),
});

/** Whether the file is the one that was built. */
export function checkAgent({ path, sha256 }: AgentFile): Fault | null {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(path);
  } catch {
    return fault('probe-agent-missing', { file: 'agent.js' });
  }
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? null : fault('probe-agent-changed', { file: 'agent.js' });
}

/** Time for the process to leave after its end line, and for its last words after its end. */
const grace = 2000;

export const startAgent =
  (host: ScriptHost, agent: AgentFile): StartAgent =>
  (request, password, told) => {
    const wrong = checkAgent(agent);
    if (wrong) return { done: Promise.resolve({ ok: false, fault: wrong }), stop() {} };
    const folder = fs.mkdtempSync(join(tmpdir(), 'wsus-wizard-'));
    const file = join(folder, 'request.txt');
    fs.writeFileSync(file, request, { encoding: 'latin1', mode: 0o600 });
    const run = runHost(host, agent.path, file, password, told);
    void run.done.finally(() => fs.rmSync(folder, { recursive: true, force: true }));
    return run;
  };

function runHost(host: ScriptHost, agent: string, file: string, password: string | null, told: (line: AgentLine) => void): AgentRun {
  let settle: (result: Result<null>) => void = () => {};
  const done = new Promise<Result<null>>((resolve) => {
    settle = resolve;
  });
  let stopped: Fault | null = null;
  let spoken = '';
  const reader = new AgentReader(told);
  let child: ChildProcess;
  try {
    child = spawn(host.command, host.args(agent, file), {
      env: host.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      detached: process.platform !== 'win32',
    });
  } catch (error) {
    settle({ ok: false, fault: spawnFault(error as NodeJS.ErrnoException) });
    return { done, stop() {} };
  }
  const stop = (why: Fault) => {
    stopped ??= why;
    host.kill(child);
    // Pipes may be held by a child of its own: the end does not wait for them.
    setTimeout(() => settle({ ok: false, fault: stopped as Fault }), grace).unref();
  };
  child.stdout?.on('data', (chunk: Buffer) => {
    if (stopped) return;
    if (!reader.take(chunk)) stop(fault('too-large-agent'));
    else if (reader.end) {
      settle(reader.end.end === 'ok' ? ok(null) : { ok: false, fault: reader.end.fault ?? fault('probe-agent-cut') });
      setTimeout(() => child.exitCode === null && host.kill(child), grace).unref();
    }
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    if (spoken.length < 2000) spoken += chunk.toString('latin1');
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(password === null ? '' : `${escapeAscii(password)}\r\n`);
  child.on('error', (error: NodeJS.ErrnoException) => settle({ ok: false, fault: spawnFault(error) }));
  const ended = (code: number | null) => {
    if (stopped) settle({ ok: false, fault: stopped });
    else if (!reader.end) void whyCut(host, code, reader, spoken).then((why) => settle({ ok: false, fault: why }));
  };
  child.on('close', ended);
  child.on('exit', (code) => setTimeout(() => ended(code), grace).unref());
  return { done, stop };
}

/** ENOENT: no script host; anything else of Windows' own refusal: a rule stands in the way (1260 comes as UNKNOWN). */
const spawnFault = (error: NodeJS.ErrnoException): Fault =>
  error.code === 'ENOENT' ? fault('probe-agent-missing', { file: 'cscript.exe' }) : fault('denied-script-blocked', { system: error.code ?? '' });

/** Access denied, or blocked by policy (1260), in the script host's words; the numbers are the same in every language. */
const blocked = /0?x?800704EC|0?x?80070005/i;

async function whyCut(host: ScriptHost, code: number | null, reader: AgentReader, spoken: string): Promise<Fault> {
  const words = `${reader.odd} ${spoken}`.trim().slice(0, 200);
  if (reader.lines === 0) {
    const policy = (await host.policy?.()) ?? null;
    if (policy) return policy;
    if (blocked.test(words)) return fault('denied-script-blocked', { text: words });
  }
  return fault('probe-agent-cut', { exit: code, lines: reader.lines, text: words });
}

/** For callers that cannot run it here. */
export const noAgent: StartAgent = () => ({ done: Promise.resolve(failed('target-not-windows')), stop() {} });

/**
 * Starts the agent elevated: one question of Windows for one list of probes or one plan. The app itself stays as it is.
 * Windows can ask only through ShellExecute's verb `runas`, called here from a short unelevated script; the agent answers
 * into a folder of a random name that it makes itself below %ProgramData%\wsus-wizard. Nothing of this can be proved
 * outside Windows: test/WINDOWS.md, part 4.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, Result } from '../shared/result';
import { failed, fault, ok } from '../shared/result';
import { agentFile } from './targets/agent-file';
import type { AgentFile, StartAgent } from './targets/agent-process';

/** Places that plain users cannot write to where Windows is set up as usual (recollection: Program Files and Windows). */
const protectedRoots = (env: NodeJS.ProcessEnv): string[] =>
  [env.ProgramFiles, env['ProgramFiles(x86)'], env.ProgramW6432, env.SystemRoot].filter((path): path is string => !!path);

/** Offered only where the agent was installed for the machine: from elsewhere anybody could put another script in its place. */
export function mayElevate(agent: string, env: NodeJS.ProcessEnv = process.env): Fault | null {
  const path = agent.toLowerCase();
  const safe = protectedRoots(env).some((root) => path.startsWith(`${root.toLowerCase().replace(/\\+$/, '')}\\`));
  return safe && !path.includes('..') ? null : fault('unsupported-elevation');
}

/** A name nobody can know before: the agent makes the folder and refuses one that is there. */
export const newOutput = (): string => randomBytes(16).toString('hex');
export const outputFile = (name: string, env: NodeJS.ProcessEnv = process.env): string =>
  join(env.ProgramData ?? 'C:\\ProgramData', 'wsus-wizard', name, 'answers.jsonl');

/** A text in a script between double quotes; paths on Windows hold no quote, and anything odd is refused. */
const quoted = (text: string): string | null => (['"', '\r', '\n'].some((c) => text.includes(c)) ? null : `"${text.replaceAll('\\', '\\\\')}"`);

/** ES3: asks Windows to start cscript of System32 elevated; ends with 0 where it was asked. ASCII, since it is read as ANSI. */
export function askScript(cscript: string, agent: string, request: string): Result<string> {
  const parameters = `//E:JScript //Nologo //T:900 "${agent}" "${request}"`;
  const program = quoted(cscript);
  if (program === null || /["\r\n]/.test(agent + request)) return failed('unsupported-elevation');
  const inner = parameters.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const text = `new ActiveXObject("Shell.Application").ShellExecute(${program}, "${inner}", "", "runas", 0);\r\n`;
  return ok(text.replace(/[^\x20-\x7e\r\n]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

export interface ElevateWays {
  /** Runs the short script to its end; false: it could not be run. */
  readonly ask: (script: string) => Promise<boolean>;
  readonly read: (path: string) => string | null;
  readonly wait: (ms: number) => Promise<void>;
}
/** Files of one question: what is asked, and the script that asks. */
export interface ElevateFiles {
  write(text: string, name: 'request.txt' | 'ask.js'): string;
  /** Withdraws the request: an agent that is allowed later finds nothing to do. */
  remove(): void;
}

const runScript = (script: string, env: NodeJS.ProcessEnv) =>
  new Promise<boolean>((resolve) => {
    const cscript = join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'cscript.exe');
    execFile(cscript, ['//E:JScript', '//Nologo', script], { timeout: 120_000, windowsHide: true }, (error) => resolve(error === null));
  });

export const realWays = (env: NodeJS.ProcessEnv = process.env): ElevateWays => ({
  ask: (script) => runScript(script, env),
  read: (path) => {
    try {
      return fs.readFileSync(path, 'latin1');
    } catch {
      return null;
    }
  },
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

export function realFiles(): ElevateFiles {
  const folder = fs.mkdtempSync(join(tmpdir(), 'wsus-wizard-'));
  return {
    write(text, name) {
      const path = join(folder, name);
      fs.writeFileSync(path, text, { encoding: 'latin1', mode: 0o600 });
      return path;
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

export interface ElevateLimits {
  readonly question: number;
  readonly whole: number;
}
/** Windows takes its question away after two minutes [recollection]; the agent itself may run for 15. */
export const usualElevateLimits: ElevateLimits = { question: 140_000, whole: 1_040_000 };

const step = 250;
/** For an agent that had read the request in the moment it was withdrawn. */
const lateBy = 2000;

/**
 * Waits for the answers. ShellExecute does not tell whether the person said no: no file within the time for the question
 * counts as no [inference], which is no error; then `withdraw` makes sure that a late yes does nothing. `stopped` takes the
 * question back the same way. A file without its end line is waited for until the limit, stopped or not: nobody can stop the
 * agent that writes it.
 */
export async function elevated(
  script: string,
  file: string,
  ways: ElevateWays,
  limits: ElevateLimits,
  withdraw: () => void = () => {},
  stopped: () => boolean = () => false,
): Promise<Result<string>> {
  let said: boolean | null = null;
  void ways.ask(script).then((asked) => {
    said = asked;
  });
  while (said === null && !stopped()) await ways.wait(step);
  if (said === false) return failed('denied-elevation');
  let given = 0;
  for (let waited = 0; waited < limits.whole; waited += step) {
    const text = ways.read(file);
    if (text !== null && /\{"end":.*\}\r?\n$/.test(text)) return ok(text);
    if (text === null && (waited >= limits.question || stopped())) {
      withdraw();
      if (given++ >= lateBy / step) return failed('denied-elevation');
    }
    await ways.wait(step);
  }
  const cut = ways.read(file);
  return cut === null ? failed('denied-elevation') : ok(cut);
}

export interface ElevatedGiven {
  readonly agent: AgentFile;
  readonly check: (agent: AgentFile) => Fault | null;
  readonly files: () => ElevateFiles;
  readonly ways: ElevateWays;
  readonly limits: ElevateLimits;
  readonly env: NodeJS.ProcessEnv;
  /** Reads the agent's lines; false: its end line is missing or counts wrong. */
  readonly read: (text: string, told: Parameters<StartAgent>[2]) => Result<null>;
}

/** The request with the folder it is to be answered into: its first line names its schema, its last one counts the others. */
export const withOutput = (request: string, output: string): string =>
  request.replace('\r\n', `\r\noutput=${output}\r\n`).replace(/lines=(\d+)\r\n$/, (_line, count: string) => `lines=${Number(count) + 1}\r\n`);

/** The same agent, started elevated: what an adapter takes in place of the usual start. No password goes this way. */
export const startElevated =
  (given: ElevatedGiven): StartAgent =>
  (request, _password, told) => {
    let stopped: Fault | null = null;
    const act = async (): Promise<Result<null>> => {
      const wrong = mayElevate(given.agent.path, given.env) ?? given.check(given.agent);
      if (wrong) return { ok: false, fault: wrong };
      const files = given.files();
      try {
        const output = newOutput();
        const cscript = join(given.env.SystemRoot ?? 'C:\\Windows', 'System32', 'cscript.exe');
        const script = askScript(cscript, given.agent.path, files.write(withOutput(request, output), 'request.txt'));
        if (!script.ok) return script;
        const ask = files.write(script.value, 'ask.js');
        const text = await elevated(ask, outputFile(output, given.env), given.ways, given.limits, files.remove, () => stopped !== null);
        if (!text.ok) return stopped ? { ok: false, fault: stopped } : text;
        return given.read(text.value, told);
      } finally {
        files.remove();
      }
    };
    return {
      done: act(),
      stop(why) {
        stopped ??= why;
      },
    };
  };

/** What the page may offer: not outside Windows, not from a copy that anybody can write to. */
export function offeredElevation(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): 'offered' | 'copy' | 'none' {
  if (platform !== 'win32') return 'none';
  return mayElevate(agentFile(folder).path, env) === null ? 'offered' : 'copy';
}

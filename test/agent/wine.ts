/**
 * The agent under Wine's own cscript. What Wine lacks is shimmed here, in front of the agent's last line, and named:
 * Enumerator on WMI sets, SpawnInstance_ of inputs, PartOfDomain, WScript.Sleep. Wine refuses //E:JScript without a word, so it is left out.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAgent } from '../../electron/agent/build.mjs';
import type { AgentFile, ScriptHost } from '../../electron/targets/agent-process';

const shims = `
function Enumerator(set) {
  var at = 0;
  this.atEnd = function () { return at >= set.Count; };
  this.item = function () { return set.ItemIndex(at); };
  this.moveNext = function () { at++; };
}
function inputsOf(object, method) { return object.Methods_.Item(method).InParameters; }
function domainOf() { return null; }
function pause(milliseconds) { for (var end = new Date().getTime() + milliseconds; new Date().getTime() < end; ) ; }
`;

export interface Wine {
  readonly host: ScriptHost;
  readonly folder: string;
  /** Writes an agent with the shims, and `more` before its last line. */
  agent(name: string, more?: string): AgentFile;
  /** A Windows program of Wine's own, to its end. */
  run(...command: string[]): string;
  close(): void;
}

const windowsPath = (path: string) => `Z:${path.replaceAll('/', '\\')}`;

/** `before`: what the whole session is started with (fewer rights). */
export function startWine(folder: string, before: readonly string[] = []): Wine {
  const prefix = join(folder, 'prefix');
  mkdirSync(prefix, { recursive: true });
  const env = { PATH: process.env.PATH, HOME: folder, WINEPREFIX: prefix, WINEARCH: 'win64', WINEDEBUG: '-all', LANG: 'C.UTF-8' };
  const spawn = (words: readonly string[], timeout?: number) => {
    const [command = '', ...args] = [...before, ...words];
    spawnSync(command, args, { env, stdio: 'ignore', ...(timeout && { timeout }) });
  };
  spawn(['wineboot', '-i'], 180_000);
  // Until the session of the first boot is over: a service made in its last seconds would be lost.
  spawn(['wineserver', '-w'], 120_000);
  // One session for all runs.
  spawn(['wineserver', '-p']);
  const { text } = buildAgent();
  return {
    folder,
    host: {
      command: 'wine',
      args: (agent, request) => ['cscript', '//nologo', windowsPath(agent), windowsPath(request)],
      env,
      kill: (child) => {
        try {
          if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        } catch {
          child.kill('SIGKILL');
        }
      },
    },
    agent(name, more = '') {
      const path = join(folder, name);
      const whole = text.replace(/main\(\);\r\n$/, `${(shims + more).replace(/\n/g, '\r\n')}main();\r\n`);
      writeFileSync(path, whole, 'latin1');
      return { path, sha256: createHash('sha256').update(whole, 'latin1').digest('hex') };
    },
    run: (...command) => execFileSync('wine', command, { env, encoding: 'latin1', timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'] }),
    close: () => void spawnSync('wineserver', ['-k'], { env, stdio: 'ignore', timeout: 20_000 }),
  };
}

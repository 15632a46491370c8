/** Opens `windows` and `windows:<host>`: the agent under cscript, the seat of this PC for what a client would ask. */
import { hostname } from 'node:os';
import type { Fault, Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { bracketed, readServerAddress } from '../../shared/server-address';
import { mayElevate, realFiles, realWays, startElevated, usualElevateLimits } from '../elevate';
import type { Adapter } from './adapter';
import { agentFile } from './agent-file';
import { readAgentText } from './agent-lines';
import type { AgentFile, StartAgent } from './agent-process';
import { checkAgent, cscript, startAgent } from './agent-process';
import { closedDoor } from './doctor';
import { localLogs } from './local-logs';
import { networkAdapter } from './network';
import { ownSubnetTowards } from './own-address';
import type { Secret } from './secret';
import { windowsAdapter } from './windows';

export interface WindowsShell {
  /** Where the bundle lies. */
  readonly folder: string;
  /** A typed account for a host, kept in this process only. */
  readonly secret: (host: string) => Secret | null;
  readonly platform?: NodeJS.Platform;
  /** More rights may be asked for on this machine: the window, not the command line. */
  readonly elevation?: boolean;
}

export interface OpenedWindows {
  readonly name: string;
  start(): Adapter;
}

/** The same rules as for an address: nothing in a host that could mean something to DCOM, LDAP or a query. */
export function readWindowsHost(host: string): Result<string> {
  const read = readServerAddress(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}`);
  if (!read.ok) return read;
  if (read.value.port !== null) return failed('input-address-port', { text: host, port: String(read.value.port) });
  // A path behind a name is no part of it: the whole is no host.
  const whole = read.value.host.length === host.trim().replace(/^\[|\]$/g, '').length;
  return whole ? ok(read.value.host) : failed('input-address-host', { text: host.slice(0, 120) });
}

/** The agent with more rights, or why it is not offered. */
function elevatedAgent(agent: AgentFile, env: NodeJS.ProcessEnv): StartAgent | Fault {
  const none = mayElevate(agent.path, env);
  if (none) return none;
  return startElevated({ agent, check: checkAgent, files: realFiles, ways: realWays(env), limits: usualElevateLimits, env, read: readAgentText });
}

/** What a client would ask, from this PC: of the server itself it is the server's own seat. */
const seatOf = (host: string | null) => networkAdapter(`http://${host === null ? 'localhost' : bracketed(host)}`, { from: host === null ? 'server' : 'here' });

export function openWindows(host: string | null, shell: WindowsShell): Result<OpenedWindows> {
  if ((shell.platform ?? process.platform) !== 'win32') return failed('target-not-windows', { target: 'windows' });
  const read = host === null ? null : readWindowsHost(host);
  if (read && !read.ok) return read;
  const clean = read ? read.value : null;
  const agent = agentFile(shell.folder);
  return ok({
    name: clean ?? hostname(),
    start() {
      const seat = seatOf(clean);
      return windowsAdapter({
        start: startAgent(cscript(), agent),
        host: clean,
        secret: clean === null ? null : (shell.secret(clean)?.open() ?? null),
        ...(seat.ok && { seat: seat.value }),
        ...(clean === null && shell.elevation && { elevated: elevatedAgent(agent, process.env) }),
        door: closedDoor,
        ownSubnet: ownSubnetTowards,
        logs: localLogs(process.env),
      });
    },
  });
}

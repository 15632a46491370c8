/** Opens `windows` and `windows:<host>`: the agent under cscript, the seat of this PC for what a client would ask. */
import { hostname } from 'node:os';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { readServerAddress } from '../../shared/server-address';
import type { Adapter } from './adapter';
import { agentFile } from './agent-file';
import { cscript, startAgent } from './agent-process';
import { closedDoor } from './doctor';
import { networkAdapter } from './network';
import type { Secret } from './secret';
import { windowsAdapter } from './windows';

export interface WindowsShell {
  /** Where the bundle lies. */
  readonly folder: string;
  /** A typed account for a host, kept in this process only. */
  readonly secret: (host: string) => Secret | null;
  readonly platform?: NodeJS.Platform;
}

export interface OpenedWindows {
  readonly name: string;
  start(): Adapter;
}

export function openWindows(host: string | null, shell: WindowsShell): Result<OpenedWindows> {
  if ((shell.platform ?? process.platform) !== 'win32') return failed('target-not-windows', { target: 'windows' });
  // The same rules as for an address: nothing in a host that could mean something to DCOM, LDAP or a query.
  const read = host === null ? null : readServerAddress(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}`);
  if (read && !read.ok) return read;
  if (read && read.value.port !== null) return failed('input-address-port', { text: host ?? '', port: String(read.value.port) });
  const clean = read ? read.value.host : null;
  // A path behind a name is no part of it: the whole is no host.
  if (clean !== null && clean.length !== (host ?? '').trim().replace(/^\[|\]$/g, '').length)
    return failed('input-address-host', { text: (host ?? '').slice(0, 120) });
  return ok({
    name: clean ?? hostname(),
    start() {
      const seat = networkAdapter(`http://${clean === null ? 'localhost' : clean.includes(':') ? `[${clean}]` : clean}`);
      return windowsAdapter({
        start: startAgent(cscript(), agentFile(shell.folder)),
        host: clean,
        secret: clean === null ? null : shell.secret(clean),
        ...(seat.ok && { seat: seat.value }),
        door: closedDoor,
      });
    },
  });
}

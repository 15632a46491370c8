/** Clients from Active Directory: an offered list for the sweep, asked of one agent. */
import type { Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import type { Told } from '../../shared/target';
import type { StartAgent } from './agent-process';
import type { Where } from './agent-request';
import { directoryRequest } from './agent-request';

/** Paging through 2,000 computers takes seconds; a domain that does not answer is given up. */
const usualLimit = 30_000;
/** Names as DNS and NetBIOS have them: nothing that could mean something to DCOM or a query. */
const plainName = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,254}$/;

export interface DirectoryGiven {
  readonly start: StartAgent;
  readonly where: Where;
  readonly signal: AbortSignal;
  readonly limit?: number;
}

export interface Computers {
  readonly computers: Told['clients'];
  /** There are more than were read. */
  readonly more: boolean;
}

/** Every computer with a plain name, but for the server itself; at most the agent's 2,000, and whether there are more. */
export async function directoryClients({ start, where, signal, limit = usualLimit }: DirectoryGiven, server: string): Promise<Result<Computers>> {
  // LDAP would need a typed account a second time.
  if (where.user !== null) return failed('probe-not-supported', { what: 'active-directory' });
  let found: Result<Computers> | null = null;
  const run = start(directoryRequest(where), null, (line) => {
    if (!('computers' in line)) return;
    const plain = line.computers.filter((c) => plainName.test(c.host) && c.name.toLowerCase() !== server.toLowerCase());
    found = line.fault ? { ok: false, fault: line.fault } : ok({ computers: plain.map((c) => ({ address: c.host, name: c.name })), more: line.more });
  });
  const timer = setTimeout(() => run.stop(fault('timed-out-agent', { ms: limit })), limit);
  const stop = () => run.stop(fault('cancelled-by-user'));
  signal.addEventListener('abort', stop, { once: true });
  const done = await run.done;
  clearTimeout(timer);
  signal.removeEventListener('abort', stop);
  if (found !== null) return found;
  return done.ok ? failed('probe-agent-cut', { lines: 0 }) : done;
}

/** Told clients first; a computer told by its name or address is not asked twice. */
export function withDirectory(told: Told, computers: Told['clients']): Told {
  const known = new Set(told.clients.flatMap((c) => [c.address.toLowerCase(), (c.name ?? '').toLowerCase()]));
  return { ...told, clients: [...told.clients, ...computers.filter((c) => !known.has(c.address.toLowerCase()) && !known.has((c.name ?? '').toLowerCase()))] };
}

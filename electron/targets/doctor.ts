/**
 * The connection doctor: which rung of the way to `windows:<host>` fails. Name, TCP 135, then what the agent's own
 * connection says. Never an advice to switch off firewall or User Account Control, or to bring SMB1 back.
 */
import { lookup as systemLookup } from 'node:dns';
import { Socket } from 'node:net';
import type { Fault } from '../../shared/result';
import { fault } from '../../shared/result';

export { rungOf } from '../../shared/rungs';

export interface Ways {
  readonly lookup: (host: string) => Promise<string | null>;
  readonly connect: (address: string, port: number, ms: number, signal: AbortSignal) => Promise<boolean>;
}
const portMapper = 135;
/** A network that swallows packets answers nothing at all. */
const usualWait = 5000;

const realWays: Ways = {
  lookup: (host) => new Promise((resolve) => systemLookup(host, (error, address) => resolve(error ? null : address))),
  connect: (address, port, ms, signal) =>
    new Promise((resolve) => {
      const socket = new Socket();
      const end = (open: boolean) => {
        clearTimeout(timer);
        socket.destroy();
        resolve(open);
      };
      const timer = setTimeout(() => end(false), ms);
      signal.addEventListener('abort', () => end(false), { once: true });
      socket.once('connect', () => end(true)).once('error', () => end(false));
      socket.connect(port, address);
    }),
};

/** The first two rungs, in Node: quick, without any logon. Null: the door is open. */
export async function closedDoor(host: string, signal: AbortSignal, ways: Ways = realWays, ms = usualWait): Promise<Fault | null> {
  const address = await ways.lookup(host);
  if (address === null) return fault('unreachable-name', { host });
  return (await ways.connect(address, portMapper, ms, signal)) ? null : fault('unreachable-port-135', { host });
}

/** A local account of a server in the form `SERVER\name` or `name` alone (no domain): UAC takes its rights away from afar. */
const isLocal = (user: string, host: string): boolean => {
  const [domain, name] = user.includes('\\') ? (user.split('\\') as [string, string]) : ['', user];
  if (user.includes('@') || name.toLowerCase() === 'administrator') return false;
  return domain === '' || domain === '.' || domain.toLowerCase() === (host.split('.')[0] ?? '').toLowerCase();
};

/**
 * A fault of the agent as the doctor names it: access refused to a local account is most often its filtered token
 * [recollection: LocalAccountTokenFilterPolicy], on Windows Vista / Server 2008 and later; an account that is let in
 * nowhere by DCOM's own level is hardening (KB5004442). Both are likely causes, and said as such.
 */
export function likelyCause(seen: Fault, host: string, user: string | null): Fault {
  if (seen.code === 'denied-dcom' && user !== null && isLocal(user, host)) return fault('denied-local-account-filtered', { ...seen.facts, host });
  const text = String(seen.facts.hresult ?? '');
  // 0x80070721 (a security package error): how a raised DCOM level shows on the calling side [recollection].
  if (text === '0x80070721') return fault('denied-hardening', { ...seen.facts, host });
  return seen;
}

/** This PC's own network, as the way to a server shows it: a place where clients are (domain.md 14). */
import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { readEntry, showCube } from '../../shared/address';

const limit = 2000;

/** The local address of the way to a host; a connected datagram socket sends nothing. Null: no way, or no name. */
export function addressTowards(host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const end = (address: string | null) => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.close();
      resolve(address);
    };
    const timer = setTimeout(() => end(null), limit);
    socket.on('error', () => end(null));
    // Without a callback a name that does not resolve is an error event.
    socket.on('connect', () => end(socket.address().address));
    socket.connect(135, host);
  });
}

/** The network that holds an address of this PC, as `network/prefix`; null: loopback, or no such address. */
export function subnetOf(address: string, interfaces = networkInterfaces()): string | null {
  const own = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .find((i) => i.family === 'IPv4' && i.address === address && !i.internal);
  const cube = own && readEntry(own.address, own.netmask);
  return cube?.ok ? showCube(cube.value) : null;
}

export async function ownSubnetTowards(host: string): Promise<string | null> {
  const address = await addressTowards(host);
  return address === null ? null : subnetOf(address);
}

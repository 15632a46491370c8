/** The clients of a network, out of a list in numerical order: found by halves where the mask is contiguous, so that many networks stay quick. */
import type { Cube } from './address';
import { compareAddresses, contains, prefixLength } from './address';
import type { KnownClient } from './known-clients';

/** Where the first client stands that is not before the network's first address. */
function firstIn({ family, value }: Cube, clients: readonly KnownClient[]): number {
  const first = { family, words: value };
  let [from, to] = [0, clients.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compareAddresses((clients[middle] as KnownClient).address, first) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** `clients` in numerical order. */
export function clientsIn(cube: Cube, clients: readonly KnownClient[]): readonly KnownClient[] {
  if (prefixLength(cube) === null) return clients.filter((c) => contains(cube, c.address));
  const from = firstIn(cube, clients);
  let to = from;
  while (to < clients.length && contains(cube, (clients[to] as KnownClient).address)) to++;
  return clients.slice(from, to);
}

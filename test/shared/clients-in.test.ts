import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cube } from '../../shared/address';
import { contains, readAddress, readEntry, showAddress } from '../../shared/address';
import { clientsIn } from '../../shared/clients-in';
import { knownClients } from '../../shared/known-clients';
import { got } from '../../shared/probe';
import { refusedBy } from '../../shared/refused-by';
import type { Setting } from '../../shared/restriction';
import { compile } from '../../shared/restriction';
import { must } from '../helpers/shell';
import { own6 } from '../helpers/small';

const text = (word: number) => showAddress({ family: 4, words: [word >>> 0] });
const networksOf = (addresses: readonly string[], subnets: readonly string[] = []) => ({
  adapters: got([]),
  subnets: subnets.map((subnet) => ({ subnet, learned: 'told' as const })),
  clients: addresses.map((address) => ({ address, learned: 'told' as const })),
});
/** 10.0.0.0/24 and its neighbours, so that networks are hit. */
const near = fc.integer({ min: 0x09ffff00, max: 0x0a0001ff });
const masks = fc.constantFrom('255.255.255.255', '255.255.255.240', '255.255.255.0', '255.0.0.0', '0.0.0.0', '255.255.255.1', '255.0.255.0');

describe('the clients of a network', () => {
  it('are those it contains, in order, whatever its mask', () => {
    fc.assert(
      fc.property(fc.array(near, { maxLength: 40 }), near, masks, (words, at, mask) => {
        const clients = knownClients(networksOf([...words.map(text), 'fd00::1', 'fd00::2']));
        const cube: Cube = must(readEntry(text(at), mask));
        expect(clientsIn(cube, clients)).toEqual(clients.filter((c) => contains(cube, c.address)));
      }),
      { numRuns: 300, seed: 20261125 },
    );
  });
  it('are found among IPv4 ones too, where the network is of IPv6', () => {
    const clients = knownClients(networksOf(['10.0.0.1', 'fd00::2', 'fd00::1', 'fd01::1']));
    const cube = { family: 6, value: must(readAddress('fd00::')).words, mask: [0xffff0000, 0, 0, 0] } as Cube;
    expect(clientsIn(cube, clients).map((c) => c.text)).toEqual(['fd00::1', 'fd00::2']);
  });
});

describe('whom a list refuses, of thousands of clients', () => {
  it('is every one that no single grant names', () => {
    const addresses = Array.from({ length: 10_000 }, (_, i) => text(0x0a000000 + i * 6));
    const grants = Array.from({ length: 1000 }, (_, i) => `${text(0x0a000000 + i * 60)}/255.255.255.255`);
    const list = compile(6, [{ node: 'W3SVC', setting: own6({ grant: grants }) as Setting }]);
    const refused = refusedBy(list, networksOf(addresses, ['10.0.0.0/16']));
    expect(refused.clients.length).toBe(9000);
    for (const grant of grants.slice(0, 5)) {
      const address = must(readAddress(grant.split('/')[0] ?? ''));
      expect(refused.cubes.some((cube) => contains(cube, address))).toBe(false);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cube } from '../../shared/address';
import { contains, everything, readAddress } from '../../shared/address';
import { join } from '../../shared/cubes';
import type { Setting } from '../../shared/restriction';
import { compile, decide, partition } from '../../shared/restriction';
import { chain6, chain7, itemsOf } from '../helpers/lists';
import { boundaries } from '../helpers/oracle';
import { settings6, settings7 } from '../helpers/settings';
import { must } from '../helpers/shell';

const runs = { numRuns: 300, seed: 20261124 };
const free = (cube: Cube) => 32 - (cube.mask[0] as number).toString(2).replaceAll('0', '').length;
const size = (cube: Cube) => 2 ** free(cube);
type Chain = { node: string; setting: Setting }[];

function holds(iis: 6 | 7, chain: Chain, addresses: readonly string[]): void {
  const list = compile(iis, chain);
  const pieces = partition(list, everything(4));
  expect(pieces).not.toBeNull();
  // As many addresses as there are, and each sampled one in exactly one piece: the pieces cover the space and never overlap.
  expect((pieces ?? []).reduce((sum, p) => sum + size(p.cube), 0)).toBe(2 ** 32);
  for (const text of addresses) {
    const address = must(readAddress(text));
    const inside = (pieces ?? []).filter((p) => contains(p.cube, address));
    expect(inside.length).toBe(1);
    expect([text, inside[0]?.admitted]).toEqual([text, decide(list, address).admitted]);
  }
  const admitted = (pieces ?? []).filter((p) => p.admitted === true).map((p) => p.cube);
  expect(join(admitted).reduce((sum, c) => sum + size(c), 0)).toBe(admitted.reduce((sum, c) => sum + size(c), 0));
}

describe('parting the address space', () => {
  it('covers it exactly and says what decide says: IIS 6', () =>
    fc.assert(
      fc.property(chain6, (chain) => holds(6, settings6(chain), boundaries(itemsOf(chain)))),
      runs,
    ));
  it('covers it exactly and says what decide says: IIS 7', () =>
    fc.assert(
      fc.property(chain7, (chain) => holds(7, settings7(chain), boundaries(itemsOf(chain)))),
      runs,
    ));
  it('gives up rather than run away', () => {
    const entries = Array.from({ length: 24 }, (_, i) => ({
      address: '255.255.255.255',
      mask: [0, 1, 2, 3].map((o) => (i >> 3 === o ? 1 << (i & 7) : 0)).join('.'),
    }));
    const list = compile(6, settings6([{ grantByDefault: true, grant: [], deny: entries }]));
    expect(partition(list, everything(4), 5)).toBeNull();
  });
});

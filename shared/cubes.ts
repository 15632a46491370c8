/** Lists of address patterns: each once, neighbours joined. */
import type { Cube } from './address';
import { prefixLength } from './address';

/** One value per pattern: a number for IPv4 with a contiguous mask (many thousands are joined), else text. */
const keyOf = (cube: Cube, length: number | null): number | string =>
  cube.family === 4 && length !== null ? (cube.value[0] as number) * 64 + length : `${cube.mask.join('.')}:${cube.value.join('.')}`;

/** Each pattern once. */
export const distinct = (cubes: readonly Cube[]): Cube[] => [...new Map(cubes.map((c) => [keyOf(c, prefixLength(c)), c])).values()];

const inOrder = (a: Cube, b: Cube): number => {
  for (let i = 0; i < a.value.length; i++) {
    const difference = (a.value[i] as number) - (b.value[i] as number);
    if (difference !== 0) return difference;
  }
  return a.family - b.family;
};

/** `cube` with bit `at` (from the left) of its value flipped or cleared, and of its mask kept or cleared. */
function withBit(cube: Cube, at: number, flip: boolean): Cube {
  const word = at >> 5;
  const bit = (0x80000000 >>> (at & 31)) >>> 0;
  const value = cube.value.map((v, i) => (i !== word ? v : flip ? (v ^ bit) >>> 0 : (v & ~bit) >>> 0));
  return flip ? { ...cube, value } : { ...cube, value, mask: cube.mask.map((m, i) => (i === word ? (m & ~bit) >>> 0 : m)) };
}

/** Joins neighbouring pieces of the same prefix into as few CIDRs as possible; others stay as they are. */
export function join(cubes: readonly Cube[]): Cube[] {
  const byKey = new Map<number | string, Cube>();
  const queue = cubes.map((cube) => ({ cube, length: prefixLength(cube) }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { cube, length } = next;
    if (length !== null && length > 0 && byKey.delete(keyOf(withBit(cube, length - 1, true), length)))
      queue.push({ cube: withBit(cube, length - 1, false), length: length - 1 });
    else byKey.set(keyOf(cube, length), cube);
  }
  return [...byKey.values()].sort(inOrder);
}

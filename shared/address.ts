/**
 * Addresses and address sets as bit patterns.
 *
 * A `Cube` is a pattern of fixed and free bits (mask and value), so that a mask that is not contiguous,
 * which IIS accepts, needs no special case. Reading and writing of text is ipaddr.js'.
 */
import ipaddr from 'ipaddr.js';
import type { Result } from './result';
import { failed, ok } from './result';

/** 32-bit unsigned words, most significant first: one for IPv4, four for IPv6. */
export type Words = readonly number[];

export interface Address {
  readonly family: 4 | 6;
  readonly words: Words;
}

/** All addresses whose masked bits equal `value` (already masked). */
export interface Cube {
  readonly family: 4 | 6;
  readonly mask: Words;
  readonly value: Words;
}

const toWords = (bytes: readonly number[]): number[] => {
  const words: number[] = [];
  for (let i = 0; i < bytes.length; i += 4)
    words.push((((bytes[i] ?? 0) << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0)) >>> 0);
  return words;
};

const toBytes = (words: Words): number[] => words.flatMap((w) => [w >>> 24, (w >>> 16) & 255, (w >>> 8) & 255, w & 255]);

/** Four decimal parts, the commonest form by far: read without a text or an object being made, so that many thousands stay quick. */
function dotted(text: string): number | null {
  let word = 0;
  let part = -1;
  let parts = 0;
  for (let i = 0; i <= text.length; i++) {
    const digit = i === text.length ? -2 : text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      if (part === 0) return null;
      part = part < 0 ? digit : part * 10 + digit;
      if (part > 255) return null;
    } else if (digit === -2 && part >= 0) {
      word = word * 256 + part;
      part = -1;
      parts++;
    } else return null;
  }
  return parts === 4 ? word : null;
}

/** Reads an IPv4 (four decimal parts) or IPv6 address; a zone index is dropped, an IPv4-mapped address is IPv4. */
export function readAddress(text: string): Result<Address> {
  const trimmed = text.trim();
  const word = dotted(trimmed);
  if (word !== null) return ok({ family: 4, words: [word] });
  const bare = trimmed.replace(/%.*$/, '');
  if (bare.includes(':') && ipaddr.IPv6.isValid(bare)) {
    const six = ipaddr.IPv6.parse(bare);
    if (six.isIPv4MappedAddress()) return ok({ family: 4, words: toWords(six.toIPv4Address().octets) });
    return ok({ family: 6, words: toWords(six.toByteArray()) });
  }
  return failed('input-bad-address', { text: trimmed.slice(0, 80) });
}

/** The usual text of an address: dotted IPv4, or IPv6 as RFC 5952 writes it. */
export function showAddress(address: Address): string {
  return address.family === 4 ? toBytes(address.words).join('.') : (ipaddr.fromByteArray(toBytes(address.words)) as ipaddr.IPv6).toRFC5952String();
}

const apply = (words: Words, mask: Words): number[] => words.map((w, i) => (w & (mask[i] ?? 0)) >>> 0);

export const prefixMask = (family: 4 | 6, length: number): Words =>
  Array.from({ length: family === 4 ? 1 : 4 }, (_, i) => {
    const bits = Math.min(32, Math.max(0, length - 32 * i));
    return bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
  });

export const cubeOf = (address: Address, mask: Words): Cube => ({
  family: address.family,
  mask,
  value: apply(address.words, mask),
});

export const single = (address: Address): Cube => cubeOf(address, prefixMask(address.family, 128));
export const everything = (family: 4 | 6): Cube => cubeOf({ family, words: family === 4 ? [0] : [0, 0, 0, 0] }, prefixMask(family, 0));

/**
 * Reads an address with its mask as IIS writes it: dotted, a prefix length, or for IPv6 an address.
 * Host bits under the mask are ignored, as in (client & mask) == (address & mask) [inference, domain.md 2 and 13.11].
 */
export function readEntry(address: string, mask: string): Result<Cube> {
  const read = readAddress(address);
  if (!read.ok) return read;
  const { family } = read.value;
  const text = mask.trim();
  if (/^\d{1,3}$/.test(text)) {
    const length = Number(text);
    if (length > (family === 4 ? 32 : 128)) return failed('input-bad-subnet', { text: `${address}/${text}` });
    return ok(cubeOf(read.value, prefixMask(family, length)));
  }
  if (family === 6 && text === '255.255.255.255') return ok(single(read.value));
  const readMask = readAddress(text);
  if (!readMask.ok || readMask.value.family !== family) return failed('input-bad-subnet', { text: `${address}/${text}`.slice(0, 80) });
  return ok(cubeOf(read.value, readMask.value.words));
}

/** Reads a subnet a person typed: 192.168.20.0/24 or 192.168.20.0/255.255.255.0; the mask must be contiguous. */
export function readSubnet(text: string): Result<Cube> {
  const [address, mask, ...more] = text.trim().split('/');
  if (!address || !mask || more.length > 0) return failed('input-bad-subnet', { text: text.trim().slice(0, 80) });
  const cube = readEntry(address, mask);
  return cube.ok && prefixLength(cube.value) !== null ? cube : failed('input-bad-subnet', { text: text.trim().slice(0, 80) });
}

/** The prefix length of a contiguous mask, or null. */
export function prefixLength(cube: Cube): number | null {
  let length = 0;
  let ended = false;
  for (const word of cube.mask) {
    const ones = Math.clz32(~word >>> 0);
    if ((word << ones) >>> 0 !== 0 && ones < 32) return null;
    if (ended && word !== 0) return null;
    length += ones;
    ended ||= ones < 32;
  }
  return length;
}

const firstOf = (cube: Cube): Address => ({ family: cube.family, words: cube.value });

/** CIDR where the mask is contiguous, else address/mask. */
export function showCube(cube: Cube): string {
  const length = prefixLength(cube);
  return `${showAddress(firstOf(cube))}/${length ?? showMask(cube)}`;
}
export const showMask = (cube: Cube): string => showAddress({ family: cube.family, words: cube.mask });
export const showNetwork = (cube: Cube): string => showAddress(firstOf(cube));

export const contains = (cube: Cube, address: Address): boolean =>
  cube.family === address.family && cube.mask.every((m, i) => ((address.words[i] as number) & m) >>> 0 === cube.value[i]);

/** Every address of `inner` is in `outer`. */
export const covers = (outer: Cube, inner: Cube): boolean =>
  outer.family === inner.family &&
  outer.mask.every((m, i) => (m & ~(inner.mask[i] as number)) === 0 && ((inner.value[i] as number) & m) >>> 0 === outer.value[i]);

/** At least one address is in both. */
export const meets = (a: Cube, b: Cube): boolean =>
  a.family === b.family && a.mask.every((m, i) => (((a.value[i] as number) ^ (b.value[i] as number)) & m & (b.mask[i] as number)) === 0);

/** The two halves of `cube` along the first bit that `by` fixes and `cube` leaves free; null when there is none. */
export function split(cube: Cube, by: Cube): readonly [Cube, Cube] | null {
  for (let i = 0; i < cube.mask.length; i++) {
    const free = ((by.mask[i] as number) & ~(cube.mask[i] as number)) >>> 0;
    if (free === 0) continue;
    const bit = (0x80000000 >>> Math.clz32(free)) >>> 0;
    const mask = cube.mask.map((m, j) => (j === i ? (m | bit) >>> 0 : m));
    const one = cube.value.map((v, j) => (j === i ? (v | bit) >>> 0 : v));
    return [
      { family: cube.family, mask, value: cube.value },
      { family: cube.family, mask, value: one },
    ];
  }
  return null;
}

export const compareAddresses = (a: Address, b: Address): number => {
  if (a.family === 4 && b.family === 4) return (a.words[0] as number) - (b.words[0] as number);
  if (a.family !== b.family) return a.family - b.family;
  for (let i = 0; i < a.words.length; i++) {
    const difference = (a.words[i] as number) - (b.words[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Numerical order of address texts (what cannot be read comes last, as text). */
export function sortAddresses(texts: Iterable<string>): string[] {
  const read = [...texts].map((text) => ({ text, address: readAddress(text) }));
  return read
    .sort((a, b) =>
      a.address.ok && b.address.ok
        ? compareAddresses(a.address.value, b.address.value)
        : Number(b.address.ok) - Number(a.address.ok) || (a.text < b.text ? -1 : 1),
    )
    .map((r) => r.text);
}

/** Numerical order of subnet texts, wider first at the same address. */
export function sortSubnets(texts: Iterable<string>): string[] {
  const read = [...new Set(texts)].map((text) => ({ text, cube: readSubnet(text) }));
  return read
    .sort((a, b) =>
      a.cube.ok && b.cube.ok
        ? compareAddresses(firstOf(a.cube.value), firstOf(b.cube.value)) || (prefixLength(a.cube.value) ?? 0) - (prefixLength(b.cube.value) ?? 0)
        : Number(b.cube.ok) - Number(a.cube.ok) || (a.text < b.text ? -1 : 1),
    )
    .map((r) => r.text);
}

/** Private, link-local and carrier-grade IPv4 networks (RFC 1918, 3927, 6598), as first and last address. */
const privateRanges: readonly (readonly [number, number])[] = [
  [0x0a000000, 0x0affffff],
  [0x64400000, 0x647fffff],
  [0xa9fe0000, 0xa9feffff],
  [0xac100000, 0xac1fffff],
  [0xc0a80000, 0xc0a8ffff],
];

/** Where an address lives. `public` means: it came from the Internet. Documentation ranges count as public. */
export function scopeOf(address: Address): 'loopback' | 'private' | 'public' {
  if (address.family === 4) {
    const word = address.words[0] as number;
    if (word >>> 24 === 127) return 'loopback';
    return privateRanges.some(([first, last]) => word >= first && word <= last) ? 'private' : 'public';
  }
  const range = new ipaddr.IPv6(toBytes(address.words)).range();
  if (range === 'loopback') return 'loopback';
  return ['uniqueLocal', 'linkLocal'].includes(range) ? 'private' : 'public';
}

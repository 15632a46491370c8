/**
 * The IPSecurity value of MetaBase.xml (IPSECLIST, metabase id 6019). Read only, never written.
 *
 * Layout from formats.md 1: four pointers with bit 31 set (deny addresses, grant addresses, deny names, grant names),
 * little-endian; masks and addresses in network order. Several masks per table are an inference; the layout of names is
 * not known, so a name table that is not empty is `not-decoded`.
 */

import type { Own6 } from '../restriction';
import type { Result } from '../result';
import { failed, ok } from '../result';

const headerSize = 24;
const sublistSize = 20;
const high = 0x80000000;

interface Reader {
  readonly bytes: readonly number[];
  u32(at: number): number;
}
const reader = (bytes: readonly number[]): Reader => ({
  bytes,
  u32: (at) => ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0,
});

/** Offset of a pointer whose target of `size` bytes lies behind the header and inside the value. */
function pointer(r: Reader, at: number, size: number): Result<number> {
  const raw = r.u32(at);
  const offset = raw % high;
  if (raw < high || offset < headerSize || offset + size > r.bytes.length) return failed('malformed-blob-pointer', { at, offset });
  return ok(offset);
}

const dotted = (r: Reader, at: number): string => r.bytes.slice(at, at + 4).join('.');

function addressTable(r: Reader, pointerAt: number): Result<{ lists: number; entries: { address: string; mask: string }[] }> {
  const start = pointer(r, pointerAt, 8);
  if (!start.ok) return start;
  const [lists, total] = [r.u32(start.value), r.u32(start.value + 4)];
  if (start.value + 8 + lists * sublistSize > r.bytes.length) return failed('malformed-blob-count', { at: start.value, count: lists });
  const entries: { address: string; mask: string }[] = [];
  for (let i = 0; i < lists; i++) {
    const at = start.value + 8 + i * sublistSize;
    const [family, items, itemSize] = [r.u32(at), r.u32(at + 4), r.u32(at + 8)];
    if (family !== 2 || itemSize !== 4 || items < 1 || items * 4 > r.bytes.length) return failed('malformed-blob-count', { at, count: items });
    const data = pointer(r, at + 16, items * 4);
    if (!data.ok) return data;
    const mask = dotted(r, data.value);
    for (let n = 1; n < items; n++) entries.push({ address: dotted(r, data.value + 4 * n), mask });
  }
  if (entries.length !== total) return failed('malformed-blob-count', { at: start.value, count: total });
  return ok({ lists, entries });
}

function nameTable(r: Reader, pointerAt: number): Result<Own6['grantNames']> {
  const start = pointer(r, pointerAt, 8);
  if (!start.ok) return start;
  return ok(r.u32(start.value) === 0 && r.u32(start.value + 4) === 0 ? [] : 'not-decoded');
}

/** Hex text to an own value. Empty text is an own value that admits everybody. A grant side that is there at all denies all others. */
export function readIpSecurity(hex: string): Result<Own6> {
  const digits = hex.replace(/\s+/g, '');
  if (digits === '') return ok({ iis: 6, grantByDefault: true, grant: [], deny: [], grantNames: [], denyNames: [] });
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return failed('malformed-blob-digits', { length: digits.length });
  const bytes = Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
  if (bytes.length < headerSize) return failed('malformed-blob-pointer', { at: 0, offset: bytes.length });
  const r = reader(bytes);
  const deny = addressTable(r, 0);
  if (!deny.ok) return deny;
  const grant = addressTable(r, 4);
  if (!grant.ok) return grant;
  const denyNames = nameTable(r, 8);
  if (!denyNames.ok) return denyNames;
  const grantNames = nameTable(r, 12);
  if (!grantNames.ok) return grantNames;
  return ok({
    iis: 6,
    grantByDefault: grant.value.lists === 0 && grantNames.value.length === 0,
    grant: grant.value.entries,
    deny: deny.value.entries,
    grantNames: grantNames.value,
    denyNames: denyNames.value,
  });
}

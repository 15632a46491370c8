/** Writes small zip files for tests, honest ones and dishonest ones. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Bit 0: encrypted. */
  readonly flags?: number;
  /** Unix mode, e.g. 0o120777 for a link. */
  readonly mode?: number;
  /** A size that lies. */
  readonly claims?: number;
}

const u16 = (n: number) => Buffer.from([n & 255, (n >> 8) & 255]);
const u32 = (n: number) => Buffer.from([n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255]);
/** 2026-11-18 05:06:08. */
const [time, date] = [(5 << 11) | (6 << 5) | 4, ((2026 - 1980) << 9) | (11 << 5) | 18];

export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data as Uint8Array);
    const packed = deflateRawSync(data);
    const name = Buffer.from(entry.name, 'utf8');
    const size = entry.claims ?? data.length;
    const common = [
      u16(20),
      u16((entry.flags ?? 0) | 0x800),
      u16(8),
      u16(time),
      u16(date),
      u32(crc32(data)),
      u32(packed.length),
      u32(size),
      u16(name.length),
      u16(0),
    ];
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), ...common, name, packed]);
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        u16(0x031e),
        ...common,
        u16(0),
        u16(0),
        u16(0),
        u32(((entry.mode ?? 0o100644) << 16) >>> 0),
        u32(offset),
        name,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06', 'latin1'),
    u16(0),
    u16(0),
    u16(entries.length),
    u16(entries.length),
    u32(directory.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...parts, directory, end]);
}

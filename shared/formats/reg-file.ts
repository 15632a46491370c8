/** Registry exports: "Windows Registry Editor Version 5.00" and REGEDIT4 (formats.md 4). Names are compared without case. */
import type { Result } from '../result';
import { failed, ok } from '../result';

export type RegValue =
  | { readonly type: 'sz'; readonly text: string }
  | { readonly type: 'dword'; readonly number: number }
  /** hex, hex(2), hex(7), hex(b) ...: the kind as written, and the bytes. */
  | { readonly type: 'hex'; readonly kind: string; readonly bytes: readonly number[] };

export interface RegFile {
  /** Key in lower case -> value name in lower case -> value. */
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, RegValue>>;
  /** Lines that were not understood; the rest is whole. */
  readonly strange: number;
  /** The file ends inside a value: what is not there may have been cut off, so absence proves nothing. */
  readonly cut: boolean;
}

export const looksLikeReg = (head: string): boolean => /^\uFEFF?\s*(Windows Registry Editor Version 5\.00|REGEDIT4)\s*(\r?\n|$)/.test(head);

const unquote = (text: string): string => text.replace(/\\(["\\])/g, '$1');

/** `"name"=` or `@=`; the rest of the line is the value. */
function splitLine(line: string): { name: string; value: string } | null {
  if (line.startsWith('@=')) return { name: '', value: line.slice(2) };
  const match = /^"((?:[^"\\]|\\.)*)"\s*=(.*)$/s.exec(line);
  return match ? { name: unquote(match[1] ?? ''), value: match[2] ?? '' } : null;
}

function readValue(text: string): RegValue | null {
  const value = text.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(value);
  if (quoted) return { type: 'sz', text: unquote(quoted[1] ?? '') };
  const dword = /^dword:([0-9a-f]{8})$/i.exec(value);
  if (dword) return { type: 'dword', number: Number.parseInt(dword[1] ?? '0', 16) };
  const hex = /^hex(?:\(([0-9a-f]+)\))?:(.*)$/is.exec(value);
  if (!hex) return null;
  const digits = (hex[2] ?? '').replace(/\s/g, '');
  if (digits !== '' && !/^[0-9a-f]{2}(,[0-9a-f]{2})*$/i.test(digits)) return null;
  return { type: 'hex', kind: hex[1]?.toLowerCase() ?? '', bytes: digits === '' ? [] : digits.split(',').map((d) => Number.parseInt(d, 16)) };
}

/** A value spread over lines by a backslash at the end; a file cut inside one has a value that is not whole. */
function joinLines(text: string): { lines: string[]; cut: boolean } {
  const lines: string[] = [];
  let open = '';
  const raw = text.split(/\r?\n/);
  // Without a line end the last line may be cut: only what cannot be a part of something longer is read.
  const last = raw.pop() ?? '';
  const whole = /^(\[.+\]|"(?:[^"\\]|\\.)*"\s*=\s*("(?:[^"\\]|\\.)*"|dword:[0-9a-f]{8}))$/i.test(last.trim());
  if (whole) raw.push(last);
  for (const line of raw) {
    if (/\\$/.test(line) && /^(\s|"|@)/.test(line) && !/"$/.test(line)) open += line.slice(0, -1).trimEnd();
    else {
      lines.push(open + (open ? line.trim() : line));
      open = '';
    }
  }
  return { lines, cut: open !== '' || (last.trim() !== '' && !whole) };
}

export function readReg(text: string): Result<RegFile> {
  if (!looksLikeReg(text)) return failed('malformed-text', { what: 'reg' });
  const { lines, cut } = joinLines(text);
  const keys = new Map<string, Map<string, RegValue>>();
  let current: Map<string, RegValue> | null = null;
  let strange = 0;
  for (const line of lines.slice(1)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith(';')) continue;
    const key = /^\[(-?)(.+)\]$/.exec(trimmed);
    if (key) {
      const name = (key[2] ?? '').toLowerCase();
      current = key[1] ? null : (keys.get(name) ?? new Map());
      if (current) keys.set(name, current);
      continue;
    }
    const pair = current && splitLine(trimmed);
    const value = pair && readValue(pair.value);
    if (!current || !pair || !value) strange++;
    else current.set(pair.name.toLowerCase(), value);
  }
  return ok({ keys, strange, cut });
}

const machine = 'hkey_local_machine\\';
/** A value by key (below HKEY_LOCAL_MACHINE) and name. */
export const regValue = (file: RegFile, key: string, name: string): RegValue | undefined =>
  file.keys.get(`${machine}${key}`.toLowerCase())?.get(name.toLowerCase());
export const regHasKey = (file: RegFile, key: string): boolean => [...file.keys.keys()].some((k) => k === `${machine}${key}`.toLowerCase());

/** Text of a REG_SZ; a REG_EXPAND_SZ (hex(2)) is UTF-16LE. */
export function regText(value: RegValue | undefined): string | null {
  if (value?.type === 'sz') return value.text;
  if (value?.type !== 'hex' || value.kind !== '2') return null;
  let text = '';
  for (let i = 0; i + 1 < value.bytes.length; i += 2) text += String.fromCharCode((value.bytes[i] ?? 0) | ((value.bytes[i + 1] ?? 0) << 8));
  return text.replace(/\0+$/, '');
}

export const toHex = (bytes: readonly number[]): string => bytes.map((b) => b.toString(16).padStart(2, '0')).join('');

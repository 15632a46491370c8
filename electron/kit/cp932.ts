/** Text as CP932 (Windows' Shift_JIS): made from the decoder, since Node has no encoder. */

let table: Map<string, readonly number[]> | null = null;

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

function makeTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis');
  const made = new Map<string, readonly number[]>();
  for (const byte of [...range(0x00, 0x7f), ...range(0xa1, 0xdf)]) made.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  for (const lead of [...range(0x81, 0x9f), ...range(0xe0, 0xfc)])
    for (const trail of [...range(0x40, 0x7e), ...range(0x80, 0xfc)]) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !made.has(text)) made.set(text, [lead, trail]);
    }
  return made;
}

/** null: a character that CP932 does not have. */
export function encodeCp932(text: string): Buffer | null {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const known = table.get(character);
    if (!known) return null;
    bytes.push(...known);
  }
  return Buffer.from(bytes);
}

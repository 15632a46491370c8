/** The nearest known name to what was typed: for "did you mean". */

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

export const nearest = (text: string, known: readonly string[]): string =>
  [...known].sort((a, b) => distance(text.slice(0, 80), a) - distance(text.slice(0, 80), b))[0] ?? '';

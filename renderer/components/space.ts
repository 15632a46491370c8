/** The IPv4 space as neighbouring parts decided alike, for the picture and its table. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly admitted: boolean | null;
}

/** First and last address of a CIDR as numbers, or null when it is no IPv4 CIDR. */
export function rangeOf(cidr: string): { from: number; to: number } | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(cidr);
  if (!match) return null;
  const [a, b, c, d] = match.slice(1, 5).map(Number) as [number, number, number, number];
  const length = match[5] === undefined ? 32 : Number(match[5]);
  if (Math.max(a, b, c, d) > 255 || length > 32) return null;
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const from = Math.floor(address / size) * size;
  return { from, to: from + size - 1 };
}

export const showAddress = (n: number): string => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.');

export function partsOf(space: readonly { readonly cidr: string; readonly admitted: boolean | null }[]): Part[] {
  const parts: Part[] = [];
  for (const { cidr, admitted } of space) {
    const range = rangeOf(cidr);
    if (!range) continue;
    const last = parts.at(-1);
    if (last && last.admitted === admitted && last.to + 1 === range.from) parts[parts.length - 1] = { ...last, to: range.to };
    else parts.push({ ...range, admitted });
  }
  return parts;
}

export interface Drawn extends Part {
  /** Left edge and width, in percent. */
  readonly x: number;
  readonly width: number;
}

/** Widths by the logarithm of the size, so that one address and half the space can both be seen. */
export function drawn(parts: readonly Part[]): Drawn[] {
  const weights = parts.map((p) => 1 + Math.log2(p.to - p.from + 1) / 12);
  const total = weights.reduce((a, b) => a + b, 0);
  let x = 0;
  return parts.map((part, i) => {
    const width = ((weights[i] as number) / total) * 100;
    x += width;
    return { ...part, x: x - width, width };
  });
}

/**
 * Who is admitted, told once more and differently: addresses are texts of 32 characters, a list is walked as the
 * documents say (IIS 6: IIsIPSecurity and metabase inheritance; IIS 7+: the ipSecurity section). Imports nothing.
 */

/** 32 characters, each 0 or 1. */
export const bitsOf = (dotted: string): string =>
  dotted
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
export const dottedOf = (bits: string): string => [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2)).join('.');

interface Item {
  readonly address: string;
  readonly mask: string;
}

/** Every bit that the mask fixes is the same. */
export function matches(address: string, item: Item): boolean {
  const [a, b, mask] = [bitsOf(address), bitsOf(item.address), bitsOf(item.mask)];
  for (let i = 0; i < 32; i++) if (mask[i] === '1' && a[i] !== b[i]) return false;
  return true;
}

export interface List6 {
  /** False where everybody is denied but those granted. */
  readonly grantByDefault: boolean;
  readonly grant: readonly Item[];
  readonly deny: readonly Item[];
}

/** The nearest node with a value of its own decides, whole; nobody has one: everybody is admitted. Root first. */
export function admitted6(chain: readonly (List6 | null)[], address: string): boolean {
  let list: List6 | null = null;
  for (const own of chain) if (own !== null) list = own;
  if (list === null) return true;
  if (list.grant.length > 0 || !list.grantByDefault) {
    // One granted 0.0.0.0/255.255.255.255 is how "nobody" is written.
    for (const item of list.grant) if (!(item.address === '0.0.0.0' && item.mask === '255.255.255.255') && matches(address, item)) return true;
    return false;
  }
  for (const item of list.deny) if (matches(address, item)) return false;
  return true;
}

export type Line7 = { readonly verb: 'clear' } | ({ readonly verb: 'add'; readonly allowed?: boolean } & Item) | ({ readonly verb: 'remove' } & Item);
export interface Section7 {
  readonly allowUnlisted?: boolean | undefined;
  readonly lines: readonly Line7[];
}

/** Parents first, entries appended in order, the first hit decides, allowUnlisted of the deepest that names it last. */
export function admitted7(chain: readonly (Section7 | null)[], address: string): boolean {
  let list: { allowed: boolean; item: Item }[] = [];
  let unlisted = true;
  for (const section of chain) {
    if (section === null) continue;
    if (section.allowUnlisted !== undefined) unlisted = section.allowUnlisted;
    for (const line of section.lines) {
      if (line.verb === 'clear') list = [];
      if (line.verb === 'add') list.push({ allowed: line.allowed === true, item: line });
      if (line.verb === 'remove') list = list.filter(({ item }) => item.address !== line.address || item.mask !== line.mask);
    }
  }
  for (const { allowed, item } of list) if (matches(address, item)) return allowed;
  return unlisted;
}

/** Addresses worth asking about: the first and last of each item, their neighbours, and one with odd host bits. */
export function boundaries(items: readonly Item[]): string[] {
  const all = new Set<string>(['0.0.0.0', '0.0.0.1', '127.0.0.1', '255.255.255.255', '128.0.0.0', '192.168.20.101']);
  const add = (n: number) => all.add(dottedOf(((n + 2 ** 32) % 2 ** 32).toString(2).padStart(32, '0')));
  for (const item of items) {
    const [address, mask] = [bitsOf(item.address), bitsOf(item.mask)];
    const first = [...mask].map((m, i) => (m === '1' ? address[i] : '0')).join('');
    const last = [...mask].map((m, i) => (m === '1' ? address[i] : '1')).join('');
    const odd = [...mask].map((m, i) => (m === '1' ? address[i] : String(i % 2))).join('');
    const flip = (i: number) => (i < 0 ? first : first.slice(0, i) + (first[i] === '1' ? '0' : '1') + first.slice(i + 1));
    for (const n of [first, last, odd, flip(mask.lastIndexOf('1')), flip(mask.indexOf('1'))]) add(Number.parseInt(n, 2));
    for (const n of [Number.parseInt(first, 2) - 1, Number.parseInt(last, 2) + 1, Number.parseInt(first, 2) + 1]) add(n);
    all.add(item.address);
  }
  return [...all];
}

/** Random lists for the properties, as plain values that the product, the writers of files and the oracle all take. */
import fc from 'fast-check';
import type { Line7, List6, Section7 } from './oracle';

const octet = fc.constantFrom(0, 1, 2, 10, 16, 20, 21, 77, 100, 127, 128, 168, 192, 254, 255);
/** Few values, so that entries meet each other. */
const address = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('192.168.20', '192.168.16', '192.168.21', '10.0.0'), octet).map(([net, last]) => `${net}.${last}`) },
  { weight: 2, arbitrary: fc.constantFrom('192.168.20.0', '192.168.16.0', '192.168.0.0', '192.168.20.128', '127.0.0.1', '10.0.0.0') },
  { weight: 1, arbitrary: fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.')) },
);
const prefix = (length: number): string => {
  const bits = '1'.repeat(length).padEnd(32, '0');
  return [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2)).join('.');
};
const mask = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(32, 25, 24, 24, 23, 16, 8, 30).map(prefix) },
  { weight: 1, arbitrary: fc.constantFrom('0.0.0.0', '255.255.0.1', '255.0.255.0', '255.255.255.1', '0.255.255.255') },
);
export const item = fc.record({ address, mask });
const placeholder = fc.constant({ address: '0.0.0.0', mask: '255.255.255.255' });

/** IIS 6: a filled grant list denies all others; sometimes only the placeholder stands there. */
export const list6: fc.Arbitrary<List6> = fc.oneof(
  fc.array(item, { minLength: 1, maxLength: 5 }).map((grant) => ({ grantByDefault: false, grant, deny: [] })),
  fc.tuple(fc.array(item, { maxLength: 2 }), placeholder).map(([grant, p]) => ({ grantByDefault: false, grant: [p, ...grant], deny: [] })),
  fc.constant({ grantByDefault: false, grant: [{ address: '0.0.0.0', mask: '255.255.255.255' }], deny: [] }),
  fc.array(item, { minLength: 1, maxLength: 5 }).map((deny) => ({ grantByDefault: true, grant: [], deny })),
  fc.constant({ grantByDefault: true, grant: [], deny: [] }),
);
/** W3SVC, W3SVC/1, its root, a vroot: each with a value of its own or none. */
export const chain6: fc.Arbitrary<(List6 | null)[]> = fc
  .tuple(fc.constant(null), fc.option(list6, { freq: 4 }), fc.option(list6, { freq: 1 }), fc.option(list6, { freq: 2 }))
  .map((c) => [...c]);

const maskSeen = (line: Line7): string => (line.verb === 'clear' ? 'clear' : `${line.address}/${line.mask}`);

/** IIS 7+: no key twice in a chain, as IIS demands; a remove names a key that stands above it, or none at all. */
export const chain7: fc.Arbitrary<(Section7 | null)[]> = fc
  .tuple(
    ...[0, 1, 2].map((depth) =>
      fc.option(
        fc.record({
          allowUnlisted: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
          lines: fc.array(
            fc.oneof(
              {
                weight: 8,
                arbitrary: fc
                  .tuple(item, fc.option(fc.boolean(), { nil: undefined, freq: 3 }))
                  .map(([i, allowed]) => ({ verb: 'add' as const, ...i, ...(allowed !== undefined && { allowed }) })),
              },
              { weight: depth === 0 ? 0 : 1, arbitrary: fc.constant({ verb: 'clear' as const }) },
              { weight: depth === 0 ? 0 : 3, arbitrary: fc.nat(20).map((n) => ({ verb: 'remove' as const, address: `#${n}`, mask: '' })) },
            ),
            { maxLength: 5 },
          ),
        }),
        { freq: 4 },
      ),
    ),
  )
  .map((chain) => {
    const keys: { address: string; mask: string }[] = [];
    const masked = new Set<string>();
    return chain.map((section) => {
      if (!section) return null;
      const lines = section.lines.flatMap((line): Line7[] => {
        if (line.verb === 'clear') return [line];
        if (line.verb === 'remove') {
          const key = keys[Number(line.address.slice(1)) % Math.max(1, keys.length)];
          return key ? [{ verb: 'remove', ...key }] : [];
        }
        if (masked.has(maskSeen(line))) return [];
        masked.add(maskSeen(line));
        keys.push({ address: line.address, mask: line.mask });
        return [line as Line7];
      });
      return { ...section, lines };
    });
  });

export const itemsOf = (chain: readonly (List6 | Section7 | null)[]): { address: string; mask: string }[] =>
  chain.flatMap((own) => (own === null ? [] : 'lines' in own ? own.lines.flatMap((l) => (l.verb === 'clear' ? [] : [l])) : [...own.grant, ...own.deny]));

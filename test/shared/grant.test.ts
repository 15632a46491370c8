import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, readEntry, readSubnet } from '../../shared/address';
import type { Granted } from '../../shared/grant';
import { grantAt } from '../../shared/grant';
import type { Own6, Own7, Setting } from '../../shared/restriction';
import { compile, keepsAdmitted } from '../../shared/restriction';
import { chain6, chain7, item, itemsOf } from '../helpers/lists';
import type { List6, Section7 } from '../helpers/oracle';
import { admitted6, admitted7, boundaries } from '../helpers/oracle';
import { listOf, nodes6, nodes7, settings6, settings7 } from '../helpers/settings';
import { must } from '../helpers/shell';
import { own6, own7 } from '../helpers/small';

type Chain = { node: string; setting: Setting }[];
const runs = { numRuns: 300, seed: 20261124 };

/** Contiguous masks: what a person may choose. */
const subnets = fc.array(
  item.filter(({ mask }) =>
    /^1*0*$/.test(
      mask
        .split('.')
        .map((p) => Number(p).toString(2).padStart(8, '0'))
        .join(''),
    ),
  ),
  { minLength: 1, maxLength: 3 },
);
type Chosen = readonly { address: string; mask: string }[];
const cubesOf = (chosen: Chosen) => chosen.map((c) => must(readEntry(c.address, c.mask)));
const inside = (chosen: Chosen, address: string) => chosen.some((c) => admitted6([{ grantByDefault: false, grant: [c], deny: [] }], address));

/** Before and after by the oracle: nobody lost, all chosen admitted, nobody else let in. */
function holds(
  granted: Granted,
  before: (address: string) => boolean,
  after: (to: Setting) => (address: string) => boolean,
  chosen: Chosen,
  addresses: readonly string[],
): void {
  const wanted = addresses.filter((a) => inside(chosen, a) && a !== '0.0.0.0');
  if (granted.kind === 'nothing') {
    for (const address of wanted) expect([address, before(address)]).toEqual([address, true]);
    return;
  }
  if (granted.kind === 'by-hand') return;
  const then = after(granted.to);
  for (const address of addresses) {
    if (before(address)) expect([address, 'still admitted', then(address)]).toEqual([address, 'still admitted', true]);
    else if (then(address)) expect([address, 'chosen', inside(chosen, address)]).toEqual([address, 'chosen', true]);
  }
  for (const address of wanted) expect([address, 'admitted', then(address)]).toEqual([address, 'admitted', true]);
}

describe('a grant, by the oracle', () => {
  const kinds = new Map<string, number>();
  const count = (iis: number, granted: Granted) => kinds.set(`${iis} ${granted.kind}`, (kinds.get(`${iis} ${granted.kind}`) ?? 0) + 1);

  it('never refuses an address admitted before, admits the chosen and nobody else: IIS 6', () =>
    fc.assert(
      fc.property(chain6, subnets, (chain, chosen) => {
        const granted = grantAt(6, settings6(chain), cubesOf(chosen));
        count(6, granted);
        const with6 = (to: Setting): (List6 | null)[] => [...chain.slice(0, -1), listOf(to) as List6];
        holds(
          granted,
          (a) => admitted6(chain, a),
          (to) => (a) => admitted6(with6(to), a),
          chosen,
          boundaries([...itemsOf(chain), ...chosen]),
        );
      }),
      runs,
    ));

  it('never refuses an address admitted before, admits the chosen and nobody else: IIS 7', () =>
    fc.assert(
      fc.property(chain7, subnets, (chain, chosen) => {
        const granted = grantAt(7, settings7(chain), cubesOf(chosen));
        count(7, granted);
        const with7 = (to: Setting): (Section7 | null)[] => [...chain.slice(0, -1), listOf(to) as Section7];
        holds(
          granted,
          (a) => admitted7(chain, a),
          (to) => (a) => admitted7(with7(to), a),
          chosen,
          boundaries([...itemsOf(chain), ...chosen]),
        );
      }),
      runs,
    ));

  it('meets every kind of answer on the way', () => {
    for (const kind of ['change', 'nothing', 'by-hand'])
      for (const iis of [6, 7]) expect([`${iis} ${kind}`, kinds.get(`${iis} ${kind}`) ?? 0]).toEqual([`${iis} ${kind}`, expect.any(Number)]);
    expect([...kinds.values()].every((n) => n >= 20)).toBe(true);
    expect(kinds.size).toBe(6);
  });
});

const at6 = (root: Setting, vroot: Setting = 'inherits'): Chain => [
  { node: nodes6[0], setting: 'inherits' },
  { node: nodes6[1], setting: 'inherits' },
  { node: nodes6[2], setting: root },
  { node: nodes6[3], setting: vroot },
];
const at7 = (site: Setting, vroot: Setting = 'inherits'): Chain => [
  { node: nodes7[0], setting: 'inherits' },
  { node: nodes7[1], setting: site },
  { node: nodes7[2], setting: vroot },
];
const branch = [must(readSubnet('192.168.20.0/24'))];
const own6Of = (granted: Granted): Own6 => {
  if (granted.kind !== 'change') throw new Error(JSON.stringify(granted));
  return granted.to.own as Own6;
};
const own7Of = (granted: Granted): Own7 => {
  if (granted.kind !== 'change') throw new Error(JSON.stringify(granted));
  return granted.to.own as Own7;
};
const dotted = (list: Own6['grant']) => list.map((e) => `${e.address}/${e.mask}`);

describe('the plan of grant-subnet depends on the list in force', () => {
  it('IIS 6, default deny: the list in force, addresses and host names, plus the subnet', () => {
    const own = own6Of(grantAt(6, at6(own6({ grant: ['127.0.0.1', '192.168.16.0/255.255.255.0'], grantNames: ['*.contoso.local'] })), branch));
    expect(own).toEqual({
      iis: 6,
      grantByDefault: false,
      grant: [
        { address: '127.0.0.1', mask: '255.255.255.255' },
        { address: '192.168.16.0', mask: '255.255.255.0' },
        { address: '192.168.20.0', mask: '255.255.255.0' },
      ],
      deny: [],
      grantNames: ['*.contoso.local'],
      denyNames: [],
    });
  });
  it('IIS 6, default deny: the placeholder is dropped', () => {
    expect(dotted(own6Of(grantAt(6, at6(own6({ grant: ['0.0.0.0/255.255.255.255'] })), branch)).grant)).toEqual(['192.168.20.0/255.255.255.0']);
  });
  it("IIS 6, default deny: the vroot's own list is the one in force", () => {
    const own = own6Of(grantAt(6, at6(own6({ grant: ['10.0.0.1'] }), own6({ grant: ['127.0.0.1'] })), branch));
    expect(dotted(own.grant)).toEqual(['127.0.0.1/255.255.255.255', '192.168.20.0/255.255.255.0']);
  });
  it('IIS 6, default grant, a deny entry equals the subnet: a copy without it, the grant list stays empty', () => {
    const own = own6Of(grantAt(6, at6(own6({ deny: ['192.168.20.0/255.255.255.0', '10.0.0.0/255.0.0.0'] })), branch));
    expect([own.grantByDefault, own.grant, dotted(own.deny)]).toEqual([true, [], ['10.0.0.0/255.0.0.0']]);
  });
  it('IIS 6, default grant, deny entries lie inside the subnet: a copy without them', () => {
    const own = own6Of(grantAt(6, at6(own6({ deny: ['192.168.20.7', '10.0.0.1', '192.168.20.128/255.255.255.128'] })), branch));
    expect([own.grantByDefault, own.grant, dotted(own.deny)]).toEqual([true, [], ['10.0.0.1/255.255.255.255']]);
  });
  it('IIS 6, default grant, a deny entry is wider than the subnet: by hand, saying which', () => {
    expect(grantAt(6, at6(own6({ deny: ['192.168.0.0/255.255.0.0'] })), branch)).toEqual({
      kind: 'by-hand',
      why: 'entry-wider',
      entry: '192.168.0.0/255.255.0.0',
    });
  });
  it('IIS 6, both lists filled: no plan', () => {
    expect(grantAt(6, at6(own6({ grant: ['127.0.0.1'], deny: ['10.0.0.1'] })), branch)).toMatchObject({ kind: 'by-hand', why: 'ambiguous' });
  });
  it('IIS 6, names that are not decoded: no plan', () => {
    expect(grantAt(6, at6(own6({ grantByDefault: false, grantNames: 'not-decoded' })), branch)).toMatchObject({ kind: 'by-hand', why: 'not-decoded' });
  });
  it('IIS 7+, nothing earlier hits: an allow in the location of the vroot', () => {
    expect(own7Of(grantAt(7, at7(own7(['+127.0.0.1'], { allowUnlisted: false })), branch))).toEqual({
      iis: 7,
      entries: [{ verb: 'add', address: '192.168.20.0', mask: '255.255.255.0', allowed: true }],
    });
  });
  it("IIS 7+, the vroot's own entries stay, the allow comes last", () => {
    expect(own7Of(grantAt(7, at7('inherits', own7(['+10.0.0.1'], { allowUnlisted: false })), branch)).entries.at(-1)).toEqual({
      verb: 'add',
      address: '192.168.20.0',
      mask: '255.255.255.0',
      allowed: true,
    });
  });
  it('IIS 7+, an inherited deny of the same subnet: a remove of that key and no allow where nothing is left to allow', () => {
    expect(own7Of(grantAt(7, at7(own7(['-192.168.20.0/255.255.255.0'])), branch)).entries).toEqual([
      { verb: 'remove', address: '192.168.20.0', mask: '255.255.255.0' },
    ]);
  });
  it('IIS 7+, the subnet covers inherited denies: each is removed, then the subnet is allowed', () => {
    const { entries } = own7Of(grantAt(7, at7(own7(['-192.168.20.128/255.255.255.128', '+127.0.0.1'], { allowUnlisted: false })), branch));
    expect(entries).toEqual([
      { verb: 'remove', address: '192.168.20.128', mask: '255.255.255.128' },
      { verb: 'add', address: '192.168.20.0', mask: '255.255.255.0', allowed: true },
    ]);
  });
  it('IIS 7+, an inherited deny is wider than the subnet: by hand, saying which', () => {
    expect(grantAt(7, at7(own7(['-192.168.0.0/255.255.0.0'])), branch)).toEqual({
      kind: 'by-hand',
      why: 'inherited-entry-wider',
      entry: '192.168.0.0/255.255.0.0',
    });
  });
  it('IIS 7+, the same address and mask is inherited: never a second key', () => {
    const granted = grantAt(7, at7(own7(['-192.168.20.7', '+192.168.20.0/255.255.255.0'])), branch);
    const adds = granted.kind === 'change' ? (granted.to.own as Own7).entries.filter((e) => e.verb === 'add') : [];
    expect(adds).toEqual([]);
  });
  it('nothing is planned where all chosen are admitted already', () => {
    expect(grantAt(6, at6(own6({})), branch)).toEqual({ kind: 'nothing' });
    expect(grantAt(7, at7('inherits'), branch)).toEqual({ kind: 'nothing' });
  });
  it('a host-name rule that could refuse somebody later keeps IIS 7 without a plan that loses them', () => {
    const chain = at7(own7(['+*.contoso.local'], { allowUnlisted: false }));
    const granted = grantAt(7, chain, branch);
    if (granted.kind === 'change') expect(keepsAdmitted(granted.before, compile(7, chain), everything(4))).not.toBe(false);
  });
});

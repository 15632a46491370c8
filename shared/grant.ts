/**
 * The least change that admits given subnets at a vroot. Every address admitted before is still admitted, computed
 * over the whole address space, or there is no change.
 */
import type { Cube } from './address';
import { covers, everything, meets, showCube, showMask, showNetwork } from './address';
import { join } from './cubes';
import type { Effective, Entry7, Own, Own6, Own7, Setting } from './restriction';
import { compile, isPlaceholder, keepsAdmitted, partition } from './restriction';

export type Chain = readonly { readonly node: string; readonly setting: Setting }[];

export type Granted =
  | { readonly kind: 'change'; readonly to: { own: Own }; readonly before: Effective; readonly after: Effective }
  | { readonly kind: 'nothing' }
  /** `entry`: the one that stands in the way. */
  | {
      readonly kind: 'by-hand';
      readonly why: 'ambiguous' | 'not-decoded' | 'entry-wider' | 'inherited-entry-wider' | 'would-refuse-others';
      readonly entry: string;
    };

const admitsAll = (list: Effective, cube: Cube): boolean => partition(list, cube)?.every((p) => p.admitted === true) ?? false;
const entryOf = (cube: Cube) => ({ address: showNetwork(cube), mask: showMask(cube) });
const stop = (why: Extract<Granted, { kind: 'by-hand' }>['why'], entry = ''): Granted => ({ kind: 'by-hand', why, entry });

/** Cubes of the deny rules that hit before anything else within `cube`. */
const denies = (list: Effective, cube: Cube) => list.rules.filter((r) => !r.allow && r.cube && meets(r.cube, cube));

function grant6(inForce: Own6, list: Effective, cubes: readonly Cube[]): Own6 | Granted {
  if (list.ambiguous) return stop('ambiguous');
  if (inForce.grantNames === 'not-decoded' || inForce.denyNames === 'not-decoded') return stop('not-decoded');
  if (list.rules.some((r) => r.cube === null && !(inForce.grantNames as string[]).concat(inForce.denyNames as string[]).includes(r.text)))
    return stop('not-decoded');
  if (!inForce.grantByDefault) return { ...inForce, grant: [...inForce.grant.filter((e) => !isPlaceholder(e)), ...cubes.map(entryOf)] };
  const hitting = cubes.flatMap((cube) => denies(list, cube).map((rule) => ({ cube, rule })));
  const wider = hitting.find(({ cube, rule }) => !covers(cube, rule.cube as Cube));
  if (wider) return stop('entry-wider', wider.rule.text);
  const gone = new Set(hitting.map(({ rule }) => rule));
  // The deny rules stand in the order of the deny list (restriction.ts), so the index finds the entry.
  return { ...inForce, deny: inForce.deny.filter((_, i) => !gone.has(list.rules[i] as Effective['rules'][number])) };
}

const sameCube = (a: Cube, b: Cube): boolean => covers(a, b) && covers(b, a);

/** One cube more in a vroot's own section: a `remove` for each inherited deny it covers, own denies dropped, an `add` at the end. */
function grant7(own: Own7, chain: Chain, node: string, cube: Cube): Own7 | Granted {
  let next = own;
  const at = (section: Own7) =>
    compile(
      7,
      chain.map((c) => (c.node === node ? { node, setting: { own: section } } : c)),
    );
  for (const rule of denies(at(next), cube)) {
    if (admitsAll(at(next), cube)) break;
    const inherited = rule.node !== node;
    if (!covers(cube, rule.cube as Cube)) {
      const hits = partition(at(next), cube)?.some((p) => p.rule === rule || (p.admitted === false && p.rule?.text === rule.text));
      if (hits) return stop(inherited ? 'inherited-entry-wider' : 'entry-wider', rule.text);
      continue;
    }
    const key = rule.written ?? entryOf(rule.cube as Cube);
    const isKey = (e: Entry7) => e.verb === 'add' && 'address' in e && showsSame(e, key);
    next = inherited ? { ...next, entries: [{ verb: 'remove', ...key }, ...next.entries] } : { ...next, entries: next.entries.filter((e) => !isKey(e)) };
  }
  if (admitsAll(at(next), cube)) return next;
  const duplicate = at(next).rules.find((r) => r.cube && sameCube(r.cube, cube));
  if (duplicate) return stop('inherited-entry-wider', duplicate.text);
  return { ...next, entries: [...next.entries, { verb: 'add', ...entryOf(cube), allowed: true }] };
}
const showsSame = (e: { address: string; mask: string }, key: { address: string; mask: string }): boolean => e.address === key.address && e.mask === key.mask;

/** The change of `node` (last of the chain) that admits `cubes`. */
export function grantAt(iis: 6 | 7, chain: Chain, cubes: readonly Cube[]): Granted {
  const before = compile(iis, chain);
  const here = chain.at(-1) as Chain[number];
  const wanted = cubes.filter((cube) => !admitsAll(before, cube));
  if (wanted.length === 0) return { kind: 'nothing' };
  let own: Own;
  if (iis === 6) {
    const inForce = chain.findLast((c) => c.setting !== 'inherits')?.setting as { own: Own6 };
    const made = grant6(inForce.own, before, wanted);
    if ('kind' in made) return made;
    own = made;
  } else {
    let section: Own7 = here.setting === 'inherits' ? { iis: 7, entries: [] } : (here.setting.own as Own7);
    for (const cube of wanted) {
      const made = grant7(section, chain, here.node, cube);
      if ('kind' in made) return made;
      section = made;
    }
    own = section;
  }
  const after = compile(
    iis,
    chain.map((c) => (c === here ? { node: c.node, setting: { own } } : c)),
  );
  const kept = (iis === 6 ? ([4] as const) : ([4, 6] as const)).every((family) => keepsAdmitted(before, after, everything(family)) === true);
  if (!kept || !wanted.every((cube) => admitsAll(after, cube))) return stop('would-refuse-others');
  return { kind: 'change', to: { own }, before, after };
}

/** Whom a list admits, as CIDRs; at most `limit`. */
export function admitsText(list: Effective, limit = 200): string[] {
  const families = list.iis === 6 ? ([4] as const) : ([4, 6] as const);
  return families
    .flatMap((family) => join((partition(list, everything(family)) ?? []).filter((p) => p.admitted === true).map((p) => p.cube)))
    .slice(0, limit)
    .map(showCube);
}

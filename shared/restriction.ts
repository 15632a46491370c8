/**
 * Who IIS admits by address: the shape of a restriction list and the rule that decides.
 *
 * IIS 6 (domain.md 2): a node's own list replaces its parent's whole. A grant list that is not empty denies all others;
 * granting only 0.0.0.0/255.255.255.255 denies everybody.
 * IIS 7+ (domain.md 3): entries in order, the parents' first, first hit decides, allowUnlisted last.
 */
import * as z from 'zod/mini';
import type { Address, Cube } from './address';
import { contains, meets, readEntry, showMask, showNetwork, split } from './address';
import type { Collected } from './probe';
import type { Fault } from './result';
import { fault } from './result';

const Entry6 = z.object({ address: z.string(), mask: z.string() });
const Names = z.union([z.array(z.string()), z.literal('not-decoded')]);

/** IIS 6: one value, four lists. `not-decoded` names are host-name rules whose layout is not known. */
export const Own6 = z.object({
  iis: z.literal(6),
  grantByDefault: z.boolean(),
  grant: z.array(Entry6),
  deny: z.array(Entry6),
  grantNames: Names,
  denyNames: Names,
});
export type Own6 = z.infer<typeof Own6>;

const Entry7 = z.union([
  z.object({ verb: z.literal('add'), address: z.string(), mask: z.string(), allowed: z.boolean() }),
  z.object({ verb: z.literal('add'), domain: z.string(), allowed: z.boolean() }),
  z.object({ verb: z.literal('remove'), address: z.string(), mask: z.string() }),
  z.object({ verb: z.literal('remove'), domain: z.string() }),
  z.object({ verb: z.literal('clear') }),
]);
export type Entry7 = z.infer<typeof Entry7>;

export const denyActions = ['Unauthorized', 'Forbidden', 'NotFound', 'AbortRequest'] as const;

/** IIS 7+: the ipSecurity section of one location; an absent attribute is inherited. */
export const Own7 = z.object({
  iis: z.literal(7),
  allowUnlisted: z.optional(z.boolean()),
  denyAction: z.optional(z.enum(denyActions)),
  enableProxyMode: z.optional(z.boolean()),
  enableReverseDns: z.optional(z.boolean()),
  entries: z.array(Entry7),
});
export type Own7 = z.infer<typeof Own7>;

export const Own = z.union([Own6, Own7]);
export type Own = z.infer<typeof Own>;

/** What a node says itself: nothing (it inherits), or an own value. An own value without entries is not "inherits". */
export const Setting = z.union([z.literal('inherits'), z.object({ own: Own })]);
export type Setting = z.infer<typeof Setting>;

/** The root of the IIS 7+ configuration tree. */
export const apphost = 'APPHOST';

/** The nodes whose values bear on `node`, root first. IIS 6: W3SVC, W3SVC/1, ...; IIS 7+: APPHOST, site, site/vroot. */
export function chainOf(node: string, iis: 6 | 7): string[] {
  const parts = node === apphost ? [] : node.split('/');
  const prefixes = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
  return iis === 6 ? prefixes : [apphost, ...prefixes];
}

export interface Rule {
  readonly allow: boolean;
  /** null: a rule by host name, or one that cannot be read; it cannot be judged from an address. */
  readonly cube: Cube | null;
  /** The node that holds it. */
  readonly node: string;
  readonly text: string;
  /** Address and mask as they stand in the file: IIS 7+ compares keys as text, host bits included [inference]. */
  readonly written?: { readonly address: string; readonly mask: string };
}

/** The list in force at a node. */
export interface Effective {
  readonly iis: 6 | 7;
  readonly rules: readonly Rule[];
  readonly byDefault: boolean;
  /** The node whose own value decides the default; null where nobody has one. */
  readonly defaultNode: string | null;
  /** Both lists filled on IIS 6: not documented which counts. */
  readonly ambiguous: boolean;
  readonly seenAs: '403' | '401' | '404' | 'dropped';
  readonly proxyMode: boolean;
}

export interface Decision {
  /** null: cannot be decided from an address. */
  readonly admitted: boolean | null;
  /** The entry that hit, or null where the default decided. */
  readonly rule: Rule | null;
  readonly node: string | null;
}

/** IIS writes "deny everybody, no exceptions" as this one granted address (domain.md 2). */
export const isPlaceholder = (entry: { address: string; mask: string }): boolean => entry.address === '0.0.0.0' && entry.mask === '255.255.255.255';

const ruleOf = (allow: boolean, node: string, address: string, mask: string): Rule => {
  const cube = readEntry(address, mask);
  const text = cube.ok ? `${showNetwork(cube.value)}/${showMask(cube.value)}` : `${address}/${mask}`;
  return { allow, node, cube: cube.ok ? cube.value : null, text, written: { address, mask } };
};
const nameRules = (allow: boolean, node: string, names: Own6['grantNames']): Rule[] =>
  (names === 'not-decoded' ? ['not-decoded'] : names).map((text) => ({ allow, node, cube: null, text }));

function compile6(node: string | null, own: Own6 | null): Effective {
  const grant = own?.grant.filter((e) => !isPlaceholder(e)) ?? [];
  const filled = (list: readonly unknown[], names: Own6['grantNames'] | undefined) => list.length + (names?.length ?? 0) > 0;
  const byDefault = own?.grantByDefault ?? true;
  const rules =
    !own || node === null
      ? []
      : byDefault
        ? [...own.deny.map((e) => ruleOf(false, node, e.address, e.mask)), ...nameRules(false, node, own.denyNames)]
        : [...grant.map((e) => ruleOf(true, node, e.address, e.mask)), ...nameRules(true, node, own.grantNames)];
  return {
    iis: 6,
    rules,
    byDefault,
    defaultNode: node,
    ambiguous: own !== null && filled(own.grant, own.grantNames) && filled(own.deny, own.denyNames),
    seenAs: '403',
    proxyMode: false,
  };
}

const sameKey = (a: Rule, b: Rule): boolean =>
  a.written && b.written
    ? a.written.address === b.written.address && a.written.mask === b.written.mask
    : !a.written && !b.written && a.text.toLowerCase() === b.text.toLowerCase();

/** The rules after one location's entries, in the order IIS reads them. */
function addEntries(rules: readonly Rule[], node: string, entries: readonly Entry7[]): readonly Rule[] {
  let list = rules;
  for (const entry of entries) {
    if (entry.verb === 'clear') list = [];
    else {
      const allow = entry.verb === 'add' && entry.allowed;
      const rule = 'domain' in entry ? { allow, node, cube: null, text: entry.domain } : ruleOf(allow, node, entry.address, entry.mask);
      list = entry.verb === 'add' ? [...list, rule] : list.filter((r) => !sameKey(r, rule));
    }
  }
  return list;
}

const shownAs = { Unauthorized: '401', Forbidden: '403', NotFound: '404', AbortRequest: 'dropped' } as const;

function compile7(chain: readonly { node: string; own: Own7 | null }[]): Effective {
  let rules: readonly Rule[] = [];
  let last: { allowUnlisted: boolean; node: string | null } = { allowUnlisted: true, node: null };
  let denyAction: (typeof denyActions)[number] = 'Forbidden';
  let proxyMode = false;
  for (const { node, own } of chain) {
    if (!own) continue;
    rules = addEntries(rules, node, own.entries);
    if (own.allowUnlisted !== undefined) last = { allowUnlisted: own.allowUnlisted, node };
    denyAction = own.denyAction ?? denyAction;
    proxyMode = own.enableProxyMode ?? proxyMode;
  }
  return { iis: 7, rules, byDefault: last.allowUnlisted, defaultNode: last.node, ambiguous: false, seenAs: shownAs[denyAction], proxyMode };
}

/** The list in force, from what each node of the chain says (root first). */
export function compile(iis: 6 | 7, chain: readonly { node: string; setting: Setting }[]): Effective {
  const owns = chain.map(({ node, setting }) => ({ node, own: setting === 'inherits' ? null : setting.own }));
  if (iis === 7) return compile7(owns.map(({ node, own }) => ({ node, own: own?.iis === 7 ? own : null })));
  const nearest = owns.findLast(({ own }) => own?.iis === 6);
  return compile6(nearest?.node ?? null, nearest?.own?.iis === 6 ? nearest.own : null);
}

/** A rule that cannot be judged leaves the answer open unless everything after it says the same. */
const blend = (open: readonly Rule[], admitted: boolean | null): boolean | null =>
  admitted !== null && open.every((rule) => rule.allow === admitted) ? admitted : null;

/** Decides for one address: first hit, the default last. IIS 6 lists say nothing of IPv6: null. */
export function decide(list: Effective, address: Address): Decision {
  if (list.ambiguous || (list.iis === 6 && address.family === 6 && list.defaultNode !== null)) return { admitted: null, rule: null, node: list.defaultNode };
  const open: Rule[] = [];
  for (const rule of list.rules) {
    if (rule.cube === null) open.push(rule);
    else if (contains(rule.cube, address)) return { admitted: blend(open, rule.allow), rule, node: rule.node };
  }
  return { admitted: blend(open, list.byDefault), rule: null, node: list.defaultNode };
}

export interface Piece {
  readonly cube: Cube;
  readonly admitted: boolean | null;
  readonly rule: Rule | null;
}

/** Parts `cube` into pieces decided alike. Null when it takes more than `limit` pieces. */
export function partition(list: Effective, cube: Cube, limit = 20000): Piece[] | null {
  const pieces: Piece[] = [];
  const visit = (part: Cube, rules: readonly Rule[], open: readonly Rule[]): boolean => {
    const seen = [...open];
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i] as Rule;
      if (rule.cube === null) {
        seen.push(rule);
        continue;
      }
      if (!meets(rule.cube, part)) continue;
      const halves = split(part, rule.cube);
      if (!halves) {
        pieces.push({ cube: part, admitted: blend(seen, rule.allow), rule });
        return pieces.length <= limit;
      }
      const rest = rules.slice(i);
      return halves.every((half) =>
        visit(
          half,
          rest.filter((r) => r.cube === null || meets(r.cube, half)),
          seen,
        ),
      );
    }
    pieces.push({ cube: part, admitted: blend(seen, list.byDefault), rule: null });
    return pieces.length <= limit;
  };
  if (list.ambiguous || (list.iis === 6 && cube.family === 6 && list.defaultNode !== null)) return [{ cube, admitted: null, rule: null }];
  return visit(cube, list.rules, []) ? pieces : null;
}

/** Every address admitted by `before` is admitted by `after`, within `cube`; null when it cannot be told. */
export function keepsAdmitted(before: Effective, after: Effective, cube: Cube): boolean | null {
  const pieces = partition(before, cube);
  if (!pieces) return null;
  let open = false;
  for (const piece of pieces) {
    if (piece.admitted === false) continue;
    const then = partition(after, piece.cube);
    if (!then) return null;
    if (piece.admitted === true && then.some((p) => p.admitted === false)) return false;
    open ||= piece.admitted === true && then.some((p) => p.admitted === null);
  }
  return open ? null : true;
}

/** What each node says itself, as the probe answers it. */
export interface RestrictionNodes {
  readonly iis: 6 | 7;
  readonly nodes: Readonly<Record<string, Collected<Setting>>>;
}

/** The list in force at a node; a gap anywhere in its chain is a fault. Node names are compared without case. */
export function listAt(node: string, restrictions: RestrictionNodes): { list: Effective } | { fault: Fault } {
  const byName = nodesByName(restrictions);
  const chain = [];
  for (const name of chainOf(node, restrictions.iis)) {
    const own = byName.get(name.toLowerCase());
    if (own?.outcome !== 'ok') return { fault: own?.fault ?? fault('probe-not-answered', { node: name }) };
    chain.push({ node: name, setting: own.value });
  }
  return { list: compile(restrictions.iis, chain) };
}

const nodeIndex = new WeakMap<object, Map<string, Collected<Setting>>>();
function nodesByName(restrictions: RestrictionNodes) {
  const known = nodeIndex.get(restrictions.nodes);
  if (known) return known;
  const made = new Map(Object.entries(restrictions.nodes).map(([name, value]) => [name.toLowerCase(), value]));
  nodeIndex.set(restrictions.nodes, made);
  return made;
}

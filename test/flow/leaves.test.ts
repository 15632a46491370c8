import { describe, expect, it } from 'vitest';
import { checks } from '../../shared/checks/index';
import { judge } from '../../shared/diagnose';
import type { Snapshot } from '../../shared/snapshot';
import { awaited } from '../helpers/expected';
import { copyOf, snapshotOf } from '../helpers/look';
import { scenarioIds, worldNamed } from '../helpers/worlds';
import { writtenLooks } from './looks';

type Path = readonly (string | number)[];

/** Every Collected that is ok, the top ones and those inside: the answer itself is a leaf too. */
function leavesOf(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [];
  const here = 'outcome' in value && (value as { outcome: unknown }).outcome === 'ok' ? [at] : [];
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...at, Array.isArray(value) ? Number(key) : key]))];
}

const replacements = {
  failed: { outcome: 'failed', fault: { code: 'probe-answer-malformed', facts: {} } },
  denied: { outcome: 'denied', fault: { code: 'denied-access', facts: {} } },
  missing: { outcome: 'missing', fault: { code: 'probe-not-answered', facts: {} } },
  removed: undefined,
} as const;

function replaced(snapshot: Snapshot, path: Path, by: unknown): Snapshot {
  const copy = { ...snapshot, answers: { ...snapshot.answers, [path[0] as string]: copyOf(snapshot.answers[path[0] as 'product']) } } as {
    answers: Record<string, unknown>;
  };
  let at = copy.answers as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  if (by === undefined) delete at[last];
  else at[last] = by;
  return copy as unknown as Snapshot;
}

/** `ip-restrictions.value.nodes.<name>`, ... with the name kept for the pattern to look at. */
const show = (path: Path): string => path.map((p) => (typeof p === 'number' ? '*' : p)).join('.');

const restriction = ['selfupdate-refuses-clients', 'client-web-service-refuses-clients', 'other-vroots-refuse-clients', 'localhost-refused'];
const vrootsOf: Readonly<Record<string, RegExp>> = {
  'selfupdate-refuses-clients': /\/Selfupdate$/i,
  'client-web-service-refuses-clients': /\/ClientWebService$/i,
  'other-vroots-refuse-clients': /\/(SimpleAuthWebService|ReportingWebService|Content)$/i,
  'localhost-refused': /\/(Selfupdate|ClientWebService)$/i,
};
const ofWsus = /\/(Selfupdate|ClientWebService|SimpleAuthWebService|ReportingWebService|Content)$/i;

/** Leaves a check can do without, each with the reason. */
const sharpens: readonly { readonly of: readonly string[]; readonly leaf: RegExp; readonly reason: string }[] = [
  {
    of: restriction,
    leaf: /^(product|client-identities|client-policies)(\.|$)/,
    reason: 'only the severity of a refusal depends on it; whether somebody is refused does not',
  },
  {
    of: restriction,
    leaf: /^networks\.value\.adapters$/,
    reason: "the server's own addresses are taken out of the clients with it: without it more is judged, not less",
  },
  {
    of: restriction,
    leaf: /^ip-restrictions\.value\.inForce$/,
    reason: 'lists that admit everybody admit them in force or not; a refusal is unknown then (a row of each table)',
  },
  { of: ['localhost-refused'], leaf: /^networks(\.|$)/, reason: '127.0.0.1 and ::1 are always judged; its own addresses are judged where they are known' },
  {
    of: [...restriction, 'virtual-directory-missing'],
    leaf: /^web-sites\.value\.(pools|sites\.\*\.state)$/,
    reason: 'a list refuses whether the site or pool runs or not; the state only picks one of two sites on the same port',
  },
  {
    of: [...restriction, 'virtual-directory-missing'],
    leaf: /^virtual-directories\.value\.(vroots\.\*\.settings|selfUpdateFiles)$/,
    reason: 'names and places are judged, not what a directory holds',
  },
  { of: ['virtual-directory-missing'], leaf: /^product(\.|$)/, reason: 'where the generation is not known the rules of the IIS version are used' },
  { of: ['cert-server-disabled'], leaf: /^services\.value\.(services\.(?!WSusCertServer$).*|wsusutil)$/, reason: 'another service' },
  { of: ['web-publishing-stopped'], leaf: /^services\.value\.(services\.(?!W3SVC$).*|wsusutil)$/, reason: 'another service: only named beside a stopped one' },
];

const reasonFor = (check: string, leaf: string): string | null => {
  const listed = sharpens.find((s) => s.of.includes(check) && s.leaf.test(leaf))?.reason;
  if (listed) return listed;
  const node = /^ip-restrictions\.value\.nodes\.(.+)$/.exec(leaf)?.[1];
  const wanted = vrootsOf[check];
  if (!node || !wanted) return null;
  const isVroot = node.startsWith('W3SVC/') ? node.split('/').length > 3 : node.includes('/');
  if (isVroot && !wanted.test(node)) return 'the list of a directory this check does not look at';
  // Two sites answer in these Worlds: companyweb and a default site without WSUS carry none of its directories.
  return isVroot || ofWsus.test(node) ? null : 'outside';
};

describe('an answer that is lost', () => {
  for (const id of scenarioIds)
    it(`never makes a check that needs it pass: ${id}`, () => {
      const snapshot = snapshotOf(worldNamed(id));
      const leaves = leavesOf(snapshot.answers);
      expect(leaves.length).toBeGreaterThan(40);
      const wrong: string[] = [];
      const judged = checks.filter((c) => !(c.id in awaited));
      for (const path of leaves)
        for (const [how, by] of Object.entries(replacements)) {
          const broken = replaced(snapshot, path, by);
          for (const check of judged) {
            if (!([...check.needs, ...check.uses] as readonly string[]).includes(String(path[0])) || judge(check, broken, null).verdict !== 'pass') continue;
            const leaf = show(path);
            const reason = reasonFor(check.id, leaf);
            if (reason === null || (reason === 'outside' && carriesVroots(snapshot, String(path.at(-1)), vrootsOf[check.id] as RegExp)))
              wrong.push(`${check.id} passes with ${leaf} ${how}`);
          }
        }
      expect(wrong).toEqual([]);
    });

  it('makes every check that needs the whole probe unknown', () => {
    const snapshot = snapshotOf(worldNamed('healthy-sbs2003'));
    for (const check of checks)
      for (const need of check.needs)
        for (const [how, by] of Object.entries(replacements))
          expect([check.id, need, how, judge(check, replaced(snapshot, [need], by), null).verdict]).toEqual([check.id, need, how, 'unknown']);
  });

  it('is only passed over where a reason is listed, and every listed reason is used', () => {
    const used = new Set<string>();
    for (const { snapshot } of writtenLooks())
      for (const check of checks)
        for (const path of leavesOf(snapshot.answers)) for (const s of sharpens) if (s.of.includes(check.id) && s.leaf.test(show(path))) used.add(s.reason);
    expect(sharpens.filter((s) => !used.has(s.reason))).toEqual([]);
  });
});

/** Whether a node is above (or is) a directory that the check looks at. */
function carriesVroots(snapshot: Snapshot, node: string, wanted: RegExp): boolean {
  const nodes = snapshot.answers['virtual-directories'];
  const all = nodes?.outcome === 'ok' ? nodes.value.vroots.map((v) => v.node) : [];
  return all.some((v) => wanted.test(v) && (node === 'APPHOST' || `${v}/`.startsWith(`${node}/`)));
}

import { describe, expect, it } from 'vitest';
import { checks } from '../../shared/checks/index';
import { judge } from '../../shared/diagnose';
import { okValue } from '../../shared/probe';
import type { AnswerOf } from '../../shared/probes/index';
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
const ofAnyWsus =
  /\/(Selfupdate|ClientWebService|SimpleAuthWebService|ReportingWebService|Content|DssAuthWebService|ServerSyncWebService|ApiRemoting30|Inventory)$/i;

const answerAt = <Id extends keyof Snapshot['answers']>(snapshot: Snapshot, id: Id) => okValue<AnswerOf<Id>>(snapshot.answers[id] as never);
const allIsThere = (snapshot: Snapshot): boolean => {
  const content = answerAt(snapshot, 'content');
  return content !== undefined && content.done >= content.total;
};
const vrootAt = (snapshot: Snapshot, index: number): string => answerAt(snapshot, 'virtual-directories')?.vroots[index]?.name ?? '';
const carriesWsus = (snapshot: Snapshot, index: number): boolean => {
  const site = answerAt(snapshot, 'web-sites')?.sites[index]?.id;
  return (answerAt(snapshot, 'virtual-directories')?.vroots ?? []).some((v) => v.site === site && ofAnyWsus.test(`/${v.name}`));
};

interface Sharpens {
  readonly of: readonly string[];
  readonly leaf: RegExp;
  /** Where the reason holds; everywhere if left out. */
  readonly when?: (snapshot: Snapshot, path: Path) => boolean;
  readonly reason: string;
}

/** Leaves a check can do without, each with the reason. */
const sharpens: readonly Sharpens[] = [
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
  {
    of: ['self-update-unreachable', 'client-web-service-unreachable'],
    leaf: /^(product|networks|web-sites|virtual-directories|ip-restrictions)(\.|$)/,
    reason: 'what came over HTTP is judged; these set the severity, and the seats beside a finding',
  },
  { of: ['self-update-unreachable'], leaf: /^cookie(\.|$)/, reason: 'self-update comes before the cookie and needs none' },
  { of: ['client-web-service-unreachable'], leaf: /^cookie(\.|$)/, reason: 'GET answered as it should; a POST only proves more' },
  {
    of: ['self-update-unreachable', 'client-web-service-unreachable', 'proxy-between'],
    leaf: /^endpoints\.value\.doors\.\*\.(get|head)$/,
    reason: 'the door of another check, or HEAD where GET is judged (rows of each table)',
  },
  {
    of: ['self-update-unreachable', 'client-web-service-unreachable', 'proxy-between'],
    leaf: /^endpoints\.value\.others\./,
    reason: 'what another seat got stands beside a finding; what this one got is judged (rows of the tables)',
  },
  {
    of: ['cookie-not-issued', 'cookie-lifetime-unusual'],
    leaf: /^cookie\.value\.steps\.\*\.answer$/,
    reason: 'the cookie itself is what is judged; the steps tell where it ended without one',
  },
  {
    of: ['ssl-required-on-open-directories'],
    leaf: /^(endpoints|virtual-directories)(\.|$)/,
    reason: 'the settings and what the doors answer each tell it alone (rows of its table)',
  },
  {
    of: ['several-sites-on-port-80'],
    leaf: /^web-sites\.value\.(pools|sites\.\*\.state)$/,
    reason: 'a state matters only where two sites meet (a row of its table)',
  },
  { of: ['cert-server-running'], leaf: /^services\.value\.(services\.(?!WSusCertServer$).*|wsusutil)$/, reason: 'another service' },
  { of: ['import-running'], leaf: /^services\.value\.services\./, reason: 'the program is judged, not what it stops' },
  {
    of: ['update-services-stopped'],
    leaf: /^services\.value\.(services\.(?!WsusService$).*|wsusutil)$/,
    reason: 'another service; an import matters only beside a stopped one (rows of its table)',
  },
  {
    of: ['database-stopped'],
    leaf: /^services\.value\.(services\.(?!MSSQL\$MICROSOFT##SSEE$|MICROSOFT##WID$).*|wsusutil)$/,
    reason: 'another service than the database that the set-up key names',
  },
  {
    of: ['database-stopped'],
    leaf: /^product(\.|$)/,
    reason: 'without the set-up key the only database that is installed is judged; two, or one that could not be asked, are unknown (rows of its table)',
  },
  {
    of: ['web-site-stopped', 'application-pool-stopped', 'self-update-files-missing'],
    leaf: /^product(\.|$)/,
    reason: 'it only says which site is the main one, or sets the severity',
  },
  {
    of: ['web-site-stopped'],
    leaf: /^(web-sites\.value\.pools|virtual-directories\.value\.(vroots\.\*\.settings|selfUpdateFiles))$/,
    reason: 'sites are judged, by the names of their directories',
  },
  {
    of: ['application-pool-stopped'],
    leaf: /^(web-sites\.value\.sites\.\*\.state|virtual-directories\.value\.selfUpdateFiles)$/,
    reason: 'pools are judged, not sites or files',
  },
  { of: ['self-update-files-missing'], leaf: /^virtual-directories\.value\.vroots\.\*\.settings$/, reason: 'the files are judged, not the directory' },
  {
    of: ['client-never-contacted'],
    leaf: /^(networks\.value\.adapters|client-identities\.value\.clients\.\*\.identity)$/,
    reason: 'a client that the list has by name or address needs no id, and without the own addresses more is judged, not less',
  },
  {
    of: ['client-validation-missing', 'client-id-duplicated'],
    leaf: /^client-identities\.value\.serverList$/,
    reason: 'what the clients themselves hold is judged',
  },
  { of: ['content-drive-full'], leaf: /^content\.value\.lastFailure$/, reason: 'only the room is judged' },
  {
    of: ['nothing-approved'],
    leaf: /^content\.value\.(free|lastFailure)$/,
    reason: 'whether anything is wanted is judged, not whether it can come',
  },
  {
    of: ['content-still-downloading'],
    leaf: /^(services|synchronization|content\.value\.(free|lastFailure))(\.|$)/,
    reason: 'it passes only where all bytes are there, and they are counted whole',
  },
  {
    of: ['content-download-blocked'],
    leaf: /^(services|content\.value\.(free|lastFailure))(\.|$)/,
    when: allIsThere,
    reason: 'where all bytes are there nothing can keep them back',
  },
  {
    of: ['content-download-blocked'],
    leaf: /^services\.value\.(services\.(?!BITS$).*|wsusutil)$/,
    reason: 'another service than the one that fetches the files',
  },
  { of: ['bits-disabled'], leaf: /^services\.value\.(services\.(?!BITS$).*|wsusutil)$/, reason: 'another service than BITS' },
  {
    of: ['policy-names-other-server'],
    leaf: /^(networks|web-sites)(\.|$)/,
    reason: 'a name and the port of the set-up key need neither; an address in a policy does (rows of its table)',
  },
  {
    of: ['proxy-missing'],
    leaf: /^(services(\.|$)|proxy\.value\.internetUser$)/,
    reason: 'ISA matters only where no proxy is set and nothing came through; the group is for the account alone (rows of its table)',
  },
  {
    of: ['proxy-missing'],
    leaf: /^synchronization(\.|$)/,
    when: (snapshot) => answerAt(snapshot, 'proxy')?.use === true,
    reason: 'a proxy that is set needs no synchronisation to show it',
  },
  {
    of: ['proxy-account-incomplete', 'proxy-rejects-account'],
    leaf: /^proxy\.value\.internetUser$/,
    reason: 'the account is judged, not its groups',
  },
  { of: ['anonymous-access-off'], leaf: /^product(\.|$)/, reason: 'it only says which site is the main one' },
  { of: ['anonymous-access-off'], leaf: /^web-sites\.value\.(sites\.\*\.state|pools)$/, reason: 'directories are judged, not the state of sites' },
  {
    of: ['anonymous-access-off'],
    leaf: /^virtual-directories\.value\.selfUpdateFiles$/,
    reason: 'the directories are judged, not the files in them',
  },
  {
    of: ['anonymous-access-off'],
    leaf: /^virtual-directories\.value\.vroots\.\*\.settings$/,
    when: (snapshot, path) => !ofWsus.test(`/${vrootAt(snapshot, Number(path[3]))}`),
    reason: 'a directory that clients do not use may ask for an account',
  },
  {
    of: ['web-site-stopped'],
    leaf: /^web-sites\.value\.sites\.\*\.state$/,
    when: (snapshot, path) => !carriesWsus(snapshot, Number(path[3])),
    reason: 'the state of a site that carries nothing of WSUS',
  },
  {
    of: ['application-pool-stopped'],
    leaf: /^virtual-directories\.value\.vroots\.\*\.settings$/,
    when: (snapshot, path) => !ofWsus.test(`/${vrootAt(snapshot, Number(path[3]))}`),
    reason: 'the settings of a directory that no client asks',
  },
];

const holds = (s: Sharpens, check: string, leaf: string, snapshot: Snapshot, path: Path): boolean =>
  s.of.includes(check) && s.leaf.test(leaf) && (s.when?.(snapshot, path) ?? true);

const reasonFor = (check: string, leaf: string, snapshot: Snapshot, path: Path): string | null => {
  const listed = sharpens.find((s) => holds(s, check, leaf, snapshot, path))?.reason;
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
            const reason = reasonFor(check.id, leaf, snapshot, path);
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
        for (const path of leavesOf(snapshot.answers)) for (const s of sharpens) if (holds(s, check.id, show(path), snapshot, path)) used.add(s.reason);
    expect(sharpens.filter((s) => !used.has(s.reason))).toEqual([]);
  });
});

/** Whether a node is above (or is) a directory that the check looks at. */
function carriesVroots(snapshot: Snapshot, node: string, wanted: RegExp): boolean {
  const nodes = snapshot.answers['virtual-directories'];
  const all = nodes?.outcome === 'ok' ? nodes.value.vroots.map((v) => v.node) : [];
  return all.some((v) => wanted.test(v) && (node === 'APPHOST' || `${v}/`.startsWith(`${node}/`)));
}

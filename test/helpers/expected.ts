/** What each scenario must show: test/fixtures/expected, written by hand from the scenario facts, compared as a function of the checks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../shared/check';
import type { Finding } from '../../shared/diagnose';
import { diagnose } from '../../shared/diagnose';
import type { Snapshot } from '../../shared/snapshot';
import { difference } from './subset';
import { root } from './worlds';

interface Found {
  readonly check: string;
  readonly severity: string;
  readonly facts?: object;
}
export interface Expected {
  readonly found: readonly Found[];
  readonly unknown: readonly { readonly check: string; readonly because?: object }[];
  readonly mustNot: readonly string[];
  /** In order; `shows`: what only shows after this fix. */
  readonly fixes?: readonly {
    readonly check: string;
    readonly fix: string;
    readonly confirm?: string;
    readonly pendingMinutes?: number;
    readonly shows?: readonly Found[];
  }[];
  /** Grant lists that stand on the nodes afterwards. */
  readonly afterFixes?: Readonly<Record<string, readonly string[]>>;
  readonly services?: Readonly<Record<string, object>>;
  /** Services that Windows itself starts with another; undo leaves them running. */
  readonly startedAsDependencies?: readonly string[];
  /** What cannot be judged even then. */
  readonly afterUnknown?: readonly string[];
  /** What has no fix. */
  readonly afterFix: readonly Found[];
}

/**
 * Checks without a table in test/checks yet, each with its reason; mutants and lost answers are tried on the others. A
 * house test wants every other check to have one, and nothing listed that has.
 */
const later = 'its table and its place in the expected looks come with its part';
export const awaited: Readonly<Record<string, string>> = {};
/** Checks whose findings are not written down in the expected looks yet: passed over there. Empty when a part is done. */
export const unwritten: readonly string[] = Object.keys(awaited).filter((id) => awaited[id] === later);
const covered = <T extends { readonly check: string }>(list: readonly T[]): T[] => list.filter((f) => !unwritten.includes(f.check));

export const expectedFolder = join(root, 'test', 'fixtures', 'expected');
export const expectedOf = (id: string): Expected => JSON.parse(readFileSync(join(expectedFolder, `${id}.json`), 'utf8')) as Expected;

/** Everything that was found is wanted, everything wanted was found, in whatever order. */
export function compareFound(found: readonly Finding[], wanted: readonly Found[]): string[] {
  const failing = covered(found).filter((f) => f.verdict === 'fail');
  return [
    ...failing.filter((f) => !wanted.some((w) => w.check === f.check)).map((f) => `${f.check}: found, but not expected (${f.severity})`),
    ...covered(wanted).flatMap((want) => {
      const finding = failing.find((f) => f.check === want.check);
      const differs = finding ? difference(finding, want) : 'not found';
      return differs ? [`${want.check}: ${differs}`] : [];
    }),
  ];
}

/** What could not be judged, of the checks that are covered. */
export const openFindings = (found: readonly Finding[]): Finding[] => covered(found).filter((f) => f.verdict === 'unknown');
export const coveredFindings = (found: readonly Finding[]): Finding[] => covered(found);

/** All that differs from what is expected of a look. */
export function compareLook(found: readonly Finding[], expected: Pick<Expected, 'found' | 'unknown' | 'mustNot'>): string[] {
  const open = covered(found).filter((f) => f.verdict === 'unknown');
  return [
    ...compareFound(found, expected.found),
    ...expected.mustNot.filter((check) => coveredFindings(found).some((f) => f.check === check)).map((check) => `${check}: must not be found`),
    ...open
      .filter((f) => !expected.unknown.some((u) => u.check === f.check))
      .map((f) => `${f.check}: unknown, but not expected (${JSON.stringify(f.because ?? f.facts)})`),
    ...covered(expected.unknown).flatMap((want) => {
      const finding = open.find((f) => f.check === want.check);
      const differs = finding ? difference(finding, want) : 'not unknown';
      return differs ? [`${want.check}: ${differs}`] : [];
    }),
  ];
}

export const lookMismatches = (snapshot: Snapshot, checks: readonly Check[], expected: Expected): string[] =>
  compareLook(diagnose(snapshot, checks).findings, expected);

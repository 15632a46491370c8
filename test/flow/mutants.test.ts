import { describe, expect, it } from 'vitest';
import type { Check, Verdict } from '../../shared/check';
import { fail, pass, unknown } from '../../shared/check';
import { checks } from '../../shared/checks/index';
import { tables } from '../checks/all';
import { mismatch } from '../helpers/check-cases';
import { awaited, lookMismatches } from '../helpers/expected';
import { writtenLooks } from './looks';

const mutants: Readonly<Record<string, Verdict>> = { 'always-pass': pass, 'always-fail': fail({}), 'always-unknown': unknown({}) };
const looks = writtenLooks();

/** Names of what goes red when a check's judgement is replaced. */
function caughtBy(check: Check, verdict: Verdict): { rows: string[]; looks: string[] } {
  const mutant: Check = { ...check, evaluate: () => verdict };
  const all = checks.map((c) => (c.id === check.id ? mutant : c));
  return {
    rows: (tables.get(check.id) ?? []).filter((row) => mismatch(mutant, row) !== null).map((row) => row.name),
    looks: looks.filter(({ snapshot, expected }) => lookMismatches(snapshot, all, expected).length > 0).map(({ name }) => name),
  };
}

describe('a check that always says the same', () => {
  const lines: string[] = [];
  for (const check of checks.filter((c) => !(c.id in awaited)))
    for (const [name, verdict] of Object.entries(mutants))
      it(`${check.id}, ${name}, is caught by its table and by a look`, () => {
        const caught = caughtBy(check, verdict);
        lines.push(
          `${check.id.padEnd(36)} ${name.padEnd(15)} rows ${String(caught.rows.length).padStart(2)} (${caught.rows[0]}), looks ${caught.looks.length} (${caught.looks[0]})`,
        );
        expect(caught.rows.length).toBeGreaterThan(0);
        expect(caught.looks.length).toBeGreaterThan(0);
      });

  it('is told apart from the check itself, which none of them finds fault with', () => {
    for (const check of checks) expect((tables.get(check.id) ?? []).filter((row) => mismatch(check, row) !== null)).toEqual([]);
    console.log(`check x mutant: caught by\n${lines.join('\n')}`);
    expect(lines.length).toBe(3 * checks.filter((c) => !(c.id in awaited)).length);
  });
});

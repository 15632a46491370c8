/** Runs a check's table: one test a row. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../shared/checks/index';
import type { Case } from './check-cases';
import { mismatch } from './check-cases';

export function tableOf(id: string, cases: readonly Case[]): void {
  describe(id, () => {
    const check = checks.find((c) => c.id === id);
    if (!check) throw new Error(`no check ${id}`);
    for (const row of cases) it(row.name, () => expect(mismatch(check, row)).toBeNull());
  });
}

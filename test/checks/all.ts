/** The tables of test/checks by check, found by file name. */
import { readdirSync } from 'node:fs';
import type { Case } from '../helpers/check-cases';

const stems = readdirSync(import.meta.dirname)
  .filter((f) => f.endsWith('.cases.ts'))
  .map((f) => f.replace('.cases.ts', ''));

export const tables: ReadonlyMap<string, readonly Case[]> = new Map(
  await Promise.all(stems.map(async (id) => [id, ((await import(`./${id}.cases.ts`)) as { cases: readonly Case[] }).cases] as const)),
);

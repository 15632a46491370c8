/** The tables of test/checks by check, found by file name. */
import type { Case } from '../helpers/check-cases';

const modules = import.meta.glob<{ cases: readonly Case[] }>('./*.cases.ts', { eager: true });

export const tables: ReadonlyMap<string, readonly Case[]> = new Map(
  Object.entries(modules).map(([path, { cases }]) => [path.replace(/^\.\/(.*)\.cases\.ts$/, '$1'), cases]),
);

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../shared/checks/index';
import { expectedFolder, lookMismatches, unwritten } from '../helpers/expected';
import { scenarioIds, scenarioOf } from '../helpers/worlds';
import { writtenLooks } from './looks';

describe('a first look', () => {
  for (const { name, snapshot, expected } of writtenLooks())
    it(`shows what is written down: ${name}`, () => expect(lookMismatches(snapshot, checks, expected)).toEqual([]));

  it('has something written down for every scenario, and nothing else', () => {
    expect(readdirSync(expectedFolder).sort()).toEqual(scenarioIds.map((id) => `${id}.json`));
  });

  for (const { name, expected } of writtenLooks().filter((l) => scenarioIds.includes(l.name)))
    it(`gives the trainer of ${name} the answers that are written down`, () => {
      const told = scenarioOf(name)
        .answers.filter((a) => !unwritten.includes(a.check))
        .map((a) => `${a.check}: ${a.severity}`);
      const shown = [...expected.found, ...(expected.fixes ?? []).flatMap((f) => f.shows ?? [])].map((f) => `${f.check}: ${f.severity}`);
      expect(told.sort()).toEqual([...new Set(shown)].sort());
    });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../shared/checks/index';
import { fixes } from '../../shared/fixes/index';
import { checkInfo } from '../../shared/messages/catalogue';
import { checkTexts } from '../../shared/messages/checks';
import { faultTexts } from '../../shared/messages/faults';
import { fixTexts } from '../../shared/messages/fixes';
import { probeTexts } from '../../shared/messages/probes';
import { say } from '../../shared/messages/text';
import { probes } from '../../shared/probes/index';
import { faultCodes } from '../../shared/result';
import { grades, sources } from '../../shared/sources';
import { tables } from '../checks/all';
import { awaited } from '../helpers/expected';
import { root, scenarioIds, scenarioOf } from '../helpers/worlds';

const stemsIn = (folder: string) =>
  readdirSync(join(root, 'shared', folder))
    .filter((f) => f !== 'index.ts')
    .map((f) => f.replace(/\.ts$/, ''))
    .sort();
const idsOf = (list: readonly { readonly id: string }[]) => list.map((x) => x.id).sort();
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe('one stem runs through id, file, message and test', () => {
  it('of probes', () => expect(stemsIn('probes')).toEqual(idsOf(probes)));
  it('of checks', () => expect(stemsIn('checks')).toEqual(idsOf(checks)));
  it('of fixes', () => expect(stemsIn('fixes')).toEqual(idsOf(fixes)));
  it('of scenarios', () => {
    for (const id of scenarioIds) expect(scenarioOf(id).id).toBe(id);
  });
  it('of tables: every check has one, or stands in the list of those awaited', () => {
    expect(idsOf(checks).filter((id) => !tables.has(id) && !(id in awaited))).toEqual([]);
    expect(Object.keys(awaited).filter((id) => tables.has(id))).toEqual([]);
    for (const id of tables.keys()) expect(existsSync(join(root, 'test', 'checks', `${id}.test.ts`))).toBe(true);
  });
  it('has every kind of verdict in each table that the check can give', () => {
    for (const [id, cases] of tables) {
      const verdicts = new Set(cases.map((c) => c.want.verdict));
      for (const verdict of ['pass', 'fail', 'unknown'] as const) expect([id, verdict, verdicts.has(verdict)]).toEqual([id, verdict, true]);
      const text = readFileSync(join(root, 'shared', 'checks', `${id}.ts`), 'utf8');
      expect([id, /notApplicable\(|refusalVerdict/.test(text) ? verdicts.has('notApplicable') : true]).toEqual([id, true]);
      expect(new Set(cases.map((c) => c.name)).size).toBe(cases.length);
    }
  });
});

describe('no word without en and ja, no claim without a source and a grade', () => {
  it('of checks', () => {
    expect(Object.keys(checkTexts).sort()).toEqual(idsOf(checks));
    for (const [id, texts] of Object.entries(checkTexts))
      for (const [part, text] of Object.entries(texts)) {
        expect([id, part, say(text, 'en').length > 0]).toEqual([id, part, true]);
        expect([id, part, japanese.test(say(text, 'ja'))]).toEqual([id, part, true]);
      }
  });
  it('of fixes', () => {
    expect(Object.keys(fixTexts).sort()).toEqual(idsOf(fixes));
    for (const texts of Object.values(fixTexts))
      for (const text of Object.values(texts)) expect([say(text, 'en').length > 0, japanese.test(say(text, 'ja'))]).toEqual([true, true]);
  });
  it('of probes', () => {
    expect(Object.keys(probeTexts).sort()).toEqual(idsOf(probes));
    for (const texts of Object.values(probeTexts))
      for (const text of Object.values(texts)) expect([say(text, 'en').length > 0, japanese.test(say(text, 'ja'))]).toEqual([true, true]);
  });
  it('of faults', () => {
    expect(Object.keys(faultTexts).sort()).toEqual([...faultCodes].sort());
    for (const [code, { message, help }] of Object.entries(faultTexts))
      for (const text of [message, help]) expect([code, say(text, 'en').length > 0, japanese.test(say(text, 'ja'))]).toEqual([code, true, true]);
  });
  it('of scenarios', () => {
    for (const id of scenarioIds) {
      const { title, story, basis } = scenarioOf(id);
      for (const text of [title, story]) expect([id, text.en.length > 0, japanese.test(text.ja)]).toEqual([id, true, true]);
      expect([id, basis.length > 0]).toEqual([id, true]);
    }
  });
  it('the catalogue of the pages says what the checks say', () => {
    const told = Object.fromEntries(checks.map(({ id, grade, sources: of }) => [id, { grade, sources: of }]));
    expect(checkInfo).toEqual(told);
  });
  it('every source that is named is there, and every check names one and a known grade', () => {
    const known = new Set<string>(sources.map((s) => s.id));
    expect(known.size).toBe(sources.length);
    for (const { id, grade, sources: of } of checks) {
      expect([id, of.length > 0, of.filter((s) => !known.has(s))]).toEqual([id, true, []]);
      expect(grades).toContain(grade);
    }
    for (const source of sources) expect([source.id, 'url' in source ? source.url.startsWith('https://') : true]).toEqual([source.id, true]);
  });
  it('every check that stands before another is a check, and every fix cures one', () => {
    const ids = new Set<string>(checks.map((c) => c.id));
    for (const check of checks) expect([check.id, check.after.filter((a) => !ids.has(a))]).toEqual([check.id, []]);
    for (const fix of fixes) expect([fix.id, fix.cures.length > 0, fix.cures.filter((c) => !ids.has(c))]).toEqual([fix.id, true, []]);
  });
  it('every answer of a scenario names a check', () => {
    const ids = new Set<string>(checks.map((c) => c.id));
    for (const id of scenarioIds) expect([id, scenarioOf(id).answers.filter((a) => !ids.has(a.check))]).toEqual([id, []]);
  });
});

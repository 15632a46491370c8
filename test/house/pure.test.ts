import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../helpers/bundle';
import { applicationHostText, metabaseText } from '../helpers/files';
import type { Ran } from '../helpers/pure-entry';
import { scenarioFolder, scenarioIds, scenarioOf, worldNamed } from '../helpers/worlds';

/** Takes clock and chance away. What is given as text is still read as a date. */
const withoutClock = `
  const refuse = (what) => { throw new Error('not here: ' + what); };
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (target, args) => (args.length === 0 ? refuse('new Date()') : Reflect.construct(target, args)),
    apply: () => refuse('Date()'),
    get: (target, key) => (key === 'now' ? () => refuse('Date.now') : Reflect.get(target, key)),
  });
  Math.random = () => refuse('Math.random');
  for (const name of ['performance', 'crypto', 'process', 'console', 'setTimeout', 'setInterval', 'queueMicrotask', 'require', 'fetch', 'TextDecoder', 'Buffer', 'window', 'document'])
    Object.defineProperty(globalThis, name, { get: () => refuse(name), configurable: false });
`;

type Pure = { run: (scenario: string, base: string) => string; read: (kind: string, text: string) => string };
let pure: Pure;
let context: vm.Context;

beforeAll(async () => {
  const code = await bundle('test/helpers/pure-entry.ts');
  context = vm.createContext({});
  vm.runInContext(withoutClock, context);
  vm.runInContext(`globalThis.module = { exports: {} }; globalThis.exports = module.exports;\n${code}`, context);
  pure = vm.runInContext('module.exports', context) as Pure;
});

describe('shared, where there is no clock and no chance', () => {
  for (const what of [
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'performance.now()',
    'crypto.randomUUID()',
    'process.env',
    'setTimeout(() => {}, 1)',
  ])
    it(`is run where ${what} throws`, () => expect(() => vm.runInContext(what, context)).toThrow(/not here/));

  let operations = 0;
  for (const id of scenarioIds)
    it(`diagnoses ${id} and plans every fix, twice alike`, () => {
      const scenario = readFileSync(join(scenarioFolder, `${id}.json`), 'utf8');
      const base = readFileSync(join(scenarioFolder, 'base', `${scenarioOf(id).base}.json`), 'utf8');
      const text = pure.run(scenario, base);
      const ran = JSON.parse(text) as Ran;
      operations += ran.operations;
      expect(text).not.toContain('internal-bug');
      expect(pure.run(scenario, base)).toBe(text);
    });

  it('reads carried files', () => {
    expect(pure.read('metabase', metabaseText(worldNamed('added-subnet')))).toMatch(/^{"ok":true/);
    expect(pure.read('application-host', applicationHostText(worldNamed('merged-rules-iis10')))).toMatch(/^{"ok":true/);
    expect(pure.read('metabase', '<a>')).toContain('malformed-xml');
  });

  it('ran operations of plans on the way', () => expect(operations).toBeGreaterThan(10));
});

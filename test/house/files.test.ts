import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourcesIn, textOf, trackedFiles } from '../helpers/sources';
import { root } from '../helpers/worlds';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>>; readonly link?: boolean }>
  >;
}

describe('package-lock.json', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const entries = Object.entries(lock.packages);

  it('has an own entry for every optional dependency: npm ci needs it', () => {
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !lookedUp(path, name).some((at) => at in lock.packages))
        .map((name) => `${path || 'the project'} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });
  it('holds no address of a registry', () => expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]));
});

/** Where Node looks for a package from a place in the lock. */
function lookedUp(path: string, name: string): string[] {
  const parts = path === '' ? [] : path.split('/node_modules/');
  return [...parts.map((_, i) => `${parts.slice(0, parts.length - i).join('/node_modules/')}/node_modules/${name}`), `node_modules/${name}`];
}

const said = (...parts: string[]) => parts.join('');

describe('tests', () => {
  const files = sourcesIn('test').filter((f) => f !== 'test/helpers/needs.ts');
  it('are never left out, put off, run alone or tried again outside test/helpers/needs.ts', () => {
    // Written in pieces, or this file would find itself.
    const words = new RegExp(said('\\.', '(skip|todo|only|skipIf|runIf)', '\\(|\\b', '(xit|xdescribe|fit|fdescribe)', '\\(|\\b', 're', 'try', '\\s*[:(]'));
    const found = files.filter((f) => words.test(textOf(f)));
    expect(found).toEqual([]);
  });
});

describe('files in git', () => {
  const tracked = trackedFiles();
  const text = tracked.filter(
    (f) =>
      /\.(tsx?|mts|mjs|cjs|json|md|html|css|yml|yaml|sh)$|^\.[a-z]+rc$|^\.gitignore$|^\.ci\//.test(f) &&
      f !== 'package-lock.json' &&
      !f.startsWith('test/fixtures/'),
  );

  it('leave no work undone', () => {
    const marks = new RegExp(said('\\b(TO', 'DO|FIX', 'ME|X', 'XX)\\b'));
    expect(text.filter((f) => f !== 'test/house/files.test.ts' && marks.test(textOf(f)))).toEqual([]);
  });
  it('name no path of a machine', () => {
    const paths = new RegExp(said('(^|[\\s"\'`(=])/', '(work|root|home/[a-z]+)/'), 'm');
    expect(text.filter((f) => f !== 'test/house/files.test.ts' && paths.test(textOf(f)))).toEqual([]);
  });
  it('are not what a build or a package manager makes', () => {
    expect(tracked.filter((f) => /^(out|dist|node_modules|coverage)\//.test(f) || f.endsWith('.log'))).toEqual([]);
  });
});

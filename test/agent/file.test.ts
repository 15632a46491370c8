/** The built file: ES3, ASCII, CRLF, exactly the COM programs listed; newer JavaScript does not compile and does not run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { buildAgent } from '../../electron/agent/build.mjs';
import { tempFolder } from '../helpers/temp';
import { root } from '../helpers/worlds';
import { programs, wmiClasses } from './allowed';

const { text, sha256 } = buildAgent();
const folder = join(root, 'electron', 'agent');

describe('agent.js', () => {
  it('is ECMAScript 3', () => expect(() => parse(text, { ecmaVersion: 3 })).not.toThrow());
  it('is ASCII with CRLF and no BOM', () => {
    expect(/^[\x20-\x7e\r\n]*$/.test(text)).toBe(true);
    expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false);
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false);
  });
  it('is the same each time, and its hash is of its bytes', () => expect(buildAgent()).toEqual({ text, sha256 }));
  it('asks for exactly the listed COM programs', () => {
    const made = [...text.matchAll(/new ActiveXObject\(([^)]*)\)/g)].map((m) => m[1] as string);
    const names = [...text.matchAll(/'((?:\w+\.)+[\w.]+)'/g)].map((m) => m[1] as string).filter((n) => /^[A-Z][A-Za-z0-9]+\.[A-Z]/.test(n));
    expect(made.every((m) => m === 'xmlProgram' || Object.hasOwn(programs, m.replaceAll("'", '')))).toBe(true);
    expect([...new Set(names)].sort()).toEqual(Object.keys(programs).sort());
  });
  it('asks for exactly the listed WMI classes', () => {
    const named = [...text.matchAll(/\b(Win32_[A-Za-z0-9]+|CIM_[A-Za-z]+|IIs[A-Z][A-Za-z]+|StdRegProv|MicrosoftDNS_[A-Za-z]+)\b/g)].map((m) => m[1] as string);
    // An association in a query, and names in words for people.
    const others = ['Win32_DependentService'];
    expect([...new Set(named)].filter((n) => !others.includes(n)).sort()).toEqual(Object.keys(wmiClasses).sort());
  });
  it('names no moniker but IIS and LDAP', () => {
    const paths = [...text.matchAll(/GetObject\(([^)]*)\)/g)].map((m) => m[1] as string);
    expect(paths.every((p) => /^(adsiRoot \+|at \+|'IIS:\/\/localhost'$)/.test(p))).toBe(true);
    expect(/winmgmts|eval\(|new Function|execScript/i.test(text)).toBe(false);
  });
  it('holds every source, in the written order', () => {
    const sources = readdirSync(folder).filter((n) => n.endsWith('.ts') && !n.endsWith('.d.ts'));
    for (const source of sources) {
      const first = /^function (\w+)/m.exec(readFileSync(join(folder, source), 'utf8'))?.[1];
      expect([source, text.includes(`function ${first}(`)]).toEqual([source, true]);
    }
    expect(text.trimEnd().endsWith('main();')).toBe(true);
  });
});

describe('what JScript 5.6 lacks', () => {
  it('does not compile', () => {
    const wrong = tempFolder();
    mkdirSync(join(wrong, 'agent'));
    const lines: Record<string, string> = {
      json: "var a = JSON.stringify('');",
      trim: "var b = ''.trim();",
      indexOf: "var c = ['a'].indexOf('a');",
      forEach: "['a'].forEach(function () {});",
      keys: 'var d = Object.keys({});',
      at: "var e: string = 'abc'[0];",
      now: 'var f = Date.now();',
      iso: 'var g = new Date().toISOString();',
      bind: 'var h = function () {}.bind(null);',
      map: 'var i = new Map();',
    };
    for (const [name, line] of Object.entries(lines)) writeFileSync(join(wrong, 'agent', `${name}.ts`), `${line}\n`);
    writeFileSync(join(wrong, 'agent', 'good.ts'), "var good = 'abc'.charAt(0);\n");
    writeFileSync(join(wrong, 'agent', 'jscript56.d.ts'), readFileSync(join(folder, 'jscript56.d.ts')));
    writeFileSync(
      join(wrong, 'agent', 'tsconfig.json'),
      readFileSync(join(folder, 'tsconfig.json'), 'utf8').replace('../../tsconfig.json', join(root, 'tsconfig.json')),
    );
    const tsc = spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(wrong, 'agent'), '--pretty', 'false'], {
      encoding: 'utf8',
    });
    const failing = new Set([...tsc.stdout.matchAll(/(\w+)\.ts\(\d+,\d+\): error/g)].map((m) => m[1]));
    expect([...failing].sort()).toEqual(Object.keys(lines).sort());
  });
});

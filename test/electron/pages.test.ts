import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy, makePages } from '../../electron/pages';

let temp = '';
let page: ReturnType<typeof makePages>;
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'wsus-wizard-pages-'));
  mkdirSync(join(temp, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(temp, 'secret.txt'), 'secret');
  writeFileSync(join(temp, 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(join(temp, 'renderer', 'assets', 'index.js'), 'export {};');
  writeFileSync(join(temp, 'renderer', 'assets', 'index.css'), 'body{}');
  page = makePages(join(temp, 'renderer'));
  writeFileSync(join(temp, 'renderer', 'later.html'), 'later');
});
afterAll(() => rmSync(temp, { recursive: true }));

describe('pages under app://wizard/', () => {
  it('are those listed at the start, with their types', () => {
    expect(page('app://wizard/')).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page('app://wizard/index.html').status).toBe(200);
    expect(page('app://wizard/assets/index.js')).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    expect(page('app://wizard/assets/index.css')).toMatchObject({ status: 200, headers: { 'content-type': 'text/css; charset=utf-8' } });
  });

  it.each([
    'app://wizard/later.html',
    'app://wizard/../secret.txt',
    'app://wizard/..%2fsecret.txt',
    'app://wizard/%2e%2e/secret.txt',
    'app://wizard/%2e%2e%2fsecret.txt',
    'app://wizard/..%5csecret.txt',
    'app://wizard/assets/../../secret.txt',
    'app://wizard//etc/passwd',
    'app://wizard/assets',
    'app://wizard/assets/',
    'app://wizard/INDEX.HTML',
    'app://wizard/index.html%00.js',
    'app://wizard/index.html/',
    'app://other/index.html',
    'app://wizard.evil/index.html',
  ])('are nothing else: %s', (url) => {
    const { status, body } = page(url);
    expect([status, String(body)]).toEqual([404, 'not found']);
  });

  it('carry the policy as a header each time, found or not', () => {
    for (const url of ['app://wizard/', 'app://wizard/none', 'app://wizard/assets/index.js'])
      expect(page(url).headers).toMatchObject({
        'content-security-policy': contentPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
  });

  it('have a policy without unsafe sources, that lets no frame hold them and nothing out', () => {
    const rules = Object.fromEntries(contentPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
    expect(contentPolicy).not.toMatch(/unsafe-|\*|https?:|data:|blob:/);
    expect(rules).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('leave out what a link leads to', () => {
    const folder = join(temp, 'linked');
    mkdirSync(folder);
    symlinkSync(temp, join(folder, 'up'));
    writeFileSync(join(folder, 'index.html'), 'x');
    const linked = makePages(folder);
    expect([linked('app://wizard/index.html').status, linked('app://wizard/up/secret.txt').status]).toEqual([200, 404]);
  });
});

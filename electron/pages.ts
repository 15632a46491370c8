/** Serves the page under app://wizard/: only names listed at start, each with a strict policy. */
import * as fs from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export const pageOrigin = 'app://wizard';

export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
});

function list(folder: string, at = folder): string[] {
  return fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    return entry.isDirectory() ? list(folder, path) : [relative(folder, path).split(sep).join('/')];
  });
}

/** Answers by URL; what is not in the list is not found, whatever the path spells. */
export function makePages(folder: string): (url: string) => { status: number; headers: Record<string, string>; body: Buffer | string } {
  const names = new Map(list(folder).map((name) => [`/${name}`, join(folder, name)]));
  return (url) => {
    const { host, pathname } = new URL(url);
    const path = names.get(pathname === '/' ? '/index.html' : pathname);
    if (host !== 'wizard' || !path) return { status: 404, headers: headers('text/plain; charset=utf-8'), body: 'not found' };
    return { status: 200, headers: headers(types[extname(path)] ?? 'application/octet-stream'), body: fs.readFileSync(path) };
  };
}

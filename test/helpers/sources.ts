/** The source files of the project and what each imports. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { root } from './worlds';

export interface Import {
  readonly file: string;
  /** A path in the project without its ending, or a package's name. */
  readonly to: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
}

const slashes = (path: string) => path.split(sep).join('/');
function list(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? list(path) : [path];
  });
}

export const sourcesIn = (...folders: string[]): string[] => folders.flatMap(list).filter((f) => /\.tsx?$/.test(f) && !f.endsWith('.d.ts'));
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const statement = /^\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

export function importsOf(file: string): Import[] {
  const text = textOf(file);
  const make = (to: string, typeOnly: boolean): Import => {
    const own = to.startsWith('.');
    const path = own ? slashes(relative(root, normalize(join(root, dirname(file), to)))) : to;
    return { file, to: path.replace(/\.(tsx?|mts)$/, ''), own, typeOnly };
  };
  const named = [...text.matchAll(statement)].filter((m) => m[1] === 'import' || m[0].includes('from')).map((m) => make(m[3] as string, m[2] !== undefined));
  return [...named, ...[...text.matchAll(dynamic)].map((m) => make(m[1] as string, false))];
}

/** Every file that git knows, and the new ones it would take. */
export const trackedFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);

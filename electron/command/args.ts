/** Reads the command line. An unknown command or option is a fault that names the nearest. */
import { parseArgs } from 'node:util';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { nearest } from '../nearest';

export const commands = ['diagnose', 'fix', 'undo', 'visits', 'scenarios', 'logs', 'classroom', 'report', 'kit'] as const;
export type Command = (typeof commands)[number];

interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly of?: readonly Command[];
}
const options = {
  target: { type: 'string', of: ['diagnose', 'fix'] },
  json: { type: 'boolean' },
  out: { type: 'string' },
  lang: { type: 'string' },
  visits: { type: 'string' },
  timeout: { type: 'string' },
  limit: { type: 'string' },
  client: { type: 'string', multiple: true, of: ['diagnose', 'fix'] },
  subnet: { type: 'string', multiple: true, of: ['diagnose', 'fix'] },
  clients: { type: 'string', of: ['diagnose', 'fix'] },
  'clients-from-ad': { type: 'boolean', of: ['diagnose', 'fix'] },
  user: { type: 'string', of: ['diagnose', 'fix', 'undo'] },
  'password-stdin': { type: 'boolean', of: ['diagnose', 'fix', 'undo'] },
  'through-proxy': { type: 'boolean', of: ['diagnose'] },
  keep: { type: 'boolean', of: ['diagnose'] },
  visit: { type: 'string', of: ['diagnose', 'fix', 'undo', 'visits', 'report'] },
  check: { type: 'string', of: ['fix'] },
  fix: { type: 'string', of: ['fix'] },
  choice: { type: 'string', multiple: true, of: ['fix'] },
  confirm: { type: 'string', of: ['fix'] },
  preview: { type: 'boolean', of: ['fix', 'undo'] },
  yes: { type: 'boolean', of: ['fix', 'undo', 'visits'] },
  plan: { type: 'string', of: ['undo', 'kit'] },
  'fixes-of': { type: 'string', of: ['kit'] },
  operation: { type: 'string', of: ['undo'] },
  'include-starts': { type: 'boolean', of: ['undo'] },
  delete: { type: 'boolean', of: ['visits'] },
  answers: { type: 'boolean', of: ['scenarios'] },
  port: { type: 'string', of: ['classroom'] },
  evidence: { type: 'string', multiple: true, of: ['classroom'] },
  redact: { type: 'boolean', of: ['report'] },
  'no-open': { type: 'boolean', of: ['classroom'] },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const satisfies Record<string, Option>;
type Name = keyof typeof options;

export interface Args {
  readonly command: Command | null;
  /** Words after the command: files and folders of `logs`. */
  readonly operands: readonly string[];
  readonly json: boolean;
  readonly lang: 'en' | 'ja' | null;
  readonly text: (name: Name) => string | undefined;
  readonly texts: (name: Name) => readonly string[];
  readonly flag: (name: Name) => boolean;
}

/** What every command takes, read even where the rest is wrong, so that the fault is printed as asked. */
export function readManner(argv: readonly string[]): { json: boolean; lang: string | undefined } {
  const at = argv.findIndex((a) => a === '--lang' || a.startsWith('--lang='));
  return { json: argv.includes('--json'), lang: at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]) };
}

/** Options that this command knows. */
const known = (command: Command | null): string[] =>
  Object.entries(options)
    .filter(([, o]) => command === null || !('of' in o) || (o.of as readonly string[]).includes(command))
    .map(([name]) => `--${name}`);

export function readArgs(argv: readonly string[]): Result<Args> {
  const { tokens, values } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const positionals = tokens.filter((t) => t.kind === 'positional').map((t) => t.value);
  const first = positionals[0];
  const command = commands.find((c) => c === first) ?? null;
  if (first !== undefined && command === null) return failed('input-unknown-command', { text: first.slice(0, 80), nearest: nearest(first, commands) });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!known(command).includes(`--${token.name}`) || (token.rawName.startsWith('--no-') && token.rawName !== '--no-open'))
      return failed('input-unknown-option', { text: token.rawName.slice(0, 80), nearest: nearest(token.rawName, known(command)) });
    const needsValue = options[token.name as Name].type === 'string';
    if (needsValue && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))))
      return failed('input-missing-value', { option: token.rawName });
    if (!needsValue && token.value !== undefined)
      return failed('input-unknown-option', { text: `${token.rawName}=${token.value}`.slice(0, 80), nearest: token.rawName });
  }
  // Last: a word left over often belongs to an option that is wrong.
  const second = positionals[1];
  if (second !== undefined && command !== 'logs')
    return failed('input-unknown-option', { text: second.slice(0, 80), nearest: nearest(second, known(command)) });
  const lang = values.lang as string | undefined;
  if (lang !== undefined && lang !== 'en' && lang !== 'ja')
    return failed('input-unknown-option', { text: `--lang ${lang}`.slice(0, 80), nearest: '--lang en, --lang ja' });
  const all = values as Record<string, string | boolean | (string | boolean)[] | undefined>;
  return ok({
    command,
    operands: positionals.slice(1),
    json: all.json === true,
    lang: lang ?? null,
    text: (name) => (typeof all[name] === 'string' ? (all[name] as string) : undefined),
    texts: (name) => (Array.isArray(all[name]) ? (all[name] as string[]) : []),
    flag: (name) => all[name] === true,
  });
}

/** A whole number of seconds in milliseconds. */
export function readSeconds(args: Args, name: 'timeout' | 'limit', usual: number): Result<number> {
  const text = args.text(name);
  if (text === undefined) return ok(usual);
  const seconds = Number(text);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400
    ? ok(seconds * 1000)
    : failed('input-bad-number', { option: `--${name}`, from: 1, to: 86400 });
}

/** The command line: reads arguments, runs one command, prints one document or its text, sets the exit code. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { version } from '../package.json';
import { helpText } from '../shared/messages/cli';
import type { Lang } from '../shared/messages/text';
import { say } from '../shared/messages/text';
import type { Result } from '../shared/result';
import { failed, fault } from '../shared/result';
import type { Args } from './command/args';
import { readArgs, readManner, readSeconds } from './command/args';
import { classroom } from './command/classroom';
import type { Context, Printed, Run } from './command/context';
import { diagnose } from './command/diagnose';
import { printFault } from './command/fault-line';
import { fix } from './command/fix';
import { kit } from './command/kit';
import { scenarios, visits } from './command/lists';
import { logs } from './command/logs';
import { readSecret } from './command/password';
import { printResult, put, systemLang } from './command/print';
import { report } from './command/report';
import { undo } from './command/undo';
import { makeDisk } from './disk';
import { makeHandlers } from './handlers';
import { makeKits } from './kit/kits';
import { agentFile } from './targets/agent-file';
import { makeTargets } from './targets/index';
import type { Secret } from './targets/secret';
import { defaultFolder, diskVisits, memoryVisits } from './visits';

const commands: Record<string, Run> = { diagnose, fix, undo, visits, scenarios, logs, classroom, report, kit };

function makeContext(args: Args, lang: Lang, limits: { perProbe: number; whole: number }, secret: Secret | null, onCancel: (act: () => void) => void): Context {
  const now = () => new Date().toISOString();
  const newId = () => randomBytes(4).toString('hex');
  const given = { now, newId, app: version };
  const visitsFolder = args.text('visits') ?? defaultFolder();
  const kits = makeKits({ agent: agentFile(__dirname), visits: () => visitsFolder, now });
  const targets = makeTargets(
    join(__dirname, '..', 'assets', 'scenarios'),
    { folder: __dirname, secret: () => secret },
    () => args.flag('through-proxy'),
    () => kits.known(),
  );
  const folders = new Map<string, string>();
  const addresses = new Map<string, string>();
  return {
    args,
    lang,
    app: version,
    targets,
    onCancel,
    addAddress(url) {
      const id = `address-${addresses.size + 1}`;
      addresses.set(id, url);
      return id;
    },
    addFolder(path) {
      const id = `folder-${folders.size + 1}`;
      folders.set(id, path);
      return id;
    },
    handlers: (kept, face) =>
      makeHandlers({
        now,
        newId,
        version,
        platform: process.platform,
        lang,
        face: face?.name ?? 'desktop',
        folders: face?.folders ?? [],
        restricted: false,
        visits: kept ? diskVisits(visitsFolder, makeDisk(), given) : memoryVisits(given),
        targets,
        limits,
        // What stands on the command line was named by the person who typed it.
        allow: () => null,
        chooseFolder: async () => null,
        folderPath: (id) => folders.get(id) ?? null,
        addressUrl: (id) => addresses.get(id) ?? null,
        kits: { ...kits, folder: async () => args.text('out') ?? null },
        openSource: async () => {},
        emit: face?.emit ?? (() => {}),
      }),
  };
}

async function runCommand(args: Args, lang: Lang): Promise<Result<Printed>> {
  const run = args.command && commands[args.command];
  if (!run) return failed('input-unknown-command', { text: '', nearest: 'diagnose' });
  const perProbe = readSeconds(args, 'timeout', 10_000);
  if (!perProbe.ok) return perProbe;
  const whole = readSeconds(args, 'limit', 120_000);
  if (!whole.ok) return whole;
  const secret = await readSecret(args, lang === 'ja' ? 'パスワード: ' : 'Password: ');
  if (!secret.ok) return secret;
  let stopping: (() => void) | null = null;
  process.once('SIGINT', () => (stopping ? stopping() : process.exit(130)));
  return run(
    makeContext(args, lang, { perProbe: perProbe.value, whole: whole.value }, secret.value, (act) => {
      stopping = act;
    }),
  );
}

async function main(argv: readonly string[]): Promise<number> {
  const early = readManner(argv);
  const lang: Lang = early.lang === 'ja' || early.lang === 'en' ? early.lang : systemLang();
  const manner = { json: early.json, lang };
  try {
    const args = readArgs(argv);
    if (!args.ok) return printFault(args.fault, manner);
    if (args.value.flag('version')) return put(undefined, `${version}\n`).ok ? 0 : 70;
    if (args.value.flag('help') || (args.value.command === null && argv.length === 0)) {
      process.stdout.write(`${say(helpText, lang)}\n`);
      return args.value.flag('help') ? 0 : 2;
    }
    const printed = await runCommand(args.value, lang);
    if (!printed.ok) return printFault(printed.fault, manner);
    const exit = printResult(printed.value, args.value.text('out'), args.value.json);
    if (!exit.ok) return printFault(exit.fault, manner);
    await printed.value.until;
    return exit.value;
  } catch (error) {
    return printFault(fault('internal-bug', { where: 'command line', text: String(error).slice(0, 300) }), manner);
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

/** The command line of `logs` alone: nothing is loaded that it does not need, since it is to be as quick as grep. */
import { createRequire } from 'node:module';
import type { Lang } from '../shared/messages/text';
import type { Fault } from '../shared/result';
import { fault } from '../shared/result';
import { readArgs, readManner } from './command/args';
import { logs } from './command/logs';
import { printResult, systemLang } from './command/print';

const printFault = (told: Fault, manner: { json: boolean; lang: Lang }): number =>
  (createRequire(__filename)('./cli-fault.cjs') as typeof import('./command/fault-line')).printFault(told, manner);

async function main(argv: readonly string[]): Promise<number> {
  const early = readManner(argv);
  const lang = early.lang === 'ja' || early.lang === 'en' ? early.lang : systemLang();
  const manner = { json: early.json, lang };
  try {
    const args = readArgs(argv);
    if (!args.ok) return printFault(args.fault, manner);
    let stop: (() => void) | null = null;
    process.once('SIGINT', () => (stop ? stop() : process.exit(130)));
    const onCancel = (act: () => void) => {
      stop = act;
    };
    const told = await logs({ args: args.value, lang, onCancel });
    const exit = told.ok ? printResult(told.value, args.value.text('out'), manner.json) : told;
    return exit.ok ? exit.value : printFault(exit.fault, manner);
  } catch (error) {
    return printFault(fault('internal-bug', { where: 'logs', text: String(error).slice(0, 300) }), manner);
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

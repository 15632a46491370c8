import { spawn } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import { failed, ok } from '../../shared/result';
import { startClassroom } from '../classroom';
import type { Run } from './context';

/** Opens an address in the system's browser; that there is none is no error, the address was printed. */
function openBrowser(url: string): void {
  const [command, args]: [string, string[]] =
    process.platform === 'win32' ? ['rundll32', ['url.dll,FileProtocolHandler', url]] : process.platform === 'darwin' ? ['open', [url]] : ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

/** Serves the page until nobody asks any more, or Ctrl+C. The address is printed at once. */
export const classroom: Run = async (context) => {
  const { args } = context;
  const port = Number(args.text('port') ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65535) return failed('input-bad-number', { option: '--port', from: 0, to: 65535 });
  const folders = args.texts('evidence').map((path) => ({ id: context.addFolder(path), name: basename(resolve(path)) }));
  try {
    const room = await startClassroom({
      port,
      page: join(__dirname, 'renderer'),
      handlersFor: (emit) => context.handlers(false, { name: 'classroom', folders, emit }),
      idle: 30 * 60 * 1000,
      log: (line) => process.stderr.write(`${new Date().toISOString()} ${line}\n`),
    });
    context.onCancel(() => room.close());
    if (!args.flag('no-open')) openBrowser(room.url);
    return ok({ document: { schema: 'wsus-wizard/classroom/1', url: room.url }, text: room.url, exit: 0, until: room.ended });
  } catch (error) {
    return failed('input-port-in-use', { port, system: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
};

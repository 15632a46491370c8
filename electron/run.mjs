/** Starts things from a checkout: `start` opens the window, or the page in a browser, `wizard` is the command line. Plain Node, nothing to build. */
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const bin = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);

const newest = (path) => {
  const stat = fs.statSync(path);
  return stat.isDirectory() ? Math.max(0, ...fs.readdirSync(path).map((name) => newest(join(path, name)))) : stat.mtimeMs;
};

/** Builds where the sources are newer than the output; messages go to stderr. */
function build() {
  const built = join(root, 'out', 'cli.cjs');
  const sources = ['shared', 'electron', 'renderer', 'package.json', 'vite.config.mts'].map((name) => newest(join(root, name)));
  if (fs.existsSync(built) && fs.statSync(built).mtimeMs > Math.max(...sources)) return;
  const made = spawnSync(process.execPath, [bin('vite', 'bin/vite.js'), 'build', '--app', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (made.status !== 0) process.exit(made.status ?? 1);
}

const run = (command, args, options = {}) => {
  const child = spawn(command, args, { cwd: process.cwd(), stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
};

/** The Electron binary, or null where it cannot be had. */
function electronPath() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) {
    const file = ['electron', 'electron.exe'].map((name) => join(given, name)).find(fs.existsSync);
    if (file) return file;
  }
  try {
    const path = require('electron');
    return typeof path === 'string' && fs.existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function reasonForTerminal(electron) {
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return ['the user is root, and the window only opens with its sandbox on', 'root で実行されているため、サンドボックス付きのウィンドウを開けません'];
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return ['there is no display', '画面 (ディスプレイ) がありません'];
  if (!electron) return ['the Electron binary could not be had', 'Electron の実行ファイルを取得できませんでした'];
  return null;
}

function start() {
  build();
  const early = reasonForTerminal('later');
  const electron = early ? null : electronPath();
  const reason = early ?? reasonForTerminal(electron);
  if (!reason) return run(electron, [root]);
  const japanese = /^ja/i.test(process.env.LC_ALL || process.env.LANG || '');
  console.error(
    japanese
      ? `ウィンドウを開けません: ${reason[1]}。同じ画面をブラウザーで開きます (終了は Ctrl+C):`
      : `No window: ${reason[0]}. The same page in a browser instead (Ctrl+C ends it):`,
  );
  run(process.execPath, [join(root, 'out', 'cli.cjs'), 'classroom']);
}

const [what, ...args] = process.argv.slice(2);
if (what === 'start') start();
else if (what === 'wizard') {
  build();
  run(process.execPath, [join(root, 'out', 'cli.cjs'), ...args]);
} else if (what === 'types') {
  const failed = ['shared', 'electron', 'electron/agent', 'renderer', 'test'].filter(
    (room) => spawnSync(process.execPath, [bin('typescript', 'bin/tsc'), '-p', join(root, room)], { stdio: 'inherit' }).status !== 0,
  );
  process.exit(failed.length === 0 ? 0 : 1);
} else if (what === 'pack') {
  build();
  // A given Electron is copied without the app it may bring along; elsewhere electron-builder fetches its own.
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const copy = given ? fs.mkdtempSync(join(os.tmpdir(), 'wsus-wizard-dist-')) : null;
  if (given && copy) {
    fs.cpSync(given, copy, { recursive: true, verbatimSymlinks: true });
    fs.rmSync(join(copy, 'resources', 'app'), { recursive: true, force: true });
  }
  const packed = spawnSync(
    process.execPath,
    [bin('electron-builder', 'out/cli/cli.js'), '--dir', '--publish', 'never', ...(copy ? [`-c.electronDist=${copy}`] : []), ...args],
    { cwd: root, stdio: 'inherit' },
  );
  if (copy) fs.rmSync(copy, { recursive: true, force: true });
  process.exit(packed.status ?? 1);
} else if (what === 'docs') {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'electron', 'docs.ts'), { configFile: false, root });
  module.writeDocs(root);
} else if (what === 'bench') {
  const { runnerImport } = await import('vite');
  build();
  const { module } = await runnerImport(join(root, 'test', 'bench', `${args[0] ?? 'index'}.ts`), { configFile: false, root });
  await module.bench(args.slice(1));
} else if (what === 'screenshots') {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'test', 'e2e', 'screenshots.ts'), { configFile: false, root });
  await module.shoot(args);
} else {
  console.error('usage: node electron/run.mjs start | wizard | types | docs | pack | bench | screenshots');
  process.exit(2);
}

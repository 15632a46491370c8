/**
 * How long the window takes to start: from spawn to a line printed on the second animation frame after the start page answered a
 * click, beside a blank window of the same kind whose page is one button and one script. In the same run: the first bundle, and
 * the memory with 10,000 clients. The blank window is started twice a round; how far those two lie apart is what the machine adds.
 */
import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { makePlace, makeStage, type Place } from '../e2e/app';

const root = join(import.meta.dirname, '..', '..');
const goal = 1.3;
const bundleGoal = 120;

const at = (sorted: readonly number[], part: number): number => {
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
};
interface Figures {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}
const figures = (list: readonly number[]): Figures => {
  const sorted = [...list].sort((a, b) => a - b);
  return { low: at(sorted, 0.25), median: at(sorted, 0.5), high: at(sorted, 0.75) };
};
const ms = ({ low, median, high }: Figures): string => `${median.toFixed(0)} ms (quartiles ${low.toFixed(0)} to ${high.toFixed(0)})`;

/** An app folder that starts through the mark: the product as built, or the blank one. */
function makeApp(place: Place, name: string, fill: (folder: string) => void): string {
  const folder = join(place.base, name);
  fs.mkdirSync(folder);
  fill(folder);
  const description = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8'));
  fs.writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...description, main: 'mark.cjs' }));
  fs.copyFileSync(join(root, 'test', 'bench', 'start-mark.cjs'), join(folder, 'mark.cjs'));
  return folder;
}

const { NODE_ENV: _, VITEST: __, ...env } = process.env;

function fillProduct(folder: string): void {
  execFileSync(process.execPath, [join(root, 'test', 'e2e', 'build.mjs'), join(folder, 'out')], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  fs.cpSync(join(root, 'assets'), join(folder, 'assets'), { recursive: true });
}
async function fillBlank(folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      outDir: join(folder, 'out'),
      emptyOutDir: false,
      ssr: true,
      minify: false,
      rolldownOptions: {
        input: { main: join(root, 'test', 'bench', 'start-blank.ts') },
        external: ['electron', /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
  fs.mkdirSync(join(folder, 'out', 'renderer'));
  fs.writeFileSync(join(folder, 'out', 'preload.cjs'), '');
  fs.writeFileSync(
    join(folder, 'out', 'renderer', 'index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>blank</title></head><body><main><button id="only" type="button">Press</button></main><script type="module" src="./one.js"></script></body></html>',
  );
  fs.writeFileSync(
    join(folder, 'out', 'renderer', 'one.js'),
    "const b = document.querySelector('button'); b.addEventListener('click', () => { b.textContent = 'Pressed'; });",
  );
}

/** One start, in milliseconds; each over settings and visits of its own. */
async function started(place: Place, folder: string): Promise<number> {
  const own = place.own();
  const begun = performance.now();
  const child = spawn(place.executablePath, [folder, `--user-data-dir=${own.settings}`, '--disable-gpu'], {
    cwd: place.base,
    env: { PATH: process.env.PATH ?? '', HOME: own.home, DISPLAY: place.display, LANG: 'C.UTF-8', WSUS_WIZARD_VISITS: own.visits },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    return await new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no answer within 60 s: ${said.slice(-600)}`)), 60_000);
      child.stdout.on('data', (chunk) => {
        if (!String(chunk).includes('answered')) return;
        clearTimeout(late);
        resolve(performance.now() - begun);
      });
      child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said.slice(-600)}`)));
    });
  } finally {
    // The whole group that this start made: as root the window runs under runuser.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
  }
}

/** gzip of what the page loads before it stands: the script and style of index.html, and what that script imports at once. */
function firstBundle(folder: string): { script: number; style: number } {
  const page = join(folder, 'out', 'renderer');
  const html = fs.readFileSync(join(page, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1] ?? '');
  const met = new Set(names);
  for (const name of met)
    if (name.endsWith('.js'))
      for (const [, other = ''] of fs.readFileSync(join(page, name), 'utf8').matchAll(/\bimport(?:[^"'()]*?from)?\s*["']\.\/([^"']+)["']/g))
        met.add(`assets/${other}`);
  const size = (end: string) =>
    [...met].filter((n) => n.endsWith(end)).reduce((sum, n) => sum + gzipSync(fs.readFileSync(join(page, n)), { level: 9 }).length, 0) / 1000;
  return { script: size('.js'), style: size('.css') };
}

/** Main and renderer after 10,000 clients were typed, looked at and shown. */
async function memory(): Promise<string> {
  const stage = await makeStage();
  try {
    const { app, page, close } = await stage.open(stage.own());
    page.setDefaultTimeout(120_000);
    const main = page.getByRole('main');
    await main.getByRole('button', { name: /^Practise on/ }).click();
    await main
      .getByRole('button', { name: /branch office/i })
      .first()
      .click();
    await main.getByText('Client networks (optional)').click();
    const clients = Array.from({ length: 10_000 }, (_, i) => `10.20.${i >> 8}.${i & 255}=PC${i}`).join('\n');
    // Set as a whole: typed line by line the field itself would be measured.
    await main.getByLabel('Subnets and addresses').evaluate((field, text) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, clients);
    await main.getByRole('button', { name: 'Examine', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'What was found' }).waitFor();
    await main.getByRole('button', { name: 'Start with step 1' }).click();
    await main.getByText(/^Who is refused \(10,/).click();
    const used = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ type, memory: m }) => [type, m.workingSetSize / 1024] as const));
    await close();
    const of = (type: string) => used.filter(([t]) => t === type).reduce((sum, [, mb]) => sum + mb, 0);
    return `main ${of('Browser').toFixed(0)} MB, renderer ${of('Tab').toFixed(0)} MB (working set, shared pages counted in each)`;
  } finally {
    await stage.close();
  }
}

export async function bench(args: readonly string[] = []): Promise<void> {
  const pairs = Number(args[0] ?? 21);
  const place = await makePlace();
  const product = makeApp(place, 'product', fillProduct);
  const blank = makeApp(place, 'blank', () => {});
  await fillBlank(blank);
  const [ours, first, second]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let round = -2; round < pairs; round++) {
      // The order changes from round to round.
      const order = [
        [product, ours],
        [blank, first],
        [blank, second],
      ] as const;
      for (let i = 0; i < 3; i++) {
        const [folder, list] = order[(i + round + 3) % 3] ?? order[0];
        const took = await started(place, folder);
        if (round >= 0) list.push(took);
      }
    }
    const { script, style } = firstBundle(product);
    const [us, a, b] = [figures(ours), figures(first), figures(second)];
    const same = figures(first.map((one, i) => (second[i] ?? one) / one));
    const ratio = us.median / figures([...first, ...second]).median;
    const spread = (same.high - same.low) / 2;
    console.log(`start, ${pairs} pairs after 2 to warm up, one machine, one run`);
    console.log(`wizard         ${ms(us)}`);
    console.log(`blank window   ${ms(a)}`);
    console.log(`blank again    ${ms(b)}`);
    console.log(
      `A/A ratio of the blank window ${same.median.toFixed(2)} (quartiles ${same.low.toFixed(2)} to ${same.high.toFixed(2)}, spread ±${spread.toFixed(2)})`,
    );
    console.log(`goal ${goal}: ${ratio.toFixed(2)} times the blank window on the median`);
    console.log(`goal ${bundleGoal} kB gzip: ${script.toFixed(1)} kB script in the first bundle, and ${style.toFixed(1)} kB style`);
    console.log(`10,000 clients: ${await memory()}`);
    const missed = ratio > goal + spread || script + style > bundleGoal;
    console.log(missed ? 'MISSED' : ratio > goal ? 'missed by less than the A/A spread' : 'held');
    if (missed) process.exitCode = 1;
  } finally {
    await place.close();
  }
}

/**
 * How quick `node out/cli.cjs logs` is beside grep and mawk, whole processes in one run, file in cache. Goals (issue 5):
 * 2 GB no slower than grep and 5 times faster than mawk; 200 MB at most 2.0 times grep and 2 times faster than mawk; a third
 * of the rows refused no slower than mawk; peak memory under 150 MB and within 10 % between 200 MB and 2 GB.
 * `npm run bench -- logs [bytes of the big log] [runs]`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mawkProgram } from '../helpers/log-oracle';
import { makeLog } from './make-log';

interface Run {
  readonly seconds: number;
  readonly stdout: string;
}
const timed = (command: string, args: readonly string[]): Run => {
  const start = performance.now();
  const { stdout, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  return { seconds: (performance.now() - start) / 1000, stdout };
};
const cli = join(import.meta.dirname, '..', '..', 'out', 'cli.cjs');
const countsOf = (stdout: string): string =>
  (JSON.parse(stdout) as { clients: { address: string; count: number }[] }).clients
    .map((c) => `${c.address} ${c.count}`)
    .sort()
    .join('\n');

/** Peak memory of the whole process in MB, as the process itself says at its end. */
function peakOf(path: string): number {
  const told = `process.on('exit', () => process.stderr.write('\\nmaxRSS ' + process.resourceUsage().maxRSS + '\\n'))`;
  const { stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(told)}`, cli, 'logs', path, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return Number(/maxRSS (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
}

interface Measured {
  readonly ours: number;
  readonly grep: number;
  readonly mawk: number;
  readonly peak: number;
  readonly same: boolean;
}

/** The best of several runs, each program in turn: short ones need more of them. */
function measure(path: string, runs: number): Measured {
  readFileWhole(path);
  const best = { ours: Number.POSITIVE_INFINITY, grep: Number.POSITIVE_INFINITY, mawk: Number.POSITIVE_INFINITY };
  let same = true;
  for (let i = 0; i < runs; i++) {
    const ours = timed(process.execPath, [cli, 'logs', path, '--json']);
    const grep = timed('grep', ['-c', ' 403 6 ', path]);
    const mawk = timed('mawk', [mawkProgram, path]);
    best.ours = Math.min(best.ours, ours.seconds);
    best.grep = Math.min(best.grep, grep.seconds);
    best.mawk = Math.min(best.mawk, mawk.seconds);
    same &&= countsOf(ours.stdout) === mawk.stdout.trim().split('\n').sort().join('\n');
  }
  return { ...best, same, peak: peakOf(path) };
}
/** Into the cache. */
const readFileWhole = (path: string): void => void spawnSync('cat', [path], { stdio: ['ignore', 'ignore', 'inherit'] });

let missed = 0;
function goal(what: string, value: number, limit: number, unit = ''): void {
  const met = value <= limit;
  if (!met) missed++;
  console.log(`  ${met ? 'met   ' : 'MISSED'} ${what}: ${value.toFixed(2)}${unit} (goal ${limit}${unit})`);
}
function show(name: string, m: Measured): void {
  console.log(`${name}: ours ${m.ours.toFixed(2)} s, grep ${m.grep.toFixed(2)} s, mawk ${m.mawk.toFixed(2)} s, peak ${m.peak.toFixed(0)} MB`);
  if (!m.same) missed++;
  console.log(`  ${m.same ? 'met   ' : 'MISSED'} the answer equals mawk's`);
}

export async function bench([big = '2000000000', count = '3']: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wsus-wizard-bench-'));
  const runs = Number(count);
  const at = (name: string, bytes: number, refused: number) => {
    const path = join(folder, name);
    makeLog(path, { bytes, refused, seed: 7 });
    return path;
  };
  try {
    console.log(`load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`);
    const small = measure(at('small.log', 200_000_000, 145), 3 * runs);
    show('200 MB', small);
    goal('of grep', small.ours / small.grep, 2);
    goal('of mawk', small.ours / small.mawk, 0.5);
    const third = measure(at('third.log', 200_000_000, 3333), 3 * runs);
    show('200 MB, a third refused', third);
    goal('of mawk', third.ours / third.mawk, 1);
    const large = measure(at('large.log', Number(big), 145), runs);
    show(`${(Number(big) / 1e9).toFixed(1)} GB`, large);
    goal('of grep', large.ours / large.grep, 1);
    goal('of mawk', large.ours / large.mawk, 0.2);
    goal('peak memory', Math.max(small.peak, third.peak, large.peak), 150, ' MB');
    goal('growth of memory from 200 MB', Math.abs(large.peak / small.peak - 1), 0.1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (missed > 0) process.exitCode = 1;
}

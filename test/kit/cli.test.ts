/** The kit by the command line: written, carried to a server, brought back, and the fixes of that visit carried out there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { documents } from '../../shared/documents';
import { documentOf, looksLikeStack, runCli } from '../helpers/cli';
import { tempFolder } from '../helpers/temp';
import { worldNamed } from '../helpers/worlds';
import { collected, laid } from './carried';
import { Machine, stick } from './machine';

/** Lays what the command line wrote onto the stick. */
function carry(machine: Machine, folder: string): void {
  for (const file of readdirSync(folder)) machine.disk.put(`${stick}\\${file}`, readFileSync(join(folder, file)));
}
const kitOf = (printed: Parameters<typeof documentOf>[0]) => documents['kit/1'].parse(documentOf(printed));
const diagnosisOf = (printed: Parameters<typeof documentOf>[0]) => documents['diagnosis/1'].parse(documentOf(printed));

it('collects, finds, fixes on the server, and finds it cured', async () => {
  const state = tempFolder();
  const visits = ['--visits', join(state, 'visits')];
  const machine = new Machine(worldNamed('added-subnet'));
  const first = await runCli(['kit', '--out', join(state, 'kit'), ...visits, '--json'], { state });
  expect([first.code, kitOf(first)]).toEqual([0, expect.objectContaining({ kind: 'collect', machine: null, operations: [] })]);
  carry(machine, join(state, 'kit'));
  expect(machine.start('collect').code).toBe(40);
  const found = await runCli(['diagnose', '--target', `evidence:${laid(machine, collected(machine))}`, '--keep', ...visits, '--json'], { state });
  const diagnosis = diagnosisOf(found);
  expect(diagnosis.findings.map((f) => f.check)).toContain('selfupdate-refuses-clients');
  expect(diagnosis.probes.flatMap((p) => p.faults ?? [])).toEqual([]);
  const visit = diagnosis.visit as string;

  // Nothing was planned yet.
  const early = await runCli(['kit', '--out', join(state, 'early'), '--fixes-of', visit, ...visits], { state });
  expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('input-kit-no-plan')]);
  expect(existsSync(join(state, 'early'))).toBe(false);

  const preview = await runCli(['fix', '--visit', visit, '--check', 'selfupdate-refuses-clients', '--fix', 'grant-subnet', '--preview', ...visits, '--json'], {
    state,
  });
  const plan = documents['plan/1'].parse(documentOf(preview));
  const second = await runCli(['kit', '--out', join(state, 'fix'), '--fixes-of', visit, ...visits, '--json'], { state });
  const kit = kitOf(second);
  expect([second.code, kit.kind, kit.machine]).toEqual([0, 'fix', 'SBS01']);
  expect(kit.operations.map((o) => o.text)).toEqual(plan.operations.map((o) => o.text));

  carry(machine, join(state, 'fix'));
  const fixed = machine.start('fix', ['y']);
  expect([fixed.code, fixed.said.join('\n')]).toEqual([40, expect.any(String)]);
  expect(machine.start('collect').code).toBe(40);
  const again = diagnosisOf(await runCli(['diagnose', '--target', `evidence:${laid(machine, collected(machine))}`, ...visits, '--json'], { state }));
  expect(again.findings.map((f) => f.check)).not.toContain('selfupdate-refuses-clients');
  expect(again.passed).toContain('selfupdate-refuses-clients');
  expect(again.probes.flatMap((p) => p.faults ?? [])).toEqual([]);
}, 120_000);

it('names answers of a kit that another computer wrote', async () => {
  const [here, there] = [tempFolder(), tempFolder()];
  await runCli(['kit', '--out', join(there, 'kit')], { state: there });
  const machine = new Machine(worldNamed('added-subnet'));
  carry(machine, join(there, 'kit'));
  machine.start('collect');
  const printed = diagnosisOf(await runCli(['diagnose', '--target', `evidence:${laid(machine, collected(machine))}`, '--json'], { state: here }));
  expect(printed.probes.flatMap((p) => p.faults ?? []).map((f) => f.code)).toContain('probe-kit-foreign');
  expect(printed.findings.map((f) => f.check)).toContain('selfupdate-refuses-clients');
}, 60_000);

it('writes over nothing, and says in one line what is missing', async () => {
  const state = tempFolder();
  mkdirSync(join(state, 'used'));
  writeFileSync(join(state, 'used', 'collect.cmd'), 'mine');
  for (const [args, code, says] of [
    [['kit'], 2, 'input-missing-option'],
    [['kit', '--out', join(state, 'used')], 2, 'input-kit-exists'],
    [['kit', '--out', join(state, 'x'), '--fixes-of', 'nothing-here'], 2, 'input-unknown-visit'],
    [['kit', '--out', join(state, 'x'), '--target', 'windows'], 2, 'input-unknown-option'],
  ] as const)
    for (const lang of ['en', 'ja']) {
      const printed = await runCli([...args, '--lang', lang], { state });
      expect([args, printed.code, printed.stderr]).toEqual([args, code, expect.stringContaining(says)]);
      expect(printed.stderr.trim().split('\n').length).toBe(1);
      expect(looksLikeStack(printed.stderr)).toBe(false);
    }
  expect(readFileSync(join(state, 'used', 'collect.cmd'), 'utf8')).toBe('mine');
  expect(readdirSync(join(state, 'used'))).toEqual(['collect.cmd']);
}, 60_000);

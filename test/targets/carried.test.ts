/** Evidence as people carry it: zip files, registry exports, answers.json; and what must not be opened. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect, usualLimits } from '../../electron/collect';
import { evidenceAdapter } from '../../electron/targets/evidence';
import { checks } from '../../shared/checks/index';
import { diagnose } from '../../shared/diagnose';
import { probeIds } from '../../shared/probes/index';
import { answer } from '../../shared/simulation/answer';
import type { World } from '../../shared/simulation/world';
import type { Snapshot } from '../../shared/snapshot';
import { nothingTold } from '../../shared/visit';
import { configFile } from '../helpers/files';
import { tempFolder } from '../helpers/temp';
import { worldNamed } from '../helpers/worlds';
import { makeZip } from '../helpers/zip';

const writeEvidence = (world: World, folder: string): void => {
  const { name, text } = configFile(world);
  fs.writeFileSync(join(folder, name), text);
};

const regOf = (id: string, name?: string) =>
  [
    'REGEDIT4',
    ...(name ? ['[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]', `"ComputerName"="${name}"`] : []),
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate]',
    `"SusClientId"="${id}"`,
    '',
  ].join('\r\n');

async function look(path: string, signal = new AbortController().signal): Promise<Snapshot> {
  const adapter = await evidenceAdapter(path, path);
  if (!adapter.ok) throw Object.assign(new Error(adapter.fault.code), { code: adapter.fault.code, facts: adapter.fault.facts });
  const snapshot = await collect(adapter.value, probeIds, { told: nothingTold, limits: usualLimits, signal, now: () => '2026-11-18T06:00:00.000Z' });
  adapter.value.close();
  return snapshot;
}
const codeOf = (path: string): Promise<string> =>
  look(path).then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );
const put = (name: string, data: string | Buffer): string => {
  const path = join(tempFolder(), name);
  fs.writeFileSync(path, data);
  return path;
};
const verdict = (snapshot: Snapshot, check: string) => diagnose(snapshot, checks).findings.find((f) => f.check === check);

test('a zip gives the same answers as the folder it was made of, and nothing is written', async () => {
  const folder = tempFolder();
  writeEvidence(worldNamed('added-subnet'), folder);
  const name = fs.readdirSync(folder)[0] as string;
  const zip = put('site.zip', makeZip([{ name: `日本語/${name}`, data: fs.readFileSync(join(folder, name)) }]));
  const before = fs.readdirSync(join(zip, '..'));
  const [a, b] = [await look(folder), await look(zip)];
  expect(b.answers['ip-restrictions']).toEqual(a.answers['ip-restrictions']);
  expect(b.answers['web-sites']).toEqual(a.answers['web-sites']);
  expect(fs.readdirSync(join(zip, '..'))).toEqual(before);
});

test('a single file is evidence too', async () => {
  const folder = tempFolder();
  writeEvidence(worldNamed('added-subnet'), folder);
  expect((await look(join(folder, fs.readdirSync(folder)[0] as string))).answers['web-sites']?.outcome).toBe('ok');
});

const reg = regOf('6f1d2c34-0b5e-4c0a-9d31-2e7a5b8c9d10', 'PC05');
test.each([
  ['an empty zip', makeZip([]), 'input-nothing-readable'],
  ['no zip at all', Buffer.alloc(0), 'malformed-zip'],
  ['a zip cut in half', makeZip([{ name: 'a.reg', data: reg }]).subarray(0, 40), 'malformed-zip'],
  ['a zip that climbs out', makeZip([{ name: '../../a.reg', data: reg }]), 'malformed-zip'],
  ['an absolute name', makeZip([{ name: '/etc/a.reg', data: reg }]), 'malformed-zip'],
  ['an encrypted zip', makeZip([{ name: 'a.reg', data: reg, flags: 1 }]), 'denied-encrypted'],
  ['a zip bomb', makeZip([{ name: 'a.reg', data: Buffer.alloc(11 * 1024 * 1024) }]), 'too-large-archive'],
  ['a name longer than Windows allows', makeZip([{ name: `${'x'.repeat(270)}.reg`, data: reg }]), 'too-large-archive'],
  [
    'more than two gigabytes',
    makeZip([
      { name: 'a', data: 'x', claims: 2_000_000_000 },
      { name: 'b', data: 'x', claims: 2_000_000_000 },
    ]),
    'too-large-archive',
  ],
])('%s is refused by name', async (_what, data, code) => {
  expect(await codeOf(put('x.zip', data))).toBe(code);
});

test('a size that lies is a fault of that entry, the rest is read', async () => {
  const snapshot = await look(
    put(
      'x.zip',
      makeZip([
        { name: 'a.reg', data: reg },
        { name: 'b.reg', data: regOf('b'), claims: 3 },
      ]),
    ),
  );
  const identities = snapshot.answers['client-identities'];
  expect(identities?.outcome === 'ok' && identities.value.clients.map((c) => c.name)).toEqual(['PC05']);
  expect(snapshot.entries.find((e) => e.id === 'client-identities')?.faults?.map((f) => f.file)).toEqual(['b.reg']);
});

test('a zip within a zip is named and not opened, a link is not followed', async () => {
  const inner = makeZip([{ name: 'b.reg', data: regOf('b', 'PC06') }]);
  const snapshot = await look(
    put(
      'x.zip',
      makeZip([
        { name: 'a.reg', data: reg },
        { name: 'inner.zip', data: inner },
        { name: 'link.reg', data: '/etc/passwd', mode: 0o120777 },
      ]),
    ),
  );
  const entry = snapshot.entries.find((e) => e.id === 'client-identities');
  expect(entry?.faults?.map((f) => [f.file, f.fault.code])).toEqual([['inner.zip', 'unsupported-nested-archive']]);
  const folder = tempFolder();
  fs.writeFileSync(join(folder, 'a.reg'), reg);
  fs.symlinkSync('/etc', join(folder, 'etc'));
  expect((await look(folder)).entries.find((e) => e.id === 'client-identities')?.files?.map((f) => f.file)).toEqual(['a.reg']);
});

test('equal ids in two unnamed exports are unknown, in two named ones a problem', async () => {
  const files = (names: (string | undefined)[]) => {
    const folder = tempFolder();
    for (const [i, name] of names.entries()) fs.writeFileSync(join(folder, `${i}.reg`), regOf('6f1d2c34-0b5e-4c0a-9d31-2e7a5b8c9d10', name));
    return folder;
  };
  expect(verdict(await look(files([undefined, undefined])), 'client-id-duplicated')).toMatchObject({ verdict: 'unknown', facts: { reason: 'one-or-several' } });
  expect(verdict(await look(files(['PC05', undefined])), 'client-id-duplicated')).toMatchObject({ verdict: 'unknown' });
  expect(verdict(await look(files(['PC05', 'PC06'])), 'client-id-duplicated')).toMatchObject({ verdict: 'fail', facts: { clients: 2 } });
  expect(verdict(await look(files(['PC05', 'PC05'])), 'client-id-duplicated')).toBeUndefined();
});

/** The longest time between two turns of the event loop that this process itself worked for, in ms: another's load does not count. */
function watchLoop(): () => number {
  let [wall, cpu, worst] = [performance.now(), process.cpuUsage(), 0];
  const timer = setInterval(() => {
    const used = process.cpuUsage(cpu);
    worst = Math.max(worst, Math.min(performance.now() - wall, (used.user + used.system) / 1000));
    [wall, cpu] = [performance.now(), process.cpuUsage()];
  }, 2);
  return () => {
    clearInterval(timer);
    return worst;
  };
}

const answersOf = (schema: string, lines: unknown[]) => JSON.stringify([{ schema, computer: 'SBS01' }, ...lines, { end: 'ok', lines: lines.length }]);
const linesOf = (name: string) => {
  const world = worldNamed(name);
  return probeIds.map((probe) => {
    const given = answer(world, probe);
    return given.outcome === 'ok'
      ? { probe, machine: 'SBS01', outcome: 'ok', answer: given.value }
      : { probe, machine: 'SBS01', outcome: given.outcome, fault: given.fault };
  });
};

test('answers.json gives the findings of the server it came from', async () => {
  const folder = tempFolder();
  fs.writeFileSync(join(folder, 'answers.json'), answersOf('wsus-wizard/answers/1', linesOf('default-site-port-80')));
  const found = diagnose(await look(folder), checks).findings.map((f) => [f.check, f.verdict, f.severity]);
  expect(found).toContainEqual(['other-vroots-refuse-clients', 'fail', 'problem']);
  expect(found).toContainEqual(['client-never-contacted', 'fail', 'warning']);
});

test('where a file says otherwise the live answer wins, and that is told', async () => {
  const folder = tempFolder();
  writeEvidence(worldNamed('site-restricted-vroots-granted'), folder);
  fs.writeFileSync(join(folder, 'answers.json'), answersOf('wsus-wizard/answers/1', linesOf('added-subnet')));
  const snapshot = await look(folder);
  expect(verdict(snapshot, 'selfupdate-refuses-clients')?.verdict).toBe('fail');
  expect(snapshot.entries.find((e) => e.id === 'ip-restrictions')?.faults?.map((f) => f.fault.code)).toContain('probe-differs');
});

test('answers of a newer number are judged as far as they are understood, and named; wrong types are faults', async () => {
  const folder = tempFolder();
  const lines = [
    ...linesOf('added-subnet').filter((l) => l.probe !== 'services'),
    { probe: 'services', outcome: 'ok', answer: { services: 5 } },
    { probe: 'later-probe', outcome: 'ok', answer: 1 },
  ];
  fs.writeFileSync(join(folder, 'answers.json'), answersOf('wsus-wizard/answers/9', lines));
  const snapshot = await look(folder);
  expect(snapshot.answers.services).toMatchObject({ outcome: 'failed', fault: { code: 'probe-answer-malformed' } });
  expect(snapshot.entries.find((e) => e.id === 'product')?.faults?.map((f) => f.fault.code)).toContain('unsupported-newer-file');
  expect(verdict(snapshot, 'web-publishing-stopped')?.verdict).toBe('unknown');
});

test('5,000 exports: the event loop is never blocked over 100 ms, and cancel acts within 200 ms', async () => {
  const folder = tempFolder();
  for (let i = 0; i < 5000; i++) fs.writeFileSync(join(folder, `pc${i}.reg`), regOf(`id-${i}`, `PC${i}`));
  const adapter = await evidenceAdapter(folder, folder);
  if (!adapter.ok) throw new Error(adapter.fault.code);
  const blocked = watchLoop();
  const looked = [];
  for await (const one of adapter.value.look(['client-identities'], { signal: new AbortController().signal, perProbe: 1e6, told: nothingTold }))
    looked.push(one);
  expect(blocked()).toBeLessThan(100);
  const [snapshot] = looked;
  expect(snapshot?.collected.outcome === 'ok' && (snapshot.collected.value as { clients: unknown[] }).clients.length).toBe(5000);
  const controller = new AbortController();
  const cancelled = look(folder, controller.signal);
  await new Promise((done) => setTimeout(done, 50));
  const at = performance.now();
  controller.abort();
  await cancelled;
  expect(performance.now() - at).toBeLessThan(200);
});

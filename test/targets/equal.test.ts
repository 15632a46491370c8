import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, usualLimits } from '../../electron/collect';
import { evidenceAdapter } from '../../electron/targets/evidence';
import { checks } from '../../shared/checks/index';
import { diagnose } from '../../shared/diagnose';
import { probeIds } from '../../shared/probes/index';
import type { World } from '../../shared/simulation/world';
import type { Snapshot } from '../../shared/snapshot';
import type { Told } from '../../shared/target';
import { applicationHostText, configFile, ipSecurityXml, metabaseText, secrets } from '../helpers/files';
import { snapshotOf } from '../helpers/look';
import { inTemporary, must } from '../helpers/shell';
import { baseOf, scenarioIds, worldNamed } from '../helpers/worlds';

/** Checks that the configuration file alone can answer. */
const byFile = [
  'virtual-directory-missing',
  'selfupdate-refuses-clients',
  'client-web-service-refuses-clients',
  'other-vroots-refuse-clients',
  'localhost-refused',
];
const asked = checks.filter((c) => byFile.includes(c.id));

const now = () => '2026-11-24T08:00:00.000Z';
const lookAt = async (folder: string, told: Told = { clients: [], subnets: [] }): Promise<Snapshot> =>
  collect(must(await evidenceAdapter(folder, folder)), probeIds, { told, limits: usualLimits, signal: new AbortController().signal, now });

/** What the file cannot know is taken from the World's answers too. */
function asFilesKnow(world: Snapshot, files: Snapshot): Snapshot {
  const networks = world.answers.networks;
  if (networks?.outcome !== 'ok' || files.answers.networks?.outcome !== 'ok') throw new Error('no networks');
  return {
    ...world,
    answers: {
      ...world.answers,
      product: files.answers.product,
      'client-identities': files.answers['client-identities'],
      'client-policies': files.answers['client-policies'],
      networks: {
        outcome: 'ok',
        value: {
          ...networks.value,
          adapters: files.answers.networks.value.adapters,
          subnets: files.answers.networks.value.subnets,
          clients: files.answers.networks.value.clients,
        },
      },
    },
  } as Snapshot;
}
const toldOf = (world: World): Told => ({
  clients: world.clients.flatMap((c) => c.addresses.map((address) => ({ address, name: c.name }))),
  subnets: world.subnets.map((s) => s.subnet),
});

/** A practice server whose web server is stopped shows nothing; its files show what stands in them. */
const running = (world: World): World => ({
  ...world,
  services: Object.fromEntries(Object.entries(world.services).map(([name, s]) => [name, { ...s, state: 'running' as const }])),
});

describe('the same facts as a World and as files', () => {
  for (const id of scenarioIds)
    it(`give equal findings: ${id}`, () =>
      inTemporary(async (folder) => {
        const world = running(worldNamed(id));
        const { name, text } = configFile(world);
        writeFileSync(join(folder, name), text);
        const told = toldOf(world);
        const files = await lookAt(folder, told);
        expect(files.entries.find((e) => e.id === 'ip-restrictions')).toMatchObject({ outcome: 'ok', files: [{ file: name }] });
        const fromFiles = diagnose(files, asked);
        const fromWorld = diagnose(asFilesKnow(snapshotOf(world, told), files), asked);
        expect(fromFiles).toEqual(fromWorld);
        // The refusals are those the scenario is about; of its own addresses a file knows only the loopback ones.
        const full = diagnose(
          snapshotOf(world),
          asked.filter((c) => c.id !== 'localhost-refused'),
        );
        const refusals = fromFiles.findings.filter((f) => f.check !== 'localhost-refused');
        expect(refusals.map((f) => [f.check, f.verdict])).toEqual(full.findings.map((f) => [f.check, f.verdict]));
        for (const f of refusals) expect(f.facts.refused).toEqual(full.findings.find((o) => o.check === f.check)?.facts.refused);
      }));
});

describe('evidence', () => {
  const sbs = baseOf('sbs2003');
  const server = baseOf('server2022');
  const told: Told = { clients: [{ address: '192.168.20.101' }], subnets: [] };

  it('is found by its content under any name, in nested folders, with its date', () =>
    inTemporary(async (folder) => {
      mkdirSync(join(folder, 'from server', 'old copy'), { recursive: true });
      const path = join(folder, 'from server', 'old copy', 'export.txt');
      writeFileSync(path, metabaseText(sbs));
      utimesSync(path, new Date('2026-11-20T10:00:00Z'), new Date('2026-11-20T10:00:00Z'));
      writeFileSync(join(folder, 'readme.txt'), 'nothing of interest');
      const { entries } = await lookAt(folder);
      expect(entries.find((e) => e.id === 'web-sites')).toMatchObject({
        outcome: 'ok',
        files: [{ file: 'from server/old copy/export.txt', date: '2026-11-20T10:00:00.000Z' }],
      });
    }));

  it('in UTF-16, as some editors save it, reads the same', () =>
    inTemporary(async (folder) => {
      writeFileSync(join(folder, 'MetaBase.xml'), Buffer.from(`\uFEFF${metabaseText(sbs).slice(1)}`, 'utf16le'));
      const { answers } = await lookAt(folder);
      expect(answers['web-sites']?.outcome === 'ok' && answers['web-sites'].value.sites.map((s) => s.name)).toEqual([
        '既定の Web サイト',
        'companyweb',
        'WSUS の管理',
      ]);
    }));

  it('names a file that cannot be read, and judges the rest', () =>
    inTemporary(async (folder) => {
      writeFileSync(join(folder, 'MetaBase.xml'), metabaseText(worldNamed('added-subnet')));
      writeFileSync(join(folder, 'broken.config'), '<configuration><system.webServer>');
      const snapshot = await lookAt(folder, told);
      expect(snapshot.entries.find((e) => e.id === 'ip-restrictions')?.faults).toMatchObject([{ file: 'broken.config', fault: { code: 'malformed-xml' } }]);
      expect(diagnose(snapshot, asked).findings.map((f) => f.check)).toContain('selfupdate-refuses-clients');
    }));

  it('names a list that cannot be read, and claims nothing of its directory', () =>
    inTemporary(async (folder) => {
      writeFileSync(join(folder, 'MetaBase.xml'), metabaseText(sbs, { 'W3SVC/1/ROOT/Selfupdate': '18000080f' }));
      const snapshot = await lookAt(folder, { clients: [{ address: '192.168.16.21' }], subnets: [] });
      expect(snapshot.entries.find((e) => e.id === 'ip-restrictions')?.faults).toMatchObject([
        { fault: { code: 'malformed-blob-digits', facts: { node: 'W3SVC/1/ROOT/Selfupdate' } } },
      ]);
      const { findings, passed } = diagnose(snapshot, asked);
      expect(findings.find((f) => f.check === 'selfupdate-refuses-clients')).toMatchObject({
        verdict: 'unknown',
        because: { fault: { code: 'malformed-blob-digits' } },
      });
      expect(passed).toContain('client-web-service-refuses-clients');
    }));

  it('of two servers uses one and says which it did not use', () =>
    inTemporary(async (folder) => {
      writeFileSync(join(folder, 'a.xml'), metabaseText(sbs));
      writeFileSync(join(folder, 'b.config'), applicationHostText({ ...server, vroots: [] }));
      const { entries } = await lookAt(folder);
      expect(entries.find((e) => e.id === 'web-sites')).toMatchObject({
        files: [{ file: 'a.xml' }],
        faults: [{ file: 'b.config', fault: { code: 'unsupported-file-kind' } }],
      });
    }));

  it('without a client network known is unknown, never a pass', () =>
    inTemporary(async (folder) => {
      writeFileSync(join(folder, 'MetaBase.xml'), metabaseText(sbs));
      const { findings } = diagnose(await lookAt(folder), asked);
      expect(findings.find((f) => f.check === 'selfupdate-refuses-clients')).toMatchObject({ verdict: 'unknown', facts: { reason: 'no-client-network' } });
    }));

  it('empty text and no attribute are opposites below a restricted root', () =>
    inTemporary(async (folder) => {
      writeFileSync(join(folder, 'MetaBase.xml'), metabaseText(sbs, { 'W3SVC/1/ROOT/Selfupdate': '' }));
      const { findings, passed } = diagnose(await lookAt(folder, told), asked);
      expect(passed).toContain('selfupdate-refuses-clients');
      expect(findings.map((f) => f.check)).toContain('client-web-service-refuses-clients');
    }));

  it('of IIS 7 and later takes the module missing as not in force', () =>
    inTemporary(async (folder) => {
      const world = worldNamed('merged-rules-iis10');
      writeFileSync(join(folder, 'applicationHost.config'), applicationHostText({ ...world, restrictions: { ...world.restrictions, inForce: false } }));
      const { notApplicable, findings } = diagnose(await lookAt(folder, told), asked);
      expect(findings).toEqual([]);
      expect(notApplicable).toContainEqual({ check: 'selfupdate-refuses-clients', because: 'module-missing' });
    }));

  it('of IIS 7 and later never takes the lists of the FTP server or of other sections for ours', () =>
    inTemporary(async (folder) => {
      writeFileSync(join(folder, 'applicationHost.config'), applicationHostText(server));
      const { answers } = await lookAt(folder);
      const nodes = answers['ip-restrictions']?.outcome === 'ok' ? answers['ip-restrictions'].value.nodes : {};
      expect(Object.keys(nodes).length).toBeGreaterThan(9);
      expect(Object.values(nodes).every((n) => n.outcome === 'ok' && n.value === 'inherits')).toBe(true);
    }));

  it('of IIS 7 and later reads an add without allowed as a deny, and without a mask as one address', () =>
    inTemporary(async (folder) => {
      const section = ipSecurityXml({ lines: [{ verb: 'add', address: '192.168.20.101' }] });
      writeFileSync(join(folder, 'applicationHost.config'), applicationHostText(server, { 'WSUS Administration': section }));
      const { findings } = diagnose(await lookAt(folder, { clients: [{ address: '192.168.20.101' }, { address: '192.168.20.102' }], subnets: [] }), asked);
      expect(findings.find((f) => f.check === 'client-web-service-refuses-clients')?.facts.addresses).toEqual(['192.168.20.101']);
    }));

  it('never lets a password reach a snapshot', () =>
    inTemporary(async (folder) => {
      for (const [name, text] of [
        ['MetaBase.xml', metabaseText(worldNamed('added-subnet'))],
        ['applicationHost.config', applicationHostText(worldNamed('merged-rules-iis10'))],
      ] as const) {
        const own = join(folder, name.replace('.', '-'));
        mkdirSync(own);
        writeFileSync(join(own, name), text);
        const seen = JSON.stringify(await lookAt(own, told));
        expect(secrets.filter((s) => text.includes(s)).length).toBeGreaterThan(2);
        expect(secrets.filter((s) => seen.includes(s))).toEqual([]);
        expect(seen).not.toMatch(/Pass(word)?"/i);
      }
    }));
});

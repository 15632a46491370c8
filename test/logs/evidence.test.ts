import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceAdapter } from '../../electron/targets/evidence';
import type { Collected } from '../../shared/probe';
import type { ProbeId } from '../../shared/probes/index';
import { probeIds } from '../../shared/probes/index';
import { documentOf, runCli } from '../helpers/cli';
import { metabaseText } from '../helpers/files';
import { tempFolder } from '../helpers/temp';
import { worldNamed } from '../helpers/worlds';
import { makeZip } from '../helpers/zip';

const fields = '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status';
const row = (client: string, status: string, stem = '/selfupdate/wuident.cab') => `2026-03-03 08:00:00 192.168.16.2 GET ${stem} - 80 - ${client} a ${status}`;
const iis = [
  fields,
  row('192.168.20.101', '403 6 5'),
  row('192.168.16.21', '200 0 0'),
  row('198.51.100.77', '403 6 5'),
  row('192.168.16.2', '200 0 0'),
  row('10.1.1.1', '200 0 0', '/exchange/'),
  '',
].join('\r\n');
const client = ['2026-03-03\t08:15:32:100\t 840\t6d8\tSetup\tFATAL: IsUpdateRequired failed with error 0x80244018', ''].join('\r\n');
const files = {
  'LogFiles/W3SVC1/ex260303.log': iis,
  'LogFiles/W3SVC1/ex260304.log': '192.168.16.21, -, 03/20/01, 7:55:20, W3SVC2, SBS01, 192.168.16.2, 4502, 163, 3223, 200, 0, GET, /default.htm, -,\r\n',
  'PC21/WindowsUpdate.log': client,
  'PC22/WindowsUpdate.log': Buffer.from(
    `\uFEFF${client.replace('\t08', '\t09')}2026-03-03\t09:15:33:000\t 840\t6d8\tAgent\t  * 上書き: WSUS server: http://sbs01\r\n`,
    'utf16le',
  ),
  'server/SoftwareDistribution.log': '2026-03-03 08:15:30.123 UTC\tInfo\tWsusService.5\tX\tEventId=364,Type=Error,Category=Synchronization,Message=failed\r\n',
  'MetaBase.xml': metabaseText(worldNamed('added-subnet')),
};

type Answers = Partial<Record<ProbeId, { collected: Collected<unknown>; faults: readonly string[] }>>;
async function look(path: string, signal = new AbortController().signal, read?: (bytes: number, total: number) => void): Promise<Answers> {
  const adapter = await evidenceAdapter(path, 'collected');
  if (!adapter.ok) throw new Error(adapter.fault.code);
  const answers: Answers = {};
  for await (const looked of adapter.value.look(probeIds, { signal, perProbe: 10_000, told: { clients: [], subnets: [] }, ...(read && { read }) }))
    answers[looked.probe] = { collected: looked.collected, faults: (looked.faults ?? []).map((f) => `${f.file}: ${f.fault.code}`) };
  adapter.value.close();
  return answers;
}
const answerOf = (answers: Answers, probe: ProbeId) => {
  const answer = answers[probe]?.collected;
  return answer?.outcome === 'ok' ? answer.value : answer;
};

describe('logs among collected files', () => {
  const folder = tempFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, 'all', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'all', name), content);
  }
  const zip = join(folder, 'all.zip');
  writeFileSync(zip, makeZip(Object.entries(files).map(([name, data]) => ({ name, data }))));

  for (const [kind, path] of [
    ['a folder', join(folder, 'all')],
    ['a zip', zip],
  ] as const)
    it(`of ${kind} answer the probes`, async () => {
      let told = 0;
      const answers = await look(path, undefined, (bytes, total) => {
        expect(bytes).toBeLessThanOrEqual(total);
        told = bytes;
      });
      expect(told).toBeGreaterThan(0);
      expect(answerOf(answers, 'iis-log')).toMatchObject({
        rows: 5,
        refusals: 2,
        clients: [{ address: '192.168.20.101', count: 1, wsus: 1 }, { address: '198.51.100.77' }],
        files: [{ rows: 5, warnings: [] }],
      });
      expect(answerOf(answers, 'client-log')).toMatchObject({
        clients: [{ codes: [{ code: '0x80244018', count: 1 }] }, { lines: 2, server: 'http://sbs01', codes: [{ code: '0x80244018', count: 1 }] }],
      });
      expect(answerOf(answers, 'server-events')).toMatchObject({ events: [{ id: 364, level: 'error', count: 1 }] });
      expect(answers['iis-log']?.faults).toContain('LogFiles/W3SVC1/ex260304.log: unsupported-log-format');
      // Private clients of WSUS paths are known now; the server, the Internet and other paths are not.
      const networks = answerOf(answers, 'networks') as { clients: unknown[] };
      expect(networks.clients).toEqual([
        { address: '192.168.20.101', learned: 'log' },
        { address: '192.168.16.21', learned: 'log' },
      ]);
    });

  it('say the same out of a zip, read in a thread, as from a folder', async () => {
    const long = Array.from({ length: 20_000 }, (_, i) => row(`192.168.20.${10 + (i % 90)}`, i % 3 === 0 ? '403 6 5' : '200 0 0'));
    const more = { ...files, 'LogFiles/W3SVC1/ex260305.log': [fields, ...long, ''].join('\r\n') };
    const big = join(folder, 'big.zip');
    writeFileSync(big, makeZip(Object.entries(more).map(([name, data]) => ({ name, data }))));
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(join(folder, 'same', name, '..'), { recursive: true });
      writeFileSync(join(folder, 'same', name), content);
    }
    const judged = async (path: string) => documentOf(await runCli(['diagnose', '--target', `evidence:${path}`, '--json']));
    const zipped = await judged(big);
    expect(JSON.stringify(zipped.findings)).toContain('192.168.20.0/24');
    expect(zipped.findings).toEqual((await judged(join(folder, 'same'))).findings);
  });

  it('cancel within 200 ms', async () => {
    const path = join(folder, 'big');
    mkdirSync(path);
    writeFileSync(join(path, 'ex260303.log'), `${fields}\r\n${`${row('192.168.20.101', '200 0 0')}\r\n`.repeat(400_000)}`);
    const controller = new AbortController();
    let cancelled = 0;
    setTimeout(() => {
      cancelled = performance.now();
      controller.abort();
    }, 100);
    await look(path, controller.signal);
    expect(performance.now() - cancelled).toBeLessThan(200);
  });
});

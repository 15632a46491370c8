/** Logs of this machine are read where its web sites say they lie; from afar they are not. */
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderFiles } from '../../electron/targets/files';
import { expandVariables, localLogs } from '../../electron/targets/local-logs';
import { Lab } from '../agent/lab';
import { adapterOf } from '../agent/start';
import { tempFolder } from '../helpers/temp';
import { worldNamed } from '../helpers/worlds';

const options = { signal: new AbortController().signal, perProbe: 5000, told: { clients: [], subnets: [] } };
const fields = '#Fields: date time cs-method cs-uri-stem c-ip sc-status sc-substatus';
const refusal = (day: string, address: string) => `${day} 05:00:00 GET /Selfupdate/wuident.cab ${address} 403 6`;

function logsIn(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = tempFolder();
  let age = 0;
  for (const [name, lines] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `#Software: Microsoft Internet Information Services 6.0\r\n${[fields, ...lines].join('\r\n')}\r\n`);
    const at = new Date(Date.UTC(2026, 10, 18) - age++ * 86_400_000);
    utimesSync(path, at, at);
  }
  return folder;
}
const site = (logFolder: string | null) => ({
  id: 1,
  name: 'x',
  root: 'W3SVC/1/ROOT',
  bindings: [],
  state: { outcome: 'ok', value: 'started' } as const,
  logFolder,
});

describe('IIS logs of this machine', () => {
  const folder = logsIn({
    'W3SVC1/ex261118.log': [refusal('2026-11-18', '192.168.20.101')],
    'W3SVC1/ex261117.log': [refusal('2026-11-17', '192.168.20.102')],
    'W3SVC1/notes.txt': [refusal('2026-11-17', '192.168.20.103')],
    'W3SVC7/ex261118.log': [refusal('2026-11-18', '192.168.20.104')],
  });
  const read = (limit?: number) => localLogs({ Logs: folder }, limit);

  it('are those of every site, and no other files', async () => {
    const looked = await read()('iis-log', [site('%LOGS%/W3SVC1'), site('%LOGS%/W3SVC7'), site(null)], options);
    expect(looked.collected).toMatchObject({ outcome: 'ok', value: { rows: 3, refusals: 3 } });
    const value = (looked.collected as { value: { clients: { address: string }[]; files: { file: string }[] } }).value;
    expect(value.clients.map((c) => c.address)).toEqual(['192.168.20.101', '192.168.20.102', '192.168.20.104']);
    expect(value.files.map((f) => f.file).sort()).toEqual(['W3SVC1/ex261117.log', 'W3SVC1/ex261118.log', 'W3SVC7/ex261118.log']);
    expect(looked.faults).toBeUndefined();
  });
  it('are whole where every site tells its folder, and say so where one does not', async () => {
    const whole = await read()('iis-log', [site('%LOGS%/W3SVC1')], options);
    expect((whole.collected as { value: object }).value).not.toHaveProperty('unread');
    const part = await read()('iis-log', [site('%LOGS%/W3SVC1'), { ...site(null), root: 'W3SVC/9/ROOT' }], options);
    expect(part.collected).toMatchObject({ value: { unread: ['W3SVC/9/ROOT'] } });
  });
  it('are read newest first, and what does not fit is named', async () => {
    const looked = await read(250)('iis-log', [site('%logs%/W3SVC1')], options);
    expect(looked.collected).toMatchObject({ outcome: 'ok', value: { clients: [{ address: '192.168.20.101' }], unread: ['W3SVC1/ex261117.log'] } });
    expect(looked.faults).toMatchObject([{ file: 'W3SVC1/ex261117.log', fault: { code: 'too-large-file' } }]);
  });
  it('are missing where no folder is told, or it is not there', async () => {
    for (const sites of [[], [site(null)], [site('%LOGS%/W3SVC9')]])
      expect((await read()('iis-log', sites, options)).collected).toMatchObject({ outcome: 'missing', fault: { code: 'probe-object-missing' } });
  });
  it('may be deleted while they are listed', async () => {
    const going = logsIn({ 'ex261118.log': [], 'ex261119.log': [], 'ex261120.log': [] });
    const told: string[] = [];
    const seen: string[] = [];
    for await (const { file } of folderFiles(going).files(options.signal, (name) => told.push(name))) {
      seen.push(file);
      rmSync(join(going, 'ex261119.log'), { force: true });
    }
    expect({ seen, told }).toEqual({ seen: ['ex261118.log', 'ex261120.log'], told: [] });
  });
  it('keep a variable that is not set as it is', () => {
    expect(expandVariables('%SystemDrive%\\inetpub\\%Other%', { SYSTEMDRIVE: 'C:' })).toBe('C:\\inetpub\\%Other%');
  });
});

describe("this machine's own update log", () => {
  it('is named as traces where there is no text, or only a note in its place', async () => {
    const empty = tempFolder();
    const want = { outcome: 'missing', fault: { code: 'probe-client-log-traces' } };
    expect((await localLogs({ SystemRoot: empty })('client-log', [], options)).collected).toMatchObject(want);
    writeFileSync(join(empty, 'WindowsUpdate.log'), 'Windows Update logs are now generated using ETW.\r\n');
    expect((await localLogs({ SystemRoot: empty })('client-log', [], options)).collected).toMatchObject(want);
  });
  it('is read where it is text', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'WindowsUpdate.log'), '2026-11-17\t08:15:32:100\t 840\t6d8\tSetup\tFATAL: IsUpdateRequired failed with error 0x80244018\r\n');
    const looked = await localLogs({ SystemRoot: folder })('client-log', [], options);
    expect(looked.collected).toMatchObject({ outcome: 'ok', value: { clients: [{ codes: [{ code: '0x80244018', count: 1 }] }] } });
  });
});

describe('a Windows server', () => {
  const look = async (world: string, remote?: string) => {
    const asked: unknown[] = [];
    const logs: ReturnType<typeof localLogs> = async (probe, sites) => {
      asked.push([probe, sites.map((s) => s.logFolder)]);
      return { probe, collected: { outcome: 'missing', fault: { code: 'probe-not-answered', facts: {} } } };
    };
    const adapter = adapterOf(new Lab(worldNamed(world), remote === undefined ? {} : { remote }), { logs });
    const codes: string[] = [];
    for await (const { probe, collected } of adapter.look(['web-sites', 'iis-log', 'client-log'], options))
      if (probe !== 'web-sites' && collected.outcome !== 'ok') codes.push(`${probe} ${collected.fault.code}`);
    adapter.close();
    return { asked, codes };
  };
  it('has its logs read in the folders its sites name: IIS 6', async () => {
    const { asked } = await look('healthy-sbs2003');
    expect(asked[0]).toEqual(['iis-log', [1, 2, 1572271583].map((id) => `%WinDir%\\System32\\LogFiles\\W3SVC${id}`)]);
  });
  it('has its logs read in the folders its sites name: IIS 7 and later', async () => {
    const { asked } = await look('healthy-server2022');
    expect(asked[0]).toEqual(['iis-log', [1, 1572271583].map((id) => `%SystemDrive%\\inetpub\\logs\\LogFiles\\W3SVC${id}`)]);
  });
  it('has no folder where IIS does not answer, and says why', async () => {
    expect(await look('web-server-stopped')).toMatchObject({
      codes: ['iis-log probe-service-stopped', 'client-log probe-not-answered'],
      asked: [['client-log', []]],
    });
  });
  it('has no logs read from afar', async () => {
    expect(await look('healthy-sbs2003', 'server')).toEqual({
      asked: [],
      codes: ['iis-log probe-logs-only-on-server', 'client-log probe-logs-only-on-server'],
    });
  });
});

/** What a collection takes along, and what it leaves out. */
import { beforeEach, describe, expect, it } from 'vitest';
import { doorIds } from '../../shared/doors';
import type { World } from '../../shared/simulation/world';
import { secrets } from '../helpers/files';
import { worldNamed } from '../helpers/worlds';
import { collected, kitNumber, visitOf } from './carried';
import { Machine, places } from './machine';

const logFolder = 'C:\\WINDOWS\\System32\\LogFiles\\W3SVC1';
const head =
  '#Software: Microsoft Internet Information Services 6.0\r\n#Version: 1.0\r\n#Date: 2026-11-18 00:00:01\r\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status\r\n';
const row = (day: string, i: number) =>
  `2026-11-${day} 01:${String(i % 60).padStart(2, '0')}:03 192.168.16.2 HEAD /selfupdate/wuident.cab - 80 - 192.168.20.101 agent 403 6 5\r\n`;
const day = 86_400_000;

let machine: Machine;
const put = (world: World) => {
  machine = new Machine(world);
  machine.carry(kitNumber);
};
const files = () => machine.disk.below(`${collected(machine)}\\files`);
const leftOut = () => machine.disk.text(`${collected(machine)}\\left-out.txt`);
const limit = (bytes: number) => {
  const path = 'E:\\kit\\collect.txt';
  machine.disk.put(path, machine.disk.text(path).replace(/logs\.bytes=\d+/, `logs.bytes=${bytes}`));
  machine.disk.put('E:\\kit\\sha256.txt', machine.disk.text('E:\\kit\\sha256.txt').replace(/.* \*collect\.txt\r\n/, ''));
};

describe('copies', () => {
  beforeEach(() => put(worldNamed('added-subnet')));

  it('the newest logs of the sites of WSUS first, up to the limit, the next in part from a whole line, and names the rest', async () => {
    const now = machine.lab.now;
    const rows = (d: string) => head + Array.from({ length: 200 }, (_, i) => row(d, i)).join('');
    for (const [i, d] of ['15', '16', '17', '18'].entries()) machine.disk.put(`${logFolder}\\ex2611${d}.log`, rows(d), now - (3 - i) * day);
    machine.disk.put('C:\\WINDOWS\\System32\\LogFiles\\W3SVC2\\ex261118.log', rows('18'));
    const size = rows('18').length;
    // Three sites of which two hold a directory of WSUS share the limit.
    limit(2 * (size + 6000));
    expect(machine.start('collect').code).toBe(0 + 40);
    const logs = [...files()].filter(([n]) => n.endsWith('.log'));
    expect(logs.map(([n]) => n)).toEqual(['W3SVC1\\ex261118.log', 'W3SVC1\\ex261117.log']);
    expect(logs[0]?.[1].length).toBe(size);
    const part = logs[1]?.[1].toString('latin1') ?? '';
    expect(part.startsWith(head)).toBe(true);
    expect(
      part
        .slice(head.length)
        .split('\r\n')
        .slice(0, -1)
        .every((line) => /^2026-11-17 .* 403 6 5$/.test(line)),
    ).toBe(true);
    expect(part.length).toBeLessThan(7000);
    expect(leftOut()).toContain('W3SVC1\\u005cex261116.log: beyond the limit');
    const log = (await visitOf(machine)).snapshot?.answers['iis-log'];
    expect(log?.outcome === 'ok' && log.value.refusals).toBeGreaterThan(200);
  });

  it('the end of SoftwareDistribution.log, WindowsUpdate.log, and the keys of a client as .reg', async () => {
    machine.disk.put(
      places.serverLog,
      '2026-11-18 04:00:00.123 UTC\tInfo\tWsusService.5\tClass.Method\tEventId=361,Type=Information,Category=Synchronization,Message=x\r\n',
    );
    machine.disk.put(places.clientLog, '2026-11-18\t13:00:00:123\t 840\t3ec\tAgent\t* WSUS server: http://sbs01\r\n');
    expect(machine.start('collect').code).toBe(40);
    expect([...files().keys()]).toEqual(expect.arrayContaining(['SoftwareDistribution.log', 'WindowsUpdate.log']));
    expect((await visitOf(machine)).snapshot?.answers['client-log']?.outcome).toBe('ok');
  });

  it.each(['added-subnet', 'merged-rules-iis10'])('no password, no AdminACL, no machine key: %s', (id) => {
    put(worldNamed(id));
    expect(machine.start('collect').code).toBe(40);
    const all = [...machine.disk.below(collected(machine))];
    for (const [name, bytes] of all) {
      const text = bytes.toString('latin1');
      expect([name, secrets.filter((s) => text.includes(s))]).toEqual([name, []]);
      expect([name, /^[\x20-\x7e\r\n]*$/.test(text), text.replaceAll('\r\n', '').includes('\n')]).toEqual([name, true, false]);
      if (!name.endsWith('left-out.txt')) expect([name, /password\s*=|Pass\s*=|AdminACL|machineKey/i.test(text)]).toEqual([name, false]);
    }
    // They are named instead.
    expect(leftOut()).toMatch(/[Pp]ass(word)?\b/);
  });

  it('full copies only with /full, and only after a yes', () => {
    expect(machine.start('collect', ['n'], ['/full']).code).toBe(40);
    expect(secrets.some((s) => files().get('MetaBase.xml')?.toString('latin1').includes(s))).toBe(false);
    expect(machine.start('collect', ['y'], ['/full']).code).toBe(40);
    expect(secrets.some((s) => files().get('MetaBase.xml')?.toString('latin1').includes(s))).toBe(true);
  });

  it('a file that cannot be read is named, and the rest is there', () => {
    machine.disk.put(places.serverLog, 'x');
    machine.disk.unreadable.set(places.serverLog.toLowerCase(), 0x80070005);
    expect(machine.start('collect').code).toBe(40);
    expect(leftOut()).toContain('SoftwareDistribution.log: denied-dcom');
    expect([...files().keys()]).toContain('MetaBase.xml');
  });

  it('goes to %TEMP% from a write-protected stick, says where, and writes over nothing', () => {
    machine.disk.locked.add('E:\\kit');
    const { code, said } = machine.start('collect');
    const [name] = machine.disk.foldersIn('C:\\TEMP');
    expect([code, said.some((l) => l.includes(`C:\\TEMP\\${name}`))]).toEqual([40, true]);
    expect(machine.start('collect').code).toBe(40);
    expect(machine.disk.foldersIn('C:\\TEMP').length).toBe(2);
    expect(machine.disk.foldersIn('E:\\kit')).toEqual([]);
  });

  it('what the server gets from itself: over localhost every door, over its own addresses self-update and the client service, and the local-only Ping', async () => {
    put(worldNamed('denied-to-everyone'));
    expect(machine.start('collect').code).toBe(40);
    const session = await visitOf(machine);
    const answer = session.snapshot?.answers.endpoints;
    if (answer?.outcome !== 'ok') throw new Error('no answer');
    const { value } = answer;
    expect([value.from, value.host, new Set(value.doors.map((d) => d.door)).size]).toEqual(['server', 'localhost', doorIds.length]);
    const own = machine.lab.world.adapters.map((a) => a.address);
    expect(value.others?.map((o) => [o.from, o.address])).toEqual(own.map((a) => ['server', a]));
    for (const { doors } of value.others ?? []) expect(new Set(doors.map((d) => d.door))).toEqual(new Set(['wuident', 'client']));
    const got = (doors: typeof value.doors) =>
      doors.flatMap((d) => (d.get.outcome === 'ok' && d.door === 'wuident' ? [[d.get.value.status, d.get.value.subStatus, d.get.value.cab]] : []));
    expect(got(value.doors)).toContainEqual([403, 6, false]);
    expect(value.ping).toMatchObject({ outcome: 'ok' });
    // It lets nobody in and says so of itself; a server that lets itself in says nothing of its clients.
    expect(session.findings.find((f) => f.check === 'self-update-unreachable')).toMatchObject({ verdict: 'fail', facts: { from: 'server', subStatus: 6 } });
    put(worldNamed('healthy-sbs2003'));
    machine.start('collect');
    const healthy = await visitOf(machine);
    expect(healthy.findings.find((f) => f.check === 'self-update-unreachable')).toMatchObject({
      verdict: 'unknown',
      facts: { reason: 'seen-from-server-only' },
    });
  });

  it('a certificate that does not name localhost is no fault of the server: it is not judged', async () => {
    const world = worldNamed('healthy-sbs2003');
    for (const hresult of [0x80072f06, 0x80072f0d, 0x80072f8f]) {
      put({ ...world, product: { ...world.product, wsus: { ...world.product.wsus, port: 8531, ssl: true } } });
      machine.certificate = hresult;
      machine.start('collect');
      const session = await visitOf(machine);
      for (const check of ['client-web-service-unreachable', 'self-update-unreachable'])
        expect([hresult, session.findings.find((f) => f.check === check)]).toMatchObject([
          hresult,
          { verdict: 'unknown', because: { fault: { code: 'probe-own-certificate' } } },
        ]);
    }
  });
});

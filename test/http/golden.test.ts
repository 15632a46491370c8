/** Every server once: what is found is written down, what was asked is on the list, and neither time nor memory runs away. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { probeClientId } from '../../shared/wusp/build';
import type { Recorded } from '../helpers/iis-server';
import { oddServers } from '../helpers/odd-servers';
import { lookAtServer } from '../helpers/seat-look';
import { root } from '../helpers/worlds';

const folder = join(root, 'test', 'fixtures', 'golden');
const update = process.env.UPDATE_GOLDEN === '1';
if (update && process.env.CI === 'true') throw new Error('golden files are not written on CI');

const everything: Recorded[] = [];
/** Servers that never come to an end: they would take the whole limit. */
const slow = ['server-never-answers', 'slow-drip'];
const short = { perProbe: 1_500, whole: 20_000 };

/** The port differs from run to run. */
const settled = (value: unknown, port: number): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(`:${port}`, ':PORT').replaceAll(`"port":${port}`, '"port":"PORT"'));

async function foundAt(name: string): Promise<unknown> {
  const playing = await (oddServers[name] as (typeof oddServers)[string])();
  try {
    const { snapshot, diagnosis } = await lookAtServer(playing.url, slow.includes(name) ? short : undefined);
    const findings = diagnosis.findings.map(({ check, verdict, severity, facts, because, after }) => ({
      check,
      verdict,
      severity,
      facts,
      ...(because && { because }),
      ...(after && { after }),
    }));
    const probes = snapshot.entries.filter((e) => e.id === 'endpoints' || e.id === 'cookie').map((e) => ({ id: e.id, outcome: e.outcome }));
    return settled({ probes, findings, passed: diagnosis.passed, notApplicable: diagnosis.notApplicable }, playing.port);
  } finally {
    everything.push(...playing.requests);
    await playing.close();
  }
}

describe('what is found at each server', () => {
  for (const name of Object.keys(oddServers))
    it.concurrent(name, async ({ expect }) => {
      const found = await foundAt(name);
      const file = join(folder, `${name}.json`);
      if (update) writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
      expect(existsSync(file)).toBe(true);
      expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    });

  it('is written down for every server, and for nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(oddServers)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });
});

/** Nothing that writes: reads of nine addresses, and three messages. */
const reads = [
  '/selfupdate/wuident.cab',
  '/selfupdate/iuident.cab',
  '/iuident.cab',
  '/ClientWebService/client.asmx',
  '/SimpleAuthWebService/SimpleAuth.asmx',
  '/ReportingWebService/ReportingWebService.asmx',
  '/ServerSyncWebService/ServerSyncWebService.asmx',
  '/ApiRemoting30/WebService.asmx',
  '/Content/',
  // Where a server of these tests sends a GET on itself.
  '/SelfUpdate/iuident.cab',
];
const ns = 'http://www.microsoft.com/SoftwareDistribution/Server/';
const writes: Readonly<Record<string, string>> = {
  [`"${ns}ClientWebService/GetConfig"`]: '/ClientWebService/client.asmx',
  [`"${ns}SimpleAuthWebService/GetAuthorizationCookie"`]: '/SimpleAuthWebService/SimpleAuth.asmx',
  [`"${ns}ClientWebService/GetCookie"`]: '/ClientWebService/client.asmx',
};
const headersAllowed = ['host', 'user-agent', 'cache-control', 'pragma', 'connection', 'range', 'content-type', 'soapaction', 'content-length'];

function wrongWith({ method, path, headers, body }: Recorded): string | null {
  const told = `${method} ${path}`;
  const strange = Object.keys(headers).find((h) => !headersAllowed.includes(h));
  if (strange) return `${told}: header ${strange}`;
  if (headers['user-agent'] !== `wsus-wizard/${version}`) return `${told}: User-Agent ${headers['user-agent']}`;
  if (method === 'HEAD') return reads.includes(path) && headers.range === undefined && body === '' ? null : told;
  if (method === 'GET') return reads.includes(path) && headers.range === 'bytes=0-3' && body === '' ? null : told;
  if (method !== 'POST' || writes[String(headers.soapaction)] !== path) return `${told} ${headers.soapaction}`;
  const named = [...body.matchAll(/<(clientId|dnsName)>([^<]*)</g)].map((m) => m[2]);
  const identity = /GetAuthorizationCookie"/.test(String(headers.soapaction)) ? [probeClientId, 'wsus-probe.invalid'] : [];
  if (JSON.stringify(named) !== JSON.stringify(identity)) return `${told}: ${named.join()}`;
  return /RegisterComputer|SyncUpdates|ReportEventBatch|DssAuth/i.test(body) ? `${told}: writes` : null;
}

describe('what was asked', () => {
  afterAll(() => console.log(`${everything.length} requests of ${Object.keys(oddServers).length} servers compared with the list of what may be asked`));

  it('is on the list of what may be asked, every time', () => {
    expect(everything.length).toBeGreaterThan(500);
    expect([...new Set(everything.flatMap((r) => wrongWith(r) ?? []))]).toEqual([]);
  });
  it('is found out by the list where it is not on it', () => {
    const good = everything.find((r) => r.method === 'POST') as Recorded;
    const bad: Recorded[] = [
      { ...good, headers: { ...good.headers, soapaction: `"${ns}ClientWebService/RegisterComputer"` } },
      { ...good, headers: { ...good.headers, authorization: 'NTLM x' } },
      { ...good, path: '/DssAuthWebService/DssAuthWebService.asmx' },
      { ...good, method: 'PUT' },
      { ...good, body: '<clientId>another</clientId>' },
    ];
    expect(bad.filter((r) => wrongWith(r) === null)).toEqual([]);
  });
  it('holds the three messages of the way to a cookie', () => {
    expect([...new Set(everything.filter((r) => r.method === 'POST').map((r) => r.headers.soapaction))].sort()).toEqual(Object.keys(writes).sort());
  });
});

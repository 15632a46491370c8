/**
 * collect.cmd under Wine's own cmd and cscript, its folder read back. What is not Windows: //E:JScript is taken out of the
 * .cmd (Wine ends silently at it), the agent has the shims of test/agent/wine.ts, and files in a folder are tried by name
 * (no Enumerator), numbers of the registry come through the shell (its StdRegProv has no GetDWORDValue). fix.cmd needs StdIn, which Wine's script host lacks: here its question is answered by a shim.
 */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect, usualLimits } from '../../electron/collect';
import type { KitPlan } from '../../electron/kit/files';
import { kitFiles, kitTexts } from '../../electron/kit/files';
import { evidenceAdapter } from '../../electron/targets/evidence';
import { checks } from '../../shared/checks/index';
import { diagnose } from '../../shared/diagnose';
import { readAnswers } from '../../shared/formats/answers';
import type { Collected } from '../../shared/probe';
import type { AnswerOf } from '../../shared/probes/index';
import { probeIds } from '../../shared/probes/index';
import { startWine, type Wine } from '../agent/wine';
import { metabaseText, secrets } from '../helpers/files';
import { describeUnderWine } from '../helpers/needs';
import { must } from '../helpers/shell';
import { worldNamed } from '../helpers/worlds';
import { kitNumber } from './carried';

const shims = `
function namesIn(folder) {
  var names = [];
  var tried = ['ex261117.log', 'ex261118.log'];
  for (var i = 0; i < tried.length; i++) if (kitFiles().FileExists(folder + '\\\\' + tried[i])) names.push(tried[i]);
  return names;
}
function registryNumber(host, key, name) {
  try { return Number(new ActiveXObject('WScript.Shell').RegRead('HKEY_LOCAL_MACHINE\\\\' + key + '\\\\' + name)); } catch (e) { return null; }
}
function agreed(key, facts) { sayWords(key, facts); return true; }
`;

const log = (client: string) =>
  `#Software: Microsoft Internet Information Services 6.0\r\n#Version: 1.0\r\n#Date: 2026-11-18 00:00:01\r\n#Fields: date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status \r\n2026-11-18 01:02:03 W3SVC1 192.168.16.2 HEAD /selfupdate/wuident.cab - 80 - ${client} Windows-Update-Agent 403 6 5\r\n`;

describeUnderWine('a kit under Wine', () => {
  let wine: Wine;
  let base = '';
  let computer = '';
  let agent = { text: '', sha256: '' };
  let web: Server;
  const odd = 'USB a&b \u8a3a\u65ad \u30ad\u30c3\u30c8';
  const drive = () => join(base, 'wine', 'prefix', 'drive_c');
  const kitAt = (name: string) => join(base, name);

  /** As `kit --out`, with the differences named above. */
  function carry(name: string, plan: KitPlan | null = null): string {
    const folder = kitAt(name);
    mkdirSync(folder, { recursive: true });
    const texts = kitTexts(plan ? 'fix' : 'collect', { kit: kitNumber, agent }, plan).map((t) => ({ ...t, text: t.text.replace('//E:JScript ', '') }));
    for (const { file, bytes } of kitFiles(texts)) writeFileSync(join(folder, file), bytes);
    return folder;
  }
  /** Not in step: the web server here answers meanwhile. */
  function start(folder: string, name: string): Promise<{ code: number | null; said: string }> {
    const path = `Z:${join(folder, name).replaceAll('/', '\\')}`;
    const child = spawn('wine', [path], { cwd: '/', env: wine.host.env, timeout: 120_000, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
    });
    return new Promise((done) => child.on('close', (code) => done({ code, said })));
  }
  const left = (folder: string) => readdirSync(folder, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []));
  async function lookAt(folder: string) {
    const adapter = must(await evidenceAdapter(folder, 'kit', () => [{ kit: kitNumber, agent: agent.sha256 }]));
    const told = { clients: [], subnets: [] };
    return collect(adapter, probeIds, { told, limits: usualLimits, signal: new AbortController().signal, now: () => '2026-11-18T05:05:00.000Z' });
  }

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'wsus-wizard kit '));
    mkdirSync(join(base, 'wine'));
    // Without the right of root to write anywhere: a protected folder is one here, too.
    const dropped = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-dac_override,-dac_read_search'] : [];
    wine = startWine(join(base, 'wine'), dropped);
    const made = wine.agent('agent.js', shims);
    agent = { text: readFileSync(made.path, 'latin1'), sha256: made.sha256 };
    const inetsrv = join(drive(), 'windows', 'system32', 'inetsrv');
    mkdirSync(inetsrv, { recursive: true });
    writeFileSync(join(inetsrv, 'MetaBase.xml'), metabaseText(worldNamed('added-subnet')));
    const logs = join(drive(), 'windows', 'system32', 'LogFiles', 'W3SVC1');
    mkdirSync(logs, { recursive: true });
    writeFileSync(join(logs, 'ex261118.log'), log('192.168.20.101'));
    web = createServer((request, response) => {
      response.writeHead(request.url === '/selfupdate/wuident.cab' ? 206 : 404, { Server: 'Microsoft-IIS/6.0' });
      response.end(request.method === 'GET' && request.url === '/selfupdate/wuident.cab' ? 'MSCF' : '');
    });
    await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
    const port = (web.address() as { port: number }).port;
    const setup = 'HKLM\\SOFTWARE\\Microsoft\\Update Services\\Server\\Setup';
    wine.run('reg', 'add', setup, '/v', 'PortNumber', '/t', 'REG_DWORD', '/d', String(port), '/f');
    wine.run('reg', 'add', setup, '/v', 'SqlServerName', '/d', 'SBS01\\SQLEXPRESS', '/f');
    wine.run('reg', 'add', setup, '/v', 'VersionString', '/d', '3.1.6001.65', '/f');
    wine.run('reg', 'add', 'HKLM\\SOFTWARE\\Microsoft\\InetStp', '/v', 'MajorVersion', '/t', 'REG_DWORD', '/d', '6', '/f');
  }, 240_000);
  afterAll(() => {
    web?.close();
    wine?.close();
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  it('collects from a folder with blanks, & and Japanese, shows how far it is, and what it left gives the findings', async () => {
    const folder = carry(odd);
    const ran = await start(folder, 'collect.cmd');
    expect(ran.code).toBe(0);
    expect(ran.said).toContain('[1/');
    const [name] = left(folder);
    expect(name).toMatch(/^[\w-]+-\d{8}T\d{6}Z$/);
    const answers = must(readAnswers(readFileSync(join(folder, name as string, 'answers.json'), 'latin1')));
    computer = answers.computer ?? '';
    expect(answers).toMatchObject({ kit: { number: kitNumber, agent: agent.sha256 }, faults: [] });
    // Wine's own WinHTTP, from the machine's own seat.
    const seat = answers.answers.endpoints?.collected as Collected<AnswerOf<'endpoints'>>;
    expect(seat.outcome === 'ok' && seat.value.doors.find((d) => d.door === 'wuident')?.get).toMatchObject({
      outcome: 'ok',
      value: { status: 206, cab: true, server: 'Microsoft-IIS/6.0' },
    });
    const snapshot = await lookAt(folder);
    expect(snapshot.entries.flatMap((e) => e.faults ?? [])).toEqual([]);
    const { findings } = diagnose(snapshot, checks);
    expect(findings.filter((f) => f.verdict === 'fail').map((f) => f.check)).toContain('selfupdate-refuses-clients');
    expect(findings.find((f) => f.check === 'selfupdate-refuses-clients')?.facts.addresses).toEqual(['192.168.20.101']);
    const copy = readFileSync(join(folder, name as string, 'files', 'MetaBase.xml'), 'latin1');
    expect(secrets.filter((s) => copy.includes(s))).toEqual([]);
  }, 120_000);

  it('a second run writes over nothing', async () => {
    const folder = kitAt(odd);
    const [first] = left(folder);
    const before = statSync(join(folder, first as string, 'answers.json'));
    expect((await start(folder, 'collect.cmd')).code).toBe(0);
    expect(left(folder).length).toBe(2);
    expect(statSync(join(folder, first as string, 'answers.json')).mtimeMs).toBe(before.mtimeMs);
  }, 120_000);

  it('a kit copied in part, and one that was edited or cut, does nothing and says so', async () => {
    const part = carry('part');
    rmSync(join(part, 'agent.js'));
    expect(await start(part, 'collect.cmd')).toMatchObject({ code: 2, said: expect.stringContaining('agent.js is missing') });
    const edited = carry('edited');
    writeFileSync(join(edited, 'collect.txt'), `${readFileSync(join(edited, 'collect.txt'), 'latin1')}probe=services\r\n`);
    expect(await start(edited, 'collect.cmd')).toMatchObject({ code: 1, said: expect.stringContaining('collect.txt is not as it was written') });
    const cut = carry('cut');
    writeFileSync(join(cut, 'agent.js'), agent.text.slice(0, 50_000));
    expect(await start(cut, 'collect.cmd')).toMatchObject({ code: 2, said: expect.stringContaining('did not come to its end') });
    for (const folder of [part, edited, cut]) expect(left(folder)).toEqual([]);
  }, 120_000);

  it('fix.cmd changes a service, and undo.cmd takes it back; on another computer it does nothing', async () => {
    const start1 = { operation: 'service.start', machine: computer, service: 'BITS', expect: 'stopped', to: 'running' } as const;
    const folder = carry('fix', { computer, domain: undefined, operations: [start1] });
    // An administrator's token on what calls itself Windows 7.
    wine.run('reg', 'add', 'HKU\\S-1-5-19\\Environment', '/v', 'TEMP', '/d', 'x', '/f');
    const fixed = await start(folder, 'fix.cmd');
    expect(fixed.code).toBe(0);
    expect(wine.run('sc', 'query', 'BITS')).toContain('RUNNING');
    expect(await start(folder, 'fix.cmd')).toMatchObject({ code: 1, said: expect.stringContaining('undo.cmd takes them back') });
    const undone = await start(folder, 'undo.cmd');
    expect(undone.code).toBe(0);
    expect(wine.run('sc', 'query', 'BITS')).toContain('STOPPED');
    const other = carry('other', { computer: 'OTHER01', domain: undefined, operations: [{ ...start1, machine: 'OTHER01' }] });
    expect(await start(other, 'fix.cmd')).toMatchObject({ code: 1, said: expect.stringContaining('this kit is for OTHER01') });
    expect(readdirSync(other).some((f) => f.startsWith('journal'))).toBe(false);
  }, 120_000);

  it('from a write-protected folder answers go to %TEMP%, and it says where', async () => {
    const folder = carry('protected');
    chmodSync(folder, 0o555);
    const ran = await start(folder, 'collect.cmd');
    chmodSync(folder, 0o755);
    expect([ran.code, ran.said, left(folder)]).toEqual([0, expect.any(String), []]);
    const where = /Answers go to (\S.*?)\r?\n/.exec(ran.said)?.[1] ?? '';
    expect(where).toMatch(/^C:\\users\\.*\\Temp\\/i);
    const at = join(drive(), ...where.slice(3).split('\\'));
    cpSync(at, join(base, 'copy'), { recursive: true });
    expect(readFileSync(join(base, 'copy', 'answers.json'), 'latin1')).toContain(kitNumber);
  }, 120_000);
});

/** The built agent under a real script host: Wine's cscript with its own JScript engine and WMI. Not Windows: see test/WINDOWS.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AgentLine } from '../../electron/targets/agent-lines';
import type { AgentFile } from '../../electron/targets/agent-process';
import { startAgent } from '../../electron/targets/agent-process';
import { operationsRequest, probesRequest } from '../../electron/targets/agent-request';
import type { Operation } from '../../shared/operation';
import type { Result } from '../../shared/result';
import { fault } from '../../shared/result';
import { describeUnderWine } from '../helpers/needs';
import type { Wine } from './wine';
import { startWine } from './wine';

/** A service made while Wine's first session ends may be lost on a busy machine: then it is made again. */
function makeService(wine: Wine): void {
  const tried = (...command: string[]): boolean => {
    try {
      wine.run(...command);
      return true;
    } catch {
      return false;
    }
  };
  for (let i = 0; i < 10 && !tried('sc', 'query', 'WSusCertServer'); i++) {
    tried('sc', 'create', 'WSusCertServer', 'binPath=', 'C:\\windows\\system32\\svchost.exe -k netsvcs', 'start=', 'demand');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

const here = { host: null, user: null };

describeUnderWine('the agent under Wine', () => {
  let wine: Wine;
  let agent: AgentFile;
  let folder = '';
  let computer = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wsus-wizard wine \u30c6\u30b9\u30c8 '));
    wine = startWine(folder);
    agent = wine.agent('agent with blanks \u8a3a\u65ad.js');
    makeService(wine);
    expect(wine.run('sc', 'query', 'WSusCertServer')).toContain('STOPPED');
    wine.run('reg', 'add', 'HKLM\\SOFTWARE\\Microsoft\\Update Services\\Server\\Setup', '/v', 'SqlServerName', '/d', 'SBS01\\SQLEXPRESS', '/f');
  }, 240_000);
  afterAll(() => {
    wine?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  async function run(request: string, file = agent, ms = 60_000): Promise<{ lines: AgentLine[]; done: Result<null> }> {
    const lines: AgentLine[] = [];
    const started = startAgent(wine.host, file)(request, null, (line) => lines.push(line));
    const timer = setTimeout(() => started.stop(fault('timed-out-agent', { ms })), ms);
    const done = await started.done;
    clearTimeout(timer);
    return { lines, done };
  }
  const answerOf = (lines: readonly AgentLine[], probe: string) =>
    lines.find((l) => 'probe' in l && l.probe === probe) as unknown as { answer: never; outcome: string; fault?: unknown };

  it('really runs: a canary says which engine it is, and a path with blanks and Japanese is read', async () => {
    const canary = wine.agent('canary.js', "put({ asking: ScriptEngine() + ' ' + ScriptEngineMajorVersion() + ' ' + (typeof JSON) });\n");
    const { lines } = await run(probesRequest(here, []), canary);
    expect(lines[0]).toMatchObject({ asking: expect.stringMatching(/^JScript \d+ (object|undefined)$/) });
  }, 60_000);

  it('reads services, finds WSusCertServer, and reads a registry string', async () => {
    const { lines, done } = await run(probesRequest(here, ['services']));
    expect(done).toEqual({ ok: true, value: null });
    computer = (lines[0] as { computer: string }).computer;
    expect(computer).not.toBe('');
    expect(answerOf(lines, 'services')).toMatchObject({
      outcome: 'ok',
      answer: {
        services: {
          WSusCertServer: { outcome: 'ok', value: { state: 'stopped', startMode: 'manual', dependents: [] } },
          WsusService: { outcome: 'ok', value: null },
          BITS: { outcome: 'ok', value: { state: 'stopped' } },
          // Named by the set-up key's SqlServerName; not installed here.
          MSSQL$SQLEXPRESS: { outcome: 'ok', value: null },
        },
        wsusutil: { outcome: 'ok', value: { running: false, since: null } },
      },
    });
  }, 60_000);

  it('starts a service and stops it, from the value expected and no other', async () => {
    const start: Operation = { operation: 'service.start', machine: computer, service: 'BITS', expect: 'stopped', to: 'running' };
    const stop: Operation = { ...start, operation: 'service.stop', expect: 'running', to: 'stopped' };
    const last = async (operation: Operation) => (await run(operationsRequest(here, [operation]))).lines.at(-1);
    expect(await last(start)).toMatchObject({ operation: 1, outcome: 'ok', found: 'stopped', readBack: 'running' });
    expect(await last(start)).toMatchObject({ outcome: 'failed', fault: { code: 'changed-since-planned', facts: { found: 'running' } } });
    expect(await last(stop)).toMatchObject({ outcome: 'ok', found: 'running', readBack: 'stopped' });
    expect(await last({ ...start, machine: 'OTHER' })).toMatchObject({ fault: { code: 'changed-since-other-machine' } });
  }, 120_000);

  it('names what this machine lacks, and goes on', async () => {
    const { lines, done } = await run(probesRequest(here, ['web-sites', 'services']));
    expect(done.ok).toBe(true);
    expect(answerOf(lines, 'web-sites').outcome).toBe('failed');
    expect(answerOf(lines, 'services').outcome).toBe('ok');
  }, 60_000);

  it('a syntax error is a fault, though the exit code is 0', async () => {
    const { done } = await run(probesRequest(here, ['services']), wine.agent('broken.js', 'var = ;\n'));
    expect(done).toMatchObject({ ok: false, fault: { code: 'probe-agent-cut' } });
  }, 60_000);

  it('an uncaught exception is a fault, and what came before it counts', async () => {
    const { lines, done } = await run(probesRequest(here, []), wine.agent('throws.js', 'putHead("."); throw new Error("x");\n'));
    expect(done).toMatchObject({ ok: false, fault: { code: 'probe-agent-cut' } });
    expect(lines.length).toBe(1);
  }, 60_000);

  it('a hang is ended', async () => {
    const from = performance.now();
    const { done } = await run(probesRequest(here, []), wine.agent('hangs.js', 'for (;;) ;\n'), 6000);
    expect(done).toMatchObject({ ok: false, fault: { code: 'timed-out-agent' } });
    expect(performance.now() - from).toBeLessThan(20_000);
  }, 60_000);
});

/** The process around the agent: whatever a script host does, there is one clear Fault, and nothing stays behind. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ScriptHost, StartAgent } from '../../electron/targets/agent-process';
import { startAgent } from '../../electron/targets/agent-process';
import { probesRequest } from '../../electron/targets/agent-request';
import { Questions } from '../../electron/targets/questions';
import { windowsAdapter } from '../../electron/targets/windows';
import type { Fault } from '../../shared/result';
import { fault } from '../../shared/result';
import { tempFolder } from '../helpers/temp';

const script = join(import.meta.dirname, 'fake-cscript.mjs');
let temp = '';
let agent = { path: '', sha256: '' };
beforeEach(() => {
  temp = tempFolder();
  agent = { path: join(temp, 'agent with blanks \u30c6\u30b9\u30c8.js'), sha256: createHash('sha256').update('main();').digest('hex') };
  writeFileSync(agent.path, 'main();');
});

const hostOf = (how: string, policy: Fault | null = null): ScriptHost => ({
  command: process.execPath,
  args: (file, request) => [script, how, file, request],
  env: { TEMP: temp, PATH: process.env.PATH },
  kill: (child) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  },
  policy: async () => policy,
});
const start = (how: string, policy?: Fault): StartAgent => startAgent(hostOf(how, policy), agent);
const where = { host: null, user: null };

interface Got {
  readonly product: unknown;
  readonly services: unknown;
  readonly ms: number;
}
async function ask(how: string, perProbe = 4000, policy?: Fault): Promise<Got> {
  const from = performance.now();
  const questions = new Questions({ start: start(how, policy), where, password: null, perProbe, signal: new AbortController().signal }, [
    'product',
    'services',
  ]);
  const [product, services] = await Promise.all([questions.answer('product'), questions.answer('services')]);
  return { product: product.collected, services: services.collected, ms: performance.now() - from };
}
const answered = { outcome: 'missing', fault: { code: 'probe-iis-missing' } };
const requestsLeft = () => readdirSync(tmpdir()).filter((n) => /^wsus-wizard-[A-Za-z0-9]{6}$/.test(n) && existsSync(join(tmpdir(), n, 'request.txt')));

describe('a script host', () => {
  it('that answers and ends', async () => expect(await ask('good')).toMatchObject({ product: answered, services: answered }));
  it('that says other things before', async () => expect(await ask('garbage-then-good')).toMatchObject({ product: answered, services: answered }));

  const cases: readonly [how: string, first: unknown, code: string][] = [
    ['no-end-line', answered, 'probe-agent-cut'],
    ['wrong-count', answered, 'probe-agent-cut'],
    ['cut-line', answered, 'probe-agent-cut'],
    ['silent-green', { fault: { code: 'probe-agent-cut' } }, 'probe-agent-cut'],
    ['syntax-error', { fault: { code: 'probe-agent-cut' } }, 'probe-agent-cut'],
    ['blocked', { outcome: 'denied', fault: { code: 'denied-script-blocked' } }, 'denied-script-blocked'],
    ['garbage', answered, 'too-large-agent'],
    ['one-line-of-garbage', { fault: { code: 'too-large-agent' } }, 'too-large-agent'],
  ];
  for (const [how, first, code] of cases)
    it(`that gives: ${how}`, async () => {
      const got = await ask(how, 15_000);
      expect(got.product).toMatchObject(first as object);
      expect(got.services).toMatchObject({ fault: { code } });
    });

  it('that is switched off by policy', async () => {
    const got = await ask('script-host-off', 4000, fault('denied-script-host'));
    expect(got).toMatchObject({ product: { outcome: 'denied', fault: { code: 'denied-script-host' } }, services: { fault: { code: 'denied-script-host' } } });
  });

  it('that hangs: it is killed with its child, and what it said is kept', async () => {
    const got = await ask('hang', 700);
    expect(got.product).toMatchObject(answered);
    expect(got.services).toMatchObject({ outcome: 'failed', fault: { code: 'timed-out-agent' } });
    expect(got.ms).toBeLessThan(20_000);
    const child = Number(readFileSync(join(temp, 'child.pid'), 'utf8'));
    await new Promise((done) => setTimeout(done, 300));
    const state = existsSync(`/proc/${child}/stat`) ? readFileSync(`/proc/${child}/stat`, 'utf8') : '';
    // Gone, or dead and not yet collected by its parent.
    expect(state === '' || / Z /.test(state)).toBe(true);
  });
  it('that stays after its end line', async () => expect((await ask('stays-after-end')).ms).toBeLessThan(4000));
  it('that is not there', async () => {
    const gone: ScriptHost = { ...hostOf('good'), command: join(temp, 'no-such-cscript.exe') };
    const run = startAgent(gone, agent)(probesRequest(where, ['product']), null, () => {});
    expect(await run.done).toMatchObject({ ok: false, fault: { code: 'probe-agent-missing' } });
  });
});

describe('the file of the agent', () => {
  it('is not run where it was changed', async () => {
    writeFileSync(agent.path, 'main();\n');
    expect(await ask('echo')).toMatchObject({ product: { fault: { code: 'probe-agent-changed' } } });
    expect(existsSync(join(temp, 'told.json'))).toBe(false);
  });
  it('is not run where it is missing', async () => {
    agent = { ...agent, path: join(temp, 'gone.js') };
    expect(await ask('echo')).toMatchObject({ product: { fault: { code: 'probe-agent-missing' } } });
  });
});

describe('what the process is given', () => {
  it('is a request file and, through StdIn only, the password as ASCII', async () => {
    const password = 'p\u00e4ss\\u0041 \u30d1\u30b9';
    const run = start('echo')(probesRequest({ host: 'server', user: 'CONTOSO\\\u7ba1\u7406\u8005' }, ['product']), password, () => {});
    expect(await run.done).toMatchObject({ ok: true });
    const told = JSON.parse(readFileSync(join(temp, 'told.json'), 'utf8')) as { request: string; heard: string; args: string[]; env: string[] };
    expect(told.heard).toBe('p\\u00e4ss\\u005cu0041 \\u30d1\\u30b9\r\n');
    expect(told.request).toBe(
      'schema=wsus-wizard/request/1\r\ntake=probes\r\nhost=server\r\nuser=CONTOSO\\u005c\\u7ba1\\u7406\\u8005\r\nprobe=product\r\nlines=5\r\n',
    );
    expect(JSON.stringify([told.request, told.args, told.env])).not.toContain('ss');
    expect(told.args[1]).toBe(agent.path);
  });
  it('is gone afterwards', async () => {
    await ask('good');
    await ask('no-end-line');
    await new Promise((done) => setTimeout(done, 50));
    expect(requestsLeft()).toEqual([]);
  });
});

describe('the adapter', () => {
  const all = async (adapter: ReturnType<typeof windowsAdapter>, perProbe: number) => {
    const seen: [string, unknown][] = [];
    const options = { signal: new AbortController().signal, perProbe, told: { clients: [], subnets: [] } };
    for await (const { probe, collected } of adapter.look(['product', 'services'], options))
      seen.push([probe, collected.outcome === 'ok' ? 'ok' : collected.fault.code]);
    return seen;
  };
  it('asks nobody where the door is closed', async () => {
    const adapter = windowsAdapter({ start: start('echo'), host: 'server', secret: null, door: async () => fault('unreachable-port-135', { host: 'server' }) });
    expect(await all(adapter, 4000)).toEqual([
      ['product', 'unreachable-port-135'],
      ['services', 'unreachable-port-135'],
    ]);
    expect(existsSync(join(temp, 'told.json'))).toBe(false);
  });
  it('never leaves an operation without an answer', async () => {
    const adapter = windowsAdapter({ start: start('hang'), host: null, secret: null, perOperation: 500 });
    const ran = await adapter.run?.(
      { operation: 'server.check-health', machine: 'SBS01', expect: 'nothing', to: 'nothing' },
      { signal: new AbortController().signal },
    );
    expect(ran).toMatchObject({ ok: false, fault: { code: 'timed-out-agent' } });
  });
});

/** Each HRESULT and each refusal becomes its own Fault; a strange request is refused by name. */
import { describe, expect, it } from 'vitest';
import { operationsRequest } from '../../electron/targets/agent-request';
import { keepSecret } from '../../electron/targets/secret';
import type { Operation } from '../../shared/operation';
import { faultCodes } from '../../shared/result';
import { worldNamed } from '../helpers/worlds';
import { linesOf, runAgent } from './engine';
import { Lab, type LabOptions } from './lab';
import { adapterOf } from './start';

const world = worldNamed('added-subnet');
const remote = 'server';
const at = (namespace: string, hresult: number): LabOptions => ({ remote, namespaces: { [namespace]: hresult } });

/** What one probe answers. */
function ask(probe: string, options: LabOptions, of = world): Record<string, unknown> | undefined {
  const host = options.remote === undefined ? [] : [`host=${options.remote}`];
  return linesOf(new Lab(of, options), ['take=probes', ...host, `probe=${probe}`]).find((l) => l.probe === probe);
}

const cases: readonly [name: string, probe: string, options: LabOptions, outcome: string, code: string][] = [
  ['DCOM refused (0x80070005)', 'services', { remote, refuses: { server: 0x80070005 } }, 'denied', 'denied-dcom'],
  ['RPC unreachable (0x800706BA)', 'services', { remote, refuses: { server: 0x800706ba } }, 'failed', 'unreachable-rpc'],
  ['WMI denied (0x80041003)', 'services', { remote, refuses: { server: 0x80041003 } }, 'denied', 'denied-wmi'],
  ['IIS namespace missing (0x8004100E)', 'web-sites', at('root\\MicrosoftIISv2', 0x8004100e), 'failed', 'probe-namespace-missing'],
  ['IIS namespace denied', 'web-sites', at('root\\MicrosoftIISv2', 0x80041003), 'denied', 'denied-wmi'],
  ['a wrong password (0x8007052E)', 'services', { remote, refuses: { server: 0x8007052e } }, 'denied', 'denied-password'],
  ['a locked account (0x80070775)', 'services', { remote, refuses: { server: 0x80070775 } }, 'denied', 'denied-account-locked'],
  ['a disabled account (0x80070533)', 'services', { remote, refuses: { server: 0x80070533 } }, 'denied', 'denied-account-unusable'],
  ['clocks apart (0x80070576)', 'services', { remote, refuses: { server: 0x80070576 } }, 'denied', 'denied-clock-apart'],
  ['a host that is not there', 'product', { remote: 'server', refuses: { server: 0x800706ba } }, 'failed', 'unreachable-rpc'],
  ['no WMI at all', 'services', { lacks: ['WbemScripting.SWbemLocator'] }, 'failed', 'probe-component-missing'],
  ['WSUS: no role', 'content', { soap: { role: 0 } }, 'denied', 'denied-wsus-role'],
  ['WSUS: 403 without sub-status', 'content', { soap: { status: 403, body: '<html>Forbidden</html>' } }, 'denied', 'denied-wsus-role'],
  ['WSUS: 403.6', 'content', { soap: { status: 403, body: 'HTTP Error 403.6 - Forbidden: IP address rejected' } }, 'denied', 'denied-wsus-address'],
  ['WSUS: 401', 'content', { soap: { status: 401 } }, 'denied', 'denied-wsus-logon'],
  ['WSUS: 503', 'content', { soap: { status: 503, body: 'Service Unavailable' } }, 'failed', 'probe-http-status'],
  ['WSUS: a method it does not know', 'content', { soap: { unknown: 'ExecuteSPGetContentDownloadProgress' } }, 'failed', 'probe-wsus-method-unknown'],
  ['WSUS: another SOAP fault', 'content', { soap: { status: 500, body: '<a><Fault><faultstring>x</faultstring></Fault></a>' } }, 'failed', 'probe-wsus-fault'],
  ['WSUS: a DTD', 'content', { soap: { body: '<!DOCTYPE a []><a/>' } }, 'failed', 'probe-http-status'],
  ['an unknown probe', 'nothing', {}, 'failed', 'probe-not-supported'],
];

describe('a probe that cannot be answered', () => {
  for (const [name, probe, options, outcome, code] of cases)
    it(name, () => {
      const line = ask(probe, options) as { fault: { code: string } };
      expect(line).toMatchObject({ outcome, fault: { code } });
      expect(faultCodes).toContain(line.fault.code);
    });
  it('IIS 7 and later from afar', () => {
    const of = worldNamed('merged-rules-iis10');
    for (const probe of ['web-sites', 'virtual-directories', 'ip-restrictions'])
      expect(ask(probe, { remote }, of)).toMatchObject({ outcome: 'failed', fault: { code: 'probe-only-on-server' } });
  });
  it('IIS 6 while IISADMIN is stopped: it is not even asked', () => {
    const lab = new Lab(worldNamed('web-server-stopped'));
    linesOf(lab, ['take=probes', 'probe=web-sites', 'probe=virtual-directories', 'probe=ip-restrictions']);
    expect([...lab.asked].filter((name) => name.startsWith('IIs') || name === 'IIS://')).toEqual([]);
  });
  it('leaves the other probes as they are', () => {
    const lines = linesOf(new Lab(world, at('root\\MicrosoftIISv2', 0x8004100e)), ['take=probes', 'host=server', 'probe=web-sites', 'probe=services']);
    expect(lines.find((l) => l.probe === 'services')).toMatchObject({ outcome: 'ok' });
  });
  it('knows only codes of shared/result.ts', async () => {
    const { buildAgent } = await import('../../electron/agent/build.mjs');
    const named = [...buildAgent().text.matchAll(/'((?:denied|unreachable|probe|changed-since|unsupported)-[a-z0-9-]+)'/g)].map((m) => m[1] as string);
    expect(named.length).toBeGreaterThan(30);
    expect([...new Set(named)].filter((code) => code !== 'denied-' && !(faultCodes as readonly string[]).includes(code))).toEqual([]);
  });
});

describe('a request', () => {
  const good = ['take=operations', 'operation=service.set-start-mode', 'machine=SBS01', 'service=WSusCertServer', 'expect=manual', 'to=disabled'];
  const bad = (name: string, change: (lines: string[]) => string[], code: string) =>
    it(`is refused: ${name}`, () => {
      const lab = new Lab(world);
      const line = linesOf(lab, change([...good])).find((l) => l.fault) as { fault: { code: string } } | undefined;
      expect(line?.fault.code).toBe(code);
      expect(lab.world).toBe(world);
    });
  const swap = (name: string, value: string) => (lines: string[]) => lines.map((l) => (l.startsWith(`${name}=`) ? `${name}=${value}` : l));
  bad('another operation', swap('operation', 'service.delete'), 'unsupported-operation');
  bad('another service', swap('service', 'Spooler'), 'unsupported-operation');
  bad(
    'IISADMIN stopped',
    () => ['take=operations', 'operation=service.stop', 'machine=SBS01', 'service=IISADMIN', 'expect=running', 'to=stopped'],
    'unsupported-operation',
  );
  bad('another start mode', swap('to', 'boot'), 'unsupported-operation');
  bad('another computer', swap('machine', 'SBS02'), 'changed-since-other-machine');
  bad('another value than expected', swap('expect', 'disabled'), 'changed-since-planned');
  bad('nothing known', swap('take', 'everything'), 'probe-request-refused');
  bad('an account for this machine', (lines) => [...lines, 'user=CONTOSO\\u005cx'], 'probe-request-refused');
  const list = (node: string, to = 'inherits') => [
    'take=operations',
    'operation=ip-restriction.replace',
    'machine=SBS01',
    `node=${node}`,
    'expect=inherits',
    `to=${to}`,
  ];
  bad('the root of a site', () => list('W3SVC/1/ROOT'), 'unsupported-operation');
  bad('another directory', () => list('W3SVC/1/ROOT/Exchange'), 'unsupported-operation');
  bad('a directory below a vroot', () => list('W3SVC/1/ROOT/Selfupdate/AU'), 'unsupported-operation');
  bad('a list of IIS 7 for IIS 6', () => list('W3SVC/1/ROOT/Selfupdate', 'own7'), 'unsupported-operation');
  bad('an address that is none', () => [...list('W3SVC/1/ROOT/Selfupdate', 'own6'), 'to.grant=example.com 255.255.255.0'], 'unsupported-operation');
  bad('a backup of another name', () => [...list('W3SVC/1/ROOT/Selfupdate', 'own6'), 'backup=a & calc'], 'unsupported-operation');
  bad(
    'another registry value',
    () => ['take=operations', 'operation=registry.delete', 'machine=SBS01', 'name=Run', 'expect=absent', 'to=absent'],
    'unsupported-operation',
  );
  bad(
    'a policy value of a member of a domain',
    () => ['take=operations', 'operation=registry.delete', 'machine=SBS01', 'name=WUServer', 'expect=absent', 'to=absent'],
    'unsupported-operation',
  );
  bad(
    'a value of another type than Windows takes',
    () => ['take=operations', 'operation=registry.set', 'machine=SBS01', 'name=SusClientId', 'expect=absent', 'to=own', 'to.type=REG_DWORD', 'to.value=1'],
    'unsupported-operation',
  );
  bad(
    'a pool of something else',
    () => ['take=operations', 'operation=application-pool.start', 'machine=SBS01', 'pool=ExchangeApplicationPool'],
    'unsupported-operation',
  );
  it('that was cut short is refused whole: nothing of it runs', () => {
    const whole = operationsRequest({ host: null, user: null }, [
      { operation: 'service.set-start-mode', machine: 'SBS01', service: 'WSusCertServer', expect: 'manual', to: 'disabled' },
      { operation: 'service.set-start-mode', machine: 'SBS01', service: 'BITS', expect: 'manual', to: 'disabled' },
    ] as Operation[]);
    const rows = whole.split('\r\n').slice(0, -1);
    for (let kept = 1; kept < rows.length; kept++) {
      const lab = new Lab(world);
      const said: string[] = [];
      runAgent(lab, { request: `${rows.slice(0, kept).join('\r\n')}\r\n`, echo: (line) => void said.push(line) });
      expect([kept, JSON.parse(said.at(-1) ?? '{}')]).toEqual([
        kept,
        expect.objectContaining({ fault: { code: 'probe-request-refused', facts: { what: 'lines' } } }),
      ]);
      expect(lab.world).toBe(world);
    }
  });
  it('of an older kind ends with a fault and nothing else', () => {
    const lines = linesOf(new Lab(world), ['take=probes']).length;
    expect(lines).toBe(3);
  });
});

describe('an own list that cannot be taken away', () => {
  it('is told, and never called undone', async () => {
    for (const options of [{}, { remote }] as LabOptions[]) {
      const lab = new Lab(worldNamed('old-agent-no-validation'), { ...options, keepsOwn: true });
      const node = 'W3SVC/1/ROOT/Selfupdate';
      const own = lab.world.restrictions.own[node];
      if (!own) throw new Error('no own list');
      const ran = await adapterOf(lab).run?.(
        { operation: 'ip-restriction.replace', machine: 'SBS01', node, expect: { own }, to: 'inherits' },
        { signal: new AbortController().signal },
      );
      expect(ran).toMatchObject({ ok: false, fault: { code: 'changed-since-keeps-own', facts: { node } } });
    }
  });
});

describe('a typed account', () => {
  const account = { user: 'CONTOSO\\admin', password: 'p\u00e4ss \u30d1\u30b9' };
  const told = { clients: world.clients.map((c) => ({ address: c.addresses[0] ?? '', name: c.name })), subnets: [] };
  const look = async (lab: Lab, password: string, requests: string[] = []) => {
    const answers = new Map<string, unknown>();
    const options = { signal: new AbortController().signal, perProbe: 5000, told };
    const adapter = adapterOf(lab, { secret: keepSecret(account.user, password), requests });
    for await (const { probe, collected } of adapter.look(['product', 'services', 'content', 'client-identities'], options)) answers.set(probe, collected);
    return answers;
  };
  it('is used for the server first, then for clients, and never written down', async () => {
    const lab = new Lab(world, { remote, account });
    const requests: string[] = [];
    const answers = await look(lab, account.password, requests);
    expect(answers.get('services')).toMatchObject({ outcome: 'ok' });
    expect(answers.get('client-identities')).toMatchObject({ outcome: 'ok', value: { clients: world.clients.map((c) => ({ name: c.name })) } });
    expect(lab.logons[0]).toMatchObject({ host: 'server', ok: true });
    expect(lab.logons.every((l) => l.ok)).toBe(true);
    expect(requests.join('')).not.toMatch(/p.ss|\u30d1/);
  });
  it('with a wrong password is one logon, and no client is asked', async () => {
    const lab = new Lab(world, { remote, account });
    const answers = await look(lab, 'wrong');
    expect(lab.logons).toEqual([{ host: 'server', user: account.user, ok: false }]);
    for (const probe of ['product', 'services', 'content']) expect(answers.get(probe)).toMatchObject({ outcome: 'denied', fault: { code: 'denied-password' } });
    const { value } = answers.get('client-identities') as { value: { clients: { identity: unknown }[] } };
    expect(value.clients.map((c) => c.identity)).toEqual(world.clients.map(() => ({ outcome: 'denied', fault: { code: 'denied-not-asked', facts: {} } })));
  });
  it('is forgotten with the visit', async () => {
    const secret = keepSecret(account.user, account.password);
    const adapter = adapterOf(new Lab(world, { remote, account }), { secret });
    adapter.close();
    expect(secret.take()).toBeNull();
    const seen = [];
    for await (const looked of adapter.look(['services'], { signal: new AbortController().signal, perProbe: 1000, told })) seen.push(looked);
    expect(seen.every((l) => l.collected.outcome !== 'ok')).toBe(true);
  });
  it('is forgotten after a time without use', async () => {
    const secret = keepSecret('a', 'b', 30);
    expect(secret.take()).toBe('b');
    await new Promise((done) => setTimeout(done, 80));
    expect(secret.take()).toBeNull();
  });
});

/** Where clients are: each source alone may fail and is told; the way to the Internet is never one. */
import { describe, expect, it } from 'vitest';
import { addressTowards, subnetOf } from '../../electron/targets/own-address';
import type { AnswerOf } from '../../shared/probes/index';
import { breakWorld } from '../../shared/simulation/faults';
import type { World } from '../../shared/simulation/world';
import { worldNamed } from '../helpers/worlds';
import { linesOf } from './engine';
import { Lab, type LabOptions } from './lab';
import { adapterOf } from './start';

const branch = worldNamed('added-subnet');
const world: World = { ...breakWorld(branch, { fault: 'second-adapter' }), subnets: [...branch.subnets, { subnet: '192.168.30.0/24', learned: 'dhcp' }] };

function networksOf(options: LabOptions = {}, of = world): AnswerOf<'networks'> {
  const line = linesOf(new Lab(of, options), ['take=probes', 'probe=networks']).find((l) => l.probe === 'networks');
  expect(line).toMatchObject({ outcome: 'ok' });
  return (line as unknown as { answer: AnswerOf<'networks'> }).answer;
}
const learned = (answer: AnswerOf<'networks'>) => answer.subnets.map((s) => `${s.subnet} ${s.learned}`).sort();
const unheard = (answer: AnswerOf<'networks'>) => (answer.unheard ?? []).map((u) => `${u.source} ${u.fault.code}`);

const whole = ['192.168.16.0/24 adapter', '192.168.20.0/24 persistent-route', '192.168.30.0/24 dhcp'];

describe('networks', () => {
  it('come from adapters, routes and DHCP scopes; not from the Internet route, nor the external adapter', () => {
    const answer = networksOf();
    expect(learned(answer)).toEqual(whole);
    expect(unheard(answer)).toEqual([]);
  });
  const lost: readonly [string, LabOptions, readonly string[], readonly string[]][] = [
    [
      'the persistent routes',
      { classes: { Win32_IP4PersistedRouteTable: 0x80041010 } },
      ['persistent-route probe-class-missing'],
      [whole[0] ?? '', '192.168.20.0/24 route', whole[2] ?? ''],
    ],
    ['the routing table', { classes: { Win32_IP4RouteTable: 0x80041003 } }, ['route denied-wmi'], whole],
    ['DNS', { namespaces: { 'root\\MicrosoftDNS': 0x80041003 } }, ['dns denied-wmi'], whole],
    ['DNS by DCOM', { namespaces: { 'root\\MicrosoftDNS': 0x80070005 } }, ['dns denied-dcom'], whole],
    ['WSUS', { soap: { status: 403, body: '403.6' } }, ['wsus denied-wsus-address'], whole],
  ];
  for (const [name, options, told, kept] of lost)
    it(`without ${name} are told to lack it, and keep the rest`, () => {
      const answer = networksOf(options);
      expect(unheard(answer)).toEqual(told);
      expect(learned(answer)).toEqual(kept);
    });
  it('without the adapters do not take the routing table, which holds the external network too', () => {
    const answer = networksOf({ classes: { Win32_NetworkAdapterConfiguration: 0x80041010 } });
    expect(answer.adapters).toMatchObject({ outcome: 'failed', fault: { code: 'probe-class-missing' } });
    expect(learned(answer)).toEqual(whole.slice(1));
    expect(unheard(answer)).toEqual(['route probe-not-answered']);
  });
  it('say nothing of a name server where there is none', () => {
    expect(unheard(networksOf({ namespaces: { 'root\\MicrosoftDNS': 0x8004100e } }))).toEqual([]);
  });
});

describe('a look from afar', () => {
  it("adds this PC's own network, and names the source that failed", async () => {
    const adapter = adapterOf(new Lab(world, { remote: 'server', classes: { Win32_IP4RouteTable: 0x80041003 } }), { ownSubnet: async () => '192.168.40.0/24' });
    const told = { clients: [], subnets: [] };
    for await (const looked of adapter.look(['networks'], { signal: new AbortController().signal, perProbe: 5000, told })) {
      expect(looked.faults).toMatchObject([{ file: 'route', fault: { code: 'denied-wmi' } }]);
      expect(looked.collected).toMatchObject({
        outcome: 'ok',
        value: { subnets: expect.arrayContaining([{ subnet: '192.168.40.0/24', learned: 'this-computer' }]) },
      });
    }
    adapter.close();
    expect.assertions(2);
  });
  it('takes the address of the way to a host, and sends nothing', async () => {
    expect(await addressTowards('127.0.0.1')).toBe('127.0.0.1');
    expect(await addressTowards('no-such-host.invalid')).toBeNull();
  });
  it("takes the network of this PC's address from its own mask", () => {
    const own = { family: 'IPv4', address: '192.168.40.77', netmask: '255.255.255.128', internal: false, mac: '', cidr: null } as const;
    expect(subnetOf('192.168.40.77', { eth0: [own] })).toBe('192.168.40.0/25');
    expect(subnetOf('192.168.40.78', { eth0: [own] })).toBeNull();
    expect(subnetOf('127.0.0.1', { lo: [{ ...own, address: '127.0.0.1', internal: true }] })).toBeNull();
  });
});

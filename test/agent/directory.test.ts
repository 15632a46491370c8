/** Clients from Active Directory: offered to the sweep beside those that were told. */
import { describe, expect, it } from 'vitest';
import { keepSecret } from '../../electron/targets/secret';
import type { Check } from '../../shared/check';
import { checks } from '../../shared/checks/index';
import type { AnswerOf } from '../../shared/probes/index';
import type { World } from '../../shared/simulation/world';
import { mismatch } from '../helpers/check-cases';
import { worldNamed } from '../helpers/worlds';
import { Lab, type LabOptions } from './lab';
import { adapterOf } from './start';

const world = worldNamed('healthy-sbs2003');
const names = world.clients.map((c) => c.name).sort();

async function clientsOf(
  of: World,
  options: LabOptions = {},
  more: Parameters<typeof adapterOf>[1] = {},
  told: { address: string; name?: string }[] = [],
  directory = true,
) {
  const lab = new Lab(of, options);
  const adapter = adapterOf(lab, more);
  let found: { names: string[]; unread: number; faults: unknown } = { names: [], unread: 0, faults: undefined };
  for await (const { collected, faults } of adapter.look(['client-identities'], {
    signal: new AbortController().signal,
    perProbe: 5000,
    told: { clients: told, subnets: [], directory },
  })) {
    const { clients } = (collected as { value: AnswerOf<'client-identities'> }).value;
    found = { names: clients.map((c) => c.name).sort(), unread: clients.filter((c) => c.identity.outcome !== 'ok').length, faults };
  }
  adapter.close();
  return { ...found, lab };
}

describe('a look with the computers of Active Directory', () => {
  it('asks every one of them but the server itself', async () => {
    expect(await clientsOf(world)).toMatchObject({ names, unread: 0, faults: undefined });
  });
  it('asks none of them unless they are wanted', async () => {
    expect(await clientsOf(world, {}, {}, [], false)).toMatchObject({ names: [], faults: undefined });
  });
  it('asks a told client once, and one outside the domain where it is told', async () => {
    const outside: World = { ...world, clients: world.clients.map((c) => (c.name === 'PC02' ? { ...c, domainMember: false } : c)) };
    const told = [{ address: '192.168.16.21', name: 'PC01' }, { address: '192.168.16.22' }];
    expect(await clientsOf(outside, {}, {}, told)).toMatchObject({ names, unread: 0 });
    expect((await clientsOf(outside)).names).toEqual(names.filter((n) => n !== 'PC02'));
  });
  it('reads more than the thousand a server gives without pages', async () => {
    const [like] = world.clients;
    const clients = Array.from({ length: 1200 }, (_, i) => ({
      ...(like as World['clients'][number]),
      name: `PC${i}`,
      addresses: [`10.0.${i >> 8}.${i & 255}`],
    }));
    expect((await clientsOf({ ...world, clients })).names.length).toBe(1200);
  });
  it('asks the first two thousand of more, and says that there are more', async () => {
    const [like] = world.clients;
    const clients = Array.from({ length: 2100 }, (_, i) => ({
      ...(like as World['clients'][number]),
      name: `PC${i}`,
      addresses: [`10.0.${i >> 8}.${i & 255}`],
    }));
    const { names: found, faults } = await clientsOf({ ...world, clients });
    // The server itself is one of the two thousand; those that are not known have one entry.
    expect(found.filter((n) => n !== 'Active Directory').length).toBe(1999);
    expect(faults).toMatchObject([{ file: 'active-directory', fault: { code: 'too-large-directory', facts: { limit: 1999 } } }]);
  });
  it('goes on with the told ones where the search fails, and says so', async () => {
    const { names: found, unread, faults } = await clientsOf(world, { directory: 0x8007203a }, {}, [{ address: '192.168.16.21', name: 'PC01' }]);
    expect(found).toEqual(['Active Directory', 'PC01']);
    expect(unread).toBe(1);
    expect(faults).toMatchObject([{ file: 'active-directory', fault: { code: 'probe-com-error', facts: { hresult: '0x8007203A' } } }]);
  });
  it('passes no check of clients on a list that is not whole', async () => {
    const adapter = adapterOf(new Lab(world, { directory: 0x8007203a }));
    const answers: Record<string, unknown> = {};
    for await (const { probe, collected } of adapter.look(['client-identities', 'client-policies'], {
      signal: new AbortController().signal,
      perProbe: 5000,
      told: { clients: [], subnets: [], directory: true },
    }))
      answers[probe] = collected;
    adapter.close();
    const want = { verdict: 'unknown', facts: { reason: 'clients-not-read', undecided: 1 } } as const;
    for (const id of ['client-id-duplicated', 'policy-urls-differ']) {
      const check = checks.find((c) => c.id === id) as Check;
      expect(mismatch(check, { name: id, answers, want })).toBeNull();
    }
  });
  it('is not searched with a typed account, which would be a second logon', async () => {
    const account = { user: 'CONTOSO\\admin', password: 'x' };
    const secret = keepSecret(account.user, account.password);
    const { faults, lab } = await clientsOf(world, { remote: 'server', account }, { secret });
    expect(faults).toMatchObject([{ file: 'active-directory', fault: { code: 'probe-not-supported' } }]);
    expect(lab.asked.has('ADODB.Command')).toBe(false);
  });
});

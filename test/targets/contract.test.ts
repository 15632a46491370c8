import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, usualLimits } from '../../electron/collect';
import type { Adapter, Looked } from '../../electron/targets/adapter';
import { evidenceAdapter } from '../../electron/targets/evidence';
import { networkAdapter } from '../../electron/targets/network';
import { simulatedAdapter } from '../../electron/targets/simulated';
import type { Operation } from '../../shared/operation';
import { probeIds, probes } from '../../shared/probes/index';
import type { Told } from '../../shared/target';
import { Lab } from '../agent/lab';
import { adapterOf } from '../agent/start';
import { configFile } from '../helpers/files';
import type { Playing } from '../helpers/iis-server';
import { iis, playServer } from '../helpers/iis-server';
import { must } from '../helpers/shell';
import { worldNamed } from '../helpers/worlds';

const world = worldNamed('added-subnet');
let folder = '';
let playing: Playing | null = null;
beforeAll(async () => {
  playing = await playServer(iis({ version: '10.0' }));
  folder = mkdtempSync(join(tmpdir(), 'wsus-wizard-contract-'));
  mkdirSync(join(folder, 'inetsrv'));
  writeFileSync(join(folder, 'inetsrv', configFile(world).name), configFile(world).text);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await playing?.close();
});

const makers: Readonly<Record<string, () => Promise<Adapter>>> = {
  simulated: async () => {
    const kept = new Map<string, string>();
    return simulatedAdapter('added-subnet', { read: (name) => kept.get(name) ?? null, write: (name, text) => void kept.set(name, text) }, world) as Adapter;
  },
  evidence: async () => must(await evidenceAdapter(folder, 'folder')),
  // The agent itself, in a vm with fake COM objects.
  'windows (this machine)': async () => adapterOf(new Lab(world)),
  'windows (another machine)': async () => adapterOf(new Lab(world, { remote: 'server' })),
  network: async () => must(networkAdapter(playing?.url ?? '', { env: {} })),
};
const nothingTold: Told = { clients: [], subnets: [] };
const told: Told = { clients: [{ address: '10.7.7.7', name: 'LAPTOP' }], subnets: ['10.7.7.0/24'] };
const options = (signal = new AbortController().signal, of: Told = nothingTold, asking?: (probe: string) => void) => ({
  signal,
  perProbe: 1000,
  told: of,
  ...(asking && { asking }),
});
async function all(adapter: Adapter, wanted = probeIds, given = options()): Promise<Looked[]> {
  const list: Looked[] = [];
  for await (const looked of adapter.look(wanted, given)) list.push(looked);
  return list;
}
const start: Operation = { operation: 'service.start', machine: 'SBS01', service: 'W3SVC', expect: 'stopped', to: 'running' };

/** What every adapter promises. */
const contract: Readonly<Record<string, (make: () => Promise<Adapter>) => Promise<void>>> = {
  'answers every probe once, in the order asked': async (make) => {
    expect((await all(await make())).map((l) => l.probe)).toEqual([...probeIds]);
    const few = [...probeIds].reverse().slice(0, 3);
    expect((await all(await make(), few)).map((l) => l.probe)).toEqual(few);
  },
  'answers nothing that was not asked': async (make) => {
    expect(await all(await make(), [])).toEqual([]);
    expect((await all(await make(), ['services'])).length).toBe(1);
  },
  'gives answers that keep to their schema, or a fault': async (make) => {
    for (const { probe, collected } of await all(await make())) {
      if (collected.outcome !== 'ok') expect(collected.fault.code).toMatch(/^(probe|denied|malformed|timed|unreachable|too)-/);
      else expect([probe, probes.find((p) => p.id === probe)?.schema.safeParse(collected.value).success]).toEqual([probe, true]);
    }
  },
  'says which probe it asks before it answers it': async (make) => {
    const heard: string[] = [];
    const answered: string[] = [];
    const adapter = await make();
    for await (const looked of adapter.look(
      probeIds,
      options(undefined, nothingTold, (probe) => heard.push(probe)),
    )) {
      expect(heard.at(-1)).toBe(looked.probe);
      answered.push(looked.probe);
    }
    expect(answered).toEqual([...probeIds]);
  },
  'adds what the technician told to the networks, marked as told': async (make) => {
    const [networks] = await all(await make(), ['networks'], options(undefined, told));
    expect(networks?.collected).toMatchObject({ outcome: 'ok' });
    const { value } = (networks as Looked).collected as unknown as { value: { subnets: object[]; clients: object[] } };
    expect(value.subnets).toContainEqual({ subnet: '10.7.7.0/24', learned: 'told' });
    expect(value.clients).toContainEqual({ address: '10.7.7.7', name: 'LAPTOP', learned: 'told' });
  },
  'gives the same answers when nothing changed': async (make) => {
    const adapter = await make();
    expect(await all(adapter)).toEqual(await all(adapter));
  },
  'stops between two questions when it is cancelled': async (make) => {
    const controller = new AbortController();
    const seen: string[] = [];
    for await (const looked of (await make()).look(probeIds, options(controller.signal))) {
      seen.push(looked.probe);
      if (seen.length === 2) controller.abort();
    }
    expect(seen.length).toBe(2);
  },
  'answers nothing when it was cancelled before': async (make) => {
    expect(await all(await make(), probeIds, options(AbortSignal.abort()))).toEqual([]);
  },
  'never throws into a look: what is missing has its reason': async (make) => {
    const snapshot = await collect(await make(), probeIds, { told, limits: usualLimits, signal: AbortSignal.abort(), now: () => '2026-11-24T00:00:00.000Z' });
    expect(Object.keys(snapshot.answers).sort()).toEqual([...probeIds].sort());
    for (const id of probeIds) expect(snapshot.answers[id]).toMatchObject({ outcome: 'missing', fault: { code: 'cancelled-by-user' } });
    expect(Object.isFrozen(snapshot)).toBe(true);
  },
  'can be closed twice': async (make) => {
    const adapter = await make();
    adapter.close();
    adapter.close();
  },
  'has a kind and a name for people': async (make) => {
    const adapter = await make();
    expect([adapter.kind, adapter.name.length > 0]).toEqual([expect.stringMatching(/^(simulated|evidence|network|windows)$/), true]);
  },
  'runs an operation only from the value it expects, or runs none at all': async (make) => {
    const adapter = await make();
    if (!adapter.run) return;
    // W3SVC runs: starting it expects another value.
    expect(await adapter.run(start, { signal: new AbortController().signal })).toMatchObject({
      ok: false,
      fault: { code: 'changed-since-planned', facts: { found: 'running' } },
    });
    const before = await all(adapter);
    expect(await adapter.run(start, { signal: AbortSignal.abort() })).toMatchObject({ ok: false });
    expect(await all(adapter)).toEqual(before);
  },
};

for (const [kind, make] of Object.entries(makers))
  describe(`the ${kind} adapter`, () => {
    let count = 0;
    for (const [name, holds] of Object.entries(contract))
      it(name, async () => {
        await holds(make);
        count++;
      });
    it('ran the whole contract', () => {
      console.log(`${kind}: ${count} of ${Object.keys(contract).length} cases of the contract`);
      expect(count).toBe(Object.keys(contract).length);
    });
  });

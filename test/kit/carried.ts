/** From the machine's disk to ours, and a visit over what was collected. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { usualLimits } from '../../electron/collect';
import { Session } from '../../electron/session';
import type { Adapter } from '../../electron/targets/adapter';
import { evidenceAdapter } from '../../electron/targets/evidence';
import type { KnownKit } from '../../electron/targets/evidence-kit';
import { memoryVisits } from '../../electron/visits';
import { timeOf, type World } from '../../shared/simulation/world';
import { must } from '../helpers/shell';
import { tempFolder } from '../helpers/temp';
import { agentSha256, type Machine, stick } from './machine';

export const kitNumber = '0123456789abcdef0123456789abcdef';
export const knownKit: KnownKit = { kit: kitNumber, agent: agentSha256 };

/** What stands below a folder of the machine's disk, laid on ours. */
export function laid(machine: Machine, folder: string, into = tempFolder()): string {
  for (const [path, bytes] of machine.disk.below(folder)) {
    const to = join(into, ...path.split('\\'));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytes);
  }
  return into;
}

export function sessionOver(adapter: Adapter, world: World): Session {
  let n = 0;
  const given = { now: () => new Date(Date.parse(world.clock) + n++).toISOString(), newId: () => `id${String(n++).padStart(6, '0')}`, app: 'test' };
  const visit = must(memoryVisits(given).create({ kind: 'simulated', name: 'x', text: 'x' }, { clients: [], subnets: [] }));
  return new Session(visit, adapter, { ...given, limits: usualLimits, progress: () => {}, wait: async () => {} });
}

/** The newest folder that collect.cmd left beside itself. */
export const collected = (machine: Machine): string => `${stick}\\${machine.disk.foldersIn(stick).sort().at(-1)}`;

/** A visit that looked at what a kit brought back. */
export async function visitOf(machine: Machine, kits: readonly KnownKit[] = [knownKit]): Promise<Session> {
  const { lab } = machine;
  const evidence = must(await evidenceAdapter(laid(machine, collected(machine)), 'kit', () => kits));
  const session = sessionOver({ ...evidence, clock: () => timeOf(lab.world, lab.happened) }, lab.world);
  must(await session.look());
  return session;
}

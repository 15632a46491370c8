/** Answers of the kit on the server and of a PC beside it, in one folder: the seats stand side by side, and disagree in the finding. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, usualLimits } from '../../electron/collect';
import { evidenceAdapter } from '../../electron/targets/evidence';
import { checks } from '../../shared/checks/index';
import { diagnose } from '../../shared/diagnose';
import { probeIds } from '../../shared/probes/index';
import type { Snapshot } from '../../shared/snapshot';
import { nothingTold } from '../../shared/visit';
import { came, endpoints, within } from '../helpers/seat-answers';
import { must } from '../helpers/shell';
import { tempFolder } from '../helpers/temp';

const refused = came({ status: 403, sub: 6 });
const answersOf = (computer: string, answer: unknown): string =>
  JSON.stringify([
    { schema: 'wsus-wizard/answers/1', computer, takenAt: '2026-11-18T05:00:00Z' },
    { probe: 'endpoints', machine: computer, outcome: 'ok', answer },
    { end: 'ok', lines: 3 },
  ]);
const fromServer = within(endpoints([{ port: 8530 }], { from: 'server', address: '127.0.0.1', host: 'localhost' }));
const fromHere = within(endpoints([{ port: 8530, get: { wuident: refused } }]));

async function look(files: Readonly<Record<string, string>>): Promise<Snapshot> {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(join(folder, name), { recursive: true });
    fs.writeFileSync(join(folder, name, 'answers.json'), text);
  }
  const adapter = must(await evidenceAdapter(folder, folder));
  const options = { told: nothingTold, limits: usualLimits, signal: new AbortController().signal, now: () => '2026-11-18T06:00:00.000Z' };
  const snapshot = await collect(adapter, probeIds, options);
  adapter.close();
  return snapshot;
}
const seatsIn = ({ answers }: Snapshot) =>
  answers.endpoints?.outcome === 'ok' ? [answers.endpoints.value.from, ...(answers.endpoints.value.others ?? []).map((o) => o.from)] : null;

describe('answers of two seats', () => {
  it('of one server are one answer: this PC first, the server beside it, both files named', async () => {
    const snapshot = await look({ server: answersOf('SRV', fromServer), here: answersOf('PC01', fromHere) });
    expect(seatsIn(snapshot)).toEqual(['here', 'server']);
    expect(snapshot.entries.find((e) => e.id === 'endpoints')?.files).toHaveLength(2);
    const found = diagnose(snapshot, checks).findings.find((f) => f.check === 'self-update-unreachable');
    expect(found).toMatchObject({
      verdict: 'fail',
      facts: {
        seats: [
          { seat: 'here', admitted: false },
          { seat: 'server', admitted: true },
        ],
      },
    });
  });
  it('of different servers are not mixed', async () => {
    const other = answersOf('OTHER', { ...fromServer, host: 'other' });
    expect(seatsIn(await look({ other, here: answersOf('PC01', fromHere) }))).toHaveLength(1);
  });
  it('from the server alone prove nothing for its clients', async () => {
    const snapshot = await look({ server: answersOf('SRV', fromServer) });
    expect(seatsIn(snapshot)).toEqual(['server']);
    const found = diagnose(snapshot, checks).findings.find((f) => f.check === 'self-update-unreachable');
    expect(found).toMatchObject({ verdict: 'unknown', facts: { reason: 'seen-from-server-only' } });
  });
});

/** A live look and the folder a kit brought back are the same server: they give equal findings. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../electron/session';
import type { Adapter } from '../../electron/targets/adapter';
import { evidenceAdapter } from '../../electron/targets/evidence';
import { windowsAdapter } from '../../electron/targets/windows';
import { readAnswers } from '../../shared/formats/answers';
import type { Collected } from '../../shared/probe';
import { lost } from '../../shared/probe';
import { fault } from '../../shared/result';
import { timeOf } from '../../shared/simulation/world';
import { startIn } from '../agent/start';

import { must } from '../helpers/shell';
import { tempFolder } from '../helpers/temp';
import { scenarioIds, worldNamed } from '../helpers/worlds';
import { makeZip } from '../helpers/zip';
import { kitNumber, laid, sessionOver } from './carried';
import { Machine, stick } from './machine';

/** The server's own seat stands for this PC's: the wizard runs on the server. */
function liveLook(machine: Machine, endpoints: Collected<unknown>): Adapter {
  const missing = (what: string) => lost('missing', fault('probe-not-in-evidence', { what }));
  const seat = {
    async *look(probes: readonly string[]) {
      for (const probe of probes) yield { probe, collected: probe === 'endpoints' ? endpoints : missing(probe) };
    },
    close() {},
  } as unknown as Pick<Adapter, 'look' | 'close'>;
  const live = windowsAdapter({ start: startIn(machine.lab), host: null, secret: null, seat });
  return { ...live, clock: () => timeOf(machine.lab.world, machine.lab.happened), settling: 0 };
}
/** Why nobody asked is said differently on a server and for files; that it is not known is the same. */
const findingsOf = (session: Session) => JSON.parse(JSON.stringify(session.findings).replaceAll('probe-not-supported', 'probe-not-in-evidence')) as unknown;

describe('a live look and a kit', () => {
  for (const id of scenarioIds)
    it(`find the same: ${id}`, async () => {
      const world = worldNamed(id);
      const machine = new Machine(world);
      machine.carry(kitNumber);
      expect(machine.start('collect').code).toBe(40);
      const [folder] = machine.disk.foldersIn(stick);
      const path = laid(machine, `${stick}\\${folder}`);
      const answers = must(readAnswers(machine.disk.text(`${stick}\\${folder}\\answers.json`)));
      expect(answers.faults).toEqual([]);
      const live = sessionOver(liveLook(machine, answers.answers.endpoints?.collected as Collected<unknown>), world);
      const kit = sessionOver({ ...must(await evidenceAdapter(path, 'kit')), clock: () => timeOf(world, machine.lab.happened) }, world);
      must(await live.look());
      must(await kit.look());
      // While IIS is stopped a live look sees none of its settings; the file that a kit carries does: it may say more, never otherwise.
      if (id === 'web-server-stopped') {
        const failing = (s: Session) => s.findings.filter((f) => f.verdict === 'fail' && f.check !== 'product-out-of-support');
        expect(failing(kit).map((f) => f.check)).toEqual(expect.arrayContaining(failing(live).map((f) => f.check)));
        return;
      }
      expect(findingsOf(kit)).toEqual(findingsOf(live));
      expect(kit.snapshot?.entries.flatMap((e) => e.faults ?? [])).toEqual([]);
      const zip = join(tempFolder(), 'kit.zip');
      writeFileSync(zip, makeZip([...machine.disk.below(`${stick}\\${folder}`)].map(([name, data]) => ({ name: name.replaceAll('\\', '/'), data }))));
      const packed = sessionOver({ ...must(await evidenceAdapter(zip, 'kit.zip')), clock: () => timeOf(world, machine.lab.happened) }, world);
      must(await packed.look());
      expect(findingsOf(packed)).toEqual(findingsOf(live));
    });
});

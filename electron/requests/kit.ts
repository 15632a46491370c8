/** Writes a script kit where the face's own dialog, or the command line, says. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { KitView } from '../../shared/ipc';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import { type Snapshot, SnapshotFile } from '../../shared/snapshot';
import type { KitPlan } from '../kit/files';
import { kitPlanOf } from '../kit/of-visit';
import type { Session } from '../session';
import type { Answers, Given, Rooms } from './given';

/** The last look: of this process, else as it was kept. */
function lastSnapshot(session: Session): Snapshot | null {
  if (session.snapshot) return session.snapshot;
  const look = session.visit.state().looks.at(-1);
  if (!look || !session.visit.folder) return null;
  try {
    const read = SnapshotFile.safeParse(JSON.parse(fs.readFileSync(join(session.visit.folder, look.file), 'utf8')));
    return read.success ? (read.data as unknown as Snapshot) : null;
  } catch {
    return null;
  }
}

/** `plan`: a fix kit. */
async function write(given: Given, plan: KitPlan | null): Promise<Result<{ kit: KitView | null }>> {
  const kits = given.kits;
  if (!kits) return failed('unsupported-operation', { target: given.face });
  const folder = await kits.folder();
  if (folder === null) return ok({ kit: null });
  const written = kits.write(folder, plan);
  return written.ok ? ok({ kit: { ...written.value, operations: plan?.operations ?? [] } }) : written;
}

export const kitRequests = ({ given, within }: Rooms): Answers<'kit.write' | 'kit.write-fixes'> => ({
  'kit.write': () => write(given, null),
  'kit.write-fixes': ({ visit, plan }) =>
    within(visit, async (session) => {
      const planned = kitPlanOf(session.visit.state(), lastSnapshot(session), plan);
      return planned.ok ? write(given, planned.value) : planned;
    }),
});

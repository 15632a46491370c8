/** The real handlers over the real visits and targets, with a clock and ids that repeat. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disk } from '../../electron/disk';
import { makeDisk } from '../../electron/disk';
import type { Handlers } from '../../electron/handlers';
import { makeHandlers } from '../../electron/handlers';
import { allowTarget } from '../../electron/restricted';
import type { Targets } from '../../electron/targets/index';
import { makeTargets } from '../../electron/targets/index';
import type { Visits } from '../../electron/visits';
import { diskVisits, memoryVisits } from '../../electron/visits';
import type { Result } from '../../shared/result';
import type { Visit } from '../../shared/visit';
import { foldVisit } from '../../shared/visit';

export interface ShellOptions {
  readonly scenarios: string;
  /** Where visits lie; null: kept in memory. */
  readonly visits: string | null;
  readonly disk?: Disk;
  /** Folders by id, as the dialog gives them. */
  readonly folders?: Readonly<Record<string, string>>;
  readonly wrap?: (targets: Targets) => Targets;
  /** First number of the ids of this process. */
  readonly firstId?: number;
}
export interface Shell {
  readonly handlers: Handlers;
  readonly visits: Visits;
  readonly events: { readonly name: string; readonly value: unknown }[];
}

export function makeShell(options: ShellOptions): Shell {
  let id = options.firstId ?? 1;
  let seconds = 0;
  const now = () => new Date(Date.parse('2026-11-24T08:00:00.000Z') + 1000 * ++seconds).toISOString();
  const newId = () => String(id++).padStart(8, '0');
  const given = { now, newId, app: '0.0.0-test' };
  const visits = options.visits === null ? memoryVisits(given) : diskVisits(options.visits, options.disk ?? makeDisk(), given);
  const targets = makeTargets(options.scenarios);
  const events: { name: string; value: unknown }[] = [];
  const handlers = makeHandlers({
    now,
    newId,
    version: '0.0.0-test',
    platform: 'test',
    lang: 'en',
    face: 'desktop',
    restricted: false,
    visits,
    targets: options.wrap?.(targets) ?? targets,
    allow: allowTarget,
    chooseFolder: async () => null,
    folderPath: (name) => options.folders?.[name] ?? null,
    openSource: async () => {},
    emit: (name, value) => void events.push({ name, value }),
  });
  return { handlers, visits, events };
}

/** The value of a result that has to be there. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.fault.code} ${JSON.stringify(result.fault.facts)}`);
  return result.value;
}

/** The fold of an open visit. */
export const stateOf = async (handlers: Handlers, visit: string): Promise<Visit> =>
  foldVisit(must(await handlers['visit.entries']({ visit, since: 0 })).entries);

/** A folder of its own, gone at the end. */
export async function inTemporary<T>(act: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'wsus-wizard-test-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether collected files come from a kit that was written here, and whether the kit beside them is whole. */
import { createHash } from 'node:crypto';
import type { AnswersFile } from '../../shared/formats/answers';
import { canonical } from '../../shared/operation';
import type { Fault } from '../../shared/result';
import { fault } from '../../shared/result';
import type { FoundFile } from './files';

/** A kit that this computer wrote. */
export interface KnownKit {
  readonly kit: string;
  /** SHA-256 of its agent. */
  readonly agent: string;
}
type Told = { readonly file: string; readonly fault: Fault };

/** The number names a kit and the hash its agent; neither is a signature: who wants to lie repeats both. */
export function kitFault(file: string, { kit }: AnswersFile, known: readonly KnownKit[]): Fault | null {
  if (kit === null) return known.length > 0 ? fault('probe-kit-foreign', { file, kit: null }) : null;
  const ours = known.find((k) => k.kit === kit.number);
  if (!ours) return fault('probe-kit-foreign', { file, kit: kit.number.slice(0, 40) });
  return ours.agent === kit.agent ? null : fault('probe-kit-agent', { file, kit: kit.number.slice(0, 40) });
}

const listName = /^(.*\/)?sha256\.txt$/i;
const mostFiles = 64;
const mostBytes = 8 * 1024 * 1024;

/** A kit carried along with what it collected: its files, against its own list. */
export class CarriedKit {
  private readonly files = new Map<string, FoundFile>();
  private readonly lists: FoundFile[] = [];

  /** Every file found passes here; only the names are kept. */
  see(file: FoundFile): void {
    if (listName.test(file.file)) this.lists.push(file);
    else if (file.bytes <= mostBytes) this.files.set(file.file, file);
  }

  async faults(): Promise<Told[]> {
    const told: Told[] = [];
    for (const list of this.lists.slice(0, 4)) {
      const folder = list.file.slice(0, -'sha256.txt'.length);
      const lines = new TextDecoder('latin1').decode(await list.read(65_536)).split(/\r?\n/);
      const named = lines.flatMap((line) => /^([0-9a-f]{64}) \*([\w.-]+)$/.exec(line) ?? []);
      // Three entries a line: the whole, the hash, the name. A list without our agent is somebody else's.
      const pairs = Array.from({ length: named.length / 3 }, (_, i) => [named[i * 3 + 1] as string, named[i * 3 + 2] as string] as const);
      if (!pairs.some(([, name]) => name === 'agent.js')) continue;
      for (const [sha256, name] of pairs.slice(0, mostFiles)) {
        const wrong = await this.check(`${folder}${name}`, sha256);
        if (wrong) told.push({ file: `${folder}${name}`, fault: wrong });
      }
    }
    return told;
  }

  private async check(path: string, sha256: string): Promise<Fault | null> {
    const file = this.files.get(path);
    if (!file) return fault('probe-kit-missing', { file: path });
    const bytes = await file.read();
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? null : fault('probe-kit-changed', { file: path });
  }
}

/**
 * Whether a file says otherwise than the live answer. What the file cannot know (marked missing in it) says nothing; numbers
 * and texts count as they stand.
 */
export function contradicts(file: unknown, live: unknown): boolean {
  if (isMissing(file)) return false;
  if (isMissing(live)) return false;
  if (Array.isArray(file) && Array.isArray(live)) return arraysDiffer(file, live);
  if (isObject(file) && isObject(live)) return Object.keys(file).some((key) => key in live && contradicts(file[key], live[key]));
  // null: the file does not say.
  return file !== null && live !== null && file !== live;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMissing = (value: unknown): boolean => isObject(value) && 'outcome' in value && value.outcome !== 'ok' && 'fault' in value;

/** Items with a node, an id or a name are compared with their own; others as a set: IIS 6 keeps no order among masks. */
function arraysDiffer(file: readonly unknown[], live: readonly unknown[]): boolean {
  if (file.length !== live.length) return true;
  const keyless = (list: readonly unknown[]) => list.map(canonical).sort().join();
  if (file.every((item) => keyOf(item) === undefined)) return keyless(file) !== keyless(live);
  return file.some((item) => {
    const same = live.find((other) => String(keyOf(other)).toLowerCase() === String(keyOf(item)).toLowerCase());
    return same === undefined || contradicts(item, same);
  });
}

const keyOf = (item: unknown): unknown => (isObject(item) ? (item.node ?? item.id ?? item.name) : undefined);

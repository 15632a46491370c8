/** Writes kits, and keeps which ones this computer wrote (kits.json among the visits). */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import type { KitKind } from '../../shared/kit';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { AgentFile } from '../targets/agent-process';
import { checkAgent } from '../targets/agent-process';
import type { KnownKit } from '../targets/evidence-kit';
import type { KitPlan } from './files';
import { kitFiles, kitTexts } from './files';

export interface KitWritten {
  readonly kind: KitKind;
  readonly kit: string;
  readonly folder: string;
  /** The only computer a fix kit works on. */
  readonly machine: string | null;
  readonly files: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
}
export interface Kits {
  known(): readonly KnownKit[];
  /** Into a folder that holds none of its files yet; `plan`: a fix kit. */
  write(folder: string, plan: KitPlan | null): Result<KitWritten>;
}
export interface KitsGiven {
  readonly agent: AgentFile;
  /** The folder of visits. */
  readonly visits: () => string;
  readonly now: () => string;
  readonly newKit?: () => string;
}

const Record = z.array(z.object({ kit: z.string(), agent: z.string(), kind: z.string(), at: z.string() }));
type Record = z.infer<typeof Record>;
/** Older ones fall out: a kit is used within weeks. */
const mostKept = 500;

function readRecord(path: string): Record {
  try {
    const read = Record.safeParse(JSON.parse(fs.readFileSync(path, 'utf8')));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

export function makeKits(given: KitsGiven): Kits {
  const path = () => join(given.visits(), 'kits.json');
  const remember = (kit: string, agent: string, kind: KitKind) => {
    fs.mkdirSync(dirname(path()), { recursive: true });
    const all = [...readRecord(path()), { kit, agent, kind, at: given.now() }].slice(-mostKept);
    fs.writeFileSync(`${path()}.new`, `${JSON.stringify(all, null, 2)}\n`);
    fs.renameSync(`${path()}.new`, path());
  };
  return {
    known: () => readRecord(path()),
    write(folder, plan) {
      const wrong = checkAgent(given.agent);
      if (wrong) return { ok: false, fault: wrong };
      const kind = plan ? 'fix' : 'collect';
      const kit = given.newKit?.() ?? randomBytes(16).toString('hex');
      const { sha256 } = given.agent;
      const files = kitFiles(kitTexts(kind, { kit, agent: { text: fs.readFileSync(given.agent.path, 'latin1'), sha256 } }, plan));
      const there = files.find(({ file }) => fs.existsSync(join(folder, file)));
      if (there) return failed('input-kit-exists', { folder, file: there.file });
      try {
        fs.mkdirSync(folder, { recursive: true });
        for (const { file, bytes } of files) fs.writeFileSync(join(folder, file), bytes, { flag: 'wx' });
        remember(kit, sha256, kind);
      } catch (error) {
        return failed('denied-access', { file: folder, system: (error as NodeJS.ErrnoException).code ?? 'unknown' });
      }
      return ok({
        kind,
        kit,
        folder,
        machine: plan?.computer ?? null,
        files: files.map(({ file, bytes, sha256: hash }) => ({ file, bytes: bytes.length, sha256: hash })),
      });
    },
  };
}

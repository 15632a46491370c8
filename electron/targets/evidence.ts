/** Files collected on site, recognised by what is in them. Read only; one file that cannot be read never hides the others. */
import * as fs from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { looksLikeApplicationHost, readApplicationHost } from '../../shared/formats/application-host';
import type { IisAnswers } from '../../shared/formats/metabase';
import { looksLikeMetabase, readMetabase } from '../../shared/formats/metabase';
import type { Collected } from '../../shared/probe';
import { got, lost } from '../../shared/probe';
import type { ProbeId } from '../../shared/probes/index';
import type { Fault, Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import type { Told } from '../../shared/target';
import type { Adapter, Looked } from './adapter';
import { withTold } from './adapter';
import { decodeText } from './decode';

const maxFiles = 20_000;
const maxDepth = 16;
/** Configuration files are far below this; logs are read elsewhere, as a stream. */
const maxBytes = 64 * 1024 * 1024;

interface File {
  /** Path inside the folder, with forward slashes. */
  readonly file: string;
  readonly path: string;
  readonly date: string;
  readonly bytes: number;
}
interface ConfigFile {
  readonly file: string;
  readonly date: string;
  readonly answers: IisAnswers;
}
interface Evidence {
  readonly configs: readonly ConfigFile[];
  readonly faults: readonly { file: string; fault: Fault }[];
}

/** Every file below a folder; links are not followed. */
async function listFiles(root: string, signal: AbortSignal): Promise<File[]> {
  const found: File[] = [];
  const walk = async (folder: string, depth: number): Promise<void> => {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (signal.aborted || found.length >= maxFiles) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < maxDepth) await walk(path, depth + 1);
      if (!entry.isFile()) continue;
      const stat = await fs.stat(path);
      found.push({ file: relative(root, path).split(sep).join('/'), path, date: stat.mtime.toISOString(), bytes: stat.size });
    }
  };
  await walk(root, 0);
  return found;
}

/** The first 4 kB say what a file is. */
async function readHead(path: string): Promise<string> {
  const handle = await fs.open(path, 'r');
  try {
    const buffer = new Uint8Array(4096);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return decodeText(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

async function readOne(file: File): Promise<Result<IisAnswers> | null> {
  const head = await readHead(file.path);
  const looksXml = /^\s*\uFEFF?\s*</.test(head);
  const metabase = looksLikeMetabase(head) || (/metabase/i.test(file.file) && looksXml);
  const host = !metabase && (looksLikeApplicationHost(head) || (/applicationhost/i.test(file.file) && looksXml));
  if (!metabase && !host) return null;
  if (file.bytes > maxBytes) return failed('too-large-file', { file: file.file, bytes: file.bytes, limit: maxBytes });
  const text = decodeText(await fs.readFile(file.path));
  return metabase ? readMetabase(text) : readApplicationHost(text);
}

async function readEvidence(root: string, signal: AbortSignal): Promise<Evidence> {
  const configs: ConfigFile[] = [];
  const faults: { file: string; fault: Fault }[] = [];
  for (const file of await listFiles(root, signal)) {
    if (signal.aborted) break;
    await new Promise((done) => setImmediate(done));
    const read = await readOne(file).catch((error: NodeJS.ErrnoException) => failed('denied-access', { file: file.file, system: error.code ?? 'unknown' }));
    if (read === null) continue;
    if (!read.ok) faults.push({ file: file.file, fault: read.fault });
    else {
      configs.push({ file: file.file, date: file.date, answers: read.value });
      faults.push(...read.value.faults.map((f) => ({ file: file.file, fault: f })));
    }
  }
  return { configs, faults };
}

/** A configuration with WSUS in it before one without, then the newest; the others are named as not used. */
function choose(configs: readonly ConfigFile[]): ConfigFile | null {
  const wsus = (c: ConfigFile) => c.answers.vroots.vroots.filter((v) => /^(selfupdate|clientwebservice)$/i.test(v.name)).length;
  const sites = (c: ConfigFile) => c.answers.sites.sites.length;
  return [...configs].sort((a, b) => wsus(b) - wsus(a) || Math.sign(sites(b)) - Math.sign(sites(a)) || (a.date < b.date ? 1 : -1))[0] ?? null;
}

const answersFrom: Partial<Record<ProbeId, (a: IisAnswers) => unknown>> = {
  'web-sites': (a) => a.sites,
  'virtual-directories': (a) => a.vroots,
  'ip-restrictions': (a) => a.restrictions,
};

function answerOf(probe: ProbeId, evidence: Evidence, told: Told): Looked {
  if (probe === 'networks')
    return {
      probe,
      collected: got(withTold({ adapters: lost('missing', fault('probe-not-in-evidence', { what: 'adapters' })), subnets: [], clients: [] }, told)),
    };
  const from = answersFrom[probe];
  const config = choose(evidence.configs);
  if (!from) return { probe, collected: lost('missing', fault('probe-not-in-evidence', { what: probe })) };
  const unused = evidence.configs
    .filter((c) => c !== config)
    .map((c) => ({ file: c.file, fault: fault('unsupported-file-kind', { file: c.file, used: config?.file ?? '' }) }));
  const faults = [...evidence.faults, ...unused];
  const collected: Collected<unknown> = config
    ? got(from(config.answers))
    : lost('failed', evidence.faults[0]?.fault ?? fault('probe-not-in-evidence', { what: probe }));
  return { probe, collected, ...(config && { files: [{ file: config.file, date: config.date }] }), ...(faults.length > 0 && { faults }) };
}

/** Opens a folder; nothing in it that can be read at all is a fault at once. */
export async function evidenceAdapter(path: string, name: string): Promise<Result<Adapter>> {
  const stat = await fs.stat(path).catch(() => null);
  if (!stat?.isDirectory()) return failed('input-folder-missing', { path: name });
  const first = await readEvidence(path, new AbortController().signal);
  if (first.configs.length === 0) {
    const broken = first.faults[0];
    return broken
      ? { ok: false, fault: { ...broken.fault, facts: { ...broken.fault.facts, file: broken.file } } }
      : failed('input-nothing-readable', { path: name });
  }
  let known: Evidence | null = first;
  return ok({
    kind: 'evidence',
    name,
    settling: 0,
    async *look(probes, { signal, told, asking }) {
      if (probes[0]) asking?.(probes[0]);
      // A second look reads the files again: they may have been replaced.
      const evidence = known ?? (await readEvidence(path, signal));
      known = null;
      for (const probe of probes) {
        if (signal.aborted) return;
        asking?.(probe);
        yield answerOf(probe, evidence, told);
      }
    },
    close() {},
  });
}

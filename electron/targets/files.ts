/** Collected files, from a folder or out of a zip: named with forward slashes, read one at a time, never written. Links are not followed. */
import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import yauzl from 'yauzl';
import type { Fault, Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';

export interface FoundFile {
  readonly file: string;
  readonly date: string;
  readonly bytes: number;
  /** At most the first `limit` bytes. */
  read(limit?: number): Promise<Uint8Array>;
  /** Where it lies on disk; else `chunks` gives its bytes as they are unpacked. */
  readonly path?: string;
  chunks?(): AsyncIterable<Uint8Array>;
}
export interface FileSource {
  /** Every file, in name order; what cannot be listed or must not be opened is told. */
  files(signal: AbortSignal, told: (file: string, fault: Fault) => void): AsyncIterable<FoundFile>;
  close(): void;
}

export const limits = { files: 20_000, depth: 16, name: 260, unpacked: 2 * 1024 ** 3, ratio: 200, ratioAbove: 10 * 1024 ** 2 } as const;

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

async function readPart(path: string, limit: number): Promise<Uint8Array> {
  const handle = await fs.open(path, 'r');
  try {
    const buffer = new Uint8Array(limit);
    const { bytesRead } = await handle.read(buffer, 0, limit, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A file that is deleted while the folder is listed is no more; another reason is told. */
const statOf = (path: string, file: string, told: (file: string, fault: Fault) => void): Promise<Stats | null> =>
  fs.stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') told(file, fault('denied-access', { file, system: error.code ?? 'unknown' }));
    return null;
  });

export function folderFiles(root: string): FileSource {
  async function* walk(folder: string, depth: number, signal: AbortSignal, told: (file: string, fault: Fault) => void): AsyncGenerator<FoundFile> {
    const at = (path: string) => relative(root, path).split(sep).join('/');
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      told(at(folder), fault('denied-access', { file: at(folder), system: error.code ?? 'unknown' }));
      return [];
    });
    for (const entry of entries.sort(byName)) {
      if (signal.aborted) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < limits.depth) yield* walk(path, depth + 1, signal, told);
      if (!entry.isFile()) continue;
      const stat = await statOf(path, at(path), told);
      if (!stat) continue;
      yield {
        file: at(path),
        date: stat.mtime.toISOString(),
        bytes: stat.size,
        path,
        read: (limit) => (limit === undefined ? fs.readFile(path) : readPart(path, limit)),
      };
    }
  }
  return {
    async *files(signal, told) {
      let count = 0;
      for await (const file of walk(root, 0, signal, told)) {
        if (++count > limits.files) {
          told('.', fault('too-large-archive', { file: '.', why: `> ${limits.files} files` }));
          return;
        }
        yield file;
      }
    },
    close() {},
  };
}

/** A single file as evidence. */
export const oneFile = (path: string): FileSource => ({
  async *files(_signal, told) {
    const stat = await statOf(path, basename(path), told);
    if (!stat) return;
    yield {
      file: basename(path),
      date: stat.mtime.toISOString(),
      bytes: stat.size,
      path,
      read: (limit) => (limit === undefined ? fs.readFile(path) : readPart(path, limit)),
    };
  },
  close() {},
});

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Names that climb out of the archive, and sizes that lie, are errors of the reader.
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

const listEntries = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > limits.files) resolve(entries);
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });

/** Reads an entry in memory; the stream is ended at `limit`. */
const readEntry = (zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes < limit) return;
        stream.destroy();
        resolve(new Uint8Array(Buffer.concat(chunks).subarray(0, limit)));
      });
      stream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      stream.on('error', reject);
    });
  });

/** An entry's bytes as they are unpacked. */
async function* entryChunks(zip: ZipFile, entry: Entry): AsyncIterable<Uint8Array> {
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened as AsyncIterable<Uint8Array>)));
  });
  yield* stream;
}

/** What must not be unpacked: encrypted, too many, too long a name, too large, packed too well to be honest. */
function refusalOf(entries: readonly Entry[], file: string): Fault | null {
  const encrypted = entries.find((e) => e.isEncrypted());
  if (encrypted) return fault('denied-encrypted', { file });
  if (entries.length > limits.files) return fault('too-large-archive', { file, why: `> ${limits.files} entries` });
  if (entries.some((e) => e.fileName.length > limits.name)) return fault('too-large-archive', { file, why: `name > ${limits.name}` });
  if (entries.reduce((sum, e) => sum + e.uncompressedSize, 0) > limits.unpacked) return fault('too-large-archive', { file, why: '> 2 GB' });
  const bomb = entries.find((e) => e.uncompressedSize > limits.ratioAbove && e.uncompressedSize > limits.ratio * Math.max(1, e.compressedSize));
  return bomb ? fault('too-large-archive', { file, why: `${limits.ratio}:1` }) : null;
}

const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;

/** Opens a zip; nothing of it is written to disk, and a zip within is named, not opened. */
export async function zipFiles(path: string, name: string): Promise<Result<FileSource>> {
  let zip: ZipFile;
  let entries: Entry[];
  try {
    zip = await openZip(path);
    entries = await listEntries(zip);
  } catch (error) {
    return failed('malformed-zip', { file: name, why: String((error as Error).message).slice(0, 120) });
  }
  const refused = refusalOf(entries, name);
  if (refused) {
    zip.close();
    return { ok: false, fault: refused };
  }
  const files = entries.filter((e) => !e.fileName.endsWith('/') && !isLink(e)).sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  return ok({
    async *files(signal, told) {
      for (const entry of files) {
        if (signal.aborted) return;
        if (/\.zip$/i.test(entry.fileName)) {
          told(entry.fileName, fault('unsupported-nested-archive', { file: entry.fileName }));
          continue;
        }
        yield {
          file: entry.fileName,
          date: entry.getLastModDate().toISOString(),
          bytes: entry.uncompressedSize,
          read: (limit = limits.unpacked) => readEntry(zip, entry, limit),
          chunks: () => entryChunks(zip, entry),
        };
      }
    },
    close: () => zip.close(),
  });
}

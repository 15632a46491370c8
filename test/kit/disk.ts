/** A disk behind FileSystemObject: files by path without case, places that refuse writing, and a power cut after n writes. */
import { ComSet, comError, comObject, method, readOnly } from '../agent/com';

interface Kept {
  readonly path: string;
  bytes: Buffer;
  at: number;
}

/** The machine stops here: nothing after it runs. */
export class PowerCut extends Error {}

const key = (path: string) => path.replace(/\\+$/, '').toLowerCase();
const parent = (path: string) => path.replace(/\\[^\\]*$/, '');
const nameOf = (path: string) => path.replace(/^.*\\/, '');

export class Disk {
  private readonly files = new Map<string, Kept>();
  private readonly folders = new Map<string, string>();
  /** Places that cannot be written to. */
  readonly locked = new Set<string>();
  /** Reads of these fail with an HRESULT. */
  readonly unreadable = new Map<string, number>();
  /** Called after each write. */
  written: (path: string) => void = () => {};

  constructor(
    readonly folder: string,
    private readonly now: () => number,
  ) {
    for (const path of ['C:\\', 'C:\\TEMP', folder]) this.folders.set(key(path), path);
  }

  put(path: string, content: Buffer | string, at = this.now()): void {
    this.files.set(key(path), { path, bytes: typeof content === 'string' ? Buffer.from(content, 'latin1') : content, at });
    for (let up = parent(path); up.includes('\\'); up = parent(up)) this.folders.set(key(up), up);
  }
  get(path: string): Buffer | undefined {
    return this.files.get(key(path))?.bytes;
  }
  text(path: string): string {
    return this.get(path)?.toString('latin1') ?? '';
  }
  remove(path: string): void {
    this.files.delete(key(path));
  }
  /** Every file below a folder, by its path relative to it. */
  below(folder: string): Map<string, Buffer> {
    const start = `${key(folder)}\\`;
    return new Map([...this.files.values()].filter((f) => key(f.path).startsWith(start)).map((f) => [f.path.slice(start.length), f.bytes]));
  }
  foldersIn(folder: string): string[] {
    return [...this.folders.values()].filter((f) => key(parent(f)) === key(folder) && key(f) !== key(folder)).map(nameOf);
  }

  private kept(path: string): Kept {
    const refused = this.unreadable.get(key(path));
    if (refused !== undefined) throw comError(refused, path);
    const file = this.files.get(key(this.full(path)));
    if (!file) throw comError(0x800a0035, `File not found ${path}`);
    return file;
  }
  private full(path: string): string {
    return /^[A-Za-z]:\\/.test(path) ? path : `${this.folder}\\${path}`;
  }
  private refuseLocked(path: string): void {
    for (const place of this.locked) if (key(path).startsWith(key(place))) throw comError(0x800a0046, 'Permission denied');
    if (!this.folders.has(key(parent(path)))) throw comError(0x800a004c, 'Path not found');
  }
  private write(path: string, text: string): void {
    if (!/^[\x20-\x7e\r\n\t]*$/.test(text) && /\.(json|txt|xml|config|reg)$/.test(path)) throw comError(0x800a0005, 'not ASCII');
    const file = this.kept(path);
    file.bytes = Buffer.concat([file.bytes, Buffer.from(text, 'latin1')]);
    file.at = this.now();
    this.written(path);
  }

  private stream(path: string, canWrite: boolean): object {
    const text = canWrite ? '' : this.kept(path).bytes.toString('latin1');
    let at = 0;
    const readable = () => {
      if (canWrite) throw comError(0x800a0036, 'Bad file mode');
      if (at >= text.length) throw comError(0x800a003e, 'Input past end of file');
    };
    const written = (more: string) => {
      if (!canWrite) throw comError(0x800a0036, 'Bad file mode');
      this.write(path, more);
    };
    return comObject('TextStream', {
      AtEndOfStream: readOnly(() => at >= text.length),
      ReadLine: method([0], () => {
        readable();
        const end = text.indexOf('\n', at);
        const line = text.slice(at, end < 0 ? undefined : end).replace(/\r$/, '');
        at = end < 0 ? text.length : end + 1;
        return line;
      }),
      ReadAll: method([0], () => {
        readable();
        const rest = text.slice(at);
        at = text.length;
        return rest;
      }),
      Read: method([1], (count: number) => {
        readable();
        const part = text.slice(at, at + count);
        at += count;
        return part;
      }),
      WriteLine: method([1], (line: string) => written(`${line}\r\n`)),
      Write: method([1], written),
      Close: method([0], () => {}),
    });
  }

  private create(path: string, overwrite: boolean): void {
    if (this.files.has(key(path)) && !overwrite) throw comError(0x800a003a, 'File already exists');
    this.refuseLocked(path);
    this.put(path, '');
  }
  private fileObject(path: string): object {
    const file = this.kept(path);
    return comObject('File', {
      Name: readOnly(() => nameOf(file.path)),
      Size: readOnly(() => file.bytes.length),
      DateLastModified: readOnly(() => file.at),
    });
  }

  fileSystem(): object {
    return comObject('FileSystemObject', {
      FileExists: method([1], (path: string) => this.files.has(key(this.full(path)))),
      FolderExists: method([1], (path: string) => this.folders.has(key(path))),
      GetParentFolderName: method([1], parent),
      GetFile: method([1], (path: string) => this.fileObject(path)),
      GetFolder: method([1], (path: string) =>
        comObject('Folder', {
          Files: readOnly(() => new ComSet([...this.files.values()].filter((f) => key(parent(f.path)) === key(path)).map((f) => this.fileObject(f.path)))),
        }),
      ),
      CreateFolder: method([1], (path: string) => {
        if (this.folders.has(key(path))) throw comError(0x800a003a, 'exists');
        this.refuseLocked(path);
        this.folders.set(key(path), path);
      }),
      CreateTextFile: method([3], (path: string, overwrite: boolean, unicode: boolean) => {
        if (unicode) throw comError(0x800a0005, 'unicode');
        this.create(path, overwrite);
        return this.stream(path, true);
      }),
      OpenTextFile: method([4], (path: string, mode: number, create: boolean, unicode: number) => {
        if ((mode !== 1 && mode !== 8) || create || unicode !== 0) throw comError(0x800a0034, 'mode');
        if (mode === 8) this.refuseLocked(path);
        this.kept(path);
        return this.stream(this.full(path), mode === 8);
      }),
      CopyFile: method([3], (from: string, to: string, overwrite: boolean) => {
        const { bytes } = this.kept(from);
        this.create(to, overwrite);
        this.put(to, bytes);
      }),
    });
  }
}

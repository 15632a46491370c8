/** Files collected on site, recognised by what is in them. Read only; one file that cannot be read never hides the others. */
import * as fs from 'node:fs/promises';
import type { AnswersFile } from '../../shared/formats/answers';
import { looksLikeAnswers, readAnswers } from '../../shared/formats/answers';
import { looksLikeApplicationHost, readApplicationHost } from '../../shared/formats/application-host';
import type { ClientReg } from '../../shared/formats/client-reg';
import { clientOf, isClientReg } from '../../shared/formats/client-reg';
import type { IisAnswers } from '../../shared/formats/metabase';
import { looksLikeMetabase, readMetabase } from '../../shared/formats/metabase';
import { looksLikeReg, readReg } from '../../shared/formats/reg-file';
import type { Collected } from '../../shared/probe';
import { got, lost } from '../../shared/probe';
import type { AnswerOf, ProbeId } from '../../shared/probes/index';
import type { Fault, Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import type { Told } from '../../shared/target';
import type { CollectedLog, FoundLog } from '../logs/collected';
import { readCollectedLogs } from '../logs/collected';
import type { Adapter, Looked } from './adapter';
import { withTold } from './adapter';
import { decodeText } from './decode';
import type { KnownKit } from './evidence-kit';
import { CarriedKit, contradicts, kitFault } from './evidence-kit';
import { fromLogs, logFaults, logOf, seenInLogs } from './evidence-logs';
import { seatsIn } from './evidence-seats';
import type { FileSource, FoundFile } from './files';
import { folderFiles, oneFile, zipFiles } from './files';

/** Configuration files and exports are far below this; logs are read elsewhere, as a stream. */
const maxBytes = 64 * 1024 * 1024;

type Read =
  | { readonly kind: 'iis'; readonly answers: IisAnswers }
  | { readonly kind: 'answers'; readonly answers: AnswersFile }
  | { readonly kind: 'log'; readonly log: FoundLog }
  | { readonly kind: 'client'; readonly client: ClientReg; readonly faults: readonly Fault[] };
type Used = { readonly file: string; readonly date: string } & Read;

interface Evidence {
  readonly logs: readonly CollectedLog[];
  readonly used: readonly Used[];
  readonly faults: readonly { file: string; fault: Fault }[];
}

/** Reads one file by what its first bytes say; null: nothing of ours. */
async function readOne(file: FoundFile): Promise<Result<Read> | null> {
  const head = decodeText(await file.read(4096));
  const isXml = /^\s*\uFEFF?\s*</.test(head);
  const metabase = looksLikeMetabase(head) || (isXml && /metabase/i.test(file.file));
  const host = !metabase && (looksLikeApplicationHost(head) || (isXml && /applicationhost/i.test(file.file)));
  const answers = looksLikeAnswers(head) || /(^|\/)answers\.json$/i.test(file.file);
  const reg = looksLikeReg(head) || /\.reg$/i.test(file.file);
  if (!metabase && !host && !answers && !reg) {
    const log = logOf(file, head);
    return log === null ? null : 'code' in log ? { ok: false, fault: log } : ok({ kind: 'log', log });
  }
  if (file.bytes > maxBytes) return failed('too-large-file', { file: file.file, bytes: file.bytes, limit: maxBytes });
  const text = decodeText(await file.read());
  if (metabase || host) {
    const read = metabase ? readMetabase(text) : readApplicationHost(text);
    return read.ok ? ok({ kind: 'iis', answers: read.value }) : read;
  }
  if (answers) {
    const read = readAnswers(text);
    return read.ok ? ok({ kind: 'answers', answers: read.value }) : read;
  }
  const read = readReg(text);
  if (!read.ok || !isClientReg(read.value)) return read.ok ? null : read;
  return ok({
    kind: 'client',
    client: clientOf(read.value, file.file),
    faults: read.value.cut ? [fault('malformed-text', { what: 'reg', file: file.file })] : [],
  });
}

const faultsIn = (read: Read): readonly Fault[] => (read.kind === 'log' ? [] : read.kind === 'client' ? read.faults : read.answers.faults);

/** `enough`: stop at the first file that can be used, and read no log. `read`: bytes of logs so far, and of all. */
async function readEvidence(
  source: FileSource,
  signal: AbortSignal,
  known: readonly KnownKit[] | null,
  enough = false,
  read?: (bytes: number, total: number) => void,
): Promise<Evidence> {
  const carried = new CarriedKit();
  const used: Used[] = [];
  const faults: { file: string; fault: Fault }[] = [];
  const tell = (file: string, f: Fault) => faults.push({ file, fault: { ...f, facts: { file, ...f.facts } } });
  for await (const file of source.files(signal, tell)) {
    // Between files the event loop runs, so that cancel and progress act at once.
    await new Promise((done) => setImmediate(done));
    if (signal.aborted) break;
    carried.see(file);
    const one = await readOne(file).catch((error: NodeJS.ErrnoException) =>
      failed('denied-access', { file: file.file, system: error.code ?? String(error.message).slice(0, 80) }),
    );
    if (one === null) continue;
    if (!one.ok) tell(file.file, one.fault);
    else {
      used.push({ file: file.file, date: file.date, ...one.value });
      for (const f of faultsIn(one.value)) tell(file.file, f);
      const foreign = known && one.value.kind === 'answers' ? kitFault(file.file, one.value.answers, known) : null;
      if (foreign) tell(file.file, foreign);
      if (enough) break;
    }
  }
  const found = enough ? [] : used.flatMap((u) => (u.kind === 'log' ? [u.log] : []));
  const logs = await readCollectedLogs(found, { signal, ...(read && { progress: read }) });
  for (const { file, fault: f } of logFaults(logs)) tell(file, f);
  if (!enough) for (const { file, fault: f } of await carried.faults()) tell(file, f);
  return { used, faults, logs };
}

type Iis = Extract<Used, { kind: 'iis' }>;
type Live = Extract<Used, { kind: 'answers' }>;

/** A configuration with WSUS in it before one without, then the newest; the others are named as not used. */
function chooseIis(used: readonly Used[]): Iis | null {
  const wsus = (c: Iis) => c.answers.vroots.vroots.filter((v) => /^(selfupdate|clientwebservice)$/i.test(v.name)).length;
  const all = used.filter((u): u is Iis => u.kind === 'iis');
  return (
    all.sort(
      (a, b) => wsus(b) - wsus(a) || Math.sign(b.answers.sites.sites.length) - Math.sign(a.answers.sites.sites.length) || (a.date < b.date ? 1 : -1),
    )[0] ?? null
  );
}
const chooseLive = (used: readonly Used[]): Live | null =>
  used.filter((u): u is Live => u.kind === 'answers').sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null;

/** Answers of another computer, or none says of which. */
const otherServer = (a: Live, b: Live): boolean => (a.answers.computer ?? '').toLowerCase() !== (b.answers.computer ?? '').toLowerCase();

const fromIis: Partial<Record<ProbeId, (a: IisAnswers) => unknown>> = {
  'web-sites': (a) => a.sites,
  'virtual-directories': (a) => a.vroots,
  'ip-restrictions': (a) => a.restrictions,
};

function identities(clients: readonly ClientReg[]): AnswerOf<'client-identities'> {
  return {
    clients: clients.map((c) => ({ name: c.name, named: c.named, addresses: [], identity: c.identity })),
    serverList: lost('missing', fault('probe-not-in-evidence', { what: 'server-list' })),
  };
}

/** The probe's answer from files other than answers.json. */
function fromFiles(probe: ProbeId, evidence: Evidence): { value: unknown; files: Used[] } | null {
  const iis = chooseIis(evidence.used);
  const read = fromIis[probe];
  if (read) return iis && { value: read(iis.answers), files: [iis] };
  const regs = evidence.used.filter((u) => u.kind === 'client');
  const clients = regs.map((r) => r.client);
  const log = fromLogs[probe]?.(evidence.logs);
  if (log) return { value: log.value, files: evidence.used.filter((u) => u.kind === 'log' && log.files.includes(u.file)) };
  if (regs.length === 0) return null;
  if (probe === 'client-identities') return { value: identities(clients), files: regs };
  if (probe === 'client-policies') return { value: { clients: clients.map((c) => ({ name: c.name, policy: c.policy })) }, files: regs };
  return null;
}

/** Clients of .reg files are added to those the server answered for; a client that answered itself stays. */
function mergeClients(probe: ProbeId, live: unknown, files: { value: unknown } | null): unknown {
  if (!files || (probe !== 'client-identities' && probe !== 'client-policies')) return live;
  const answered = live as { clients: { name: string }[] };
  const names = new Set(answered.clients.map((c) => c.name.toLowerCase()));
  return { ...answered, clients: [...answered.clients, ...(files.value as typeof answered).clients.filter((c) => !names.has(c.name.toLowerCase()))] };
}

const emptyNetworks = { adapters: lost('missing', fault('probe-not-in-evidence', { what: 'adapters' })), subnets: [], clients: [] };

function answerOf(probe: ProbeId, evidence: Evidence, told: Told): Looked {
  const live = chooseLive(evidence.used);
  const answered = live?.answers.answers[probe];
  const files = fromFiles(probe, evidence);
  const faults = [...evidence.faults];
  const readable = chooseIis(evidence.used);
  for (const other of evidence.used)
    if (live && other.kind === 'answers' && other !== live && otherServer(other, live))
      faults.push({ file: other.file, fault: fault('unsupported-file-kind', { file: other.file, used: live.file }) });
  for (const other of evidence.used)
    if (other.kind === 'iis' && other !== readable && fromIis[probe])
      faults.push({ file: other.file, fault: fault('unsupported-file-kind', { file: other.file, used: readable?.file ?? '' }) });
  let collected: Collected<unknown>;
  let sources: readonly Used[] = files?.files ?? [];
  if (live && answered?.collected.outcome === 'ok') {
    // The live answer wins; that a file says otherwise is told.
    const file = files?.files[0];
    if (file && fromIis[probe] && contradicts(files.value, answered.collected.value))
      faults.push({ file: file.file, fault: fault('probe-differs', { file: file.file, probe }) });
    collected = got(mergeClients(probe, answered.collected.value, files));
    sources = [live, ...(fromIis[probe] ? [] : sources)];
  } else collected = files ? got(files.value) : (answered?.collected ?? missing(probe, evidence));
  const seats = probe === 'endpoints' ? seatsIn(evidence.used.filter((u): u is Live => u.kind === 'answers')) : null;
  if (seats) [collected, sources] = [got(seats.value), seats.files];
  if (probe === 'networks') {
    const known = collected.outcome === 'ok' ? (collected.value as AnswerOf<'networks'>) : emptyNetworks;
    collected = got(withTold({ ...known, clients: [...known.clients, ...seenInLogs(evidence.logs, known)] }, told));
  }
  return {
    probe,
    ...(answered?.machine && { machine: answered.machine }),
    collected,
    ...(sources.length > 0 && { files: sources.slice(0, 50).map(({ file, date }) => ({ file, date })) }),
    ...(faults.length > 0 && (fromIis[probe] || sources.length > 0) && { faults: faults.slice(0, 200) }),
  };
}

/** Why a probe has no answer: the file that should have held it could not be read, or there was none. */
function missing(probe: ProbeId, evidence: Evidence): Collected<never> {
  const broken = fromIis[probe] ? evidence.faults.find((f) => f.fault.code.startsWith('malformed') || f.fault.code.startsWith('too-large')) : undefined;
  return broken ? lost('failed', broken.fault) : lost('missing', fault('probe-not-in-evidence', { what: probe }));
}

/** Opens a folder, a zip or one file; nothing in it that can be read at all is a fault at once. */
export async function evidenceAdapter(path: string, name: string, kits?: () => readonly KnownKit[]): Promise<Result<Adapter>> {
  const stat = await fs.stat(path).catch(() => null);
  if (!stat) return failed('input-folder-missing', { path: name });
  const source = stat.isDirectory() ? ok(folderFiles(path)) : /\.zip$/i.test(path) ? await zipFiles(path, name) : ok(oneFile(path));
  if (!source.ok) return source;
  const first = await readEvidence(source.value, new AbortController().signal, null, true);
  if (first.used.length === 0) {
    source.value.close();
    const broken = first.faults[0];
    return broken ? { ok: false, fault: broken.fault } : failed('input-nothing-readable', { path: name });
  }
  return ok({
    kind: 'evidence',
    name,
    settling: 0,
    atOnce: true,
    async *look(probes, { signal, told, asking, read }) {
      if (probes[0]) asking?.(probes[0]);
      const evidence = await readEvidence(source.value, signal, kits?.() ?? null, false, read);
      for (const probe of probes) {
        if (signal.aborted) return;
        asking?.(probe);
        yield answerOf(probe, evidence, told);
      }
    },
    close: () => source.value.close(),
  });
}

/** The contract between the page and the shell: request names, their shapes, event names. Types and names only. */
import type { Severity } from './check';
import type { Choices, FixPlan, Line } from './fix';
import type { Entry } from './journal';
import type { Operation } from './operation';
import type { Admitted } from './refusal';
import type { Facts, Result } from './result';
import type { SnapshotEntry } from './snapshot';
import type { Told } from './target';

export const requestNames = [
  'app.info',
  'app.manner',
  'scenarios.list',
  'folder.choose',
  'address.ask',
  'address.password',
  'visits.list',
  'visits.delete',
  'visits.choose-folder',
  'visit.open',
  'visit.reopen',
  'visit.close',
  'visit.tell',
  'visit.name',
  'visit.save-undo',
  'visit.look',
  'visit.pass-time',
  'visit.cancel',
  'visit.entries',
  'visit.saw',
  'visit.refused',
  'visit.logs',
  'visit.client-log',
  'visit.ask',
  'visit.offers',
  'visit.plan',
  'visit.undo',
  'visit.apply',
  'kit.write',
  'kit.write-fixes',
  'source.open',
] as const;
export type RequestName = (typeof requestNames)[number];

export const eventNames = ['entries', 'progress'] as const;
export type EventName = (typeof eventNames)[number];

export interface ScenarioInfo {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly story: { readonly en: string; readonly ja: string };
  readonly generation: string | null;
  readonly clients: number;
  /** What there is to find, for the trainer; hidden until asked for. */
  readonly answers: readonly { readonly check: string; readonly severity: Severity; readonly facts: Facts }[];
  readonly basis: readonly { readonly text: { readonly en: string; readonly ja: string }; readonly grade: string }[];
}
export interface VisitInfo {
  readonly visit: string;
  readonly target: { readonly kind: string; readonly name: string; readonly text: string };
  readonly customer: string;
  readonly openedAt: string;
  readonly lastAt: string;
  /** Counts of the last look; null when it was never looked at. */
  readonly summary: { readonly problem: number; readonly warning: number; readonly wait: number; readonly note: number; readonly unknown: number } | null;
  readonly applied: number;
  readonly undone: number;
  /** Operations whose end is not known yet. */
  readonly uncertain: number;
  readonly readOnly: boolean;
}
/** One node of the step page's evidence: the list in force and who holds it. */
export interface SeenNode {
  readonly node: string;
  readonly decidedBy: string | null;
  readonly byDefault: boolean;
  readonly ambiguous: boolean;
  readonly rules: readonly { readonly text: string; readonly allow: boolean; readonly node: string; readonly byName: boolean }[];
  /** Ranges of the IPv4 space in order, covering it: for the picture. At most 200. */
  readonly space: readonly { readonly cidr: string; readonly admitted: boolean | null }[];
}
export interface FixOffer {
  readonly fix: string;
  readonly choices: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly facts?: Facts }[];
    readonly default: readonly string[];
    readonly several: boolean;
    /** Values outside the list may be typed; the plan checks them. */
    readonly open: boolean;
  }[];
  /** Lines to follow by hand where the usual plan has nothing to run. */
  readonly byHand: readonly Line[];
  /** What the usual plan warns of: shown beside the choice, before it is made. */
  readonly warnings: readonly Line[];
}
export interface PlanView {
  /** Something of it runs on this computer itself, where the wizard may have too few rights. */
  readonly here: boolean;
  readonly plan: string;
  readonly purpose: 'fix' | 'undo';
  readonly content: FixPlan;
  /** Undo: what it takes back, and what was left out (service starts) unless asked for. */
  readonly undoes: readonly { readonly plan: string; readonly operation: number }[];
  readonly leftOut: readonly { readonly plan: string; readonly operation: number; readonly service: string }[];
}

/** A script kit that was written. */
export interface KitView {
  readonly kind: 'collect' | 'fix';
  readonly kit: string;
  readonly folder: string;
  /** The only computer a fix kit works on. */
  readonly machine: string | null;
  readonly operations: readonly Operation[];
  readonly files: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
}

/** Input and output of each request; every output arrives as a Result. */
export interface Api {
  'app.info': {
    in: Record<string, never>;
    out: {
      version: string;
      platform: string;
      lang: 'en' | 'ja';
      restricted: boolean;
      face: 'desktop' | 'classroom';
      folders: { id: string; name: string }[];
      packed: boolean;
      /** Whether more rights may be asked for on this computer: not from a copy that anybody can write to, not outside Windows. */
      elevation: 'offered' | 'copy' | 'none';
    };
  };
  /** The page's language and theme, for the shell's own dialogs. */
  'app.manner': { in: { lang: 'en' | 'ja'; theme: 'system' | 'light' | 'dark' }; out: { lang: 'en' | 'ja'; theme: 'system' | 'light' | 'dark' } };
  'scenarios.list': { in: Record<string, never>; out: { scenarios: ScenarioInfo[] } };
  'folder.choose': { in: Record<string, never>; out: { folder: { id: string; name: string } | null } };
  /** Main's own dialog names a server; null: it was closed. The page never sends an address. */
  'address.ask': { in: { kind: 'network' | 'windows' }; out: { address: { id: string; name: string; kind: 'network' | 'windows' } | null } };
  /** A forgotten password is typed again, in main's own dialog. */
  'address.password': { in: { visit: string }; out: { typed: boolean } };
  'visits.list': { in: Record<string, never>; out: { visits: VisitInfo[] } };
  'visits.delete': { in: { visit: string }; out: { visit: string } };
  'visit.open': {
    in: { target: { kind: 'simulated'; scenario: string } | { kind: 'evidence'; folder: string } | { kind: 'network' | 'windows'; address: string } };
    out: { visit: string };
  };
  'visit.reopen': { in: { visit: string }; out: { visit: string; readOnly: boolean } };
  'visit.close': { in: { visit: string }; out: { visit: string } };
  'visit.tell': { in: { visit: string; told: Told }; out: { told: Told } };
  /** Looks at the target; progress and entries arrive as events. `elevated`: Windows asks the person for more rights first. */
  'visit.look': {
    in: { visit: string; elevated?: boolean | undefined };
    out: {
      look: number;
      takenAt: string;
      clock: string | null;
      probes: SnapshotEntry[];
      product: { generation: string | null; version: string | null; system: string; iis: number } | null;
    };
  };
  /** Practice only: lets the server's clock run on. */
  'visit.pass-time': { in: { visit: string; minutes: number }; out: { clock: string } };
  'visit.cancel': { in: { visit: string }; out: { visit: string } };
  'visit.entries': { in: { visit: string; since: number }; out: { entries: Entry[] } };
  'visit.saw': { in: { visit: string; check: string }; out: { probes: SnapshotEntry[]; nodes: SeenNode[] } };
  /** Pages of 200 refused addresses. */
  'visit.refused': {
    in: { visit: string; check: string; from: number };
    out: { total: number; from: number; clients: { address: string; name: string | null }[] };
  };
  /** Who the logs say was refused, 200 a page, and refusals by subnet and day. Times are UTC. */
  'visit.logs': {
    in: { visit: string; from: number };
    out: {
      total: number;
      from: number;
      clients: { address: string; count: number; first: string | null; last: string | null; paths: string[]; refusedNow: boolean | null }[];
      days: { subnet: string; day: string; count: number }[];
      files: { file: string; rows: number; bytes: number; from: string | null; to: string | null; warnings: { id: string; count: number }[] }[];
    };
  };
  /** The log of one client: its facts, and 200 of its events. Times are the client's own. */
  'visit.client-log': {
    in: { visit: string; client: number; from: number };
    out: {
      names: string[];
      client: {
        name: string;
        agent: string | null;
        server: string | null;
        statusServer: string | null;
        susClientId: string | null;
        zone: string | null;
        from: string | null;
        to: string | null;
        codes: { code: string; count: number; first: string | null; last: string | null }[];
      } | null;
      total: number;
      from: number;
      events: { at: string | null; kind: string; code: string | null; text: string }[];
    };
  };
  'visit.ask': { in: { visit: string; address: string }; out: { admitted: Admitted[] } };
  'visit.offers': { in: { visit: string; check: string }; out: { offers: FixOffer[] } };
  'visit.plan': { in: { visit: string; check: string; fix: string; choices: Choices }; out: PlanView };
  'visit.name': { in: { visit: string; customer: string }; out: { customer: string } };
  /** The way back as text; `saved`: the file's name where the shell's dialog saved it, null where it was not saved. */
  'visit.save-undo': { in: { visit: string }; out: { text: string; saved: string | null } };
  /** Lets the user choose where visits lie; null: unchanged. Takes effect for visits opened from then on. */
  'visits.choose-folder': { in: Record<string, never>; out: { folder: string | null } };
  /** Plans an undo: of one plan, of one operation of it, of everything since a plan (that one too), or of everything. */
  'visit.undo': {
    in: { visit: string; plan?: string | undefined; operation?: number | undefined; since?: string | undefined; includeStarts: boolean };
    out: PlanView;
  };
  'visit.apply': { in: { visit: string; plan: string; confirm?: string | undefined; elevated?: boolean | undefined }; out: { plan: string } };
  /** Writes the collection kit where the face's dialog says; null: it was closed. */
  'kit.write': { in: Record<string, never>; out: { kit: KitView | null } };
  /** Writes the fix kit for a plan of a visit, or for those made since its last look. */
  'kit.write-fixes': { in: { visit: string; plan?: string | undefined }; out: { kit: KitView | null } };
  'source.open': { in: { source: string }; out: { source: string } };
}

export interface Progress {
  readonly visit: string;
  readonly done: number;
  readonly total: number;
  /** What is being asked now; null between questions. */
  readonly probe: string | null;
  /** Each probe answered so far. */
  readonly answered: readonly { readonly id: string; readonly outcome: 'ok' | 'failed' | 'denied' | 'missing' }[];
  /** While big files are read: bytes so far, and of all. */
  readonly bytes?: { readonly read: number; readonly total: number };
}
export interface Events {
  entries: { visit: string; entries: Entry[] };
  progress: Progress;
}

export type Reply<N extends RequestName> = Result<Api[N]['out']>;
export type Request = <N extends RequestName>(name: N, input: Api[N]['in']) => Promise<Reply<N>>;

/** What preload puts on the page: one method per request, and a way to listen. */
export type Bridge = { readonly [N in RequestName]: (input: Api[N]['in']) => Promise<Reply<N>> } & {
  readonly listen: <E extends EventName>(event: E, told: (value: Events[E]) => void) => () => void;
};

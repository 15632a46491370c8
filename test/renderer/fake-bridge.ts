/** A FAKE bridge for the tests of the pages: canned answers and a growing journal, no shell behind it. */
import type { Finding } from '../../shared/diagnose';
import type { FixPlan } from '../../shared/fix';
import type { Api, Bridge, EventName, Events, FixOffer, PlanView, Progress, RequestName, VisitInfo } from '../../shared/ipc';
import type { Entry, NewEntry } from '../../shared/journal';
import { inverseOf } from '../../shared/operation';
import type { Fault } from '../../shared/result';
import * as data from './fake-data';

export interface Fake {
  readonly bridge: Bridge;
  /** Requests so far, oldest first. */
  readonly asked: { name: RequestName; input: unknown }[];
  /** The next answer to this request is this fault. */
  readonly failNext: (name: RequestName, fault: Fault) => void;
  readonly push: (entry: NewEntry) => void;
  readonly progress: (progress: Omit<Progress, 'visit'>) => void;
  /** Set before a look: the look answers when it is called. */
  readonly hold: () => () => void;
  /** The name under which the shell's dialog saves; null: it was closed. */
  readonly saves: (name: string | null) => void;
}

const probes = ['product', 'services', 'networks', 'web-sites', 'virtual-directories', 'ip-restrictions', 'client-identities', 'client-policies'];
type Handlers = { [N in RequestName]: (input: Api[N]['in']) => Api[N]['out'] | Promise<Api[N]['out']> };

export interface FakeOptions {
  readonly findings?: Finding[];
  readonly kind?: string;
  readonly lang?: 'en' | 'ja';
  readonly face?: 'desktop' | 'classroom';
  readonly visits?: readonly VisitInfo[];
  readonly offers?: FixOffer[];
  readonly plan?: FixPlan;
  /** What differs of the app. */
  readonly info?: Partial<Api['app.info']['out']>;
  /** What main's own dialog names; null: it was closed. */
  readonly named?: { readonly id: string; readonly name: string } | null;
  /** How the probes of a look ended. */
  readonly probes?: Api['visit.look']['out']['probes'];
  /** Its effect shows only later. */
  readonly pendingUntil?: string;
}

export function fakeBridge(options: FakeOptions = {}): Fake {
  const {
    findings = data.findings,
    kind = 'simulated',
    lang = 'en',
    offers = data.offers,
    plan: content = data.plan,
    face = 'desktop',
    pendingUntil,
    named = null,
  } = options;
  const visit = 'v-1';
  const entries: Entry[] = [];
  const asked: Fake['asked'] = [];
  const failing = new Map<RequestName, Fault>();
  const heard: { [E in EventName]: ((value: Events[E]) => void)[] } = { entries: [], progress: [] };
  let held: Promise<void> = Promise.resolve();
  let plans = 0;
  let planned: PlanView | null = null;
  let fixed = false;
  let visits = [...(options.visits ?? data.visits)];
  let savedAs: string | null = null;

  const push = (entry: NewEntry): void => {
    const n = entries.length + 1;
    const numbered = { ...entry, n, at: new Date(Date.UTC(2026, 10, 24, 5, n)).toISOString() } as Entry;
    entries.push(numbered);
    for (const told of heard.entries) told({ visit, entries: [numbered] });
  };
  const progress: Fake['progress'] = (p) => {
    for (const told of heard.progress) told({ visit, ...p });
  };
  const open = (target: string, text = `${kind}:${target}`) => {
    entries.length = 0;
    push({ kind: 'visit-opened', schema: 'wsus-wizard/visit/1', app: '0.1.0', visit, target: { kind, name: target, text } });
    return { visit };
  };
  const looked = () => {
    const left = fixed ? findings.filter((f) => f.severity === 'note') : findings;
    push({
      kind: 'looked',
      look: entries.filter((e) => e.kind === 'looked').length + 1,
      file: '1.json',
      sha256: 'ab',
      findings: left as never,
      passed: data.passed,
      notApplicable: data.notApplicable,
    });
  };
  const look = async () => {
    for (const [i, probe] of probes.entries())
      progress({ done: i, total: probes.length, probe, answered: probes.slice(0, i).map((id) => ({ id, outcome: id === 'networks' ? 'denied' : 'ok' })) });
    await held;
    looked();
    return { look: 1, takenAt: '2026-11-24T05:00:00Z', clock: null, probes: options.probes ?? [], product: null };
  };
  const plan = (purpose: PlanView['purpose'], content: PlanView['content'], undoes: PlanView['undoes']): PlanView => {
    planned = { plan: `p-${++plans}`, purpose, content, undoes, leftOut: [], here: kind === 'windows' };
    push({ kind: 'planned', plan: planned.plan, purpose, content: content as never, undoes: [...undoes] });
    return planned;
  };
  const apply = async () => {
    const now = planned as PlanView;
    await held;
    for (const [i, operation] of now.content.operations.entries()) {
      push({ kind: 'started', plan: now.plan, operation: i + 1, inverse: inverseOf(operation) as never });
      push({ kind: 'ended', plan: now.plan, operation: i + 1, found: operation.expect, readBack: operation.to });
    }
    fixed = now.purpose === 'fix';
    looked();
    const result = pendingUntil ? { result: 'pending' as const, lookAgainAt: pendingUntil } : { result: 'resolved' as const };
    if (fixed) push({ kind: 'verified', plan: now.plan, check: now.content.check, before: 'fail', after: 'pass', ...result });
    return { plan: now.plan };
  };
  const undo = () => {
    const of = plans;
    const content = {
      ...data.plan,
      fix: 'undo',
      byHand: [],
      warnings: [],
      operations: data.operations.flatMap((o) => inverseOf(o) ?? []),
      admittedBefore: [],
      admittedAfter: [],
    };
    return plan(
      'undo',
      content,
      data.operations.map((_, i) => ({ plan: `p-${of}`, operation: i + 1 })),
    );
  };
  const refused = Array.from({ length: 450 }, (_, i) => ({ address: `192.168.${20 + Math.floor(i / 250)}.${(i % 250) + 1}`, name: `BRANCH-PC${i + 1}` }));

  const handlers: Handlers = {
    'app.info': () => ({ version: '0.1.0', platform: 'linux', lang, restricted: false, face, folders: [], packed: false, elevation: 'none', ...options.info }),
    'app.manner': (input) => input,
    'address.ask': ({ kind }) => ({ address: named && { ...named, kind } }),
    'address.password': () => ({ typed: true }),
    'scenarios.list': () => ({ scenarios: data.scenarios }),
    'folder.choose': () => ({ folder: { id: 'f-1', name: 'yamada-shoji' } }),
    'visits.list': () => ({ visits }),
    'visits.delete': (input) => {
      visits = visits.filter((v) => v.visit !== input.visit);
      return input;
    },
    'visits.choose-folder': () => ({ folder: 'D:\\visits' }),
    'visit.name': ({ customer }) => {
      push({ kind: 'named', customer });
      return { customer };
    },
    'visit.save-undo': () => ({ text: '== 元に戻す手順 ==', saved: savedAs }),
    'visit.open': ({ target }) => ('address' in target ? open(named?.name ?? '', named?.name) : open('scenario' in target ? target.scenario : 'yamada-shoji')),
    'visit.reopen': () => {
      open('added-subnet');
      looked();
      return { visit, readOnly: false };
    },
    'visit.close': (input) => input,
    'visit.tell': ({ told }) => {
      push({ kind: 'told', told });
      return { told };
    },
    'visit.look': look,
    'visit.pass-time': ({ minutes }) => ({ clock: new Date(Date.UTC(2009, 2, 2, 0, minutes)).toISOString() }),
    'visit.cancel': (input) => input,
    'visit.entries': ({ since }) => ({ entries: entries.filter((e) => e.n > since) }),
    'visit.saw': ({ check }) => ({
      probes: [{ id: 'ip-restrictions', outcome: 'ok', ms: 12 }],
      nodes: check.includes('refuse') ? data.nodes.slice(0, 1).map(data.seen) : [],
    }),
    'visit.logs': ({ from }) => ({ total: 0, from, clients: [], days: [], files: [] }),
    'visit.client-log': ({ from }) => ({ names: [], client: null, total: 0, from, events: [] }),
    'visit.refused': ({ from }) => ({ total: refused.length, from, clients: refused.slice(from, from + 200) }),
    'visit.ask': ({ address }) => ({ admitted: data.admissions(address) }),
    'visit.offers': ({ check }) => ({ offers: check.includes('refuse') ? offers : [] }),
    'visit.plan': () => plan('fix', content, []),
    'visit.undo': undo,
    'visit.apply': apply,
    'kit.write': () => ({ kit: { kind: 'collect', kit: '0'.repeat(32), folder: 'E:\\wsus-wizard-kit', machine: null, operations: [], files: [] } }),
    'kit.write-fixes': () => ({ kit: { kind: 'fix', kit: '0'.repeat(32), folder: 'E:\\wsus-wizard-kit', machine: 'SBS01', operations: [], files: [] } }),
    'source.open': (input) => input,
  };
  const answer = async (name: RequestName, input: never) => {
    asked.push({ name, input });
    const fault = failing.get(name);
    failing.delete(name);
    return fault ? { ok: false, fault } : { ok: true, value: await handlers[name](input) };
  };
  const requests = Object.fromEntries(Object.keys(handlers).map((name) => [name, (input: never) => answer(name as RequestName, input)]));
  const listen = <E extends EventName>(event: E, told: (value: Events[E]) => void) => {
    heard[event].push(told);
    return () => {
      heard[event] = heard[event].filter((t) => t !== told) as (typeof heard)[E];
    };
  };
  const hold = () => {
    let release = () => {};
    held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  };
  const saves = (name: string | null) => {
    savedAs = name;
  };
  return { bridge: { ...requests, listen } as unknown as Bridge, asked, failNext: (name, fault) => failing.set(name, fault), push, progress, hold, saves };
}

/** One function per request, typed by Api. The window, the classroom and the command line differ in what is passed in, nothing else. */
import { everything, showCube } from '../shared/address';
import { checks } from '../shared/checks/index';
import type { Choice } from '../shared/fix';
import { generationOf } from '../shared/generation';
import { halfWidth } from '../shared/half-width';
import type { Api, EventName, Events, Reply, RequestName, SeenNode, VisitInfo } from '../shared/ipc';
import { knownClients } from '../shared/known-clients';
import { undoText } from '../shared/messages/undo-text';
import type { Collected } from '../shared/probe';
import { lost, okValue } from '../shared/probe';
import type { ProbeId } from '../shared/probes/index';
import { admissionOf, examine, refusedAddresses } from '../shared/refusal';
import { listAt, partition } from '../shared/restriction';
import type { Fault, Result } from '../shared/result';
import { failed, fault, ok } from '../shared/result';
import type { Snapshot } from '../shared/snapshot';
import { summarise } from '../shared/steps';
import type { Target } from '../shared/target';
import { readClient, readSubnets, readTarget } from '../shared/target';
import type { Visit } from '../shared/visit';
import { isReadOnly, nothingTold } from '../shared/visit';
import type { ClientVroot } from '../shared/wsus-layout';
import type { Limits } from './collect';
import { usualLimits } from './collect';
import { clientLogPage, logsPage, refusedOf } from './log-pages';
import { nearest } from './nearest';
import { Session } from './session';
import type { Targets } from './targets/index';
import type { OpenVisit, Visits } from './visits';

export interface Given {
  readonly now: () => string;
  readonly newId: () => string;
  readonly version: string;
  readonly platform: string;
  readonly lang: 'en' | 'ja';
  readonly face: 'desktop' | 'classroom';
  /** Folders named at start, for a face without a dialog. */
  readonly folders?: readonly { readonly id: string; readonly name: string }[];
  /** Runs from its archive, as installed. */
  readonly packed?: boolean;
  /** Started in a way that weakens the shell: simulated and evidence targets only. */
  readonly restricted: boolean;
  readonly visits: Visits;
  readonly targets: Targets;
  readonly limits?: Limits;
  /** null: allowed. */
  readonly allow: (target: Target) => Fault | null;
  readonly chooseFolder: () => Promise<{ id: string; name: string } | null>;
  readonly folderPath: (id: string) => string | null;
  /** A server's address that main's own dialog, or the command line, handed out. */
  readonly addressUrl?: (id: string) => string | null;
  /** Saves a text where the user says; null: not saved. A face without a dialog saves nothing. */
  readonly saveText?: (name: string, text: string) => Promise<string | null>;
  readonly chooseVisitsFolder?: () => Promise<string | null>;
  readonly openSource: (id: string) => Promise<void>;
  readonly emit: <E extends EventName>(event: E, value: Events[E]) => void;
}
export type Handlers = { readonly [N in RequestName]: (input: Api[N]['in']) => Promise<Reply<N>> };

/** The vroots each check of refusal looks at. */
const vrootsOfCheck: Readonly<Record<string, readonly ClientVroot[]>> = {
  'selfupdate-refuses-clients': ['Selfupdate'],
  'client-web-service-refuses-clients': ['ClientWebService'],
  'other-vroots-refuse-clients': ['SimpleAuthWebService', 'ReportingWebService', 'Content'],
};

const infoOf = (visit: Visit): VisitInfo => {
  const look = visit.looks.at(-1);
  const fixes = visit.plans.filter((p) => p.purpose === 'fix').flatMap((p) => p.operations);
  return {
    visit: visit.visit,
    target: visit.target,
    customer: visit.customer,
    openedAt: visit.openedAt,
    lastAt: visit.lastAt,
    summary: look ? summarise(look.findings) : null,
    applied: fixes.filter((o) => o.outcome === 'done').length,
    undone: fixes.filter((o) => o.undone).length,
    uncertain: visit.plans.flatMap((p) => p.operations).filter((o) => o.outcome === 'started').length,
    readOnly: isReadOnly(visit),
  };
};

const gone = lost('missing', fault('probe-not-answered'));
const orGone = <T>(answer: Collected<T> | undefined): Collected<T> => answer ?? gone;

function productOf(snapshot: Snapshot): Api['visit.look']['out']['product'] {
  const product = okValue(snapshot.answers.product);
  if (!product) return null;
  const version = okValue(product.wsus)?.version ?? null;
  return { generation: version && generationOf(version), version, system: product.system.name, iis: product.iis };
}

/** Answers the refusal engine needs, where they are all there. */
function restrictionAnswers(snapshot: Snapshot | null) {
  const sites = okValue(snapshot?.answers['web-sites']);
  const vroots = okValue(snapshot?.answers['virtual-directories']);
  const restrictions = okValue(snapshot?.answers['ip-restrictions']);
  const networks = okValue(snapshot?.answers.networks);
  return sites && vroots && restrictions && networks ? { 'web-sites': sites, 'virtual-directories': vroots, 'ip-restrictions': restrictions, networks } : null;
}

function examinedOf(session: Session, names: readonly ClientVroot[]) {
  const answers = restrictionAnswers(session.snapshot);
  const all = session.snapshot?.answers;
  if (!answers || !all) return null;
  return examine(names, answers, {
    product: orGone(all.product),
    'client-identities': orGone(all['client-identities']),
    'client-policies': orGone(all['client-policies']),
  });
}

function seenNodes(session: Session, check: string): SeenNode[] {
  const answers = restrictionAnswers(session.snapshot);
  const names = vrootsOfCheck[check] ?? (check === 'localhost-refused' ? (['Selfupdate', 'ClientWebService'] as const) : null);
  const examined = names && examinedOf(session, names);
  if (!answers || !examined) return [];
  return examined.nodes.slice(0, 24).flatMap(({ node }) => {
    const at = listAt(node, answers['ip-restrictions']);
    if (!('list' in at)) return [];
    const { rules, byDefault, defaultNode, ambiguous } = at.list;
    const space = (partition(at.list, everything(4), 200) ?? []).map((p) => ({ cidr: showCube(p.cube), admitted: p.admitted }));
    return [
      {
        node,
        decidedBy: rules[0]?.node ?? defaultNode,
        byDefault,
        ambiguous,
        rules: rules.slice(0, 200).map((r) => ({ text: r.text, allow: r.allow, node: r.node, byName: r.cube === null })),
        space,
      },
    ];
  });
}

export function makeHandlers(given: Given): Handlers {
  const { visits, targets, emit } = given;
  const sessions = new Map<string, Session>();

  const begin = async (visit: OpenVisit, session: Session): Promise<void> => {
    sessions.set(visit.id, session);
    visit.onEntry((entry) => emit('entries', { visit: visit.id, entries: [entry] }));
    if (!visit.readOnly) await session.settle();
  };
  const sessionFor = (visit: OpenVisit, adapter: Session['adapter']): Session =>
    new Session(visit, adapter, {
      now: given.now,
      newId: given.newId,
      limits: given.limits ?? usualLimits,
      progress: (done, total, probe, answered, bytes) =>
        emit('progress', { visit: visit.id, done, total, probe, answered: answered.map(({ id, outcome }) => ({ id, outcome })), ...(bytes && { bytes }) }),
      wait: (ms, signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, ms);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
          });
        }),
    });
  const within = async <T>(visit: string, act: (session: Session) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const session = sessions.get(visit);
    return session ? act(session) : failed('target-closed', { visit });
  };
  const targetOf = (input: Api['visit.open']['in']['target']): Result<Target> => {
    if (input.kind === 'simulated') return ok(input);
    if (input.kind === 'evidence') {
      const path = given.folderPath(input.folder);
      return path === null ? failed('input-folder-missing', { path: input.folder }) : ok({ kind: 'evidence', path });
    }
    // What main's own dialog, or the command line, named.
    const text = given.addressUrl?.(input.address) ?? null;
    const read = text === null ? null : readTarget(text);
    return read?.ok && read.value.kind === input.kind ? read : failed('target-not-allowed', { kind: input.kind });
  };

  return {
    'app.info': async () =>
      ok({
        version: given.version,
        platform: given.platform,
        lang: given.lang,
        restricted: given.restricted,
        face: given.face,
        packed: given.packed ?? false,
        folders: [...(given.folders ?? [])],
      }),
    'scenarios.list': async () => ok({ scenarios: targets.scenarios().map((s) => s.info) }),
    'folder.choose': async () => ok({ folder: await given.chooseFolder() }),
    'visits.list': async () => ok({ visits: visits.list().map(infoOf) }),
    'visits.delete': async ({ visit }) => {
      if (sessions.has(visit)) return failed('busy-visit', { visit });
      const removed = visits.remove(visit);
      return removed.ok ? ok({ visit }) : removed;
    },

    'visit.open': async ({ target: wanted }) => {
      const target = targetOf(wanted);
      if (!target.ok) return target;
      const refused = given.allow(target.value);
      if (refused) return { ok: false, fault: refused };
      const opened = await targets.open(target.value);
      if (!opened.ok) return opened;
      const { kind, name, text } = opened.value;
      const visit = visits.create({ kind, name, text }, nothingTold);
      if (!visit.ok) return visit;
      const adapter = opened.value.start(visit.value.own);
      if (!adapter) return failed('target-closed');
      await begin(visit.value, sessionFor(visit.value, adapter));
      return ok({ visit: visit.value.id });
    },
    'visit.reopen': async ({ visit: id }) => {
      const open = sessions.get(id);
      if (open) return ok({ visit: id, readOnly: open.visit.readOnly });
      const visit = visits.open(id);
      if (!visit.ok) return visit;
      const target = readTarget(visit.value.state().target.text);
      const refused = target.ok ? given.allow(target.value) : target.fault;
      const opened = target.ok && !refused ? await targets.open(target.value) : null;
      const adapter = opened?.ok ? opened.value.start(visit.value.own) : null;
      if (!adapter) {
        visit.value.close();
        return refused ? { ok: false, fault: refused } : opened && !opened.ok ? opened : failed('target-closed', { visit: id });
      }
      await begin(visit.value, sessionFor(visit.value, adapter));
      return ok({ visit: id, readOnly: visit.value.readOnly });
    },
    'visit.close': async ({ visit }) => {
      sessions.get(visit)?.close();
      sessions.delete(visit);
      return ok({ visit });
    },
    'visit.tell': ({ visit, told }) =>
      within(visit, (session) => {
        const clients = told.clients.map((c) => readClient(c.name ? `${c.address}=${c.name}` : c.address));
        const bad = clients.find((c) => !c.ok);
        if (bad && !bad.ok) return bad;
        const subnets = readSubnets(told.subnets);
        if (!subnets.ok) return subnets;
        const clean = { clients: clients.flatMap((c) => (c.ok ? [c.value] : [])), subnets: subnets.value };
        const said = session.tell(clean);
        return said.ok ? ok({ told: clean }) : said;
      }),
    'visit.name': ({ visit, customer }) =>
      within(visit, (session) => {
        const named = session.name(customer.trim());
        return named.ok ? ok({ customer: customer.trim() }) : named;
      }),
    'visit.save-undo': ({ visit }) =>
      within(visit, async (session) => {
        const text = undoText(session.visit.state());
        return ok({ text, saved: (await given.saveText?.(`undo-${visit}.txt`, text)) ?? null });
      }),
    'visits.choose-folder': async () => ok({ folder: (await given.chooseVisitsFolder?.()) ?? null }),
    'visit.look': ({ visit }) =>
      within(visit, async (session) => {
        const looked = await session.look();
        if (!looked.ok) return looked;
        const { look, snapshot } = looked.value;
        return ok({ look, takenAt: snapshot.takenAt, clock: snapshot.clock ?? null, probes: [...snapshot.entries], product: productOf(snapshot) });
      }),
    'visit.pass-time': ({ visit, minutes }) =>
      within(visit, (session) => {
        if (!session.adapter.pass) return failed('unsupported-operation', { target: session.adapter.kind });
        session.adapter.pass(minutes * 60);
        return ok({ clock: session.adapter.clock?.() ?? given.now() });
      }),
    'visit.cancel': async ({ visit }) => {
      sessions.get(visit)?.cancel();
      return ok({ visit });
    },
    'visit.entries': ({ visit, since }) => within(visit, (session) => ok({ entries: session.visit.entries(since) })),
    'visit.saw': ({ visit, check }) =>
      within(visit, (session) => {
        const known = checks.find((c) => c.id === check);
        if (!known)
          return failed('input-unknown-check', {
            text: check,
            nearest: nearest(
              check,
              checks.map((c) => c.id),
            ),
          });
        const wanted: readonly ProbeId[] = [...known.needs, ...known.uses];
        return ok({ probes: (session.snapshot?.entries ?? []).filter((e) => (wanted as readonly string[]).includes(e.id)), nodes: seenNodes(session, check) });
      }),
    'visit.logs': ({ visit, from }) => within(visit, (session) => ok(logsPage(session.snapshot, from))),
    'visit.client-log': ({ visit, client, from }) => within(visit, (session) => ok(clientLogPage(session.snapshot, client, from))),
    'visit.refused': ({ visit, check, from }) =>
      within(visit, (session) => {
        if (check === 'clients-refused-in-log') {
          const all = refusedOf(session.snapshot)?.refused ?? [];
          return ok({ total: all.length, from, clients: all.slice(from, from + 200).map(({ text }) => ({ address: text, name: null })) });
        }
        const names = vrootsOfCheck[check];
        const examined = names && examinedOf(session, names);
        const networks = okValue(session.snapshot?.answers.networks);
        if (!examined || !networks) return ok({ total: 0, from, clients: [] });
        const all = refusedAddresses(examined);
        const nameOf = new Map(knownClients(networks).map((c) => [c.text, c.name ?? null]));
        return ok({ total: all.length, from, clients: all.slice(from, from + 200).map((address) => ({ address, name: nameOf.get(address) ?? null })) });
      }),
    'visit.ask': ({ visit, address }) =>
      within(visit, (session) => {
        const read = readClient(address);
        if (!read.ok) return read;
        const answers = restrictionAnswers(session.snapshot);
        return ok({ admitted: answers ? admissionOf(halfWidth(read.value.address), answers, answers.networks) : [] });
      }),
    'visit.offers': ({ visit, check }) =>
      within(visit, (session) => {
        const offers = session.offers(check);
        if (!offers.ok) return offers;
        const plain = ({ name, values, several, default: usual, open = false }: Choice) => ({ name, values: [...values], default: [...usual], several, open });
        return ok({ offers: offers.value.map((o) => ({ fix: o.fix, choices: o.choices.map(plain), byHand: [...o.byHand], warnings: [...o.warnings] })) });
      }),
    'visit.plan': ({ visit, check, fix, choices }) => within(visit, (session) => session.plan(check, fix, choices)),
    'visit.undo': ({ visit, plan, operation, since, includeStarts }) => within(visit, (session) => session.planUndo({ plan, operation, since }, includeStarts)),
    'visit.apply': ({ visit, plan, confirm }) =>
      within(visit, async (session) => {
        const applied = await session.apply(plan, confirm);
        return applied.ok ? ok({ plan }) : applied;
      }),
    'source.open': async ({ source }) => {
      await given.openSource(source);
      return ok({ source });
    },
  };
}

/** A real Windows server, this one or another: its agent answers the probes and runs the operations. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import * as z from 'zod/mini';
import type { Operation, OperationValue } from '../../shared/operation';
import type { Collected } from '../../shared/probe';
import { got, lost } from '../../shared/probe';
import type { AnswerOf, ProbeId } from '../../shared/probes/index';
import type { Fault, Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import type { Told } from '../../shared/target';
import type { Adapter, Looked, LookOptions, Ran } from './adapter';
import { withTold } from './adapter';
import type { AgentLine } from './agent-lines';
import type { StartAgent } from './agent-process';
import type { Where } from './agent-request';
import { operationsRequest } from './agent-request';
import { likelyCause } from './doctor';
import { agentProbes, Questions } from './questions';
import type { Secret } from './secret';
import type { Swept } from './sweep';
import { sweepClients, usualAgents } from './sweep';

export interface WindowsGiven {
  readonly start: StartAgent;
  /** null: this machine. */
  readonly host: string | null;
  /** A typed account, for another machine only. */
  readonly secret: Secret | null;
  /** Probes asked from this PC's own seat, and not through the agent. */
  readonly seat?: Pick<Adapter, 'look' | 'close'>;
  /** Looks whether the server can be reached at all, before an agent is started; null: it can. */
  readonly door?: (host: string, signal: AbortSignal) => Promise<Fault | null>;
  readonly agents?: number;
  /** Milliseconds an operation may take. */
  readonly perOperation?: number;
}

const seatProbes: readonly ProbeId[] = ['endpoints', 'cookie', 'iis-log', 'client-log'];
/** A service starts within 30 seconds in the agent; the rest is for connecting. */
const usualOperation = 90_000;

type Identities = AnswerOf<'client-identities'>;
type Policies = AnswerOf<'client-policies'>;
const nameOf = (client: Told['clients'][number]): string => client.name ?? client.address;

/** What a client said, or an entry with the reason why it said nothing. */
function identityEntry(client: Told['clients'][number], swept: Swept): Identities['clients'][number] {
  const said = swept.get(client.address)?.['client-identities'] ?? lost('missing', fault('probe-not-answered'));
  const entry = said.outcome === 'ok' ? (said.value as Identities).clients[0] : undefined;
  const fallback = said.outcome === 'ok' ? fault('probe-not-answered') : said.fault;
  return entry ?? { name: nameOf(client), named: true, addresses: [client.address], identity: lost(said.outcome === 'ok' ? 'failed' : said.outcome, fallback) };
}
function policyEntry(client: Told['clients'][number], swept: Swept): Policies['clients'][number] {
  const said = swept.get(client.address)?.['client-policies'] ?? lost('missing', fault('probe-not-answered'));
  const entry = said.outcome === 'ok' ? (said.value as Policies).clients[0] : undefined;
  const fallback = said.outcome === 'ok' ? fault('probe-not-answered') : said.fault;
  return entry ?? { name: nameOf(client), policy: lost(said.outcome === 'ok' ? 'failed' : said.outcome, fallback) };
}

/** The server's own part with the clients that were asked. */
function withClients(probe: ProbeId, own: Collected<unknown>, told: Told, swept: Swept): Collected<unknown> {
  if (told.clients.length === 0) return own;
  if (probe === 'client-policies') {
    const first = own.outcome === 'ok' ? (own.value as Policies).clients : [];
    return got<Policies>({ clients: [...first, ...told.clients.map((c) => policyEntry(c, swept))] });
  }
  const server = own.outcome === 'ok' ? (own.value as Identities) : { clients: [], serverList: own as Identities['serverList'] };
  return got<Identities>({ clients: [...server.clients, ...told.clients.map((c) => identityEntry(c, swept))], serverList: server.serverList });
}

class WindowsAdapter {
  /** Computer names in lower case, to the host they were asked at. */
  private readonly hosts = new Map<string, string>();
  private computer: string;
  private backedUp = false;
  private readonly closing = new AbortController();

  constructor(private readonly given: WindowsGiven) {
    this.computer = given.host === null ? hostname() : (given.host.split('.')[0] ?? given.host);
  }

  private where(host: string | null): Where {
    return { host, user: host === null ? null : (this.given.secret?.user ?? null) };
  }
  /** The password, or why there is none. */
  private password(): Result<string | null> {
    if (!this.given.secret) return ok(null);
    const password = this.given.secret.take();
    return password === null ? failed('denied-password-forgotten') : ok(password);
  }

  async *look(probes: readonly ProbeId[], options: LookOptions): AsyncGenerator<Looked> {
    if (options.signal.aborted) return;
    const inner = new AbortController();
    const signal = AbortSignal.any([options.signal, this.closing.signal, inner.signal]);
    const asked = probes.filter((p) => agentProbes.includes(p));
    const password = this.password();
    const closed = password.ok ? await this.closedDoor(asked, signal) : password.fault;
    const { start } = this.given;
    const questions = new Questions(
      { start, where: this.where(this.given.host), password: password.ok ? password.value : null, perProbe: options.perProbe, signal },
      closed ? [] : asked,
    );
    const swept = this.sweep(asked, questions, options, signal, closed);
    const seat = this.seat(probes, { ...options, signal });
    try {
      for (const probe of probes) {
        if (signal.aborted) return;
        options.asking?.(probe);
        const looked = agentProbes.includes(probe) ? await this.fromAgent(probe, questions, swept, options, closed) : await seat(probe);
        if (signal.aborted) return;
        yield looked;
      }
    } finally {
      // Left early: nothing stays behind.
      inner.abort();
    }
  }

  private async closedDoor(asked: readonly ProbeId[], signal: AbortSignal): Promise<Fault | null> {
    return asked.length > 0 && this.given.host !== null ? ((await this.given.door?.(this.given.host, signal)) ?? null) : null;
  }

  private async fromAgent(probe: ProbeId, questions: Questions, swept: Promise<Swept>, options: LookOptions, closed: Fault | null): Promise<Looked> {
    const answered = closed ? { machine: '', collected: lost(closed.code.startsWith('denied-') ? 'denied' : 'failed', closed) } : await questions.answer(probe);
    if (answered.machine) this.computer = answered.machine;
    let collected = this.explained(answered.collected);
    if (probe === 'client-identities' || probe === 'client-policies') collected = withClients(probe, collected, options.told, await swept);
    if (probe === 'networks') collected = this.networks(collected, options.told);
    return { probe, ...(answered.machine && { machine: answered.machine }), collected };
  }

  /** A refusal from afar with its likely cause. */
  private explained(collected: Collected<unknown>): Collected<unknown> {
    const { host, secret } = this.given;
    return collected.outcome === 'ok' || host === null ? collected : { ...collected, fault: likelyCause(collected.fault, host, secret?.user ?? null) };
  }

  /** What was told stays known even where the server says nothing. */
  private networks(collected: Collected<unknown>, told: Told): Collected<unknown> {
    const own = collected.outcome === 'ok' ? (collected.value as AnswerOf<'networks'>) : { adapters: collected as Collected<never>, subnets: [], clients: [] };
    return got(withTold(own, told));
  }

  /** Clients are asked once the server was reached: a typed account is tried there first, and only there if it is refused. */
  private async sweep(asked: readonly ProbeId[], questions: Questions, options: LookOptions, signal: AbortSignal, closed: Fault | null): Promise<Swept> {
    const clients = options.told.clients.map((c) => c.address);
    if (clients.length === 0 || !asked.some((p) => p === 'client-identities' || p === 'client-policies')) return new Map();
    const reached = closed === null && (await questions.connected);
    const secret = this.given.secret;
    if (secret !== null && !reached) {
      const gone = lost('denied', fault('denied-not-asked'));
      return new Map(clients.map((c) => [c, { 'client-identities': gone, 'client-policies': gone }]));
    }
    const agents = this.given.agents ?? usualAgents;
    const hosts = clients.length > 0 ? options.told.clients.map((c) => c.address) : [];
    const given = {
      start: this.given.start,
      where: this.where(this.given.host ?? '-'),
      password: secret?.take() ?? null,
      agents,
      perClient: options.perProbe,
      signal,
    };
    const swept = await sweepClients(given, hosts);
    for (const client of options.told.clients) {
      this.hosts.set(nameOf(client).toLowerCase(), client.address);
      this.hosts.set(identityEntry(client, swept).name.toLowerCase(), client.address);
    }
    return swept;
  }

  /** Probes from this PC's seat, in the background; what has no seat is named as not asked. */
  private seat(probes: readonly ProbeId[], options: LookOptions): (probe: ProbeId) => Promise<Looked> {
    const wanted = probes.filter((p) => seatProbes.includes(p));
    const asked = wanted.length > 0 ? this.given.seat?.look(wanted, { ...options, asking: () => {} })[Symbol.asyncIterator]() : undefined;
    const found = new Map<ProbeId, Looked>();
    return async (probe) => {
      while (asked && !found.has(probe)) {
        const next = await asked.next();
        if (next.done) break;
        found.set(next.value.probe, next.value);
      }
      return found.get(probe) ?? { probe, collected: lost('missing', fault('probe-not-supported', { what: probe })) };
    };
  }

  /** The host an operation's machine is reached at; null: this machine. */
  private hostOf(operation: Operation): string | null {
    if (operation.machine.toLowerCase() === this.computer.toLowerCase()) return this.given.host;
    const ofClient = /^(registry\.|client\.)/.test(operation.operation) || ('service' in operation && operation.service === 'wuauserv');
    return ofClient ? (this.hosts.get(operation.machine.toLowerCase()) ?? operation.machine) : this.given.host;
  }

  async run(operation: Operation, { signal }: { signal: AbortSignal }): Promise<Result<Ran>> {
    if (signal.aborted) return failed('cancelled-by-user');
    const password = this.password();
    if (!password.ok) return password;
    const isIis = operation.operation === 'ip-restriction.replace';
    const backup = isIis && !this.backedUp ? `wsus-wizard-${randomBytes(6).toString('hex')}` : undefined;
    const request = operationsRequest(this.where(this.hostOf(operation)), [operation], { backup });
    let ran: Extract<AgentLine, { operation: number }> | null = null;
    const run = this.given.start(request, password.value, (line) => {
      if ('operation' in line) ran = line;
    });
    const limit = this.given.perOperation ?? usualOperation;
    const timer = setTimeout(() => run.stop(fault('timed-out-agent', { ms: limit })), limit);
    const done = await run.done;
    clearTimeout(timer);
    const result = ranOf(ran, done);
    if (result.ok && backup) this.backedUp = true;
    return result;
  }

  close(): void {
    this.closing.abort();
    this.given.secret?.forget();
    this.given.seat?.close();
  }
}

const Value = z.json() as unknown as z.ZodMiniType<OperationValue>;

/** A line for the operation counts whatever came after it. */
function ranOf(line: Extract<AgentLine, { operation: number }> | null, done: Result<null>): Result<Ran> {
  if (line?.outcome === 'ok') {
    const found = Value.safeParse(line.found);
    const readBack = Value.safeParse(line.readBack);
    if (found.success && readBack.success) return ok({ found: found.data, readBack: readBack.data, ...(line.backup !== undefined && { backup: line.backup }) });
  }
  if (line?.fault) return { ok: false, fault: line.fault };
  return done.ok ? failed('probe-agent-cut', { lines: 0 }) : done;
}

export function windowsAdapter(given: WindowsGiven): Adapter {
  const adapter = new WindowsAdapter(given);
  return {
    kind: 'windows',
    name: given.host ?? hostname(),
    settling: 1000,
    // Each question has its own limit in here.
    atOnce: true,
    look: (probes, options) => adapter.look(probes, options),
    run: (operation, options) => adapter.run(operation, options),
    close: () => adapter.close(),
  };
}

/** A real Windows server, this one or another: its agent answers the probes and runs the operations. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Operation } from '../../shared/operation';
import type { Collected } from '../../shared/probe';
import { got, lost } from '../../shared/probe';
import type { AnswerOf, ProbeId } from '../../shared/probes/index';
import type { Fault, Result } from '../../shared/result';
import { failed, fault, ok } from '../../shared/result';
import type { Told } from '../../shared/target';
import type { Adapter, ElevatedOptions, Looked, LookOptions, Ran } from './adapter';
import { withTold } from './adapter';
import type { AgentLine } from './agent-lines';
import type { StartAgent } from './agent-process';
import { ranOf } from './agent-ran';
import type { Where } from './agent-request';
import { operationsRequest } from './agent-request';
import { directoryClients, withDirectory } from './directory';
import { likelyCause } from './doctor';
import type { LocalLogs } from './local-logs';
import { agentProbes, Questions, replay } from './questions';
import { seatAnswers } from './seat-answers';
import type { Secret } from './secret';
import type { Swept } from './sweep';
import { sweepClients, usualAgents } from './sweep';
import type { Clients } from './windows-clients';
import { identityEntry, nameOf, withClients } from './windows-clients';

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
  /** The agent with more rights, for this machine only; a Fault says why it is not offered. */
  readonly elevated?: StartAgent | Fault;
  /** This PC's own network on the way to a host; null: not known. */
  readonly ownSubnet?: (host: string) => Promise<string | null>;
  /** Reads logs of this machine; left out: the seat is asked. */
  readonly logs?: LocalLogs;
  readonly agents?: number;
  /** Milliseconds an operation may take. */
  readonly perOperation?: number;
}

const newBackup = (): string => `wsus-wizard-${randomBytes(6).toString('hex')}`;
/** The elevated agent has limits of its own (electron/elevate.ts); the look has the shorter one. */
const wholeElevated = 1_200_000;
/** A service starts within 30 seconds in the agent; the rest is for connecting. */
const usualOperation = 90_000;

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

  /** `answered`: what an agent said of the server already, instead of a start. */
  async *look(probes: readonly ProbeId[], options: LookOptions, answered?: readonly AgentLine[]): AsyncGenerator<Looked> {
    if (options.signal.aborted) return;
    const inner = new AbortController();
    const signal = AbortSignal.any([options.signal, this.closing.signal, inner.signal]);
    const asked = probes.filter((p) => agentProbes.includes(p));
    const password = this.password();
    const closed = password.ok ? await this.closedDoor(asked, signal) : password.fault;
    const questions = new Questions(
      {
        ...this.manner(options, answered),
        where: this.where(this.given.host),
        password: password.ok ? password.value : null,
        perProbe: options.perProbe,
        signal,
      },
      closed ? [] : asked,
    );
    const swept = this.clients(asked, questions, options, signal, closed);
    const seat = seatAnswers(this.given.seat, probes, { ...options, signal });
    try {
      for (const probe of probes) {
        if (signal.aborted) return;
        options.asking?.(probe);
        const fromLogs = this.logs(probe, probes, questions, { ...options, signal }, closed);
        const looked = agentProbes.includes(probe) ? await this.fromAgent(probe, questions, swept, options, closed) : await (fromLogs ?? seat(probe));
        if (signal.aborted) return;
        yield looked;
      }
    } finally {
      // Left early: nothing stays behind.
      inner.abort();
    }
  }

  /** Logs of this machine, in the folders that its web sites name; from afar they are not read. Null: no log is asked for. */
  private logs(probe: ProbeId, probes: readonly ProbeId[], questions: Questions, options: LookOptions, closed: Fault | null): Promise<Looked> | null {
    const { logs, host } = this.given;
    if (!logs || (probe !== 'iis-log' && probe !== 'client-log')) return null;
    if (host !== null) return Promise.resolve({ probe, collected: lost('missing', fault('probe-logs-only-on-server', { what: probe })) });
    if (probe === 'client-log') return logs(probe, [], options);
    return (async () => {
      const sites =
        probes.includes('web-sites') && !closed
          ? (await questions.answer('web-sites')).collected
          : lost('missing', fault('probe-not-answered', { what: 'web-sites' }));
      return sites.outcome === 'ok' ? logs(probe, (sites.value as AnswerOf<'web-sites'>).sites, options) : { probe, collected: sites };
    })();
  }

  /**
   * With more rights: one question of Windows, so one process and time for a person to answer. What such a run answered after
   * its plan is taken as it is: the plain account might see less.
   */
  private manner(options: LookOptions, answered?: readonly AgentLine[]): { start: StartAgent; once?: boolean; startUp?: number } {
    const { start, elevated } = this.given;
    if (answered) return { start: replay(answered), once: true };
    return options.elevated && typeof elevated === 'function' ? { start: elevated, once: true, startUp: wholeElevated } : { start };
  }

  /** Null: more rights can be asked for. */
  elevation(): Fault | null {
    const { elevated, host } = this.given;
    if (host !== null || !elevated) return fault('unsupported-elevation');
    return typeof elevated === 'function' ? null : elevated;
  }

  /** On this machine; another one needs no more rights here. */
  elevates(operation: Operation): boolean {
    return this.hostOf(operation) === null;
  }

  /** All in one run of the agent, and its answers of the server after them. */
  async runElevated(operations: readonly Operation[], { signal, told }: ElevatedOptions): Promise<Result<Pick<Adapter, 'look'>>> {
    const { elevated } = this.given;
    if (typeof elevated !== 'function') return failed('unsupported-elevation');
    if (signal.aborted) return failed('cancelled-by-user');
    const backup = !this.backedUp && operations.some((o) => o.operation === 'ip-restriction.replace') ? newBackup() : undefined;
    const answers: AgentLine[] = [];
    const run = elevated(operationsRequest(this.where(null), operations, { backup, probes: agentProbes }), null, (line) => {
      if ('schema' in line || 'connected' in line || 'probe' in line) answers.push(line);
      if (!('operation' in line)) return;
      const ran = ranOf(line, ok(null));
      if (ran.ok && ran.value.backup) this.backedUp = true;
      told(line.operation, ran);
    });
    const stop = () => run.stop(fault('cancelled-by-user'));
    signal.addEventListener('abort', stop, { once: true });
    const done = await run.done;
    signal.removeEventListener('abort', stop);
    return done.ok ? ok({ look: (probes, options) => this.look(probes, options, answers) }) : done;
  }

  private async closedDoor(asked: readonly ProbeId[], signal: AbortSignal): Promise<Fault | null> {
    return asked.length > 0 && this.given.host !== null ? ((await this.given.door?.(this.given.host, signal)) ?? null) : null;
  }

  private async fromAgent(probe: ProbeId, questions: Questions, clients: Promise<Clients>, options: LookOptions, closed: Fault | null): Promise<Looked> {
    const answered = closed ? { machine: '', collected: lost(closed.code.startsWith('denied-') ? 'denied' : 'failed', closed) } : await questions.answer(probe);
    if (answered.machine) this.computer = answered.machine;
    let collected = this.explained(answered.collected);
    let faults: Looked['faults'];
    if (probe === 'client-identities' || probe === 'client-policies') {
      const known = await clients;
      collected = withClients(probe, collected, known);
      if (known.lost) faults = [{ file: 'active-directory', fault: known.lost }];
    }
    if (probe === 'networks') return { probe, ...(answered.machine && { machine: answered.machine }), ...(await this.networks(collected, options.told)) };
    return { probe, ...(answered.machine && { machine: answered.machine }), collected, ...(faults && { faults }) };
  }

  /** A refusal from afar with its likely cause. */
  private explained(collected: Collected<unknown>): Collected<unknown> {
    const { host, secret } = this.given;
    return collected.outcome === 'ok' || host === null ? collected : { ...collected, fault: likelyCause(collected.fault, host, secret?.user ?? null) };
  }

  /** What was told stays known even where the server says nothing; a source that failed alone is named. */
  private async networks(collected: Collected<unknown>, told: Told): Promise<Pick<Looked, 'collected' | 'faults'>> {
    const own: AnswerOf<'networks'> =
      collected.outcome === 'ok' ? (collected.value as AnswerOf<'networks'>) : { adapters: collected as Collected<never>, subnets: [], clients: [] };
    const { host, ownSubnet } = this.given;
    const here = host === null ? null : ((await ownSubnet?.(host)) ?? null);
    const subnets = here === null ? own.subnets : [...own.subnets, { subnet: here, learned: 'this-computer' as const }];
    const faults = (own.unheard ?? []).map(({ source, fault: why }) => ({ file: source, fault: why }));
    return { collected: got(withTold({ ...own, subnets }, told)), ...(faults.length > 0 && { faults }) };
  }

  /** The told clients and, where they are wanted, those of Active Directory, each with what it said. */
  private async clients(asked: readonly ProbeId[], questions: Questions, options: LookOptions, signal: AbortSignal, closed: Fault | null): Promise<Clients> {
    const wanted = options.told.directory === true && asked.some((p) => p === 'client-identities' || p === 'client-policies');
    if (!wanted) return { told: options.told, swept: await this.sweep(asked, questions, options, signal, closed), lost: null };
    const reached = closed === null && (await questions.connected);
    const found = reached
      ? await directoryClients({ start: this.given.start, where: this.where(this.given.host), signal }, questions.computer || this.computer)
      : failed('probe-not-answered');
    const told = found.ok ? withDirectory(options.told, found.value.computers) : options.told;
    const cut = found.ok && found.value.more ? fault('too-large-directory', { limit: found.value.computers.length }) : null;
    return { told, swept: await this.sweep(asked, questions, { ...options, told }, signal, closed), lost: found.ok ? cut : found.fault };
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
    const given = {
      start: this.given.start,
      where: this.where(this.given.host ?? '-'),
      password: secret?.take() ?? null,
      agents,
      perClient: options.perProbe,
      // PCs that are switched off must leave time for the rest of the look.
      ...(options.left && { budget: options.left() / 2 }),
      signal,
    };
    const swept = await sweepClients(given, clients);
    for (const client of options.told.clients) {
      this.hosts.set(nameOf(client).toLowerCase(), client.address);
      this.hosts.set(identityEntry(client, swept).name.toLowerCase(), client.address);
    }
    return swept;
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
    const backup = isIis && !this.backedUp ? newBackup() : undefined;
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
    elevation: () => adapter.elevation(),
    elevates: (operation) => adapter.elevates(operation),
    runElevated: (operations, options) => adapter.runElevated(operations, options),
    close: () => adapter.close(),
  };
}

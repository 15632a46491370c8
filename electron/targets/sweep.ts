/** Asks many clients through a few agents: one dead client never delays the others past its own limit. */
import type { Collected } from '../../shared/probe';
import { lost } from '../../shared/probe';
import type { Fault } from '../../shared/result';
import { fault } from '../../shared/result';
import type { AgentLine } from './agent-lines';
import type { AgentRun, StartAgent } from './agent-process';
import type { Where } from './agent-request';
import { clientsRequest } from './agent-request';

/** Processes at once. */
export const usualAgents = 8;

export type ClientProbe = 'client-identities' | 'client-policies';
export type Swept = ReadonlyMap<string, Readonly<Record<ClientProbe, Collected<unknown>>>>;

export interface SweepGiven {
  readonly start: StartAgent;
  readonly where: Where;
  readonly password: string | null;
  readonly agents: number;
  /** Milliseconds per client. */
  readonly perClient: number;
  /** Milliseconds for all of them: what does not answer must not use up the look. */
  readonly budget?: number;
  readonly signal: AbortSignal;
}

/** A refusal of the account itself: no further machine is asked with it. */
const refusals = ['denied-password', 'denied-account-locked', 'denied-account-unusable'];

class Sweep {
  private readonly answers = new Map<string, Partial<Record<ClientProbe, Collected<unknown>>>>();
  private readonly queue: string[];
  private readonly running = new Set<AgentRun>();
  private stopped: Fault | null = null;

  constructor(
    private readonly given: SweepGiven,
    private readonly clients: readonly string[],
  ) {
    this.queue = [...clients];
  }

  async run(): Promise<Swept> {
    const stop = () => this.stop(fault('cancelled-by-user'));
    if (this.given.signal.aborted) stop();
    this.given.signal.addEventListener('abort', stop);
    const { budget } = this.given;
    const timer = budget === undefined ? undefined : setTimeout(() => this.stop(fault('timed-out-clients', { ms: Math.round(budget) })), budget);
    await Promise.all(Array.from({ length: Math.min(this.given.agents, this.clients.length) }, () => this.work()));
    clearTimeout(timer);
    this.given.signal.removeEventListener('abort', stop);
    const why = this.stopped ?? fault('probe-not-answered');
    const whole = (client: string, probe: ClientProbe) => this.answers.get(client)?.[probe] ?? lost(why.code.startsWith('denied') ? 'denied' : 'missing', why);
    return new Map(this.clients.map((c) => [c, { 'client-identities': whole(c, 'client-identities'), 'client-policies': whole(c, 'client-policies') }]));
  }

  private stop(why: Fault): void {
    this.stopped ??= why;
    this.queue.length = 0;
    for (const run of this.running) run.stop(why);
  }

  /** Slices shrink towards the end, so that no process is left with a long list while others have none. */
  private async work(): Promise<void> {
    while (this.queue.length > 0) {
      const size = Math.max(1, Math.ceil(this.queue.length / (2 * this.given.agents)));
      await this.slice(this.queue.splice(0, size));
    }
  }

  private async slice(clients: readonly string[]): Promise<void> {
    const { start, where, password, perClient } = this.given;
    let at: string | undefined = clients[0];
    let run: AgentRun | null = null;
    let timer: NodeJS.Timeout | undefined;
    const arm = () => {
      clearTimeout(timer);
      timer = setTimeout(() => run?.stop(fault('timed-out-agent', { ms: perClient })), perClient);
    };
    arm();
    run = start(clientsRequest(where, clients), password, (line) => {
      if ('asking' in line) {
        at = line.asking;
        arm();
      } else if ('probe' in line) this.take(line);
    });
    this.running.add(run);
    const done = await run.done;
    clearTimeout(timer);
    this.running.delete(run);
    if (!done.ok && !this.stopped && at !== undefined) this.fail(at, done.fault);
    // What is left of the slice goes to a fresh process; without a limit in the way a cut slice is not asked again.
    const left = clients.slice(clients.indexOf(at ?? '') + 1).filter((c) => !this.answers.has(c));
    if (this.stopped) return;
    if (!done.ok && done.fault.code === 'timed-out-agent') this.queue.unshift(...left);
    else if (!done.ok) for (const client of left) this.fail(client, done.fault);
  }

  private take(line: Extract<AgentLine, { probe: string }>): void {
    if (line.probe !== 'client-identities' && line.probe !== 'client-policies') return;
    const collected: Collected<unknown> =
      line.outcome === 'ok' ? { outcome: 'ok', value: line.answer } : lost(line.outcome, line.fault ?? fault('probe-not-answered', { probe: line.probe }));
    this.answers.set(line.machine, { ...this.answers.get(line.machine), [line.probe]: collected });
    if (collected.outcome !== 'ok' && this.given.where.user !== null && refusals.includes(collected.fault.code)) this.stop(fault('denied-not-asked'));
  }

  private fail(client: string, why: Fault): void {
    const gone = lost('failed', why);
    this.answers.set(client, { 'client-identities': gone, 'client-policies': gone, ...this.answers.get(client) });
  }
}

export const sweepClients = (given: SweepGiven, clients: readonly string[]): Promise<Swept> => new Sweep(given, clients).run();

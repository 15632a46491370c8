/** The server's probes through one agent: streamed, with a limit each; after a hang a fresh process goes on with the rest. */
import type { Collected } from '../../shared/probe';
import { lost } from '../../shared/probe';
import type { ProbeId } from '../../shared/probes/index';
import type { Fault, Result } from '../../shared/result';
import { fault, ok } from '../../shared/result';
import type { AgentLine } from './agent-lines';
import type { AgentRun, StartAgent } from './agent-process';
import type { Where } from './agent-request';
import { probesRequest } from './agent-request';

/** What the agent answers about the server. */
export const agentProbes: readonly ProbeId[] = [
  'product',
  'services',
  'networks',
  'web-sites',
  'virtual-directories',
  'ip-restrictions',
  'synchronization',
  'proxy',
  'content',
  'client-identities',
  'client-policies',
  'server-events',
];

export interface Answered {
  readonly machine: string;
  readonly collected: Collected<unknown>;
}
export interface QuestionsGiven {
  readonly start: StartAgent;
  readonly where: Where;
  readonly password: string | null;
  readonly perProbe: number;
  readonly signal: AbortSignal;
  /** No fresh process after a hang: each would ask the person again. */
  readonly once?: boolean;
  /** Milliseconds until the first answer, where it is not the usual. */
  readonly startUp?: number;
}

/** A process begins and connects within this beside its first question's limit. */
const startUp = 5000;

const deferred = <T>() => {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((give) => {
    resolve = give;
  });
  return { promise, resolve };
};

export class Questions {
  private readonly waiting = new Map<string, ReturnType<typeof deferred<Answered>>>();
  private readonly known = deferred<boolean>();
  private left: ProbeId[];
  private run: AgentRun | null = null;
  private timer: NodeJS.Timeout | undefined;
  private closed: Fault | null = null;
  /** The computer's own name, once it said it. */
  computer = '';

  constructor(
    private readonly given: QuestionsGiven,
    wanted: readonly ProbeId[],
  ) {
    this.left = [...wanted];
    for (const probe of wanted) this.waiting.set(probe, deferred<Answered>());
    if (wanted.length === 0) this.known.resolve(false);
    else this.begin();
    const stop = () => this.stop(fault('cancelled-by-user'));
    if (given.signal.aborted) stop();
    given.signal.addEventListener('abort', stop, { once: true });
  }

  /** Whether the server was reached, and a typed account accepted. */
  get connected(): Promise<boolean> {
    return this.known.promise;
  }
  answer(probe: ProbeId): Promise<Answered> {
    return (this.waiting.get(probe) as ReturnType<typeof deferred<Answered>>).promise;
  }

  stop(why: Fault): void {
    this.closed ??= why;
    this.run?.stop(why);
    this.lose(why);
  }

  private begin(): void {
    const { start, where, password, perProbe } = this.given;
    let told = 0;
    this.arm(perProbe + (this.given.startUp ?? startUp));
    this.run = start(probesRequest(where, this.left), password, (line) => {
      this.arm(perProbe);
      if ('probe' in line) told++;
      this.take(line);
    });
    void this.run.done.then((done) => this.finish(done, told));
  }

  private arm(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run?.stop(fault('timed-out-agent', { ms })), ms);
  }

  private take(line: AgentLine): void {
    if ('schema' in line) this.computer = line.computer;
    if ('connected' in line) this.known.resolve(true);
    if (!('probe' in line) || !this.left.includes(line.probe as ProbeId)) return;
    const collected: Collected<unknown> =
      line.outcome === 'ok' ? { outcome: 'ok', value: line.answer } : lost(line.outcome, line.fault ?? fault('probe-not-answered', { probe: line.probe }));
    this.settle(line.probe as ProbeId, collected);
  }

  private settle(probe: ProbeId, collected: Collected<unknown>): void {
    this.left = this.left.filter((p) => p !== probe);
    this.waiting.get(probe)?.resolve({ machine: this.computer, collected });
  }

  /** A hang costs the question it hung in; one before the first answer costs them all, since it would come again. */
  private finish(done: Result<null>, told: number): void {
    clearTimeout(this.timer);
    const why = this.closed ?? (done.ok ? fault('probe-not-answered') : done.fault);
    const [hung] = this.left;
    if (!this.closed && !this.given.once && why.code === 'timed-out-agent' && told > 0 && hung !== undefined) {
      this.settle(hung, lost('failed', why));
      if (this.left.length > 0) return this.begin();
    }
    this.lose(why);
  }

  private lose(why: Fault): void {
    this.known.resolve(false);
    const outcome = why.code.startsWith('denied-') ? 'denied' : why.code === 'cancelled-by-user' || why.code === 'probe-not-answered' ? 'missing' : 'failed';
    for (const probe of [...this.left]) this.settle(probe, lost(outcome, why));
  }
}

/** Lines that were answered already, as if an agent said them now. */
export const replay =
  (lines: readonly AgentLine[]): StartAgent =>
  (_request, _password, told) => ({
    done: (async () => {
      await null;
      for (const line of lines) told(line);
      return ok(null);
    })(),
    stop() {},
  });

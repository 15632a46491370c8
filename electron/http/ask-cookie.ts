/** GetConfig, GetAuthorizationCookie, GetCookie: the way to a cookie, stopping before anything that writes (wusp.md 2). */
import { readHttpDate } from '../../shared/date-time';
import { doorOf } from '../../shared/doors';
import { got, lost } from '../../shared/probe';
import type { AnswerOf } from '../../shared/probes/index';
import type { Result } from '../../shared/result';
import { originOf } from '../../shared/server-address';
import type { Message } from '../../shared/wusp/build';
import { getAuthorizationCookie, getConfig, getCookie } from '../../shared/wusp/build';
import type { AuthorizationCookie, Config, PlugIn } from '../../shared/wusp/read';
import { choosePlugIn, readAuthorizationCookie, readConfig, readCookie } from '../../shared/wusp/read';
import { readServiceUrl } from '../../shared/wusp/service-url';
import type { XmlNode } from '../../shared/wusp/soap';
import type { Origin } from './fetch-door';
import type { Posted } from './post';
import { post } from './post';
import type { Way } from './send';

export type CookieAnswer = AnswerOf<'cookie'>;
type Step = CookieAnswer['steps'][number];

/** ConfigChanged: start over, three times at most. */
const mostRestarts = 3;
const clientPath = doorOf('client').path;

export interface CookieWay extends Way {
  readonly now: () => number;
  readonly seat?: 'here' | 'server';
}

/** One walk, with what it met so far. */
class Walk {
  readonly steps: Step[] = [];
  plugIn: PlugIn | null = null;
  notFollowed: CookieAnswer['notFollowed'] = null;
  cookie: CookieAnswer['cookie'] = null;
  /** The server's own time, from its last answer. */
  private time: number | null = null;

  constructor(
    private readonly origin: Origin,
    /** As a person reads it. */
    private readonly shown: string,
    private readonly way: CookieWay,
  ) {}

  /** Sends and notes; null: the walk ends here. */
  async say<T>(message: Message, path: string, read: (body: XmlNode) => Result<T>): Promise<T | null> {
    const url = `${this.shown}${path}`;
    const posted = await post(message, path, this.origin, url, this.way);
    if (!posted.ok) {
      this.steps.push({ operation: message.operation, url, answer: lost('failed', posted.fault) });
      return null;
    }
    const { answer, body } = posted.value satisfies Posted;
    this.time = readHttpDate(answer.date ?? '') ?? this.time;
    const value = body ? read(body) : null;
    const kept = value && !value.ok ? { ...answer, soap: 'none' as const, problem: value.fault } : answer;
    this.steps.push({ operation: message.operation, url, answer: got(kept) });
    return value?.ok ? value.value : null;
  }

  config(): Promise<Config | null> {
    return this.say(getConfig(), clientPath, readConfig);
  }

  /** The server names where; anything but a path on itself is told and not asked. */
  private async authorization(plugIn: PlugIn): Promise<AuthorizationCookie | null> {
    const where = readServiceUrl(plugIn.serviceUrl, this.shown);
    if (where.kind === 'none') return { plugInId: plugIn.id, cookieData: '' };
    if (where.kind === 'path') return this.say(getAuthorizationCookie(), where.path, readAuthorizationCookie);
    this.notFollowed = { serviceUrl: plugIn.serviceUrl.slice(0, 300), host: where.host };
    return null;
  }

  async cookieFrom(config: Config): Promise<void> {
    this.plugIn = choosePlugIn(config.plugIns);
    const authorization = this.plugIn && (await this.authorization(this.plugIn));
    if (!authorization) return;
    // The server's clock where it told one: then nothing of ours is sent.
    const currentTime = new Date(this.time ?? this.way.now()).toISOString();
    const issued = await this.say(getCookie({ ...authorization, lastChange: config.lastChange, currentTime }), clientPath, readCookie);
    const last = this.steps.at(-1)?.answer;
    this.cookie = issued && { ...issued, serverDate: last?.outcome === 'ok' ? last.value.date : null };
  }

  get configChanged(): boolean {
    const last = this.steps.at(-1)?.answer;
    return last?.outcome === 'ok' && last.value.soap === 'fault' && last.value.errorCode === 'ConfigChanged';
  }
}

const answered = (walk: Walk, host: string, restarts: number, from: 'here' | 'server'): CookieAnswer => ({
  host,
  from,
  steps: walk.steps.map((s) => s),
  plugIn: walk.plugIn,
  notFollowed: walk.notFollowed,
  restarts,
  cookie: walk.cookie,
});

/** Asks GetConfig at every port at once, and goes on with the first that answers it; `origins` in the order of preference. */
export async function askCookie(origins: readonly Origin[], shownHost: string, way: CookieWay): Promise<CookieAnswer> {
  const make = (origin: Origin) => new Walk(origin, originOf(origin.scheme, shownHost, origin.port), way);
  const begun = await Promise.all(
    origins.map(async (origin) => {
      const walk = make(origin);
      return { origin, walk, config: await walk.config() };
    }),
  );
  const heard = (b: (typeof begun)[number]) => b.walk.steps[0]?.answer.outcome === 'ok';
  const chosen = begun.find((b) => b.config) ?? begun.find(heard) ?? begun[0];
  if (!chosen) return { host: shownHost, from: way.seat ?? 'here', steps: [], plugIn: null, notFollowed: null, restarts: 0, cookie: null };
  let { walk, config } = chosen;
  for (let restarts = 0; ; restarts++) {
    if (config) await walk.cookieFrom(config);
    if (!walk.configChanged || restarts === mostRestarts) return answered(walk, shownHost, restarts, way.seat ?? 'here');
    walk = make(chosen.origin);
    config = await walk.config();
  }
}

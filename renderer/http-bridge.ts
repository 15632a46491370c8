/** The transport of the classroom: requests by POST, events as lines of one answer that stays open. The token travels as a header, never in an address. */
import type { Bridge, EventName, Events } from '../shared/ipc';
import { requestNames } from '../shared/ipc';

type Listener = (value: never) => void;

const post = (path: string, headers: Record<string, string>, body = ''): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { ...headers, ...(body !== '' && { 'content-type': 'application/json' }) },
    body: body === '' ? null : body,
    cache: 'no-store',
  });

/** The address carries a code once; after that the token stands there, so that a reload goes on. */
async function readToken(): Promise<string | null> {
  const shown = location.hash.slice(1);
  const known = sessionStorage.getItem('token');
  if (shown === '' || shown === known) return known;
  const answer = await post('/api/token', { 'x-wizard-code': shown });
  if (!answer.ok) return known;
  const { token } = (await answer.json()) as { token: string };
  sessionStorage.setItem('token', token);
  history.replaceState(null, '', `#${token}`);
  return token;
}

/** Each tab has its own visits; a duplicated tab gets its own name. */
function tabName(): string {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const known = sessionStorage.getItem('tab');
  if (known && navigation?.type === 'reload') return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem('tab', made);
  return made;
}

async function readLines(stream: ReadableStream<Uint8Array>, told: (line: string) => void): Promise<void> {
  const reader = stream.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) told(line);
  }
}

/** A Bridge over HTTP; null where the address holds no token. */
export async function httpBridge(): Promise<Bridge | null> {
  const token = await readToken();
  if (!token) return null;
  const headers = { 'x-wizard-token': token, 'x-wizard-tab': tabName() };
  const listeners = new Map<EventName, Set<Listener>>();
  const hear = (line: string): void => {
    const { event, value } = JSON.parse(line) as { event: EventName; value: never };
    for (const told of listeners.get(event) ?? []) told(value);
  };
  const stay = async (): Promise<void> => {
    for (let tries = 0; tries < 100; tries++) {
      const answer = await post('/api/events', headers).catch(() => null);
      if (answer?.ok && answer.body) await readLines(answer.body, hear).catch(() => undefined);
      await new Promise((done) => setTimeout(done, 1000));
    }
  };
  void stay();
  const methods = Object.fromEntries(
    requestNames.map((name) => [name, async (input: unknown) => (await post(`/api/${name}`, headers, JSON.stringify(input))).json()]),
  );
  const listen = <E extends EventName>(event: E, told: (value: Events[E]) => void): (() => void) => {
    const set = listeners.get(event) ?? new Set<Listener>();
    listeners.set(event, set.add(told as Listener));
    return () => void set.delete(told as Listener);
  };
  return { ...methods, listen } as unknown as Bridge;
}

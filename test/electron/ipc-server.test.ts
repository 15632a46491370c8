import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../electron/handlers';
import { answerRequest, serveRequests } from '../../electron/ipc-server';
import type { Api, RequestName } from '../../shared/ipc';
import { requestNames } from '../../shared/ipc';
import { schemaOf } from '../../shared/ipc-schema';
import type { Result } from '../../shared/result';

/** An honest input of each request. */
const honest: { readonly [N in RequestName]: Api[N]['in'] } = {
  'app.info': {},
  'scenarios.list': {},
  'folder.choose': {},
  'app.manner': { lang: 'ja', theme: 'dark' },
  'address.ask': { kind: 'network' },
  'address.password': { visit: 'v-12345' },
  'visits.list': {},
  'visits.delete': { visit: 'visit-0001' },
  'visits.choose-folder': {},
  'visit.open': { target: { kind: 'simulated', scenario: 'added-subnet' } },
  'visit.reopen': { visit: 'visit-0001' },
  'visit.close': { visit: 'visit-0001' },
  'visit.tell': { visit: 'visit-0001', told: { clients: [{ address: '192.168.20.101' }], subnets: [] } },
  'visit.name': { visit: 'visit-0001', customer: 'Contoso' },
  'visit.save-undo': { visit: 'visit-0001' },
  'visit.look': { visit: 'visit-0001' },
  'visit.pass-time': { visit: 'visit-0001', minutes: 10 },
  'visit.cancel': { visit: 'visit-0001' },
  'visit.entries': { visit: 'visit-0001', since: 0 },
  'visit.saw': { visit: 'visit-0001', check: 'localhost-refused' },
  'visit.logs': { visit: 'visit-0001', from: 0 },
  'visit.client-log': { visit: 'visit-0001', client: 0, from: 0 },
  'visit.refused': { visit: 'visit-0001', check: 'localhost-refused', from: 0 },
  'visit.ask': { visit: 'visit-0001', address: '192.168.20.101' },
  'visit.offers': { visit: 'visit-0001', check: 'localhost-refused' },
  'visit.plan': { visit: 'visit-0001', check: 'localhost-refused', fix: 'grant-subnet', choices: { vroots: ['Selfupdate'] } },
  'visit.undo': { visit: 'visit-0001', includeStarts: false },
  'visit.apply': { visit: 'visit-0001', plan: 'plan-0001' },
  'kit.write': {},
  'kit.write-fixes': { visit: 'visit-0001' },
  'source.open': { source: 'kb248043' },
};

/** Handlers that note each call; each answers what it is told to. */
function listening(answer: () => unknown = () => ({ ok: false, fault: { code: 'target-closed', facts: {} } })) {
  const called: string[] = [];
  const handlers = Object.fromEntries(
    requestNames.map((name) => [
      name,
      async () => {
        called.push(name);
        return answer();
      },
    ]),
  ) as unknown as Handlers;
  return { handlers, called };
}

const ten = 'x'.repeat(10_000_000);
const nested = (key: string, within: object): unknown =>
  JSON.parse(`${JSON.stringify(within).slice(0, -1)}${Object.keys(within).length > 0 ? ',' : ''}"${key}":{"polluted":true}}`);
const deep = (): object => {
  let at: object = {};
  for (let i = 0; i < 100_000; i++) at = { at };
  return at;
};
const circle = (): object => {
  const it: Record<string, unknown> = {};
  it.it = it;
  return it;
};

/** Inputs that no honest page sends. */
const dishonest: Readonly<Record<string, (good: object) => unknown>> = {
  'an extra key': (good) => ({ ...good, command: 'cmd.exe' }),
  'no object: null': () => null,
  'no object: nothing': () => undefined,
  'no object: a text': () => 'visit-0001',
  'no object: a number': () => 42,
  'no object: a list': () => [],
  'no object: a function': () => () => {},
  'a key of its prototype: __proto__': (good) => nested('__proto__', good),
  'a key of its prototype: constructor': (good) => nested('constructor', good),
  'a key of its prototype: prototype': (good) => nested('prototype', good),
  'a prototype key inside': (good) => ({ ...good, more: [nested('__proto__', {})] }),
  'ten million characters': (good) => ({ ...good, note: ten }),
  'ten million characters as a key': (good) => ({ ...good, [ten]: 1 }),
  'a list of a million': (good) => ({ ...good, note: Array(1_000_000).fill('x') }),
  'a chain a hundred thousand deep': (good) => ({ ...good, note: deep() }),
  'a circle': (good) => ({ ...good, note: circle() }),
};

describe('the door between page and shell', () => {
  it('knows an honest input of every request', () => {
    expect(Object.keys(honest).sort()).toEqual([...requestNames].sort());
    for (const name of requestNames) expect([name, schemaOf(name).in.safeParse(honest[name]).success]).toEqual([name, true]);
  });

  for (const name of requestNames)
    describe(name, () => {
      it('lets an honest input through to its handler and no other', async () => {
        const { handlers, called } = listening();
        expect(await answerRequest(handlers, name, honest[name])).toMatchObject({ ok: false, fault: { code: 'target-closed' } });
        expect(called).toEqual([name]);
      });

      for (const [what, make] of Object.entries(dishonest))
        it(`refuses ${what}, and its handler is not called`, async () => {
          const { handlers, called } = listening();
          expect(await answerRequest(handlers, name, make(honest[name]))).toMatchObject({
            ok: false,
            fault: { code: 'input-bad-request', facts: { request: name } },
          });
          expect(called).toEqual([]);
          expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
        });

      it('refuses each of its values of another type, and each left out', async () => {
        const { handlers, called } = listening();
        for (const key of Object.keys(honest[name])) {
          for (const value of [null, 7.5, true, ten, [], {}, ['visit-0001'], '../../etc/passwd', 'https://203.0.113.9/', '\u0000']) {
            const reply = await answerRequest(handlers, name, { ...honest[name], [key]: value });
            if (schemaOf(name).in.safeParse({ ...honest[name], [key]: value }).success) {
              // Free text of a person, an option, or a number: it reaches the handler, which checks it.
              expect([key, ['address', 'client', 'customer', 'technician', 'includeStarts', 'since', 'from', 'minutes', 'choices'].includes(key)]).toEqual([
                key,
                true,
              ]);
              called.length = 0;
            } else expect([key, reply]).toMatchObject([key, { ok: false, fault: { code: 'input-bad-request' } }]);
          }
          const { [key as never]: _gone, ...rest } = honest[name];
          expect(await answerRequest(handlers, name, rest)).toMatchObject({ ok: false, fault: { code: 'input-bad-request' } });
        }
        expect(called).toEqual([]);
      });

      it('catches an answer that breaks its schema, and says nothing of what it held', async () => {
        const { handlers } = listening(() => ({ ok: true, value: { secret: 'S3cret' } }));
        const reply = await answerRequest(handlers, name, honest[name]);
        expect(reply).toMatchObject({ ok: false, fault: { code: 'internal-bug' } });
        expect(JSON.stringify(reply)).not.toContain('S3cret');
      });

      it('catches a handler that throws', async () => {
        const { handlers } = listening(() => {
          throw new TypeError('boom');
        });
        const reply = (await answerRequest(handlers, name, honest[name])) as Result<unknown>;
        expect(reply).toMatchObject({ ok: false, fault: { code: 'internal-bug', facts: { where: `request ${name}` } } });
        expect(JSON.stringify(reply)).not.toMatch(/\n\s+at /);
      });
    });
});

describe('who may knock', () => {
  type Event = { readonly sender: string };
  function served(trusted: (event: Event) => boolean) {
    const doors = new Map<string, (event: Event, input: unknown) => unknown>();
    const { handlers, called } = listening();
    serveRequests({ handle: (name: string, door: never) => void doors.set(name, door) } as never, handlers, trusted as never);
    return { doors, called };
  }

  it('every request has a door, and nothing else has', () => expect([...served(() => true).doors.keys()]).toEqual([...requestNames]));

  it('a sender that is not our own page is refused at every door, whatever it sends', async () => {
    const { doors, called } = served(({ sender }) => sender === 'own');
    for (const name of requestNames) {
      for (const sender of ['second window', 'iframe', 'data: page'])
        expect(await doors.get(name)?.({ sender }, honest[name])).toEqual({ ok: false, fault: { code: 'denied-sender', facts: { request: name } } });
      expect(called).toEqual([]);
      await doors.get(name)?.({ sender: 'own' }, honest[name]);
      expect(called.splice(0)).toEqual([name]);
    }
  });
});

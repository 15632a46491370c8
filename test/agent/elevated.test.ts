/**
 * More rights, asked for once: the same agent in the vm, started by the elevated way with the person's answer passed in. What
 * only Windows can show (the question itself, who may write where) is in test/WINDOWS.md.
 */
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../electron/collect';
import type { ElevatedGiven } from '../../electron/elevate';
import { offeredElevation, startElevated } from '../../electron/elevate';
import { Session } from '../../electron/session';
import type { Adapter } from '../../electron/targets/adapter';
import { readAgentText } from '../../electron/targets/agent-lines';
import type { StartAgent } from '../../electron/targets/agent-process';
import { windowsAdapter } from '../../electron/targets/windows';
import { memoryVisits } from '../../electron/visits';
import type { Entry } from '../../shared/journal';
import { okValue } from '../../shared/probe';
import { failed, fault, ok } from '../../shared/result';
import { timeOf } from '../../shared/simulation/world';
import { must } from '../helpers/shell';
import { worldNamed } from '../helpers/worlds';
import { runAgent } from './engine';
import { Lab } from './lab';
import { seatOf, startIn } from './start';

const env = { ProgramFiles: 'C:\\Program Files', SystemRoot: 'C:\\Windows', ProgramData: 'C:\\ProgramData' };
const agent = { path: 'C:\\Program Files\\WSUS Wizard\\resources\\agent.js', sha256: '' };

interface Person {
  /** What the person answers to each question; the last holds on. */
  readonly says: ('yes' | 'no' | 'too late' | 'nothing')[];
  /** The file as the app reads it, in place of what the agent wrote. */
  readonly file?: (text: string) => string | null;
}

/** The elevated way over the agent in the vm. `asked` counts Windows' questions. */
function elevatedWay(lab: Lab, person: Person) {
  const state = { asked: 0, withdrawn: 0, requests: [] as string[] };
  const start = (): StartAgent => {
    const given: ElevatedGiven = {
      agent,
      check: () => null,
      env,
      limits: { question: 500, whole: 5_000 },
      files: () => {
        const files = new Map<string, string>();
        current = files;
        return {
          write: (text, name) => {
            files.set(name, text);
            if (name === 'request.txt') state.requests.push(text);
            return `C:\\Temp\\${name}`;
          },
          remove: () => {
            if (files.size > 0) state.withdrawn++;
            files.clear();
          },
        };
      },
      ways: {
        ask: async () => {
          const says = person.says[Math.min(state.asked++, person.says.length - 1)];
          if (says === 'yes') run();
          if (says === 'too late') late = true;
          // The question stands, and the script that asked with it.
          if (says === 'nothing') await new Promise(() => {});
          return true;
        },
        read: () => {
          const text = written.length > 0 ? `${written.join('\r\n')}\r\n` : null;
          return text !== null && person.file ? person.file(text) : text;
        },
        wait: async () => {
          await new Promise(setImmediate);
          // The person says yes when the time is over: the request is gone by then.
          if (late && current.size === 0) run();
        },
      },
      read: readAgentText,
    };
    return startElevated(given);
  };
  let current = new Map<string, string>();
  let written: string[] = [];
  let late = false;
  const run = () => {
    const request = current.get('request.txt');
    late = false;
    if (request === undefined) return;
    const files = new Map<string, string[]>();
    runAgent(lab, { request, echo: () => {}, files });
    written = [...files.values()][0] ?? [];
  };
  return {
    state,
    start: ((request, password, told) => {
      written = [];
      return start()(request, password, told);
    }) as StartAgent,
  };
}

/** What a plain account gets: nothing. */
const deniedStart: StartAgent = (_request, _password, told) => {
  told({ schema: 'wsus-wizard/answers/1', computer: 'SERVER', takenAt: '' });
  return { done: Promise.resolve(failed('denied-access')), stop() {} };
};

function sessionOver(lab: Lab, start: StartAgent, elevated: StartAgent | ReturnType<typeof fault>, host: string | null = null, more: Partial<Adapter> = {}) {
  let n = 0;
  const given = { now: () => new Date(Date.parse(lab.world.clock) + n++).toISOString(), newId: () => `id${String(n++).padStart(6, '0')}`, app: 'test' };
  const visit = must(memoryVisits(given).create({ kind: 'windows', name: 'x', text: 'windows' }, { clients: [], subnets: [] }));
  const adapter: Adapter = {
    ...windowsAdapter({ start, host, secret: null, seat: seatOf(lab), elevated, perOperation: 2000 }),
    clock: () => timeOf(lab.world, lab.happened),
    settling: 0,
    ...more,
  };
  const session = new Session(visit, adapter, { ...given, limits: usualLimits, progress: () => {}, wait: async () => {} });
  return { session, visit, entries: (): Entry[] => visit.entries(0) };
}
const grant = (session: Session): string => {
  const { plan, here } = must(session.plan('selfupdate-refuses-clients', 'grant-subnet', { subnets: ['192.168.20.0/24'] }));
  expect(here).toBe(true);
  return plan;
};
const outcomesOf = (plan: { operations: readonly { outcome: string }[] } | undefined) => plan?.operations.map((o) => o.outcome);

describe('a look with more rights', () => {
  it('asks Windows once for all probes, and gets what the plain account did not', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const way = elevatedWay(lab, { says: ['yes'] });
    const { session } = sessionOver(lab, deniedStart, way.start);
    const before = must(await session.look()).snapshot;
    expect(before.answers.services).toMatchObject({ outcome: 'denied' });
    const { snapshot } = must(await session.look(true));
    expect(snapshot.answers.services).toMatchObject({ outcome: 'ok' });
    expect(snapshot.answers['ip-restrictions']).toMatchObject({ outcome: 'ok' });
    expect(way.state.asked).toBe(1);
    expect(way.state.requests[0]).toMatch(/^schema=wsus-wizard\/request\/1\r\noutput=[0-9a-f]{32}\r\n/);
  });
  it('leaves the last look as it was where the person says no', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const { session, entries } = sessionOver(lab, startIn(lab), elevatedWay(lab, { says: ['no'] }).start);
    must(await session.look());
    const looks = entries().filter((e) => e.kind === 'looked').length;
    expect(await session.look(true)).toMatchObject({ ok: false, fault: { code: 'denied-elevation' } });
    expect(entries().filter((e) => e.kind === 'looked').length).toBe(looks);
    expect(session.findings.length).toBeGreaterThan(0);
  });
  it('is not offered for another computer, from a copy that anybody can write to, or without Windows', async () => {
    const lab = new Lab(worldNamed('added-subnet'), { remote: 'server' });
    const afar = sessionOver(lab, startIn(lab), elevatedWay(lab, { says: ['yes'] }).start, 'server').session;
    expect(await afar.look(true)).toMatchObject({ ok: false, fault: { code: 'unsupported-elevation' } });
    const copy = sessionOver(new Lab(worldNamed('added-subnet')), deniedStart, fault('unsupported-elevation')).session;
    expect(await copy.look(true)).toMatchObject({ ok: false, fault: { code: 'unsupported-elevation' } });
    expect(offeredElevation('C:\\Program Files\\WSUS Wizard\\resources\\app.asar\\out', 'win32', env)).toBe('offered');
    expect(offeredElevation('D:\\usb\\out', 'win32', env)).toBe('copy');
    expect(offeredElevation('/opt/out', 'linux', env)).toBe('none');
  });
});

describe('a plan with more rights', () => {
  it('is asked for once, journalled before the question, run, and verified', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const way = elevatedWay(lab, { says: ['yes'] });
    const { session, entries } = sessionOver(lab, startIn(lab), way.start);
    must(await session.look());
    const applied = must(await session.apply(grant(session), undefined, true));
    expect(applied.state).toBe('applied');
    expect(way.state.asked).toBe(1);
    expect(lab.backups).toHaveLength(1);
    const kinds = entries().map((e) => e.kind);
    const count = applied.operations.length;
    expect(count).toBeGreaterThan(1);
    expect(kinds.slice(kinds.indexOf('started'), kinds.indexOf('started') + 2 * count)).toEqual([
      ...Array(count).fill('started'),
      ...Array(count).fill('ended'),
    ]);
    expect(applied.verified).toMatchObject([{ check: 'selfupdate-refuses-clients', result: 'resolved' }, {}].slice(0, applied.verified.length));
    const undo = must(await session.planUndo({}, true));
    expect(must(await session.apply(undo.plan, undefined, true)).state).toBe('applied');
    expect(way.state.asked).toBe(2);
  });
  it('is verified from the same run where the plain account sees nothing, without a second question', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const way = elevatedWay(lab, { says: ['yes'] });
    const { session } = sessionOver(lab, deniedStart, way.start);
    must(await session.look(true));
    const applied = must(await session.apply(grant(session), undefined, true));
    expect(applied.verified).toMatchObject([{ check: 'selfupdate-refuses-clients', result: 'resolved' }, {}].slice(0, applied.verified.length));
    expect(way.state.asked).toBe(2);
    // For one look only: the next one sees what the plain account sees.
    expect(must(await session.look()).snapshot.answers.services).toMatchObject({ outcome: 'denied' });
  });
  it('changes nothing where the person says no, and can be asked for again', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const before = JSON.stringify(lab.world);
    const way = elevatedWay(lab, { says: ['no', 'yes'] });
    const { session, visit } = sessionOver(lab, startIn(lab), way.start);
    must(await session.look());
    const plan = grant(session);
    expect(await session.apply(plan, undefined, true)).toMatchObject({ ok: false, fault: { code: 'denied-elevation' } });
    expect(JSON.stringify(lab.world)).toBe(before);
    expect(new Set(outcomesOf(visit.state().plans[0]))).toEqual(new Set(['not-run']));
    expect(must(await session.apply(plan, undefined, true)).state).toBe('applied');
  });
  it('is taken back while the question stands, and can be asked for again', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const before = JSON.stringify(lab.world);
    const way = elevatedWay(lab, { says: ['nothing', 'yes'] });
    const { session, visit } = sessionOver(lab, startIn(lab), way.start);
    must(await session.look());
    const plan = grant(session);
    const applying = session.apply(plan, undefined, true);
    setTimeout(() => session.cancel(), 20);
    expect(await applying).toMatchObject({ ok: false, fault: { code: 'cancelled-by-user' } });
    expect(way.state.withdrawn).toBeGreaterThan(0);
    expect(JSON.stringify(lab.world)).toBe(before);
    expect(new Set(outcomesOf(visit.state().plans[0]))).toEqual(new Set(['not-run']));
    expect(must(await session.apply(plan, undefined, true)).state).toBe('applied');
  });
  it('is verified with the clients of Active Directory, too', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const { session } = sessionOver(lab, startIn(lab), elevatedWay(lab, { says: ['yes'] }).start);
    must(session.tell({ clients: [], subnets: [], directory: true }));
    const clients = () => okValue(session.snapshot?.answers['client-identities'])?.clients.map((c) => c.name) ?? [];
    must(await session.look());
    const before = clients();
    expect(before.length).toBeGreaterThan(0);
    must(await session.apply(grant(session), undefined, true));
    expect(clients()).toEqual(before);
  });
  it('is verified once, since a look without the rights would know less', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const lists: string[] = [];
    // The run after the change says of the lists what the look before it said.
    const file = (text: string) => {
      const line = text.split('\r\n').find((l) => l.includes('"probe":"ip-restrictions"')) ?? '';
      lists.push(line);
      return text.replace(line, () => lists[0] as string);
    };
    const way = elevatedWay(lab, { says: ['yes'], file });
    const { session, entries } = sessionOver(lab, deniedStart, way.start, null, { settling: 1000 });
    must(await session.look(true));
    const applied = must(await session.apply(grant(session), undefined, true));
    expect(applied.verified[0]).toMatchObject({ check: 'selfupdate-refuses-clients', result: 'unchanged' });
    expect(entries().filter((e) => e.kind === 'looked')).toHaveLength(2);
  });
  it('leaves nothing of its run to a later look where it was not verified', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const { session } = sessionOver(lab, deniedStart, elevatedWay(lab, { says: ['yes'] }).start);
    must(await session.look(true));
    const plan = grant(session);
    // Somebody else was faster: the first operation fails, and nothing was changed.
    const first = session.visit.state().plans[0]?.operations[0]?.operation;
    if (first?.operation !== 'ip-restriction.replace') throw new Error('another plan');
    lab.step({ ...first, to: { own: { iis: 6, grantByDefault: true, grant: [], deny: [], grantNames: [], denyNames: [] } } });
    const applied = must(await session.apply(plan, undefined, true));
    expect([outcomesOf(applied)?.[0], applied.verified]).toEqual(['changed-since', []]);
    expect(must(await session.look()).snapshot.answers.services).toMatchObject({ outcome: 'denied' });
  });
  it('does nothing on a yes that comes after the request was withdrawn', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const before = JSON.stringify(lab.world);
    const way = elevatedWay(lab, { says: ['too late'] });
    const { session, visit } = sessionOver(lab, startIn(lab), way.start);
    must(await session.look());
    expect(await session.apply(grant(session), undefined, true)).toMatchObject({ ok: false, fault: { code: 'denied-elevation' } });
    expect(way.state.withdrawn).toBeGreaterThan(0);
    expect(JSON.stringify(lab.world)).toBe(before);
    expect(visit.state().plans[0]?.state).not.toBe('uncertain');
  });
  it('stops at a value that somebody else changed, and says what was not begun', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const { session } = sessionOver(lab, startIn(lab), elevatedWay(lab, { says: ['yes'] }).start);
    must(await session.look());
    const plan = grant(session);
    must(await session.apply(plan, undefined, true));
    const undo = must(await session.planUndo({}, true));
    // Somebody else writes the first value of the undo.
    const first = undo.content.operations[0];
    if (first?.operation !== 'ip-restriction.replace' || first.expect === 'inherits' || first.expect.own.iis !== 6) throw new Error('another plan');
    expect(lab.step({ ...first, to: { own: { ...first.expect.own, grant: [] } } })).toBe(0);
    const undone = must(await session.apply(undo.plan, undefined, true));
    expect(outcomesOf(undone)).toEqual(['changed-since', 'not-run']);
    expect(undone.state).toBe('none');
  });
  it('stays uncertain where the answers have no end', async () => {
    const lab = new Lab(worldNamed('added-subnet'));
    const cut = (text: string) => `${text.split('\r\n').slice(0, 4).join('\r\n')}\r\n`;
    const { session } = sessionOver(lab, startIn(lab), elevatedWay(lab, { says: ['yes'], file: cut }).start);
    must(await session.look());
    const applied = must(await session.apply(grant(session), undefined, true));
    expect(outcomesOf(applied)?.[0]).toBe('done');
    expect(new Set(outcomesOf(applied)?.slice(1))).toEqual(new Set(['uncertain']));
    expect(applied.state).toBe('uncertain');
  });
});

describe('a plan of which not all is on this computer', () => {
  const clones = async (says: Person['says'], adapter: (lab: Lab) => Partial<Adapter> = () => ({})) => {
    const lab = new Lab(worldNamed('cloned-clients'));
    const way = elevatedWay(lab, { says });
    const opened = sessionOver(lab, startIn(lab), way.start, null, adapter(lab));
    must(opened.session.tell({ clients: [], subnets: [], directory: true }));
    must(await opened.session.look());
    const { content, plan, here } = must(opened.session.plan('client-id-duplicated', 'reset-client-identity', {}));
    return { ...opened, way, plan, here, machines: [...new Set(content.operations.map((o) => o.machine))] };
  };
  it('asks Windows for nothing where no operation is', async () => {
    const { session, way, plan, here, machines } = await clones(['no']);
    expect(machines.length).toBeGreaterThan(0);
    // The page asks for no shield either.
    expect(here).toBe(false);
    expect(must(await session.apply(plan, undefined, true)).state).toBe('applied');
    expect(way.state.asked).toBe(0);
  });
  it('runs the rest the usual way: a failure stops that computer only', async () => {
    const elevated: string[] = [];
    const usual: string[] = [];
    let here = '';
    let broken = '';
    const { session, plan, machines } = await clones(['yes'], (lab) => ({
      elevates: ({ machine }) => machine === here,
      async runElevated(operations, { told }) {
        for (const [i, operation] of operations.entries()) {
          elevated.push(operation.machine);
          lab.step(operation);
          told(i + 1, ok({ found: operation.expect, readBack: operation.to }));
        }
        return failed('probe-agent-cut', { lines: 0 });
      },
      async run(operation) {
        usual.push(operation.machine);
        if (operation.machine === broken) return failed('denied-access');
        lab.step(operation);
        return ok({ found: operation.expect, readBack: operation.to });
      },
    }));
    [here = '', broken = ''] = machines;
    const applied = must(await session.apply(plan, undefined, true));
    expect(machines.length).toBeGreaterThan(2);
    expect(new Set(elevated)).toEqual(new Set([here]));
    expect(usual.filter((m) => m === broken)).toHaveLength(1);
    expect(new Set(usual)).toEqual(new Set(machines.slice(1)));
    for (const { operation, outcome } of applied.operations)
      expect([operation.machine, outcome === 'done']).toEqual([operation.machine, operation.machine !== broken]);
  });
});

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
import { failed, fault } from '../../shared/result';
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
  readonly says: ('yes' | 'no' | 'too late')[];
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
          return true;
        },
        read: () => {
          const text = written.length > 0 ? `${written.join('\r\n')}\r\n` : null;
          return text !== null && person.file ? person.file(text) : text;
        },
        wait: async () => {
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

function sessionOver(lab: Lab, start: StartAgent, elevated: StartAgent | ReturnType<typeof fault>, host: string | null = null) {
  let n = 0;
  const given = { now: () => new Date(Date.parse(lab.world.clock) + n++).toISOString(), newId: () => `id${String(n++).padStart(6, '0')}`, app: 'test' };
  const visit = must(memoryVisits(given).create({ kind: 'windows', name: 'x', text: 'windows' }, { clients: [], subnets: [] }));
  const adapter: Adapter = {
    ...windowsAdapter({ start, host, secret: null, seat: seatOf(lab), elevated, perOperation: 2000 }),
    clock: () => timeOf(lab.world, lab.happened),
    settling: 0,
  };
  const session = new Session(visit, adapter, { ...given, limits: usualLimits, progress: () => {}, wait: async () => {} });
  return { session, visit, entries: (): Entry[] => visit.entries(0) };
}
const grant = (session: Session) => must(session.plan('selfupdate-refuses-clients', 'grant-subnet', { subnets: ['192.168.20.0/24'] })).plan;
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
    const cut = (text: string) => `${text.split('\r\n').slice(0, 3).join('\r\n')}\r\n`;
    const { session } = sessionOver(lab, startIn(lab), elevatedWay(lab, { says: ['yes'], file: cut }).start);
    must(await session.look());
    const applied = must(await session.apply(grant(session), undefined, true));
    expect(outcomesOf(applied)?.[0]).toBe('done');
    expect(new Set(outcomesOf(applied)?.slice(1))).toEqual(new Set(['uncertain']));
    expect(applied.state).toBe('uncertain');
  });
});

/** Which plans of a visit a fix kit carries. */
import { describe, expect, it } from 'vitest';
import { kitPlanOf } from '../../electron/kit/of-visit';
import { unnamedMachine } from '../../shared/fix';
import type { Entry } from '../../shared/journal';
import type { Operation } from '../../shared/operation';
import type { Snapshot } from '../../shared/snapshot';
import { foldVisit } from '../../shared/visit';
import { snapshotOf } from '../helpers/look';
import { must } from '../helpers/shell';
import { worldNamed } from '../helpers/worlds';

const mode = (service: string, to: 'manual' | 'automatic', machine = 'SBS01'): Operation =>
  ({ operation: 'service.set-start-mode', machine, service, expect: 'disabled', to }) as Operation;
let n = 0;
const at = () => `2026-11-18T05:00:${String(++n).padStart(2, '0')}.000Z`;
const looked = (): Entry => ({ n, at: at(), kind: 'looked', look: 1, file: 'x', sha256: 'x', findings: [], passed: [], notApplicable: [] });
const planned = (plan: string, fix: string, operations: Operation[], purpose: 'fix' | 'undo' = 'fix'): Entry =>
  ({
    n,
    at: at(),
    kind: 'planned',
    plan,
    purpose,
    undoes: [],
    content: { fix, check: 'x', choices: {}, operations, admittedBefore: [], admittedAfter: [], byHand: [], warnings: [], needs: [] },
  }) as never;
const opened: Entry = {
  n: 0,
  at: '2026-11-18T04:00:00.000Z',
  kind: 'visit-opened',
  schema: 'wsus-wizard/visit/1',
  app: 'x',
  visit: 'v',
  target: { kind: 'evidence', name: 'x', text: 'x' },
};
const carried = (entries: Entry[], named?: string) => kitPlanOf(foldVisit([opened, ...entries]), snapshotOf(worldNamed('healthy-sbs2003')), named);

describe('a fix kit carries', () => {
  it('the plans since the last look, the newest of each fix, with the computer and its domain', () => {
    const entries = [
      planned('plan-0', 'old', [mode('W3SVC', 'manual')]),
      looked(),
      planned('plan-1', 'a', [mode('BITS', 'manual')]),
      planned('plan-2', 'b', [mode('WSusCertServer', 'manual')]),
      planned('plan-3', 'a', [mode('BITS', 'automatic')]),
      planned('plan-4', 'u', [mode('WsusService', 'manual')], 'undo'),
    ];
    expect(must(carried(entries))).toEqual({ computer: 'SBS01', domain: 'CONTOSO', operations: [mode('WSusCertServer', 'manual'), mode('BITS', 'automatic')] });
    expect(must(carried(entries, 'plan-1')).operations).toEqual([mode('BITS', 'manual')]);
  });
  it('no plan that has run', () => {
    const ran: Entry[] = [
      { n, at: at(), kind: 'started', plan: 'plan-1', operation: 1, inverse: null },
      { n, at: at(), kind: 'ended', plan: 'plan-1', operation: 1, found: 'disabled', readBack: 'manual' },
    ];
    expect(carried([looked(), planned('plan-1', 'a', [mode('BITS', 'manual')]), ...ran])).toMatchObject({ ok: false, fault: { code: 'input-kit-no-plan' } });
  });
  it('not two plans for one value: which of them is meant is asked', () => {
    const entries = [looked(), planned('plan-1', 'a', [mode('BITS', 'manual')]), planned('plan-2', 'b', [mode('BITS', 'automatic')])];
    expect(carried(entries)).toMatchObject({ ok: false, fault: { code: 'input-kit-plans', facts: { plans: ['plan-1', 'plan-2'] } } });
  });
  it('one computer only, and no domain where the plan is for another than the server', () => {
    expect(carried([looked(), planned('plan-1', 'a', [mode('BITS', 'manual'), mode('wuauserv', 'manual', 'PC01')])])).toMatchObject({
      ok: false,
      fault: { code: 'unsupported-kit-plan', facts: { machines: ['SBS01', 'PC01'] } },
    });
    expect(must(carried([looked(), planned('plan-1', 'a', [mode('wuauserv', 'manual', 'PC01')])]))).toMatchObject({ computer: 'PC01', domain: undefined });
  });
  it('nothing for a server whose name is not known: a placeholder names no computer', () => {
    const entries = [looked(), planned('plan-1', 'a', [mode('BITS', 'manual', unnamedMachine)])];
    const { product: _, ...answers } = snapshotOf(worldNamed('healthy-sbs2003')).answers;
    for (const snapshot of [null, snapshotOf(worldNamed('healthy-sbs2003')), { ...snapshotOf(worldNamed('healthy-sbs2003')), answers } as Snapshot])
      expect(kitPlanOf(foldVisit([opened, ...entries]), snapshot)).toMatchObject({ ok: false, fault: { code: 'input-kit-computer' } });
  });
});

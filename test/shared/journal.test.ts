import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDisk } from '../../electron/disk';
import { diskVisits } from '../../electron/visits';
import { foldVisit } from '../../shared/visit';
import { inTemporary, must } from '../helpers/shell';

const target = { kind: 'simulated', name: 'added-subnet', text: 'simulated:added-subnet' };

function visitsIn(folder: string) {
  let n = 0;
  let seconds = 0;
  return diskVisits(folder, makeDisk(), {
    now: () => new Date(Date.parse('2026-11-24T08:00:00.000Z') + 1000 * ++seconds).toISOString(),
    newId: () => String(++n).padStart(8, '0'),
    app: 'test',
  });
}

/** A visit with three entries, closed. */
function written(folder: string): { id: string; journal: string } {
  const visit = must(visitsIn(folder).create(target, { clients: [], subnets: ['192.168.20.0/24'] }));
  visit.append({ kind: 'told', told: { clients: [{ address: '192.168.20.101', name: '支店' }], subnets: [] } });
  visit.close();
  return { id: visit.id, journal: join(folder, visit.id, 'journal.jsonl') };
}

describe('the journal of a visit', () => {
  it('is one JSON object a line, numbered from one without a gap', () =>
    inTemporary((folder) => {
      const lines = readFileSync(written(folder).journal, 'utf8').split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((l) => (JSON.parse(l) as { n: number }).n)).toEqual([1, 2, 3]);
    }));

  it('loses a torn last line and nothing else, cut at every byte of it', () =>
    inTemporary((folder) => {
      const { id, journal } = written(folder);
      const whole = readFileSync(journal);
      const start = whole.subarray(0, -1).lastIndexOf(10) + 1;
      for (let cut = start; cut < whole.length; cut++) {
        writeFileSync(journal, whole.subarray(0, cut));
        const visit = must(visitsIn(folder).open(id));
        expect([cut, visit.entries(0).map((e) => e.n)]).toEqual([cut, [1, 2]]);
        visit.close();
        // What is torn is cut off, so that the next entry stands on a line of its own.
        expect(readFileSync(journal)).toEqual(whole.subarray(0, start));
      }
    }));

  it('goes on with the next number after a torn line', () =>
    inTemporary((folder) => {
      const { id, journal } = written(folder);
      writeFileSync(journal, readFileSync(journal).subarray(0, -5));
      const visit = must(visitsIn(folder).open(id));
      visit.append({ kind: 'told', told: { clients: [], subnets: [] } });
      visit.close();
      expect(
        must(visitsIn(folder).open(id))
          .entries(0)
          .map((e) => e.n),
      ).toEqual([1, 2, 3]);
    }));

  it('of a newer schema is shown and never written', () =>
    inTemporary((folder) => {
      const { id, journal } = written(folder);
      const newer = readFileSync(journal, 'utf8').replace('wsus-wizard/visit/1', 'wsus-wizard/visit/2');
      writeFileSync(journal, `${newer}{"n":4,"at":"x","kind":"of tomorrow"`);
      const before = readFileSync(journal);
      const visit = must(visitsIn(folder).open(id));
      expect(visit.readOnly).toBe(true);
      expect(visit.state().told.clients).toEqual([{ address: '192.168.20.101', name: '支店' }]);
      expect(() => visit.append({ kind: 'told', told: { clients: [], subnets: [] } })).toThrow(/read only/);
      visit.close();
      expect(readFileSync(journal)).toEqual(before);
    }));

  it('without a schema number is read only too', () =>
    inTemporary((folder) => {
      const { id, journal } = written(folder);
      writeFileSync(journal, readFileSync(journal, 'utf8').replace('wsus-wizard/visit/1', 'something else'));
      expect(must(visitsIn(folder).open(id)).readOnly).toBe(true);
    }));

  it('keeps entries of a kind it does not know, and never gives their number away again', () =>
    inTemporary((folder) => {
      const { id, journal } = written(folder);
      const strange = '{"n":4,"at":"2026-11-24T09:00:00.000Z","kind":"of-tomorrow","what":1}';
      appendFileSync(journal, `${strange}\n`);
      const visit = must(visitsIn(folder).open(id));
      expect(visit.entries(0).map((e) => e.kind)).toEqual(['visit-opened', 'told', 'told']);
      expect(visit.append({ kind: 'told', told: { clients: [], subnets: [] } }).n).toBe(5);
      visit.close();
      expect(readFileSync(journal, 'utf8')).toContain(`${strange}\n`);
    }));

  it('ignores keys it does not know', () =>
    inTemporary((folder) => {
      const { id, journal } = written(folder);
      writeFileSync(journal, readFileSync(journal, 'utf8').replace('{"n":2,', '{"tomorrow":true,"n":2,'));
      expect(must(visitsIn(folder).open(id)).entries(0).length).toBe(3);
    }));

  it('that does not begin with the opening of a visit cannot be read, and is left as it is', () =>
    inTemporary((folder) => {
      const { id, journal } = written(folder);
      const junk = 'junk\n'.repeat(3);
      writeFileSync(journal, junk);
      expect(visitsIn(folder).open(id)).toMatchObject({ ok: false, fault: { code: 'malformed-journal' } });
      expect(readFileSync(journal, 'utf8')).toBe(junk);
    }));

  it('of an operation outside the closed list is passed over: such an entry is not one of ours', () =>
    inTemporary((folder) => {
      const { id, journal } = written(folder);
      appendFileSync(
        journal,
        `${JSON.stringify({ n: 4, at: '2026-11-24T09:00:00.000Z', kind: 'started', plan: 'plan-1', operation: 1, inverse: { operation: 'service.stop', machine: 'x', service: 'IISADMIN', expect: 'running', to: 'stopped' } })}\n`,
      );
      expect(
        must(visitsIn(folder).open(id))
          .entries(0)
          .map((e) => e.kind),
      ).not.toContain('started');
    }));

  it('folds to the same visit entry by entry and whole', () =>
    inTemporary((folder) => {
      const { id } = written(folder);
      const visit = must(visitsIn(folder).open(id));
      expect(visit.state()).toEqual(foldVisit(visit.entries(0)));
      expect(visit.state()).toMatchObject({ visit: id, target, last: 3, told: { subnets: [] } });
    }));
});

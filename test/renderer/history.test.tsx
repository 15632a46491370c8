// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { placesOf, pointsOf } from '../../renderer/components/content-progress';
import { useStore } from '../../renderer/store';
import type { Finding } from '../../shared/diagnose';
import type { Look } from '../../shared/visit';
import * as data from './fake-data';
import { examine, heading, press, start, user } from './helpers';

const main = () => within(screen.getByRole('main'));
const inputs = (asked: readonly { name: string; input: unknown }[], name: string) => asked.filter((a) => a.name === name).map((a) => a.input);

describe('the customer', () => {
  it('is named on the visit page, kept in the record, and shown in the rail', async () => {
    const fake = await start();
    await examine();
    await press('History');
    await user.type(screen.getByLabelText('Customer'), ' 山田商事 ');
    await press('Keep the name');
    expect(await screen.findByText('Kept.')).toBeTruthy();
    expect(inputs(fake.asked, 'visit.name')).toEqual([{ visit: 'v-1', customer: '山田商事' }]);
    expect(within(screen.getByRole('navigation')).getByText('山田商事')).toBeTruthy();
  });

  it('stands first in the list of visits, with target, date and how it ended', async () => {
    await start({ visits: data.visits.map((v) => ({ ...v, customer: v.visit === 'v-old' ? 'Yamada Shoji' : '' })) });
    const row = (await screen.findByText('Yamada Shoji')).closest('li') as HTMLElement;
    expect(row.textContent).toContain('yamada-shoji-2026-11 · Collected files · 20 Nov 2026');
    expect(within(row).getByText('2 problems, 1 warning, 3 could not be checked')).toBeTruthy();
    expect(within(row).getByRole('button', { name: /^Open Yamada Shoji, yamada-shoji-2026-11, 20 Nov/ })).toBeTruthy();
  });
});

describe('the timeline', () => {
  const fixed = async () => {
    const fake = await start();
    await examine();
    await press(/Self-update refuses/);
    await press('Preview the change');
    await press(/^Add 192/);
    await heading('The change is made');
    await press('History');
    await heading('Visit history');
    return fake;
  };

  it('goes back to any point before a change, and offers none where nothing came after', async () => {
    const fake = await fixed();
    const moments = main()
      .getAllByRole('listitem')
      .map((li) => [li.querySelector('h2')?.textContent, within(li).queryByRole('button', { name: /^Undo back to here/ }) !== null]);
    expect(moments).toEqual([
      ['Look 2', false],
      ['Allow these addresses only (least change, recommended)', false],
      ['Look 1', true],
      ['Visit opened', true],
    ]);
    await press(/^Undo back to here: Look 1,/);
    await heading('Preview of the undo');
    expect(inputs(fake.asked, 'visit.undo')).toEqual([{ visit: 'v-1', since: 'p-1', includeStarts: false }]);
  });

  it('shows the way back as text to copy where it was not saved', async () => {
    const fake = await fixed();
    await press('Save undo for the customer');
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The way back, for the customer' });
    expect(field.value).toContain('元に戻す手順');
    await press('Copy all');
    expect(await screen.findByText('Selected. Copy it with Ctrl+C.')).toBeTruthy();
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
    await press('Close');
    expect(screen.queryByRole('dialog')).toBeNull();
    fake.saves('undo-v-1.txt');
    await press('Save undo for the customer');
    expect((await screen.findAllByText('Saved as undo-v-1.txt.')).length).toBe(2);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('recent visits', () => {
  it('are looked at again in one press', async () => {
    const fake = await start();
    await press(/^Look again: A branch/);
    await heading('What was found');
    expect(inputs(fake.asked, 'visit.reopen')).toEqual([{ visit: 'v-uncertain' }]);
    await waitFor(() => expect(inputs(fake.asked, 'visit.look')).toHaveLength(1));
  });

  it('lie where the user says, on the desktop only', async () => {
    const fake = await start();
    await press('Choose where visits are kept');
    expect((await screen.findAllByText('From now on visits are kept in: D:\\visits')).length).toBe(2);
    expect(inputs(fake.asked, 'visits.list').length).toBeGreaterThan(1);
    await start({ face: 'classroom' });
    await heading('What do you want to examine?');
    expect(screen.queryByRole('button', { name: 'Choose where visits are kept' })).toBeNull();
  });

  it('take the focus to their heading when one was deleted', async () => {
    await start();
    await press(/^Delete A branch/);
    await press('Delete anyway');
    expect(document.activeElement).toBe(await screen.findByRole('heading', { name: 'Recent visits' }));
    expect(useStore.getState().said?.text.en).toBe('The visit is deleted.');
  });
});

describe('the rail', () => {
  it('says what is wrong beside the icon of a problem, never what would be right', async () => {
    await start();
    await examine();
    const rail = within(screen.getByRole('navigation'));
    expect(rail.getByRole('button', { name: /^Self-update refuses 14 clients \(192\.168\.20\.0\/24\)/ })).toBeTruthy();
    expect(rail.queryByText('Self-update open to all clients')).toBeNull();
  });
});

describe('the drawing of a download', () => {
  const found = (done: number): Finding => ({
    id: 'content-still-downloading',
    check: 'content-still-downloading',
    verdict: 'fail',
    severity: 'wait',
    facts: { done, total: 100 },
  });
  const look = (n: number, minute: number, findings: Finding[]): Look => ({
    look: n,
    at: '2026-11-24T05:00:00Z',
    clock: new Date(Date.UTC(2009, 2, 2, 0, minute)).toISOString(),
    file: '',
    sha256: '',
    findings,
    passed: [],
    notApplicable: [],
  });

  it('has a point for each look that saw it, by the server’s own time', () => {
    const points = pointsOf([look(1, 0, [found(10)]), look(2, 10, []), look(3, 20, [found(60)]), look(4, 40, [found(90)])]);
    expect(points.map((p) => [p.look, p.done])).toEqual([
      [1, 10],
      [3, 60],
      [4, 90],
    ]);
    expect(placesOf(points)).toEqual([
      { x: 2, y: 90 },
      { x: 50, y: 40 },
      { x: 98, y: 10 },
    ]);
  });

  it('stands beside the table that says the same', async () => {
    const fake = await start({ findings: [found(40)] });
    await examine();
    fake.push({ kind: 'looked', look: 2, file: '2.json', sha256: 'cd', findings: [found(70)] as never, passed: [], notApplicable: [] });
    await press(/files still downloading/);
    const picture = await screen.findByRole('img', { name: /^Downloaded at 2 looks: 40 B on .*, 70 B on .*, of 100 B/ });
    const figure = picture.closest('figure') as HTMLElement;
    expect(
      within(figure)
        .getAllByRole('row')
        .map((r) => r.textContent)[2],
    ).toContain('70 B70 %');
  });
});

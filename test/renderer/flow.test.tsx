// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useStore } from '../../renderer/store';
import { blocked } from './fake-data';
import { examine, heading, practise, press, pressExamine, start, user } from './helpers';

const mainButtons = () => within(screen.getByRole('main')).getAllByRole('button');

describe('start', () => {
  it('asks what to examine and offers only what works', async () => {
    await start();
    await heading('What do you want to examine?');
    const choices = mainButtons().filter((b) => b.classList.contains('choice'));
    expect(choices.map((c) => c.querySelector('.choice-title')?.textContent)).toEqual([
      'A server’s address',
      'Collected files',
      'Practise on a simulated server',
      'Script kit for another server',
    ]);
  });

  it('lists scenarios with title and story', async () => {
    await start();
    await press(/Practise on/);
    await screen.findByText('The web server is stopped');
    expect(screen.getByText(/14 new PCs/)).toBeTruthy();
  });

  it('marks a visit whose change has no known end', async () => {
    await start();
    expect(await screen.findByText('1 change with an unknown end')).toBeTruthy();
  });

  it('asks before it deletes a visit, and names what is lost', async () => {
    const fake = await start();
    await press(/^Delete A branch/);
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('2 changes of this visit can still be undone');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(fake.asked.some((a) => a.name === 'visits.delete')).toBe(false);
    await press(/^Delete A branch/);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete anyway' }));
    await waitFor(() => expect(screen.queryByText('1 change with an unknown end')).toBeNull());
  });
});

describe('examine', () => {
  it('shows one bar that never goes back, and each answer', async () => {
    const fake = await start();
    await practise();
    const release = fake.hold();
    await pressExamine();
    const bar = await screen.findByRole('progressbar');
    expect(bar.getAttribute('value')).toBe('7');
    act(() => fake.progress({ done: 2, total: 8, probe: 'services', answered: [] }));
    expect(bar.getAttribute('value')).toBe('7');
    expect(screen.getByText('Refused')).toBeTruthy();
    release();
    await heading('What was found');
  });

  it('is usable again at once after cancel, and a late answer moves nothing', async () => {
    const fake = await start();
    await practise();
    const release = fake.hold();
    await pressExamine();
    await press('Cancel');
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(fake.asked.some((a) => a.name === 'visit.cancel')).toBe(true);
    await act(async () => release());
    await heading(/^Examine/);
  });

  it('sends client networks typed in full width, also when nobody pressed Keep', async () => {
    const fake = await start();
    await practise();
    await user.type(screen.getByLabelText('Subnets and addresses'), '１９２．１６８．２０．０／２４、10.0.0.5=PC1');
    await pressExamine();
    await heading('What was found');
    expect(fake.asked.find((a) => a.name === 'visit.tell')?.input).toEqual({
      visit: 'v-1',
      told: { subnets: ['192.168.20.0/24'], clients: [{ address: '10.0.0.5', name: 'PC1' }] },
    });
  });

  it('stays on the page and shows why when the look failed', async () => {
    const fake = await start();
    await practise();
    fake.failNext('visit.look', { code: 'timed-out-look', facts: {} });
    await pressExamine();
    expect(await screen.findByRole('alert')).toBeTruthy();
    await heading(/^Examine/);
  });
});

describe('steps', () => {
  it('sums up, and puts problems before warnings before what is unknown before notes', async () => {
    await start();
    await examine();
    expect(screen.getByText('1 problem, 1 warning, 1 could not be checked, 1 note.')).toBeTruthy();
    const rows = within(screen.getByRole('list', { name: 'Steps, causes first' })).getAllByRole('listitem');
    expect(rows.map((r) => r.querySelector('.mark')?.textContent)).toEqual(['Problem', 'Warning', 'Not checked', 'Note']);
  });

  it('names the step that another one waits for', async () => {
    await start({ findings: blocked });
    await examine();
    expect(screen.getByText(/^Checked after .The web server is stopped/)).toBeTruthy();
  });

  it('answers for one address', async () => {
    await start();
    await examine();
    await user.type(screen.getByLabelText('Is a client with this address admitted?'), '192.168.20.15{Enter}');
    expect(await screen.findByText('Answer for 192.168.20.15')).toBeTruthy();
    expect(screen.getAllByText('Inherited from W3SVC/1/ROOT').length).toBe(2);
  });

  it('plans nothing on a look of an earlier start', async () => {
    const fake = await start();
    await press(/^Open A branch/);
    await heading('What was found');
    expect(screen.getByText(/Look again before changing anything/)).toBeTruthy();
    await press(/Self-update refuses/);
    expect(await screen.findByText(/planned only on a fresh look/)).toBeTruthy();
    expect(fake.asked.some((a) => a.name === 'visit.offers')).toBe(false);
  });
});

describe('a step, its preview and its result', () => {
  const toPreview = async () => {
    await press(/Self-update refuses/);
    await press('Preview the change');
    await heading('Preview of the change');
  };

  it('shows 200 refused clients a page', async () => {
    await start();
    await examine();
    await press(/Self-update refuses/);
    await user.click(await screen.findByText('Who is refused (450)'));
    await press('Next 200');
    expect(await screen.findByText('201 to 400 of 450')).toBeTruthy();
  });

  it('will not preview without a choice of each kind', async () => {
    await start();
    await examine();
    await press(/Self-update refuses/);
    await user.click(await screen.findByRole('checkbox', { name: /192\.168\.20\.0/ }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Preview the change' }).disabled).toBe(true);
  });

  it('shows old and new value, who is admitted, and a button that says what it does', async () => {
    await start();
    await examine();
    await toPreview();
    // Both directories change alike: one card, one list, both named.
    expect(screen.getAllByText('No own setting (inherits from above)').length).toBe(1);
    expect(screen.getAllByText(/192\.168\.20\.0 \/ 255\.255\.255\.0/).length).toBe(1);
    expect(screen.getAllByText('added').length).toBe(1);
    const card = screen.getByRole('heading', { name: 'Address list of 2 directories' }).closest('li') as HTMLElement;
    expect(within(card).getByText('Selfupdate')).toBeTruthy();
    expect(within(card).getByText('ClientWebService')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add 192.168.20.0/24 to 2 directories' })).toBeTruthy();
  });

  it('shows by hand in both languages', async () => {
    await start();
    await examine();
    await toPreview();
    expect(screen.getByText('English console')).toBeTruthy();
    expect(screen.getAllByText(/ディレクトリ セキュリティ/).length).toBeGreaterThan(0);
  });

  it('applies, says what the second look found, and can undo', async () => {
    await start();
    await examine();
    await toPreview();
    await press(/^Add 192/);
    await heading('The change is made');
    expect(screen.getByText('Resolved')).toBeTruthy();
    await press('Undo');
    await heading('Preview of the undo');
    await press('Undo 2 changes');
    await heading('The change is undone');
    expect(useStore.getState().visit?.plans[0]?.operations.every((o) => o.undone)).toBe(true);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('turns committing buttons off while a change is made', async () => {
    const fake = await start();
    await examine();
    await toPreview();
    const release = fake.hold();
    await press(/^Add 192/);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Add 192/ }).disabled).toBe(true);
    await act(async () => release());
    await heading('The change is made');
  });

  it('stays on the preview and shows the fault when nothing was written', async () => {
    const fake = await start();
    await examine();
    await toPreview();
    fake.failNext('visit.apply', { code: 'changed-since-planned', facts: { subject: 'x' } });
    await press(/^Add 192/);
    expect((await screen.findByRole('alert')).textContent).toContain('nothing was written');
    await heading('Preview of the change');
  });
});

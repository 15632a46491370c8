// @vitest-environment jsdom
/** Script kits in the window: the button on the first page, and in place of a change where files were collected. */
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, press, pressExamine, start } from './helpers';

describe('a script kit', () => {
  it('to collect is written from the first page, and says where it lies and what to do with it', async () => {
    await start();
    await press(/^Script kit for another server/);
    expect(await screen.findByText('Written to E:\\wsus-wizard-kit.', { selector: 'p' })).toBeTruthy();
    expect(screen.getByText(/start collect\.cmd there/)).toBeTruthy();
  });

  it('to fix stands in place of the change over collected files, and carries the plan shown', async () => {
    const fake = await start({ kind: 'evidence' });
    await press(/^Collected files/);
    await heading(/^Examine/);
    await pressExamine();
    await heading('What was found');
    await press(/Self-update refuses/);
    await press('Preview the change');
    await heading('Preview of the change');
    expect(screen.queryByRole('button', { name: /^Allow/ })).toBeNull();
    await press('Write a fix kit');
    expect(await screen.findByText('Written to E:\\wsus-wizard-kit.', { selector: 'p' })).toBeTruthy();
    expect(screen.getByText(/Take it to SBS01/)).toBeTruthy();
    expect(fake.asked.filter((s) => s.name === 'kit.write-fixes').map((s) => s.input)).toEqual([{ visit: expect.any(String), plan: 'p-1' }]);
  });

  it('that could not be written says why', async () => {
    const fake = await start();
    fake.failNext('kit.write', { code: 'input-kit-exists', facts: { folder: 'E:\\x', file: 'agent.js' } });
    await press(/^Script kit for another server/);
    expect((await screen.findByRole('alert')).textContent).toContain('nothing is written over');
  });

  it('is not offered in a classroom, which has no dialog', async () => {
    await start({ face: 'classroom' });
    await heading('What do you want to examine?');
    expect(screen.queryByText('Script kit for another server')).toBeNull();
  });
});

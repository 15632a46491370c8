// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { take, useStore } from '../../renderer/store';
import { examine, heading, practise, press, reload, start, user } from './helpers';

const noViolations = async () => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
};

describe('the frame of every page', () => {
  it('moves the focus to the heading of each page', async () => {
    // The page stands a moment before its effects have run.
    const focused = async (name: string | RegExp) => {
      const at = await heading(name);
      await waitFor(() => expect(document.activeElement).toBe(at));
    };
    await start();
    await focused('What do you want to examine?');
    await practise();
    await focused(/^Examine/);
    await press('History');
    await focused('Visit history');
  });

  it('switches the language of everything at any time, and keeps it', async () => {
    await start();
    await examine();
    await user.selectOptions(screen.getByLabelText('Language'), 'ja');
    await heading('診断結果');
    expect(document.documentElement.lang).toBe('ja');
    expect(screen.getByText('問題 1 件、警告 1 件、未確認 1 件、参考情報 1 件です。')).toBeTruthy();
    expect(screen.getByText('シミュレーションです。実在のサーバーではありません')).toBeTruthy();
    expect(screen.queryByText('Look again')).toBeNull();
    expect(window.localStorage.getItem('lang')).toBe('ja');
  });

  it('sets the theme on the document', async () => {
    await start();
    await user.selectOptions(screen.getByLabelText('Theme'), 'dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    await user.selectOptions(screen.getByLabelText('Theme'), 'system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('wears the practice strip in a practice visit and only there', async () => {
    await start();
    expect(screen.queryByText('Practice', { selector: 'strong' })).toBeNull();
    await practise();
    expect(screen.getByText('Practice', { selector: 'strong' })).toBeTruthy();
    await press('History');
    expect(screen.getByText('Practice', { selector: 'strong' })).toBeTruthy();
    await press('Close visit');
    expect(screen.queryByText('Practice', { selector: 'strong' })).toBeNull();
  });

  it('has no practice strip over collected files', async () => {
    await start({ kind: 'evidence' });
    await press(/^Collected files/);
    await heading(/^Examine/);
    expect(screen.queryByText('Practice', { selector: 'strong' })).toBeNull();
  });

  it('shows a fault with what helps, and lets it be dismissed', async () => {
    const fake = await start();
    fake.failNext('folder.choose', { code: 'input-nothing-readable', facts: {} });
    await press(/^Collected files/);
    await screen.findByRole('alert');
    await press('Dismiss this message');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows a fault, not a blank page, when the shell is gone', async () => {
    const fake = await start();
    (fake.bridge as { 'folder.choose': unknown })['folder.choose'] = () => Promise.reject(new Error('gone'));
    await press(/^Collected files/);
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('asks for the entries it missed', async () => {
    const fake = await start();
    await practise();
    const { visit } = useStore.getState();
    expect(take([{ kind: 'told', n: 9, at: '2026-11-24T05:00:00Z', told: { clients: [], subnets: [] } }])).toBe(false);
    expect(useStore.getState().visit).toBe(visit);
    fake.push({ kind: 'told', told: { clients: [], subnets: ['10.0.0.0/8'] } });
    await waitFor(() => expect(useStore.getState().visit?.told.subnets).toEqual(['10.0.0.0/8']));
  });

  it('goes back to the open visit after a reload', async () => {
    const fake = await start();
    await examine();
    await reload(fake);
    await heading('What was found');
    expect(screen.getByText(/Look again before changing anything/)).toBeTruthy();
  });

  it('has no accessibility fault that a machine can find', { timeout: 30000 }, async () => {
    await start();
    await noViolations();
    await examine();
    await noViolations();
    await press(/Self-update refuses/);
    await screen.findByText('Who is refused (450)');
    await noViolations();
    await press('Preview the change');
    await heading('Preview of the change');
    await noViolations();
    await press(/^Add 192/);
    await heading('The change is made');
    await noViolations();
    await press('History');
    await heading('Visit history');
    await noViolations();
  });
});

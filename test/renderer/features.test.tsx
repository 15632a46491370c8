// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { partsOfLine } from '../../renderer/components/hand-line';
import type { Finding } from '../../shared/diagnose';
import type { FixOffer } from '../../shared/ipc';
import * as data from './fake-data';
import { examine, heading, practise, press, start, user } from './helpers';

const main = () => within(screen.getByRole('main'));
const finding = (check: string, facts: Finding['facts'], severity: Finding['severity'] = 'problem'): Finding => ({
  id: check,
  check,
  verdict: 'fail',
  severity,
  facts,
});
const everyone: FixOffer = {
  fix: 'grant-everyone',
  byHand: [],
  warnings: [{ id: 'exposure-not-known', facts: {} }],
  choices: [{ name: 'vroots', values: data.nodes.map((value) => ({ value })), default: data.nodes, several: true, open: false }],
};
const toStep = () => press(/Self-update refuses/);

describe('the practice strip', () => {
  it('lets the server’s time pass, looks again, and stays on the page', async () => {
    const fake = await start();
    await examine();
    await press('History');
    await press('Let 10 minutes pass');
    await heading('Visit history');
    expect(fake.asked.filter((a) => a.name === 'visit.pass-time').map((a) => a.input)).toEqual([{ visit: 'v-1', minutes: 10 }]);
    expect(fake.asked.filter((a) => a.name === 'visit.look')).toHaveLength(2);
  });

  it('shows the server’s own clock', async () => {
    await start();
    await practise();
    await press('Let 10 minutes pass');
    expect(await screen.findByText(/^Server’s clock: 2 Mar 2009/, { selector: '.practice-clock' })).toBeTruthy();
  });

  it('starts over with the same scenario as a new visit', async () => {
    const fake = await start();
    await examine();
    await press('Start over');
    await heading(/^Examine/);
    expect(fake.asked.filter((a) => a.name === 'visit.close')).toHaveLength(1);
    expect(fake.asked.filter((a) => a.name === 'visit.open').map((a) => a.input)).toEqual([
      { target: { kind: 'simulated', scenario: 'added-subnet' } },
      { target: { kind: 'simulated', scenario: 'added-subnet' } },
    ]);
  });
});

describe('the wide way', () => {
  it('is folded away with its warning, and is never the filled button, even alone', async () => {
    await start({ offers: [everyone] });
    await examine();
    await toStep();
    const name = await screen.findByText('Allow all computers (as the release note says)');
    expect(name.closest('details')?.open).toBe(false);
    expect(screen.getByText(/is not known\. Allow only the networks/)).toBeTruthy();
    expect(document.querySelector('.offer .accent')).toBeNull();
  });

  it('asks for the server’s name and says "anyway" where it may be seen from outside', async () => {
    const plan = { ...data.plan, fix: 'grant-everyone', needs: ['typed-name' as const], warnings: everyone.warnings as typeof data.plan.warnings };
    const fake = await start({ offers: [everyone], plan });
    await examine();
    await toStep();
    await user.click(await screen.findByText('Allow all computers (as the release note says)'));
    await press('Preview the change');
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Allow all anyway' });
    expect(button.disabled).toBe(true);
    expect(button.className).not.toContain('accent');
    const field = screen.getByLabelText('To go on, type the server’s name: SBS2003');
    await user.type(field, 'SBS');
    expect(button.disabled).toBe(true);
    await user.type(field, '2003');
    await user.click(button);
    await heading('The change is made');
    expect(fake.asked.find((a) => a.name === 'visit.apply')?.input).toMatchObject({ confirm: 'SBS2003' });
  });
});

describe('choices', () => {
  it('take a subnet that is typed, also in full width', async () => {
    const fake = await start();
    await examine();
    await toStep();
    await user.type(await screen.findByLabelText('Another subnet or address'), '１０．１．０．０／１６{Enter}');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '10.1.0.0/16' }).checked).toBe(true);
    await press('Preview the change');
    await heading('Preview of the change');
    expect(fake.asked.find((a) => a.name === 'visit.plan')?.input).toMatchObject({ choices: { subnets: ['192.168.20.0/24', '10.1.0.0/16'] } });
  });

  it('show 200 of 10,000 clients at a time, and take all or none', async () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `PC${i + 1}`);
    const clients = { name: 'clients', values: names.map((value) => ({ value })), default: names, several: true, open: false };
    const fake = await start({ offers: [{ fix: 'renew-client-authorization', byHand: [], warnings: [], choices: [clients] }] });
    await examine();
    await toStep();
    expect(await screen.findByText('10,000 of 10,000 chosen')).toBeTruthy();
    const offer = document.querySelector('.offer') as HTMLElement;
    const boxes = () => [...offer.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes()).toHaveLength(200);
    await user.click(within(offer).getByText('None'));
    await user.click(boxes()[2] as HTMLElement);
    await user.click(within(offer).getByText('Next 200'));
    expect(boxes()[0]?.closest('label')?.textContent).toBe('PC201');
    await user.click(within(offer).getByText('Preview the change'));
    await heading('Preview of the change');
    expect(fake.asked.find((a) => a.name === 'visit.plan')?.input).toMatchObject({ choices: { clients: ['PC3'] } });
  });
});

describe('what could not be checked for one reason', () => {
  const waiting = (check: string): Finding => ({ ...finding(check, {}), verdict: 'unknown', because: { blockedBy: 'web-publishing-stopped' } });
  const findings = [
    finding('web-publishing-stopped', { service: 'W3SVC', state: 'stopped', startMode: 'automatic', stoppedToo: [] }),
    waiting('selfupdate-refuses-clients'),
    waiting('client-web-service-refuses-clients'),
    waiting('localhost-refused'),
  ];

  it('is one row that opens, on the page and in the rail', async () => {
    await start({ findings });
    await examine();
    const list = screen.getByRole('list', { name: 'Steps, causes first' });
    const group = within(list).getByText('Not checked (3)').closest('details') as HTMLDetailsElement;
    expect(group.open).toBe(false);
    expect(within(group).getByText(/^Checked after .The web server is stopped/)).toBeTruthy();
    expect(within(screen.getByRole('navigation')).getByText('Not checked (3)').closest('details')?.open).toBe(false);
    await user.click(within(list).getByText('Not checked (3)'));
    await user.click(within(group).getByRole('button', { name: /self-update refuses clients/ }));
    await heading(/^Whether self-update refuses clients/);
    expect(within(screen.getByRole('navigation')).getByText('Not checked (3)').closest('details')?.open).toBe(true);
  });
});

describe('facts of a finding', () => {
  it('list the PCs that share an ID', async () => {
    await start({ findings: [finding('client-id-duplicated', { ids: [{ id: 'abc-1', clients: 30, names: ['PC1', 'PC2'] }], clients: 30, examined: 40 })] });
    await examine();
    await press(/30 clients share an ID/);
    const row = (await screen.findByText('abc-1', { selector: 'code' })).closest('tr') as HTMLElement;
    expect(row.textContent).toContain('PC2');
    expect(row.textContent).toContain('28 more');
  });

  it('show a download as a bar with its numbers in words', async () => {
    const facts = { done: 3 * 2 ** 30, total: 4 * 2 ** 30, rate: 2 ** 20, finishAt: '2026-11-24T05:20:00Z', free: 2 ** 34 };
    await start({ findings: [finding('content-still-downloading', facts, 'wait')] });
    await examine();
    await press(/files still downloading/);
    const bar = await screen.findByRole('progressbar', { name: '3.0 GB of 4.0 GB downloaded (75 %)' });
    expect(bar.getAttribute('value')).toBe(String(facts.done));
    expect(screen.getByText('1.0 MB a second')).toBeTruthy();
  });

  it('claim no end of a download of nothing', async () => {
    await start({ findings: [finding('content-still-downloading', { done: 0, total: 0 }, 'wait')] });
    await examine();
    await press(/files still downloading/);
    await heading(/files still downloading/);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});

describe('a result that takes time', () => {
  it('says when to look again, and looks again from there', async () => {
    const fake = await start({ pendingUntil: '2026-11-24T05:40:00Z' });
    await examine();
    await toStep();
    await press('Preview the change');
    await press(/^Add 192/);
    await heading('The change is made');
    expect(screen.getByText(/^The effect shows from 24 Nov 2026/)).toBeTruthy();
    await user.click(main().getByRole('button', { name: 'Look again' }));
    await heading('The change is made');
    expect(fake.asked.filter((a) => a.name === 'visit.look')).toHaveLength(2);
  });
});

describe('a line by hand', () => {
  it('is taken apart into places and sentences, and loses nothing', () => {
    const text = 'IIS Manager > (server) > [Sites] > [Edit]. [Denied access] stays selected: [Add] > 192.168.20.0 > [OK]. Do the same for Content.';
    expect(partsOfLine(text)).toEqual([
      ['IIS Manager', '(server)', '[Sites]', '[Edit].'],
      ['[Denied access] stays selected: [Add]', '192.168.20.0', '[OK].'],
      'Do the same for Content.',
    ]);
    expect(partsOfLine('[追加] > [OK]。次も同じです。')).toEqual([['[追加]', '[OK]。'], '次も同じです。']);
  });
});

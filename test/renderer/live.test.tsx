// @vitest-environment jsdom
/** Real servers on the pages: the choices that lead to main's own dialog, more rights, the connection, the seats. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/diagnose';
import { rungs } from '../../shared/rungs';
import { heading, press, pressExamine, start, user } from './helpers';

const named = { id: 'address-0001', name: 'http://sbs01:8530' };
type Probes = NonNullable<NonNullable<Parameters<typeof start>[0]>['probes']>;
const denied: Probes = [
  { id: 'product', outcome: 'ok', ms: 1 },
  { id: 'services', outcome: 'denied', ms: 1, fault: { code: 'denied-access', facts: {} } },
];
const lostAt = (code: 'unreachable-port-135' | 'denied-dcom'): Probes => [
  { id: 'product', outcome: 'failed', ms: 1, fault: { code, facts: { host: 'sbs01' } } },
  { id: 'services', outcome: 'failed', ms: 1, fault: { code, facts: { host: 'sbs01' } } },
];
const main = () => within(screen.getByRole('main'));
/** Opens the Windows server that main's dialog names, and looks. */
async function examineWindows(options: Parameters<typeof start>[0], name = 'windows') {
  const fake = await start({ kind: 'windows', ...options, info: { platform: 'win32', ...options?.info }, named: { id: 'address-0001', name } });
  await press(/^A Windows server/);
  await heading(/^Examine/);
  await pressExamine();
  await heading('What was found');
  return fake;
}

describe('the choice of a real server', () => {
  it('sends a kind, and opens what main’s dialog named by its id', async () => {
    const fake = await start({ kind: 'network', named });
    await press(/^A server’s address/);
    await heading(/^Examine/);
    const sent = fake.asked.filter((a) => a.name === 'address.ask' || a.name === 'visit.open');
    expect(sent).toEqual([
      { name: 'address.ask', input: { kind: 'network' } },
      { name: 'visit.open', input: { target: { kind: 'network', address: named.id } } },
    ]);
  });
  it('opens nothing where the dialog was closed', async () => {
    const fake = await start();
    await press(/^A server’s address/);
    await heading('What do you want to examine?');
    expect(fake.asked.some((a) => a.name === 'visit.open')).toBe(false);
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('is not offered in a weakened shell, in the classroom, or a Windows server outside Windows; each time with the reason', async () => {
    for (const [info, words] of [
      [{ restricted: true, platform: 'win32' }, /Real servers are not offered: the wizard was started in a way/],
      [{ face: 'classroom', platform: 'win32' }, /not offered in the classroom/],
    ] as const) {
      await start({ info });
      expect(await screen.findByText(words)).toBeTruthy();
      expect(screen.queryByRole('button', { name: /^A server’s address|^A Windows server/ })).toBeNull();
    }
    await start({ info: { platform: 'linux' } });
    expect(await screen.findByRole('button', { name: /^A server’s address/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^A Windows server/ })).toBeNull();
    expect(screen.getByText(/only when the wizard runs on Windows/)).toBeTruthy();
  });
  it('tells main the language and theme of the page, for its dialogs', async () => {
    const fake = await start();
    await user.selectOptions(await screen.findByLabelText('Language'), 'ja');
    await user.selectOptions(await screen.findByLabelText('テーマ'), 'dark');
    const told = fake.asked.filter((a) => a.name === 'app.manner').map((a) => a.input);
    expect(told).toEqual([
      { lang: 'en', theme: 'system' },
      { lang: 'ja', theme: 'system' },
      { lang: 'ja', theme: 'dark' },
    ]);
  });
  it('says nothing where a visit was not opened again because its dialog was closed', async () => {
    const fake = await start();
    fake.failNext('visit.reopen', { code: 'cancelled-by-user', facts: {} });
    await user.click((await screen.findAllByRole('button', { name: /^Open / }))[0] as HTMLElement);
    await heading('What do you want to examine?');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the computers of Active Directory', () => {
  it('are asked where that was ticked on a Windows server, and are offered nowhere else', async () => {
    const fake = await start({ kind: 'windows', info: { platform: 'win32' }, named: { id: 'address-0001', name: 'windows' } });
    await press(/^A Windows server/);
    await heading(/^Examine/);
    await user.click(screen.getByLabelText(/computers in Active Directory/));
    await pressExamine();
    await heading('What was found');
    expect(fake.asked.filter((a) => a.name === 'visit.tell').map((a) => a.input)).toEqual([
      { visit: 'v-1', told: { clients: [], subnets: [], directory: true } },
    ]);
    await start({ kind: 'network', named });
    await press(/^A server’s address/);
    await heading(/^Examine/);
    expect(screen.queryByLabelText(/Active Directory/)).toBeNull();
  });
});

describe('more rights on this computer', () => {
  it('are offered with the shield where questions were refused, and asked for once', async () => {
    const fake = await examineWindows({ probes: denied, info: { elevation: 'offered' } });
    const button = main().getByRole('button', { name: 'Examine with administrator rights' });
    expect(button.querySelector('.icon-shield')).not.toBeNull();
    await user.click(button);
    await heading('What was found');
    expect(fake.asked.filter((a) => a.name === 'visit.look').map((a) => a.input)).toEqual([{ visit: 'v-1' }, { visit: 'v-1', elevated: true }]);
  });
  it('stay as they were on a no, which is no error', async () => {
    const fake = await examineWindows({ probes: denied, info: { elevation: 'offered' } });
    fake.failNext('visit.look', { code: 'denied-elevation', facts: {} });
    await user.click(main().getByRole('button', { name: 'Examine with administrator rights' }));
    expect((await screen.findByRole('alert')).className).toContain('tone-note');
    await heading('What was found');
    expect(main().getByRole('button', { name: 'Examine with administrator rights' })).toBeTruthy();
  });
  it('are not offered from a copy, which says so and names the kit', async () => {
    await examineWindows({ probes: denied, info: { elevation: 'copy' } });
    expect(main().queryByRole('button', { name: /administrator rights/ })).toBeNull();
    expect(main().getByText(/does not ask for administrator rights.*script kit/)).toBeTruthy();
  });
  it('are not offered where nothing was refused', async () => {
    await examineWindows({ probes: [{ id: 'product', outcome: 'ok', ms: 1 }], info: { elevation: 'offered' } });
    expect(main().queryByRole('button', { name: /administrator rights/ })).toBeNull();
  });
});

describe('the way to another computer', () => {
  it('shows the rung that failed, what to do on which machine, and the kit', async () => {
    for (const [code, rung, words] of [
      ['unreachable-port-135', 1, /TCP 135/],
      ['denied-dcom', 4, /DCOM refused/],
    ] as const) {
      await examineWindows({ probes: lostAt(code), info: { elevation: 'offered' } }, 'windows:sbs01');
      const list = main().getAllByText('Failed here')[0]?.closest('ol');
      const rows = within(list as HTMLElement).getAllByRole('listitem');
      expect(rows).toHaveLength(rungs.length);
      expect(rows.map((r) => /Failed here/.test(r.textContent ?? ''))).toEqual(rungs.map((_, i) => i === rung));
      expect(rows.map((r) => /Held/.test(r.textContent ?? ''))).toEqual(rungs.map((_, i) => i < rung));
      expect(main().getAllByText(words).length).toBeGreaterThan(0);
      expect(main().getByText(/run the script kit on the server itself/)).toBeTruthy();
      expect(main().queryByRole('button', { name: /administrator rights/ })).toBeNull();
    }
  });
  it('takes a forgotten password again, in main’s dialog, and looks again', async () => {
    const probes: Probes = [{ id: 'product', outcome: 'denied', ms: 1, fault: { code: 'denied-password-forgotten', facts: {} } }];
    const fake = await examineWindows({ probes }, 'windows:sbs01');
    await user.click(main().getByRole('button', { name: /^Type the password again/ }));
    await heading('What was found');
    expect(fake.asked.map((a) => a.name).filter((n) => n === 'address.password' || n === 'visit.look')).toEqual([
      'visit.look',
      'address.password',
      'visit.look',
    ]);
    expect(fake.asked.find((a) => a.name === 'address.password')?.input).toEqual({ visit: 'v-1' });
  });
});

describe('a finding where the seats disagree', () => {
  const finding: Finding = {
    id: 'self-update-unreachable',
    check: 'self-update-unreachable',
    verdict: 'fail',
    severity: 'problem',
    facts: {
      url: 'http://sbs01/selfupdate/wuident.cab',
      host: 'sbs01',
      status: 403,
      seats: [
        { seat: 'here', where: '192.168.20.5', how: 'seen', admitted: false },
        { seat: 'server', where: '127.0.0.1', how: 'seen', admitted: true },
        { seat: 'subnet', where: '192.168.16.0/24', how: 'computed', admitted: null },
      ],
    },
  };
  it('shows them side by side, and says in short what that means', async () => {
    await start({ kind: 'network', named, findings: [finding] });
    await press(/^A server’s address/);
    await pressExamine();
    await press(/^Start with step 1/);
    const table = await screen.findByRole('table', { name: 'The same address from each seat' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(
      rows.map((r) =>
        within(r)
          .getAllByRole('cell')
          .map((c) => c.textContent?.trim()),
      ),
    ).toEqual([
      ['This PC 192.168.20.5', expect.stringContaining('Does not'), 'Asked'],
      ['The server itself 127.0.0.1', expect.stringContaining('Gets through'), 'Asked'],
      ['Clients in 192.168.16.0/24', expect.stringContaining('Not told'), 'Computed from the lists'],
    ]);
    expect(screen.getByText(/The server reaches itself; this PC does not\./)).toBeTruthy();
  });
});

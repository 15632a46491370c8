// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ClientTimeline } from '../../renderer/components/client-timeline';
import { localTime, writtenTime } from '../../renderer/components/log-time';
import { LogsRead } from '../../renderer/components/logs-read';
import { drawingOf, RefusalsOverTime } from '../../renderer/components/refusals-over-time';
import { RefusalsTable } from '../../renderer/components/refusals-table';
import type { Api } from '../../shared/ipc';

afterEach(cleanup);

const day = (subnet: string, date: string, count: number) => ({ subnet, day: date, count });

describe('refusals over time', () => {
  it('puts days of one subnet in a row, quiet days as gaps, the busiest subnet first', () => {
    const drawing = drawingOf([day('a', '2026-03-03', 2), day('b', '2026-03-04', 9), day('a', '2026-03-06', 3)]);
    expect(drawing).toMatchObject({ from: '2026-03-03', to: '2026-03-06', width: 1, most: 9 });
    expect(drawing?.rows).toEqual([
      { subnet: 'b', total: 9, bars: [0, 9, 0, 0] },
      { subnet: 'a', total: 5, bars: [2, 0, 0, 3] },
    ]);
  });

  it('takes several days together where a year would not fit, and loses none', () => {
    const days = Array.from({ length: 365 }, (_, i) => day('a', new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10), 1));
    const drawing = drawingOf(days);
    expect(drawing?.width).toBe(7);
    expect(drawing?.rows[0]?.bars.length).toBeLessThanOrEqual(60);
    expect(drawing?.rows[0]?.total).toBe(365);
  });

  it('says in words what the bars show, and draws nothing without a day', () => {
    const { container, rerender } = render(<RefusalsOverTime days={[day('192.168.20.0/24', '2026-03-03', 14)]} />);
    const name = screen.getByRole('img').getAttribute('aria-label') ?? '';
    expect(name).toContain('192.168.20.0/24');
    expect(name).toContain('14');
    expect(screen.getByText(name)).toBeTruthy();
    rerender(<RefusalsOverTime days={[]} />);
    expect(container.textContent).toBe('');
  });
});

const logsPage: Api['visit.logs']['out'] = {
  total: 450,
  from: 200,
  clients: [
    { address: '192.168.20.101', count: 12_345, first: '2026-03-03T08:15:30Z', last: null, paths: ['/selfupdate/wuident.cab'], refusedNow: true },
    { address: '192.168.20.102', count: 1, first: null, last: null, paths: [], refusedNow: null },
  ],
  days: [],
  files: [],
};

describe('who the logs say was refused', () => {
  it('shows how often, when in local time with its zone, and whether it still is', () => {
    render(<RefusalsTable page={logsPage} onFrom={() => {}} />);
    const [, first, second] = screen.getAllByRole('row');
    const cells = within(first as HTMLElement)
      .getAllByRole('cell')
      .map((c) => c.textContent);
    expect(cells.slice(0, 2)).toEqual(['192.168.20.101', '12,345']);
    expect(cells[2]).toBe(localTime('2026-03-03T08:15:30Z', 'en'));
    expect(cells[2]).toMatch(/(UTC|GMT|[A-Z]{2,5})/);
    expect(cells[3]).toBe('?');
    const last = (row: HTMLElement | undefined) =>
      within(row as HTMLElement)
        .getAllByRole('cell')
        .at(-1)?.textContent;
    expect(last(first)).not.toBe(last(second));
  });

  it('turns pages of 200', async () => {
    const asked: number[] = [];
    render(<RefusalsTable page={logsPage} onFrom={(from) => asked.push(from)} />);
    for (const button of screen.getAllByRole('button')) await userEvent.setup().click(button);
    expect(asked.sort((a, b) => a - b)).toEqual([0, 400]);
  });

  it('names what was left out of a file', () => {
    render(
      <LogsRead
        files={[
          {
            file: 'ex260303.log',
            rows: 5,
            bytes: 9,
            from: null,
            to: null,
            warnings: [
              { id: 'no-sub-status', count: 1 },
              { id: 'never-heard-of', count: 1 },
            ],
          },
        ]}
      />,
    );
    const notes = [...screen.getByRole('listitem').querySelectorAll('p')].map((p) => p.textContent);
    expect(notes).toHaveLength(2);
    expect(notes[0]).not.toBe('no-sub-status');
    expect(notes[1]).toBe('never-heard-of');
  });
});

const client = (over: Partial<NonNullable<Api['visit.client-log']['out']['client']>> = {}) => ({
  name: 'PC21',
  agent: '7.2.6001.788',
  server: 'http://sbs01:8530',
  statusServer: null,
  susClientId: null,
  zone: '+09:00',
  from: null,
  to: null,
  codes: [{ code: '0x80244018', count: 3, first: null, last: '2026-03-03T08:15:32.100' }],
  ...over,
});
const timeline = (over: Partial<Api['visit.client-log']['out']> = {}): Api['visit.client-log']['out'] => ({
  names: ['PC21', 'PC22'],
  client: client(),
  total: 1,
  from: 0,
  events: [{ at: '2026-03-03T08:15:32.100', kind: 'self-update-refused', code: '0x80244018', text: 'IsUpdateRequired failed with error 0x80244018' }],
  ...over,
});

describe('the log of one client', () => {
  it('names its server, and each code with its symbol and meaning', () => {
    render(<ClientTimeline page={timeline()} chosen={0} onClient={() => {}} onFrom={() => {}} />);
    expect(screen.getByText('http://sbs01:8530')).toBeTruthy();
    expect(screen.getByText('WU_E_PT_HTTP_STATUS_FORBIDDEN')).toBeTruthy();
    expect(screen.getByText(/UTC\+09:00/)).toBeTruthy();
    // Once for the code, once for the event: the client's own time, as it wrote it.
    expect(screen.getAllByText(writtenTime('2026-03-03T08:15:32.100'))).toHaveLength(2);
  });

  it('lets another client be chosen, and offers no choice where there is one', async () => {
    const chosen: number[] = [];
    const { rerender } = render(<ClientTimeline page={timeline()} chosen={0} onClient={(n) => chosen.push(n)} onFrom={() => {}} />);
    await userEvent.setup().selectOptions(screen.getByRole('combobox'), 'PC22');
    expect(chosen).toEqual([1]);
    rerender(<ClientTimeline page={timeline({ names: ['PC21'] })} chosen={0} onClient={() => {}} onFrom={() => {}} />);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('says that it names no server, and shows no table of codes without codes', () => {
    render(<ClientTimeline page={timeline({ client: client({ server: null, codes: [] }) })} chosen={0} onClient={() => {}} onFrom={() => {}} />);
    expect(screen.queryAllByRole('columnheader')).toEqual([]);
    expect(screen.queryByText('http://sbs01:8530')).toBeNull();
  });
});

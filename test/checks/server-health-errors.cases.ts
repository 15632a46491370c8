import type { Case } from '../helpers/check-cases';
import { failed, ok } from '../helpers/small';

const event = (id: number, level: string, last: string | null, message = 'x') => ({
  source: 'Windows Server Update Services',
  id,
  level,
  count: 2,
  first: last,
  last,
  message,
});
const well = (last: string) => event(10000, 'information', last);
const of = (events: readonly unknown[], unread = 0) => ({ 'server-events': ok({ events, rows: events.length, unread }) });
const [early, late] = ['2026-11-17T06:00:00.000Z', '2026-11-18T06:00:00.000Z'];

export const cases: readonly Case[] = [
  { name: 'all is well', answers: of([well(late)]), want: { verdict: 'pass' } },
  { name: 'an error, and all is well since', answers: of([event(12022, 'error', early), well(late)]), want: { verdict: 'pass' } },
  { name: 'only warnings', answers: of([event(10041, 'warning', late), well(early)]), want: { verdict: 'pass' } },
  {
    name: 'files and synchronisation have checks of their own',
    answers: of([event(364, 'error', late), event(386, 'error', late), event(10022, 'error', late)]),
    want: { verdict: 'pass' },
  },
  {
    name: 'an error after all was well',
    answers: of([well(early), event(12022, 'error', late, 'The Client Web Service is not working.')]),
    want: {
      verdict: 'fail',
      severity: 'warning',
      facts: { wellAt: early, events: [{ id: 12022, count: 2, last: late, message: 'The Client Web Service is not working.' }] },
    },
  },
  { name: 'an error, and never a word that all is well', answers: of([event(10012, 'error', early)]), want: { verdict: 'fail', facts: { wellAt: null } } },
  { name: 'an error whose time is not known', answers: of([event(10012, 'error', null), well(late)]), want: { verdict: 'fail' } },
  { name: 'events that could not be read', answers: of([well(late)], 3), want: { verdict: 'unknown', facts: { reason: 'events-not-read', unread: 3 } } },
  { name: 'no events at all: its checks may be switched off', answers: of([]), want: { verdict: 'unknown', facts: { reason: 'no-events' } } },
  { name: 'the events could not be asked for', answers: { 'server-events': failed }, want: { verdict: 'unknown', facts: { probe: 'server-events' } } },
];

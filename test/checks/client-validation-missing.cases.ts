import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok } from '../helpers/small';

const id = '6f1d2c34-0b5e-4c0a-9d31-2e7a5b8c9d10';
const identity = (agent: string | null, susClientId: string | null, validation: string | null) =>
  ok({ system: '5.1.2600', agent, susClientId, validation, pingId: null, accountDomainSid: null, wuauserv: null });
const client = (name: string, given: unknown) => ({ name, named: true, addresses: [], identity: given });
const of = (...clients: readonly unknown[]) => ({ 'client-identities': ok({ clients, serverList: missing }) });
const whole = client('PC01', identity('7.1.6001.65', id, '0600'));
const without = client('PC02', identity('5.8.0.2694', id, null));
const old = client('PC03', identity('5.4.3790.2180', id, null));
const newOne = client('PC04', identity('5.4.3790.2180', null, null));
const ageless = client('PC05', identity(null, id, null));
const unread = client('PC06', denied);

export const cases: readonly Case[] = [
  { name: 'id and validation are there', answers: of(whole), want: { verdict: 'pass' } },
  { name: 'an old agent beside one that has both', answers: of(whole, old), want: { verdict: 'pass' } },
  { name: 'no id yet, so nothing to validate', answers: of(whole, newOne), want: { verdict: 'pass' } },
  { name: 'only clients without an id', answers: of(newOne), want: { verdict: 'pass' } },
  { name: 'validation is there and the age of the agent is not known', answers: of(client('PC07', identity(null, id, '0600'))), want: { verdict: 'pass' } },
  {
    name: 'an id without validation',
    answers: of(whole, without),
    want: { verdict: 'fail', severity: 'warning', facts: { clients: 1, examined: 2, names: ['PC02'] } },
  },
  { name: 'agent 5.8 is the first to write it', answers: of(client('PC08', identity('5.8', id, null))), want: { verdict: 'fail', facts: { names: ['PC08'] } } },
  {
    name: 'beside old agents, which are not counted',
    answers: of(without, old, client('PC09', identity('7.1.6001.65', id, null))),
    want: { verdict: 'fail', facts: { clients: 2, examined: 2, names: ['PC02', 'PC09'] } },
  },
  { name: 'beside one that could not be read: what is certain is told', answers: of(without, unread), want: { verdict: 'fail', facts: { clients: 1 } } },
  {
    name: 'agents too old to write it',
    answers: of(old, client('PC10', identity('5.7.9999', id, null))),
    want: { verdict: 'notApplicable', because: 'agents-too-old' },
  },
  { name: 'no client', answers: of(), want: { verdict: 'notApplicable', because: 'no-clients-known' } },
  {
    name: 'without validation, and the age of the agent is not known',
    answers: of(whole, ageless),
    want: { verdict: 'unknown', facts: { reason: 'agent-age-unknown', undecided: 1, clients: 0 } },
  },
  {
    name: 'one that could not be read',
    answers: of(whole, unread),
    want: { verdict: 'unknown', facts: { reason: 'clients-not-read', undecided: 1 } },
  },
  { name: 'an old agent and one that could not be read', answers: of(old, unread), want: { verdict: 'unknown', facts: { reason: 'clients-not-read' } } },
  { name: 'the clients could not be asked', answers: { 'client-identities': failed }, want: { verdict: 'unknown', facts: { probe: 'client-identities' } } },
];

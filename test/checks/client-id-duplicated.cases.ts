import type { Case } from '../helpers/check-cases';
import { denied, failed, missing, ok } from '../helpers/small';

const clone = '6f1d2c34-0b5e-4c0a-9d31-2e7a5b8c9d10';
const other = '22222222-2222-4222-8222-222222222222';
const client = (name: string, susClientId: string | null, named = true) => ({
  name,
  named,
  addresses: [],
  identity: ok({ system: null, agent: null, susClientId, validation: null, pingId: null, accountDomainSid: null, wuauserv: null }),
});
const unread = { name: 'PC99', named: true, addresses: [], identity: denied };
const of = (...clients: readonly unknown[]) => ({ 'client-identities': ok({ clients, serverList: missing }) });

export const cases: readonly Case[] = [
  { name: 'each its own', answers: of(client('PC01', clone), client('PC02', other)), want: { verdict: 'pass' } },
  { name: 'two without an id share nothing', answers: of(client('PC01', null), client('PC02', null)), want: { verdict: 'pass' } },
  { name: 'the same PC seen twice', answers: of(client('PC01', clone), client('PC01', clone)), want: { verdict: 'pass' } },
  {
    name: 'four of one image',
    answers: of(client('PC08', clone), client('PC05', clone), client('PC01', other), client('PC07', clone.toUpperCase()), client('PC06', clone)),
    want: {
      verdict: 'fail',
      severity: 'problem',
      facts: { clients: 4, examined: 5, ids: [{ id: clone, clients: 4, names: ['PC05', 'PC06', 'PC07', 'PC08'] }] },
    },
  },
  {
    name: 'two images',
    answers: of(client('PC01', clone), client('PC02', clone), client('PC03', other), client('PC04', other)),
    want: {
      verdict: 'fail',
      facts: {
        clients: 4,
        ids: [
          { id: clone, names: ['PC01', 'PC02'] },
          { id: other, names: ['PC03', 'PC04'] },
        ],
      },
    },
  },
  {
    name: 'two PCs and an export without a name',
    answers: of(client('PC01', clone), client('PC02', clone), client('export', clone, false)),
    want: { verdict: 'fail', facts: { clients: 3 } },
  },
  {
    name: 'beside one that could not be read: what is certain is told',
    answers: of(client('PC01', clone), client('PC02', clone), unread),
    want: { verdict: 'fail', facts: { clients: 2 } },
  },
  {
    name: 'two exports without a name may be one PC',
    answers: of(client('a.reg', clone, false), client('b.reg', clone, false)),
    want: { verdict: 'unknown', facts: { reason: 'one-or-several', undecided: 1, ids: [{ id: clone, clients: 2, names: ['a.reg', 'b.reg'] }] } },
  },
  {
    name: 'a PC and an export without a name may be one',
    answers: of(client('PC01', clone), client('b.reg', clone, false)),
    want: { verdict: 'unknown', facts: { reason: 'one-or-several' } },
  },
  {
    name: 'one that could not be read may be a clone',
    answers: of(client('PC01', clone), unread),
    want: { verdict: 'unknown', facts: { reason: 'clients-not-read', undecided: 1 } },
  },
  { name: 'no client', answers: of(), want: { verdict: 'notApplicable', because: 'no-clients-known' } },
  { name: 'the clients could not be asked', answers: { 'client-identities': failed }, want: { verdict: 'unknown', facts: { probe: 'client-identities' } } },
  {
    name: 'the clients are not in the evidence',
    answers: { 'client-identities': missing },
    want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } },
  },
];

import type { Case } from '../helpers/check-cases';
import { clientNamed, policiesOf, policyOf, unreadClient } from '../helpers/policies';
import { missing } from '../helpers/small';

const off = clientNamed('PC02', policyOf({ useWuServer: false }));

export const cases: readonly Case[] = [
  { name: 'told to use WSUS', answers: policiesOf(clientNamed('PC01')), want: { verdict: 'pass' } },
  {
    name: 'UseWUServer is 0',
    answers: policiesOf(clientNamed('PC01'), off),
    want: { verdict: 'fail', severity: 'problem', facts: { clients: 1, examined: 2, names: ['PC02'], withoutServer: 0 } },
  },
  {
    name: 'UseWUServer is not there',
    answers: policiesOf(clientNamed('PC03', policyOf({ useWuServer: null }))),
    want: { verdict: 'fail', facts: { names: ['PC03'] } },
  },
  {
    name: 'UseWUServer without an address',
    answers: policiesOf(clientNamed('PC04', policyOf({ wuServer: null, wuStatusServer: null }))),
    want: { verdict: 'fail', facts: { withoutServer: 1 } },
  },
  { name: 'beside one that could not be read', answers: policiesOf(off, unreadClient), want: { verdict: 'fail', facts: { clients: 1 } } },
  {
    name: 'one could not be read',
    answers: policiesOf(clientNamed('PC01'), unreadClient),
    want: { verdict: 'unknown', facts: { reason: 'clients-not-read' } },
  },
  { name: 'no client', answers: policiesOf(), want: { verdict: 'notApplicable', because: 'no-clients-known' } },
  { name: 'not in the evidence', answers: { 'client-policies': missing }, want: { verdict: 'unknown', facts: { probe: 'client-policies' } } },
];

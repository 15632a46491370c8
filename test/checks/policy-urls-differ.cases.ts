import type { Case } from '../helpers/check-cases';
import { clientNamed, policiesOf, policyOf, unreadClient } from '../helpers/policies';
import { failed } from '../helpers/small';

const apart = clientNamed('PC02', policyOf({ wuStatusServer: 'http://other:8530' }));

export const cases: readonly Case[] = [
  { name: 'both are the same', answers: policiesOf(clientNamed('PC01')), want: { verdict: 'pass' } },
  {
    name: 'case and a slash at the end are no difference',
    answers: policiesOf(clientNamed('PC01', policyOf({ wuServer: 'http://SRV:8530/' }))),
    want: { verdict: 'pass' },
  },
  { name: 'neither is set', answers: policiesOf(clientNamed('PC01', policyOf({ wuServer: null, wuStatusServer: null }))), want: { verdict: 'pass' } },
  {
    name: 'two servers',
    answers: policiesOf(clientNamed('PC01'), apart),
    want: { verdict: 'fail', severity: 'problem', facts: { clients: 1, examined: 2, names: ['PC02'], wuStatusServer: 'http://other:8530' } },
  },
  {
    name: 'only one of the two is set',
    answers: policiesOf(clientNamed('PC03', policyOf({ wuStatusServer: null }))),
    want: { verdict: 'fail', facts: { names: ['PC03'], wuStatusServer: null } },
  },
  { name: 'another port is another address', answers: policiesOf(clientNamed('PC03', policyOf({ wuStatusServer: 'http://srv' }))), want: { verdict: 'fail' } },
  { name: 'beside one that could not be read', answers: policiesOf(apart, unreadClient), want: { verdict: 'fail', facts: { clients: 1 } } },
  {
    name: 'one could not be read',
    answers: policiesOf(clientNamed('PC01'), unreadClient),
    want: { verdict: 'unknown', facts: { reason: 'clients-not-read', undecided: 1 } },
  },
  { name: 'no client', answers: policiesOf(), want: { verdict: 'notApplicable', because: 'no-clients-known' } },
  { name: 'the clients could not be asked', answers: { 'client-policies': failed }, want: { verdict: 'unknown', facts: { probe: 'client-policies' } } },
];

import type { Case } from '../helpers/check-cases';
import { clientNamed, policiesOf, policyOf, unreadClient } from '../helpers/policies';
import { failed } from '../helpers/small';

const text = clientNamed('PC02', policyOf({ useWuServer: null, ignored: [{ name: 'AU\\UseWUServer', type: 'REG_SZ' }] }));
const untold = clientNamed('PC03', policyOf({ ignored: undefined }));

export const cases: readonly Case[] = [
  { name: 'every value has its type', answers: policiesOf(clientNamed('PC01')), want: { verdict: 'pass' } },
  {
    name: 'UseWUServer is text',
    answers: policiesOf(clientNamed('PC01'), text),
    want: { verdict: 'fail', severity: 'problem', facts: { clients: 1, examined: 2, names: ['PC02'], values: ['AU\\UseWUServer (REG_SZ)'] } },
  },
  { name: 'beside one whose types are not told', answers: policiesOf(text, untold), want: { verdict: 'fail', facts: { clients: 1 } } },
  {
    name: 'types are not told',
    answers: policiesOf(clientNamed('PC01'), untold),
    want: { verdict: 'unknown', facts: { reason: 'policy-not-told', undecided: 1 } },
  },
  {
    name: 'one could not be read',
    answers: policiesOf(clientNamed('PC01'), unreadClient),
    want: { verdict: 'unknown', facts: { reason: 'clients-not-read' } },
  },
  { name: 'no client', answers: policiesOf(), want: { verdict: 'notApplicable', because: 'no-clients-known' } },
  { name: 'the clients could not be asked', answers: { 'client-policies': failed }, want: { verdict: 'unknown', facts: { probe: 'client-policies' } } },
];

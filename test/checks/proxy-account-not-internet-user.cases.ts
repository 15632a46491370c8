import type { Case } from '../helpers/check-cases';
import { noProxy, proxyOf } from '../helpers/policies';
import { denied, failed, ok } from '../helpers/small';

const of = (more: object) => ({ proxy: proxyOf(more) });

export const cases: readonly Case[] = [
  { name: 'a member', answers: of({}), want: { verdict: 'pass' } },
  {
    name: 'not a member',
    answers: of({ internetUser: ok(false) }),
    want: { verdict: 'fail', severity: 'problem', facts: { user: 'wsusproxy', domain: 'CONTOSO' } },
  },
  { name: 'no such group', answers: of({ internetUser: ok(null) }), want: { verdict: 'notApplicable', because: 'no-internet-users-group' } },
  { name: 'no account is offered', answers: of(noProxy), want: { verdict: 'notApplicable', because: 'no-proxy-account' } },
  { name: 'the group could not be read', answers: of({ internetUser: denied }), want: { verdict: 'unknown', fault: { code: 'denied-access' } } },
  { name: 'whether an account is offered is not told', answers: of({ anonymous: null }), want: { verdict: 'unknown', facts: { reason: 'proxy-not-told' } } },
  { name: 'WSUS does not answer', answers: { proxy: failed }, want: { verdict: 'unknown', facts: { probe: 'proxy' } } },
];

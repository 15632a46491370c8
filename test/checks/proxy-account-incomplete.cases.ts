import type { Case } from '../helpers/check-cases';
import { noProxy, proxyOf } from '../helpers/policies';
import { failed, services } from '../helpers/small';

const of = (more: object, given: unknown = services({ fwsrv: null })) => ({ proxy: proxyOf(more), services: given });
const isa = services({ fwsrv: 'running/automatic' });

export const cases: readonly Case[] = [
  { name: 'domain, name and password', answers: of({}), want: { verdict: 'pass' } },
  { name: 'the domain before the name', answers: of({ user: 'CONTOSO\\wsusproxy', domain: '' }), want: { verdict: 'pass' } },
  { name: 'the domain behind the name', answers: of({ user: 'wsusproxy@contoso.local', domain: null }), want: { verdict: 'pass' } },
  {
    name: 'no domain, with ISA on this server',
    answers: of({ domain: '' }, isa),
    want: { verdict: 'fail', severity: 'problem', facts: { lacks: ['domain'], proxy: 'proxy01', port: 8080, user: 'wsusproxy' } },
  },
  {
    name: 'no domain, and another kind of proxy may do without',
    answers: of({ domain: '' }),
    want: { verdict: 'fail', severity: 'warning', facts: { lacks: ['domain'] } },
  },
  { name: 'no domain, and the kind of proxy is not known', answers: of({ domain: '' }, failed), want: { verdict: 'fail', severity: 'warning' } },
  { name: 'no user', answers: of({ user: '' }), want: { verdict: 'fail', severity: 'problem', facts: { lacks: ['user'] } } },
  { name: 'no password', answers: of({ hasPassword: false }), want: { verdict: 'fail', severity: 'problem', facts: { lacks: ['password'] } } },
  { name: 'whether a password is kept is not told', answers: of({ hasPassword: null }), want: { verdict: 'unknown', facts: { reason: 'password-not-told' } } },
  { name: 'the user is not told', answers: of({ user: null }), want: { verdict: 'unknown', facts: { reason: 'proxy-not-told' } } },
  { name: 'whether an account is offered is not told', answers: of({ anonymous: null }), want: { verdict: 'unknown', facts: { reason: 'proxy-not-told' } } },
  { name: 'no proxy', answers: of(noProxy), want: { verdict: 'notApplicable', because: 'no-proxy-account' } },
  { name: 'a proxy without an account', answers: of({ anonymous: true }), want: { verdict: 'notApplicable', because: 'no-proxy-account' } },
  { name: 'WSUS does not answer', answers: { proxy: failed }, want: { verdict: 'unknown', facts: { probe: 'proxy' } } },
];

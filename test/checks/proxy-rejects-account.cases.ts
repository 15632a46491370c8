import type { Case } from '../helpers/check-cases';
import { noProxy, proxyOf, proxyWants, synchronized } from '../helpers/policies';
import { failed } from '../helpers/small';

const of = (proxy: object, synchronization: unknown) => ({ proxy: proxyOf(proxy), synchronization });

export const cases: readonly Case[] = [
  { name: 'the last synchronisation came through', answers: of({}, synchronized('succeeded')), want: { verdict: 'pass' } },
  {
    name: 'the proxy asks although the account is complete',
    answers: of({}, synchronized('failed', proxyWants)),
    want: { verdict: 'fail', severity: 'problem', facts: { user: 'wsusproxy', at: '2026-11-17T18:00:00.000Z' } },
  },
  {
    name: 'the account is not complete',
    answers: of({ domain: '' }, synchronized('failed', proxyWants)),
    want: { verdict: 'unknown', facts: { reason: 'account-incomplete' } },
  },
  {
    name: 'it failed without a word of the proxy',
    answers: of({}, synchronized('failed', 'no route')),
    want: { verdict: 'unknown', facts: { reason: 'no-word-of-the-proxy' } },
  },
  { name: 'no synchronisation was seen', answers: of({}, synchronized(null)), want: { verdict: 'unknown', facts: { reason: 'no-word-of-the-proxy' } } },
  {
    name: 'whether an account is offered is not told',
    answers: of({ use: null }, synchronized('succeeded')),
    want: { verdict: 'unknown', facts: { reason: 'proxy-not-told' } },
  },
  { name: 'no account is offered', answers: of(noProxy, synchronized('failed', proxyWants)), want: { verdict: 'notApplicable', because: 'no-proxy-account' } },
  { name: 'WSUS does not answer', answers: { proxy: proxyOf(), synchronization: failed }, want: { verdict: 'unknown', facts: { probe: 'synchronization' } } },
];

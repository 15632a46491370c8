import type { Case } from '../helpers/check-cases';
import { noProxy, proxyOf, proxyWants, synchronized } from '../helpers/policies';
import { failed, services } from '../helpers/small';

const isa = services({ fwsrv: 'running/automatic' });
const none = services({ fwsrv: null });
const without = (synchronization: unknown, of: unknown) => ({ proxy: proxyOf(noProxy), synchronization, services: of });

export const cases: readonly Case[] = [
  { name: 'a proxy is set', answers: { proxy: proxyOf() }, want: { verdict: 'pass' } },
  { name: 'none is set, and the last synchronisation came through', answers: without(synchronized('succeeded'), isa), want: { verdict: 'pass' } },
  {
    name: 'used, and its name is empty',
    answers: { proxy: proxyOf({ name: '' }) },
    want: { verdict: 'fail', severity: 'problem', facts: { reason: 'no-name' } },
  },
  {
    name: 'none is set, and ISA stands in the way',
    answers: without(synchronized('failed', 'no route'), isa),
    want: { verdict: 'fail', facts: { reason: 'isa' } },
  },
  {
    name: 'none is set, and a proxy asked for an account',
    answers: without(synchronized('failed', proxyWants), none),
    want: { verdict: 'fail', facts: { reason: 'asked-for-account' } },
  },
  {
    name: 'none is set, and the synchronisation failed otherwise',
    answers: without(synchronized('failed', 'no route'), none),
    want: { verdict: 'unknown', facts: { reason: 'need-not-known' } },
  },
  { name: 'none is set, and nobody knows of a synchronisation', answers: without(synchronized(null), isa), want: { verdict: 'unknown' } },
  { name: 'none is set, and whether ISA is there is not known', answers: without(synchronized('failed', 'no route'), failed), want: { verdict: 'unknown' } },
  { name: 'not told whether one is used', answers: { proxy: proxyOf({ use: null }) }, want: { verdict: 'unknown', facts: { reason: 'proxy-not-told' } } },
  { name: 'used, and its name is not told', answers: { proxy: proxyOf({ name: null }) }, want: { verdict: 'unknown', facts: { reason: 'proxy-not-told' } } },
  { name: 'WSUS does not answer', answers: { proxy: failed }, want: { verdict: 'unknown', facts: { probe: 'proxy' } } },
];

import type { Case } from '../helpers/check-cases';
import { failed, product } from '../helpers/small';

export const cases: readonly Case[] = [
  {
    name: 'WSUS 3.0 SP1 is out of support since 2010',
    answers: { product: product('3.1.6001.65') },
    want: { verdict: 'fail', severity: 'note', facts: { generation: '3.0-sp1', version: '3.1.6001.65', supportEnded: '2010-10-12' } },
  },
  {
    name: 'WSUS 2.0 is out of support',
    answers: { product: product('2.0.0.2620') },
    want: { verdict: 'fail', severity: 'note', facts: { generation: '2.0' } },
  },
  {
    name: 'WSUS 3.0 SP2 is out of support',
    answers: { product: product('3.2.7600.226') },
    want: { verdict: 'fail', severity: 'note', facts: { generation: '3.0-sp2', supportEnded: '2020-01-14' } },
  },
  {
    name: 'Server 2012 R2 is out of support',
    answers: { product: product('6.3.9600.18324') },
    want: { verdict: 'fail', facts: { generation: '2012-r2', supportEnded: '2023-10-10' } },
  },
  { name: 'Server 2022 is supported', answers: { product: product('10.0.20348.2762') }, want: { verdict: 'pass' } },
  {
    name: 'Server 2022 is out of support on the day after its end',
    answers: { product: product('10.0.20348.2762') },
    now: '2031-10-15T00:00:00.000Z',
    want: { verdict: 'fail' },
  },
  { name: 'a version that is not known is not judged', answers: { product: product('9.9.1') }, want: { verdict: 'unknown', facts: { version: '9.9.1' } } },
  {
    name: 'without the WSUS version it is not known',
    answers: { product: product(null) },
    want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } },
  },
  { name: 'without the product it is not known', answers: { product: failed }, want: { verdict: 'unknown' } },
];

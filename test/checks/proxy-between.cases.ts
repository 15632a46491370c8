import type { Case } from '../helpers/check-cases';
import { came, endpoints, lost } from '../helpers/seat-answers';
import { missing } from '../helpers/small';

const proxies = [{ name: 'http_proxy', proxy: 'http://proxy:8080' }];

export const cases: readonly Case[] = [
  { name: 'nothing in between', answers: { endpoints: endpoints([{ port: 80 }]) }, want: { verdict: 'pass' } },
  {
    name: '407',
    answers: { endpoints: endpoints([{ port: 80, all: came({ status: 407 }) }]) },
    want: { verdict: 'fail', severity: 'warning', facts: { status: 407, windowsUpdateCode: '0x8024401B', how: 'answers' } },
  },
  {
    name: 'a sign-in page',
    answers: { endpoints: endpoints([{ port: 80, get: { wuident: came({ status: 200, page: 'sign-in', cab: false }) } }]) },
    want: { verdict: 'fail', severity: 'warning', facts: { page: 'sign-in' } },
  },
  {
    name: 'a proxy that names itself',
    answers: { endpoints: endpoints([{ port: 80, get: { wuident: came({ status: 206, cab: true, via: '1.1 isa01' }) } }]) },
    want: { verdict: 'fail', severity: 'note', facts: { via: '1.1 isa01', how: 'via' } },
  },
  {
    name: 'one set on this computer was by-passed, and is told',
    answers: { endpoints: endpoints([{ port: 80 }], { proxies }) },
    want: { verdict: 'fail', severity: 'note', facts: { how: 'by-passed', proxies } },
  },
  {
    name: 'one that was used by choice is told',
    answers: { endpoints: endpoints([{ port: 80 }], { proxies, through: 'http_proxy' }) },
    want: { verdict: 'fail', severity: 'note', facts: { how: 'used', through: 'http_proxy' } },
  },
  {
    name: 'one that was used and asks for an account',
    answers: { endpoints: endpoints([{ port: 80, all: came({ status: 407 }) }], { proxies, through: 'http_proxy' }) },
    want: { verdict: 'fail', severity: 'warning', facts: { status: 407, how: 'answers', through: 'http_proxy' } },
  },
  {
    name: 'no connection',
    answers: { endpoints: endpoints([{ port: 80, all: lost('unreachable-refused') }]) },
    want: { verdict: 'unknown', fault: { code: 'unreachable-refused' } },
  },
  { name: 'no answer at all', answers: { endpoints: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

import type { Case } from '../helpers/check-cases';
import { cookie, issued, lost, within } from '../helpers/seat-answers';
import { missing, ok } from '../helpers/small';

const faultAt = (errorCode: string, faultCode = 's:Client') => cookie([{}, {}, { status: 500, soap: 'fault', errorCode, faultCode }]);

export const cases: readonly Case[] = [
  { name: 'a cookie came', answers: { cookie: issued() }, want: { verdict: 'pass' } },
  {
    name: 'the server giving itself one proves nothing',
    answers: { cookie: ok({ ...within(issued()), from: 'server' }) },
    want: { verdict: 'unknown', facts: { reason: 'seen-from-server-only' } },
  },
  {
    name: 'a fault is named, with the code a client logs',
    answers: { cookie: faultAt('InvalidParameters') },
    want: { verdict: 'fail', severity: 'problem', facts: { errorCode: 'InvalidParameters', windowsUpdateCode: '0x8024400D', host: 'srv', status: 500 } },
  },
  {
    name: 'a fault of the server',
    answers: { cookie: faultAt('InternalServerError', 's:Server') },
    want: { verdict: 'fail', facts: { windowsUpdateCode: '0x8024400E' } },
  },
  {
    name: 'a refused cookie makes a client start over',
    answers: { cookie: faultAt('InvalidCookie') },
    want: { verdict: 'fail', facts: { windowsUpdateCode: '0x80244015' } },
  },
  {
    name: 'a fault without detail is named by its code',
    answers: { cookie: cookie([{ status: 500, soap: 'fault', faultCode: 'a:InternalServiceFault' }]) },
    want: { verdict: 'fail', facts: { errorCode: 'a:InternalServiceFault' } },
  },
  {
    name: 'a fault with 200 is one too',
    answers: { cookie: cookie([{ status: 200, soap: 'fault', errorCode: 'InternalServerError' }]) },
    want: { verdict: 'fail', facts: { status: 200 } },
  },
  {
    name: 'ServerBusy is not known',
    answers: { cookie: faultAt('ServerBusy') },
    want: { verdict: 'unknown', facts: { errorCode: 'ServerBusy', reason: 'server-busy' } },
  },
  {
    name: 'RegistrationRequired is not known',
    answers: { cookie: faultAt('RegistrationRequired') },
    want: { verdict: 'unknown', facts: { errorCode: 'RegistrationRequired' } },
  },
  {
    name: 'a ServiceUrl elsewhere names the host',
    answers: { cookie: cookie([{}], { notFollowed: { serviceUrl: 'http://other.invalid/a.asmx', host: 'other.invalid' } }) },
    want: { verdict: 'fail', facts: { host: 'other.invalid', location: 'http://other.invalid/a.asmx', windowsUpdateCode: '0x80244028' } },
  },
  { name: 'no plug-in', answers: { cookie: cookie([{}], { plugIn: null }) }, want: { verdict: 'fail', facts: { windowsUpdateCode: '0x80244027' } } },
  {
    name: 'a redirect of a POST',
    answers: { cookie: cookie([{ status: 302, soap: 'none', location: 'http://other.invalid/' }]) },
    want: { verdict: 'fail', facts: { host: 'other.invalid', windowsUpdateCode: '0x8024402B' } },
  },
  {
    name: 'a page where SOAP should be',
    answers: { cookie: cookie([{ soap: 'none' }]) },
    want: { verdict: 'fail', facts: { windowsUpdateCode: '0x8024400A' } },
  },
  {
    name: 'a DTD in the answer',
    answers: { cookie: cookie([{ soap: 'none', problem: 'malformed-doctype' }]) },
    want: { verdict: 'fail', facts: { fault: 'malformed-doctype' } },
  },
  {
    name: 'a refused connection is for another check to tell',
    answers: { cookie: cookie([lost('unreachable-refused')]) },
    want: { verdict: 'unknown', fault: { code: 'unreachable-refused' } },
  },
  {
    name: 'so is a wrong status',
    answers: { cookie: cookie([{ status: 403, sub: 6, soap: 'none' }]) },
    want: { verdict: 'unknown', fault: { code: 'probe-http-status' } },
  },
  { name: 'no answer at all', answers: { cookie: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

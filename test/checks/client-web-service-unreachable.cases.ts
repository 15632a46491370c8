import type { Case } from '../helpers/check-cases';
import { came, cookie, endpoints, issued, lost, within } from '../helpers/seat-answers';
import { missing } from '../helpers/small';

const one = (get: Readonly<Record<string, unknown>> = {}) => endpoints([{ port: 8530, get }]);
/** From the server's seat, with what its own Ping brought. */
const pinged = (soap: boolean) =>
  endpoints([{ port: 8530, get: { client: came({ status: 500 }) } }], {
    from: 'server',
    ping: { outcome: 'ok', value: { status: 500, soap, success: null } },
  });

export const cases: readonly Case[] = [
  { name: 'all services answer', answers: { endpoints: one(), cookie: issued() }, want: { verdict: 'pass' } },
  { name: '401 of ApiRemoting30 is right', answers: { endpoints: one() }, want: { verdict: 'pass' } },
  {
    name: 'GET 500 and HEAD 405 are fine where POST works',
    answers: {
      endpoints: endpoints([{ port: 8530, get: { client: came({ status: 500 }), reporting: came({ status: 500 }) }, head: { client: came({ status: 405 }) } }]),
      cookie: issued(),
    },
    want: { verdict: 'pass' },
  },
  {
    name: 'GET 500 where POST brought nothing either',
    answers: { endpoints: one({ client: came({ status: 500 }) }), cookie: cookie([{ soap: 'none' }]) },
    want: { verdict: 'fail', severity: 'problem', facts: { status: 500, windowsUpdateCode: '0x8024401F' } },
  },
  {
    name: 'GET 500 where no POST is known',
    answers: { endpoints: one({ client: came({ status: 500 }) }), cookie: missing },
    want: { verdict: 'unknown', facts: { reason: 'door-not-told' } },
  },
  {
    name: 'from the server itself: GET 500 where its own Ping brought no SOAP either',
    answers: { endpoints: pinged(false), cookie: missing },
    want: { verdict: 'fail', severity: 'problem', facts: { status: 500, from: 'server' } },
  },
  {
    name: 'from the server itself: GET 500 where its own Ping brought SOAP; of its clients that says nothing',
    answers: { endpoints: pinged(true), cookie: missing },
    want: { verdict: 'unknown', facts: { reason: 'seen-from-server-only' } },
  },
  {
    name: '403.6 at the POST',
    answers: { endpoints: one(), cookie: cookie([{ status: 403, sub: 6, soap: 'none' }]) },
    want: {
      verdict: 'fail',
      facts: { url: 'http://srv:8530/ClientWebService/client.asmx', method: 'POST', status: 403, subStatus: 6, windowsUpdateCode: '0x80244018' },
    },
  },
  {
    name: '503 is a stopped pool',
    answers: { endpoints: one({ client: came({ status: 503 }) }) },
    want: { verdict: 'fail', facts: { status: 503, windowsUpdateCode: '0x80244022' } },
  },
  {
    name: 'a POST that was cut',
    answers: { endpoints: one(), cookie: cookie([lost('unreachable-cut')]) },
    want: { verdict: 'fail', facts: { fault: 'unreachable-cut', windowsUpdateCode: '0x80072EFE' } },
  },
  {
    name: 'a SOAP fault means that the service was reached',
    answers: { endpoints: one(), cookie: cookie([{ status: 500, soap: 'fault', errorCode: 'InternalServerError' }]) },
    want: { verdict: 'pass' },
  },
  {
    name: 'a redirect of the POST names the other host',
    answers: { endpoints: one(), cookie: cookie([{ status: 307, soap: 'none', location: 'http://other.invalid/x' }]) },
    want: { verdict: 'fail', facts: { host: 'other.invalid', status: 307, windowsUpdateCode: '0x8024402B' } },
  },
  {
    name: 'SimpleAuth refused alone',
    answers: { endpoints: one(), cookie: cookie([{}, { status: 403, sub: 6, soap: 'none' }]) },
    want: { verdict: 'fail', severity: 'problem', facts: { door: 'simple-auth' } },
  },
  {
    name: 'SimpleAuth missing where no plug-in needs it',
    answers: {
      endpoints: one({ 'simple-auth': came({ status: 404 }) }),
      cookie: { outcome: 'ok', value: { ...within(issued()), steps: [], plugIn: { id: 'Anonymous', serviceUrl: '' } } },
    },
    want: { verdict: 'fail', severity: 'note' },
  },
  {
    name: 'reports refused alone is a warning',
    answers: { endpoints: one({ reporting: came({ status: 403, sub: 6 }) }) },
    want: { verdict: 'fail', severity: 'warning', facts: { door: 'reporting' } },
  },
  {
    name: 'Content refused by address is a warning, its refused listing is right',
    answers: { endpoints: one({ content: came({ status: 403, sub: 6 }) }) },
    want: { verdict: 'fail', severity: 'warning', facts: { door: 'content' } },
  },
  {
    name: 'what only other servers and the console use is a note',
    answers: { endpoints: one({ 'server-sync': came({ status: 404 }) }) },
    want: { verdict: 'fail', severity: 'note', facts: { door: 'server-sync' } },
  },
  {
    name: 'a SharePoint page instead of the service',
    answers: { endpoints: one({ client: came({ status: 200, page: 'sharepoint' }) }) },
    want: { verdict: 'fail', facts: { page: 'sharepoint', windowsUpdateCode: '0x8024400A' } },
  },
  { name: 'no answer at all', answers: { endpoints: missing }, want: { verdict: 'unknown', fault: { code: 'probe-not-in-evidence' } } },
];

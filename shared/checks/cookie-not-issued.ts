import type { Verdict } from '../check';
import { defineCheck, fail, pass, unknown } from '../check';
import { hostOfUrl } from '../door-verdict';
import type { AnswerOf } from '../probes/index';
import type { Facts } from '../result';
import { fault } from '../result';
import { codeOfFault, codeOfSoapFault, noAuthorization, noPlugIn, notSoap } from '../windows-update-code';

const none = { status: null, subStatus: null, location: null, windowsUpdateCode: null, errorCode: null, fault: null };

/** Answers that say "not now" or "not yet": nothing is wrong for certain. */
const later: Readonly<Record<string, string>> = { ServerBusy: 'server-busy', RegistrationRequired: 'registration-required' };

/** What the last message brought, where no cookie came of it. */
function ended(step: AnswerOf<'cookie'>['steps'][number], host: string): Verdict {
  const base: Facts = { ...none, url: step.url, host, operation: step.operation };
  if (step.answer.outcome !== 'ok') return unknown({ ...base, fault: step.answer.fault.code }, step.answer.fault);
  const came = step.answer.value;
  const facts: Facts = { ...base, status: came.status, subStatus: came.subStatus, location: came.location, page: came.page };
  if (came.status >= 300 && came.status < 400) return fail({ ...facts, host: hostOfUrl(came.location) ?? host, windowsUpdateCode: '0x8024402B' });
  if (came.soap === 'fault') {
    const reason = later[came.errorCode ?? ''];
    if (reason) return unknown({ ...facts, errorCode: came.errorCode, reason });
    return fail({ ...facts, errorCode: came.errorCode ?? came.faultCode, windowsUpdateCode: codeOfSoapFault(came.errorCode, came.faultCode) });
  }
  if (came.soap === 'none' && came.status !== 200) return unknown(facts, fault('probe-http-status', { status: came.status, subStatus: came.subStatus }));
  if (came.problem) return fail({ ...facts, fault: came.problem.code, windowsUpdateCode: codeOfFault(came.problem) ?? notSoap });
  // An answer as it should be that names no plug-in leads nowhere.
  return fail({ ...facts, windowsUpdateCode: came.soap === 'answer' ? noPlugIn : notSoap });
}

/** GetConfig, GetAuthorizationCookie, GetCookie: without the cookie a client is served nothing (wusp.md). */
export const cookieNotIssued = defineCheck({
  id: 'cookie-not-issued',
  needs: ['cookie'],
  uses: [],
  severity: 'problem',
  after: ['web-publishing-stopped', 'database-stopped', 'application-pool-stopped', 'client-web-service-unreachable'],
  grade: 'vendor-doc',
  sources: ['ms-wusp', 'wsus-client-errors'],
  evaluate({ cookie }) {
    const { host, steps, notFollowed } = cookie;
    if (cookie.cookie) return cookie.from === 'server' ? unknown({ host, reason: 'seen-from-server-only' }) : pass;
    const last = steps.at(-1);
    if (notFollowed)
      return fail({
        ...none,
        url: last?.url ?? null,
        host: notFollowed.host ?? host,
        location: notFollowed.serviceUrl,
        windowsUpdateCode: noAuthorization,
        operation: 'GetAuthorizationCookie',
      });
    return last ? ended(last, host) : unknown({ host }, fault('probe-not-answered'));
  },
});

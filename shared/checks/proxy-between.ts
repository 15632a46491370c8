import type { Verdict } from '../check';
import { defineCheck, fail, pass, unknown } from '../check';
import type { HttpAnswer } from '../probes/endpoints';
import type { Facts, Fault } from '../result';
import { fault } from '../result';
import { codeOfStatus } from '../windows-update-code';

const blocks = (a: HttpAnswer): boolean => a.status === 407 || a.page === 'proxy' || a.page === 'sign-in';

const seen = (url: string, host: string, a: HttpAnswer): Facts => ({
  url,
  host,
  status: a.status,
  subStatus: a.subStatus,
  location: a.location,
  windowsUpdateCode: a.status >= 400 ? codeOfStatus(a.status) : null,
  errorCode: null,
  fault: null,
  page: a.page,
  via: a.via,
});

/** Something answers between this seat and the server, or this computer is set to a proxy, which was by-passed here or used by choice. */
export const proxyBetween = defineCheck({
  id: 'proxy-between',
  needs: ['endpoints'],
  uses: [],
  severity: 'warning',
  after: ['web-publishing-stopped', 'web-site-stopped'],
  grade: 'inference',
  sources: ['wsus-client-errors'],
  evaluate({ endpoints }): Verdict {
    const { host, proxies, through = null } = endpoints;
    const came = endpoints.doors.flatMap(({ url, get, head }) => [get, head].flatMap((a) => (a.outcome === 'ok' ? [{ url, answer: a.value }] : [])));
    const more = { proxies: proxies.map((p) => ({ ...p })), ...(through !== null && { through }) };
    const blocked = came.find(({ answer }) => blocks(answer));
    if (blocked) return fail({ ...seen(blocked.url, host, blocked.answer), ...more, how: 'answers' });
    const via = came.find(({ answer }) => answer.via !== null);
    if (via) return fail({ ...seen(via.url, host, via.answer), ...more, how: 'via' }, 'note');
    if (proxies.length > 0)
      return fail(
        {
          url: null,
          host,
          status: null,
          subStatus: null,
          location: null,
          windowsUpdateCode: null,
          errorCode: null,
          fault: null,
          ...more,
          how: through === null ? 'by-passed' : 'used',
        },
        'note',
      );
    if (came.length > 0) return pass;
    const lost = endpoints.doors.find((d) => d.get.outcome !== 'ok')?.get as { fault: Fault } | undefined;
    return unknown({ host }, lost?.fault ?? fault('probe-not-answered'));
  },
});

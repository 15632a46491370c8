import { defineCheck, fail, pass, unknown } from '../check';
import { readDateTime, readHttpDate } from '../date-time';
import { fault } from '../result';

/** Seconds. One hour by default [vendor-doc]; the bounds around it are ours [inference]. */
const usual = { from: 30 * 60, to: 2 * 60 * 60 } as const;

/** Expiration minus the server's own Date: our clock has no part in it. */
export const cookieLifetimeUnusual = defineCheck({
  id: 'cookie-lifetime-unusual',
  needs: ['cookie'],
  uses: [],
  severity: 'warning',
  after: ['web-publishing-stopped', 'client-web-service-unreachable', 'cookie-not-issued'],
  grade: 'vendor-doc',
  sources: ['wsus-cookie', 'ms-wusp'],
  evaluate({ cookie }) {
    const { host } = cookie;
    if (!cookie.cookie) return unknown({ host }, fault('probe-not-answered', { what: 'cookie' }));
    const { expiration, serverDate } = cookie.cookie;
    const [ends, now] = [readDateTime(expiration), readHttpDate(serverDate ?? '')];
    if (!ends) return unknown({ host, expiration, reason: 'expiration-not-readable' });
    if (!ends.zoned) return unknown({ host, expiration, reason: 'expiration-without-zone' });
    if (now === null) return unknown({ host, reason: 'no-server-date' });
    const seconds = Math.round((ends.ms - now) / 1000);
    if (seconds >= usual.from && seconds <= usual.to) return pass;
    const url = cookie.steps.at(-1)?.url ?? null;
    const facts = { url, host, status: 200, subStatus: null, location: null, windowsUpdateCode: null, errorCode: null, fault: null };
    return fail({ ...facts, seconds, expiration, serverDate });
  },
});

import type { Severity } from '../check';
import { defineCheck, unknown } from '../check';
import { doorVerdict } from '../door-verdict';
import type { DoorId } from '../doors';
import { okValue } from '../probe';
import { fault } from '../result';
import { seatUses, seatVerdict } from '../seat-check';
import { doorIn, seatLayout } from '../seat-layout';
import { seatsOf } from '../seats';

/** How much a client misses at each; the last two are for other servers and for the console. */
const severities: readonly (readonly [DoorId, Severity])[] = [
  ['client', 'problem'],
  ['simple-auth', 'problem'],
  ['reporting', 'warning'],
  ['content', 'warning'],
  ['server-sync', 'note'],
  ['api-remoting', 'note'],
];

/** The web services a client needs, on the port WSUS uses. A POST that works proves more than what GET says. */
export const clientWebServiceUnreachable = defineCheck({
  id: 'client-web-service-unreachable',
  needs: ['endpoints'],
  uses: seatUses,
  severity: 'problem',
  after: [
    'web-publishing-stopped',
    'web-site-stopped',
    'application-pool-stopped',
    'virtual-directory-missing',
    'client-web-service-refuses-clients',
    'other-vroots-refuse-clients',
  ],
  grade: 'vendor-doc',
  sources: ['wsus-services', 'ms-wusp', 'wsus-client-errors', 'kb248043'],
  evaluate({ endpoints }, used) {
    const { main } = seatLayout(endpoints);
    const cookie = okValue(used.cookie);
    if (main.length === 0) return unknown({ host: endpoints.host }, fault('probe-not-answered'));
    // Only the server itself pings; another seat has its own POSTs.
    const ping = endpoints.from === 'server' ? endpoints.ping : undefined;
    // A plug-in without a ServiceUrl needs no SimpleAuthWebService.
    const withoutAuth = cookie?.cookie && cookie.plugIn?.serviceUrl === '';
    const judged = severities.flatMap(([id, severity]) => {
      const door = doorIn(main, id);
      return door ? [{ severity: withoutAuth && id === 'simple-auth' ? ('note' as const) : severity, verdict: doorVerdict(door, cookie, ping) }] : [];
    });
    const seats = seatsOf('ClientWebService', { endpoints: { outcome: 'ok', value: endpoints }, ...used });
    return seatVerdict(judged, endpoints.host, endpoints.from, seats);
  },
});

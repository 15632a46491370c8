import { defineCheck, unknown } from '../check';
import type { Door } from '../door-verdict';
import { doorVerdict } from '../door-verdict';
import { fault } from '../result';
import { seatUses, seatVerdict } from '../seat-check';
import type { Judged } from '../seat-layout';
import { doorIn, isOldWsus, seatLayout } from '../seat-layout';
import { seatsOf } from '../seats';

/** The two files of the tree, and the one in the root that agents of SUS' time asked for; there 404 is right on WSUS' own port. */
const judge = (doors: readonly Door[], severity: 'problem' | 'warning', rootMayLack: boolean): Judged[] =>
  (['wuident', 'iuident', 'root-iuident'] as const).flatMap((id) => {
    const door = doorIn(doors, id);
    if (!door) return [];
    const verdict = doorVerdict(door, undefined);
    const lacking = id === 'root-iuident' && verdict.kind === 'wrong' && verdict.wrong.status === 404;
    if (lacking && rootMayLack) return [];
    // No agent of WSUS 3.0 needs the file in the root: worth saying, nothing more.
    return [{ severity: id === 'root-iuident' ? ('note' as const) : severity, verdict }];
  });

/**
 * What an agent before Windows 10 meets first: the scan stops where it is refused (wusp.md 2). A problem up to WSUS 3.0,
 * a warning from Server 2012 on. Up to WSUS 3.0 port 80 carries the tree too when WSUS itself uses another port.
 */
export const selfUpdateUnreachable = defineCheck({
  id: 'self-update-unreachable',
  needs: ['endpoints'],
  uses: seatUses,
  severity: 'problem',
  after: ['web-publishing-stopped', 'web-site-stopped', 'virtual-directory-missing', 'self-update-files-missing', 'selfupdate-refuses-clients'],
  grade: 'vendor-doc',
  sources: ['wsus-self-update', 'wsus-client-errors', 'kb248043'],
  evaluate({ endpoints }, used) {
    const { main, port80 } = seatLayout(endpoints);
    if (main.length === 0) return unknown({ host: endpoints.host }, fault('probe-not-answered'));
    const old = isOldWsus(used.product, [...main, ...port80]);
    const severity = old === false ? 'warning' : 'problem';
    const beside = old === false ? [] : judge(port80, severity, false);
    // Not knowing the version, whether port 80 has to answer is not known either.
    const onPort80 = old === null ? beside.map((j): Judged => (j.verdict.kind === 'wrong' ? { ...j, verdict: { kind: 'open', fault: null } } : j)) : beside;
    const seats = seatsOf('Selfupdate', { endpoints: { outcome: 'ok', value: endpoints }, ...used });
    return seatVerdict([...judge(main, severity, true), ...onPort80], endpoints.host, endpoints.from, seats);
  },
});

import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import type { Door } from '../door-verdict';
import { doorVerdict } from '../door-verdict';
import { okValue } from '../probe';
import type { Fault } from '../result';
import { fault } from '../result';
import { codeOfStatus } from '../windows-update-code';
import { wsusVrootOf } from '../wsus-layout';

/** Files are fetched without TLS, also where the rest of WSUS uses it. */
const open = ['Selfupdate', 'Content'] as const;
/** SSL, 128 bits, a client certificate demanded. */
const demands = [4, 5, 7];
const listing = [2, 14];

/** What a door says of its directory: demanded, not demanded, or null: it cannot be told (a plain 403, no answer, over TLS already). */
function demandedAt(door: Door): boolean | null {
  if (door.get.outcome !== 'ok' || door.url.startsWith('https:')) return null;
  const { status, subStatus } = door.get.value;
  // A refused listing came after that question; a refused address before it.
  if (status === 403) return demands.includes(subStatus ?? 0) ? true : listing.includes(subStatus ?? 0) ? false : null;
  return doorVerdict(door, undefined).kind === 'right' ? false : null;
}

/** SSL must never be required on these two [recollection, so an inference]: clients ask without it and get 403.4. */
export const sslRequiredOnOpenDirectories = defineCheck({
  id: 'ssl-required-on-open-directories',
  needs: [],
  uses: ['virtual-directories', 'endpoints'],
  severity: 'problem',
  after: ['web-publishing-stopped'],
  grade: 'inference',
  sources: ['wsus-services'],
  evaluate(_answers, used) {
    const doors = okValue(used.endpoints)?.doors.filter((d) => ['wuident', 'content'].includes(d.door)) ?? [];
    const seen = doors.filter((d) => demandedAt(d) === true);
    const vroots = okValue(used['virtual-directories'])?.vroots.filter((v) => (open as readonly string[]).includes(wsusVrootOf(v.name) ?? ''));
    const set = (vroots ?? []).filter((v) => okValue(v.settings)?.requiresSsl === true);
    if (seen[0] || set.length > 0) {
      const url = seen[0]?.url ?? null;
      const subStatus = seen[0]?.get.outcome === 'ok' ? seen[0].get.value.subStatus : null;
      const facts = {
        url,
        host: okValue(used.endpoints)?.host ?? null,
        status: 403,
        subStatus,
        location: null,
        windowsUpdateCode: codeOfStatus(403),
        errorCode: null,
        fault: null,
      };
      return fail({ ...facts, nodes: set.map((v) => v.node) });
    }
    if (vroots) {
      if (vroots.length === 0) return notApplicable('no-such-vroot');
      const unread = vroots.find((v) => v.settings.outcome !== 'ok' || v.settings.value.requiresSsl === null);
      if (!unread) return pass;
      return unknown({ node: unread.node }, unread.settings.outcome === 'ok' ? fault('probe-not-answered', { node: unread.node }) : unread.settings.fault);
    }
    if (doors.length > 0 && doors.every((d) => demandedAt(d) === false)) return pass;
    const lost = doors.find((d) => d.get.outcome !== 'ok')?.get as { fault: Fault } | undefined;
    if (doors.length > 0 && !lost) return unknown({ reason: 'ssl-not-told' });
    return unknown({}, lost?.fault ?? (used['virtual-directories'] as { fault?: Fault }).fault ?? fault('probe-not-answered'));
  },
});

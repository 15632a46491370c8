import { defineCheck, fail, pass, unknown } from '../check';

/** Told by checks of their own: a failed download, a failed synchronisation. */
const elsewhere = [364, 386, 10021, 10022];
/** "WSUS is working correctly" [recollection]. */
const allIsWell = 10000;

/**
 * Errors WSUS wrote of its own health, and no word since that all is well. It checks every ten minutes and writes
 * changes; everything only every six hours (WSUS 3.0 Operations Guide). Most numbers are recollection.
 */
export const serverHealthErrors = defineCheck({
  id: 'server-health-errors',
  needs: ['server-events'],
  uses: [],
  severity: 'warning',
  after: ['web-publishing-stopped', 'update-services-stopped', 'database-stopped', 'application-pool-stopped', 'content-drive-full'],
  grade: 'inference',
  sources: ['wsus-health'],
  evaluate({ 'server-events': { events, rows, unread } }) {
    const well = events.flatMap((e) => (e.id === allIsWell && e.last !== null ? [e.last] : [])).sort();
    const since = well.at(-1) ?? null;
    const standing = events.filter((e) => e.level === 'error' && !elsewhere.includes(e.id) && (since === null || e.last === null || e.last > since));
    const told = standing.map(({ id, count, last, message }) => ({ id, count, last, message: message.slice(0, 160) }));
    if (told.length > 0) return fail({ events: told.sort((a, b) => a.id - b.id).slice(0, 10), wellAt: since });
    if (unread > 0) return unknown({ reason: 'events-not-read', unread });
    return rows === 0 ? unknown({ reason: 'no-events' }) : pass;
  },
});

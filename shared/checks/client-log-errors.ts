import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { checksOfCode } from '../wu-codes';

const days = 24 * 60 * 60 * 1000;

/** Errors in the logs of clients, each tied to the finding it belongs to. An error long before the end of a log is over. */
export const clientLogErrors = defineCheck({
  id: 'client-log-errors',
  needs: ['client-log'],
  uses: [],
  severity: 'warning',
  after: [
    'web-publishing-stopped',
    'application-pool-stopped',
    'selfupdate-refuses-clients',
    'client-web-service-refuses-clients',
    'other-vroots-refuse-clients',
    'clients-refused-in-log',
    'virtual-directory-missing',
    'self-update-files-missing',
  ],
  grade: 'vendor-doc',
  sources: ['wsus-client-errors'],
  evaluate(answers) {
    const { clients } = answers['client-log'];
    if (clients.length === 0) return notApplicable('no-client-log');
    if (clients.every((c) => c.lines === 0)) return unknown({ reason: 'log-not-readable', files: clients.flatMap((c) => c.files).slice(0, 12) });
    const isRecent = (last: string | null, to: string | null) => last === null || to === null || Date.parse(to) - Date.parse(last) <= 7 * days;
    const codes = new Map<string, { count: number; clients: Set<string>; last: string | null }>();
    for (const client of clients)
      for (const { code, count, last } of client.codes) {
        if (!isRecent(last, client.to)) continue;
        const known = codes.get(code) ?? { count: 0, clients: new Set<string>(), last: null };
        known.count += count;
        known.clients.add(client.name);
        known.last = known.last === null || (last !== null && last > known.last) ? last : known.last;
        codes.set(code, known);
      }
    if (codes.size === 0) return pass;
    const list = [...codes].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
    const names = new Set(list.flatMap(([, c]) => [...c.clients]));
    return fail({
      clients: names.size,
      examined: clients.length,
      names: [...names].sort().slice(0, 20),
      codes: list.slice(0, 20).map(([code, c]) => ({ code, count: c.count, clients: c.clients.size, last: c.last, checks: [...checksOfCode(code)] })),
      first: list[0]?.[0] ?? null,
    });
  },
});

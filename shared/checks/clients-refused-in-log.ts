import { showCube } from '../address';
import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { logUses, refusedInLog, spanOf } from '../refused-in-log';

/** What the logs say happened, matched with the lists in force now: who was refused and is admitted meanwhile is no finding. */
export const clientsRefusedInLog = defineCheck({
  id: 'clients-refused-in-log',
  needs: ['iis-log'],
  uses: logUses,
  severity: 'problem',
  after: ['selfupdate-refuses-clients', 'client-web-service-refuses-clients', 'other-vroots-refuse-clients'],
  grade: 'vendor-doc',
  sources: ['kb248043', 'iis6-ip-security', 'iis7-ip-security'],
  evaluate(answers, used) {
    const log = answers['iis-log'];
    if (log.files.length === 0) return notApplicable('no-log');
    if (log.rows === 0) return unknown({ reason: 'log-not-readable', files: log.files.slice(0, 12).map((f) => f.file) });
    const found = refusedInLog(log, used);
    const { refused, subnets } = found;
    const unread = [...(log.unread ?? []), ...log.files.filter((f) => f.warnings.some((w) => w.id === 'cannot-be-read')).map((f) => f.file)];
    const files = [...new Set(unread)].slice(0, 12);
    if (refused.length === 0) return files.length > 0 ? unknown({ reason: 'logs-not-all-read', files }) : pass;
    const certain = refused.some((c) => c.refusedNow === true);
    const facts = {
      refused: { clients: refused.length, subnets: subnets.length },
      count: refused.reduce((sum, c) => sum + c.count, 0),
      subnets: subnets.slice(0, 20).map(showCube),
      addresses: refused.slice(0, 20).map((c) => c.text),
      ...spanOf(refused),
      admittedNow: found.admitted.length,
      fromInternet: found.fromInternet,
      seenAs: found.seenAs,
      proxy: found.proxy,
      inForce: certain ? 'refused-now' : 'not-known',
      likely: log.likely > 0,
      rows: log.rows,
      files: log.files.length,
      logTo: log.to,
    };
    return fail(facts, certain ? undefined : 'warning');
  },
});

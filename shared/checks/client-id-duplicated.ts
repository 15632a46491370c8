import { defineCheck, fail, notApplicable, pass, unknown } from '../check';
import { duplicates } from '../identity';

/** Clones of one image share SusClientId: WSUS shows one of them, and they seem to vanish in turn (21799654). */
export const clientIdDuplicated = defineCheck({
  id: 'client-id-duplicated',
  needs: ['client-identities'],
  uses: [],
  severity: 'problem',
  grade: 'vendor-doc',
  sources: ['wsus-cloned-images'],
  evaluate(answers) {
    const { clients } = answers['client-identities'];
    if (clients.length === 0) return notApplicable('no-clients-known');
    const { shared, unsure, unread } = duplicates(answers['client-identities']);
    const ids = shared.slice(0, 20).map((g) => ({ id: g.id, clients: g.names.length, names: g.names.slice(0, 20) }));
    if (shared.length > 0) return fail({ ids, clients: shared.reduce((n, g) => n + g.names.length, 0), examined: clients.length });
    if (unsure.length > 0)
      return unknown({
        reason: 'one-or-several',
        ids: unsure.slice(0, 20).map((g) => ({ id: g.id, clients: g.names.length, names: g.names })),
        undecided: unsure.length,
      });
    return unread > 0 ? unknown({ reason: 'clients-not-read', undecided: unread }) : pass;
  },
});

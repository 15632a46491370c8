import { chosen, defineFix } from '../fix';
import { okValue } from '../probe';
import { failed, ok } from '../result';
import type { Snapshot } from '../snapshot';

/** Clients of the snapshot that could be reached and are not in WSUS' own list. */
function silentClients(snapshot: Snapshot): string[] {
  const identities = okValue(snapshot.answers['client-identities']);
  const list = okValue(identities?.serverList);
  if (!identities || !list) return [];
  const names = new Set(list.map((c) => c.name.toLowerCase().split('.')[0]));
  const ids = new Set(list.map((c) => c.susClientId.toLowerCase()));
  return identities.clients
    .filter((c) => {
      const identity = okValue(c.identity);
      return identity && c.named && !names.has(c.name.toLowerCase()) && !(identity.susClientId && ids.has(identity.susClientId.toLowerCase()));
    })
    .map((c) => c.name);
}

/** wuauclt /resetauthorization /detectnow: lets the cookie expire and asks again at once (21799577). Offered only once nothing in front of it fails. */
export const renewClientAuthorization = defineFix({
  id: 'renew-client-authorization',
  cures: ['client-never-contacted'],
  pendingMinutes: 20,
  choices(snapshot, finding) {
    const clients = silentClients(snapshot);
    if (finding.verdict !== 'fail' || (finding.after?.length ?? 0) > 0 || clients.length === 0) return null;
    return [{ name: 'clients', values: clients.map((value) => ({ value })), default: clients, several: true }];
  },
  plan(snapshot, finding, choices) {
    const offered = silentClients(snapshot);
    const wanted = chosen(choices, { name: 'clients', values: [], default: offered, several: true });
    const stranger = wanted.find((c) => !offered.some((o) => o.toLowerCase() === c.toLowerCase()));
    if (stranger !== undefined) return failed('input-unknown-choice', { choice: 'clients', value: stranger.slice(0, 80), offered: offered.slice(0, 20) });
    const clients = offered.filter((o) => wanted.some((c) => c.toLowerCase() === o.toLowerCase()));
    return ok({
      fix: 'renew-client-authorization',
      check: finding.check,
      choices: { clients },
      operations: clients.map((machine) => ({ operation: 'client.detect-now', machine, resetAuthorization: true, expect: 'nothing', to: 'nothing' }) as const),
      byHand: [{ id: 'renew-authorization', facts: { clients } }],
      warnings: [],
      admittedBefore: [],
      admittedAfter: [],
      needs: [],
    });
  },
});

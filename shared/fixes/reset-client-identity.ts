import { chosen, defineFix } from '../fix';
import { duplicates } from '../identity';
import type { Operation } from '../operation';
import { registryType } from '../operation';
import { identityValues } from '../operation-schema';
import { okValue } from '../probe';
import { failed, ok } from '../result';
import type { Snapshot } from '../snapshot';

/** Clones of the snapshot: every one that shares an id, and the one of each id to keep. */
function clonesOf(snapshot: Snapshot): { all: string[]; kept: string[] } {
  const identities = okValue(snapshot.answers['client-identities']);
  const shared = identities ? duplicates(identities).shared : [];
  return { all: shared.flatMap((g) => g.names), kept: shared.flatMap((g) => g.names.slice(0, 1)) };
}

/** Stop the agent, take its ids away, start it, let it ask again (KB903262; order as in domain.md 6). */
function operationsFor(snapshot: Snapshot, client: string): Operation[] {
  const identity = okValue(okValue(snapshot.answers['client-identities'])?.clients.find((c) => c.name === client)?.identity);
  if (!identity) return [];
  const values = {
    SusClientId: identity.susClientId,
    SusClientIdValidation: identity.validation,
    PingID: identity.pingId,
    AccountDomainSid: identity.accountDomainSid,
  };
  const running = identity.wuauserv?.state === 'running';
  return [
    ...(running ? [{ operation: 'service.stop', machine: client, service: 'wuauserv', expect: 'running', to: 'stopped' } as const] : []),
    ...identityValues.flatMap((name): Operation[] => {
      const value = values[name];
      return value === null
        ? []
        : [{ operation: 'registry.delete', machine: client, name, expect: { own: { type: registryType(name), value } }, to: 'absent' }];
    }),
    ...(running ? [{ operation: 'service.start', machine: client, service: 'wuauserv', expect: 'stopped', to: 'running' } as const] : []),
    { operation: 'client.detect-now', machine: client, resetAuthorization: true, expect: 'nothing', to: 'nothing' },
  ];
}

/** Gives each clone but one a new identity. Never offered for a client whose id is its own. */
export const resetClientIdentity = defineFix({
  id: 'reset-client-identity',
  cures: ['client-id-duplicated'],
  pendingMinutes: 10,
  choices(snapshot, finding) {
    const { all, kept } = clonesOf(snapshot);
    if (finding.verdict !== 'fail' || all.length === 0) return null;
    return [
      {
        name: 'clients',
        values: all.map((value) => ({ value, facts: { kept: kept.includes(value) } })),
        default: all.filter((c) => !kept.includes(c)),
        several: true,
      },
    ];
  },
  plan(snapshot, finding, choices) {
    const { all, kept } = clonesOf(snapshot);
    const wanted = chosen(choices, { name: 'clients', values: [], default: all.filter((c) => !kept.includes(c)), several: true });
    const stranger = wanted.find((c) => !all.some((a) => a.toLowerCase() === c.toLowerCase()));
    if (stranger !== undefined) return failed('input-unknown-choice', { choice: 'clients', value: stranger.slice(0, 80), offered: all });
    const clients = all.filter((a) => wanted.some((c) => c.toLowerCase() === a.toLowerCase()));
    return ok({
      fix: 'reset-client-identity',
      check: finding.check,
      choices: { clients },
      operations: clients.flatMap((client) => operationsFor(snapshot, client)),
      byHand: [{ id: 'reset-identity', facts: { clients } }],
      warnings: [
        { id: 'keeps-identity', facts: { clients: all.filter((a) => !clients.includes(a)) } },
        { id: 'new-computer-in-wsus', facts: {} },
        { id: 'undo-brings-duplicate-back', facts: {} },
      ],
      admittedBefore: [],
      admittedAfter: [],
      needs: [],
    });
  },
});

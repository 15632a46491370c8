/** Clients that share one SusClientId. */
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';

export interface IdGroup {
  readonly id: string;
  /** In name order; the first is the one to keep. */
  readonly names: string[];
}

/**
 * `shared`: certainly several PCs. `unsure`: at most one of them has a name of its own, so it may be one PC exported twice.
 * `unread`: clients whose identity could not be read.
 */
export function duplicates(answer: AnswerOf<'client-identities'>): { shared: IdGroup[]; unsure: IdGroup[]; unread: number } {
  const groups = new Map<string, { name: string; named: boolean }[]>();
  let unread = 0;
  for (const client of answer.clients) {
    if (client.identity?.outcome !== 'ok') unread++;
    const id = okValue(client.identity)?.susClientId?.toLowerCase();
    if (!id) continue;
    const members = groups.get(id);
    if (members) members.push({ name: client.name, named: client.named });
    else groups.set(id, [{ name: client.name, named: client.named }]);
  }
  // Nearly every client is alone with its id: only groups are looked into.
  const all = [...groups].flatMap(([id, members]) => {
    if (members.length < 2) return [];
    const named = new Set(members.filter((m) => m.named).map((m) => m.name.toLowerCase())).size;
    return [{ id, named, names: [...new Set(members.map((m) => m.name))].sort() }];
  });
  const several = all.filter((g) => g.names.length > 1);
  return { shared: several.filter((g) => g.named > 1), unsure: several.filter((g) => g.named <= 1), unread };
}

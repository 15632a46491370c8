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
  type Member = AnswerOf<'client-identities'>['clients'][number];
  const firsts = new Map<string, Member>();
  const groups = new Map<string, Member[]>();
  let unread = 0;
  for (const client of answer.clients) {
    if (client.identity?.outcome !== 'ok') unread++;
    const id = okValue(client.identity)?.susClientId?.toLowerCase();
    if (!id) continue;
    const first = firsts.get(id);
    // Nearly every client is alone with its id.
    if (!first) firsts.set(id, client);
    else if (!groups.get(id)?.push(client)) groups.set(id, [first, client]);
  }
  const inOrder = groups.size === 0 ? [] : [...firsts.keys()].filter((id) => groups.has(id));
  const all = inOrder.map((id) => {
    const members = groups.get(id) ?? [];
    const named = new Set(members.filter((m) => m.named).map((m) => m.name.toLowerCase())).size;
    return { id, named, names: [...new Set(members.map((m) => m.name))].sort() };
  });
  const several = all.filter((g) => g.names.length > 1);
  return { shared: several.filter((g) => g.named > 1), unsure: several.filter((g) => g.named <= 1), unread };
}

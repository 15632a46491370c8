/** Whether the server admits itself, at the site root, Selfupdate and ClientWebService. */
import { readAddress } from './address';
import type { Collected } from './probe';
import { okValue } from './probe';
import type { AnswerOf } from './probes/index';
import type { Needed } from './refusal';
import { nodesOf } from './refusal';
import { decide, listAt } from './restriction';
import type { Fault } from './result';
import { layoutOf } from './wsus-layout';

export interface LocalRefusals {
  readonly refused: readonly { node: string; addresses: string[]; isRoot: boolean }[];
  readonly rootOnly: boolean;
  readonly places: number;
  readonly undecided: number;
  readonly fault: Fault | null;
}

/** 127.0.0.1 always, ::1 on IIS 7+ [inference: an entry for 127.0.0.1 does not admit ::1], and its own inner addresses where known. */
export function localRefusals(answers: Needed, used: { networks: Collected<AnswerOf<'networks'>>; product: Collected<AnswerOf<'product'>> }): LocalRefusals {
  const restrictions = answers['ip-restrictions'];
  const adapters = okValue(okValue(used.networks)?.adapters) ?? [];
  const own = ['127.0.0.1', ...(restrictions.iis === 7 ? ['::1'] : []), ...adapters.filter((a) => !a.external).map((a) => a.address)];
  const layout = layoutOf(answers['web-sites'].sites, answers['virtual-directories'].vroots, okValue(okValue(used.product)?.wsus)?.port ?? null);
  const sites = [layout.main, layout.port80].filter((s, i, all) => s !== null && all.findIndex((o) => o?.id === s.id) === i).filter((s) => s !== null);
  const vroots = nodesOf(answers, ['Selfupdate', 'ClientWebService'], sites);
  const withVroots = new Set(vroots.map((v) => v.site.id));
  const places = [
    ...sites.filter((s) => withVroots.has(s.id)).map((s) => ({ node: s.root, isRoot: true, at: listAt(s.root, restrictions) })),
    ...vroots.map((v) => ({ node: v.node, isRoot: false, at: listAt(v.node, restrictions) })),
  ];
  let fault: Fault | null = null;
  let undecided = 0;
  const refused: { node: string; addresses: string[]; isRoot: boolean }[] = [];
  for (const { node, isRoot, at } of places) {
    if ('fault' in at) {
      fault ??= at.fault;
      continue;
    }
    const decided = own.flatMap((text) => {
      const read = readAddress(text);
      return read.ok ? [{ text, admitted: decide(at.list, read.value).admitted }] : [];
    });
    undecided += decided.filter((d) => d.admitted === null).length;
    const addresses = decided.filter((d) => d.admitted === false).map((d) => d.text);
    if (addresses.length > 0) refused.push({ node, addresses, isRoot });
  }
  return { refused, rootOnly: refused.length > 0 && refused.every((r) => r.isRoot), places: places.length, undecided, fault };
}

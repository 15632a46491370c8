/** What a step page shows of the lists in force, from the last look. */
import { everything, showCube } from '../../shared/address';
import type { SeenNode } from '../../shared/ipc';
import type { Collected } from '../../shared/probe';
import { lost, okValue } from '../../shared/probe';
import { examine } from '../../shared/refusal';
import { listAt, partition } from '../../shared/restriction';
import { fault } from '../../shared/result';
import type { Snapshot } from '../../shared/snapshot';
import type { ClientVroot } from '../../shared/wsus-layout';
import type { Session } from '../session';

/** The vroots each check of refusal looks at. */
export const vrootsOfCheck: Readonly<Record<string, readonly ClientVroot[]>> = {
  'selfupdate-refuses-clients': ['Selfupdate'],
  'client-web-service-refuses-clients': ['ClientWebService'],
  'other-vroots-refuse-clients': ['SimpleAuthWebService', 'ReportingWebService', 'Content'],
};

const gone = lost('missing', fault('probe-not-answered'));
const orGone = <T>(answer: Collected<T> | undefined): Collected<T> => answer ?? gone;

/** Answers the refusal engine needs, where they are all there. */
export function restrictionAnswers(snapshot: Snapshot | null) {
  const sites = okValue(snapshot?.answers['web-sites']);
  const vroots = okValue(snapshot?.answers['virtual-directories']);
  const restrictions = okValue(snapshot?.answers['ip-restrictions']);
  const networks = okValue(snapshot?.answers.networks);
  return sites && vroots && restrictions && networks ? { 'web-sites': sites, 'virtual-directories': vroots, 'ip-restrictions': restrictions, networks } : null;
}

export function examinedOf(session: Session, names: readonly ClientVroot[]) {
  const answers = restrictionAnswers(session.snapshot);
  const all = session.snapshot?.answers;
  if (!answers || !all) return null;
  return examine(names, answers, {
    product: orGone(all.product),
    'client-identities': orGone(all['client-identities']),
    'client-policies': orGone(all['client-policies']),
  });
}

export function seenNodes(session: Session, check: string): SeenNode[] {
  const answers = restrictionAnswers(session.snapshot);
  const names = vrootsOfCheck[check] ?? (check === 'localhost-refused' ? (['Selfupdate', 'ClientWebService'] as const) : null);
  const examined = names && examinedOf(session, names);
  if (!answers || !examined) return [];
  return examined.nodes.slice(0, 24).flatMap(({ node }) => {
    const at = listAt(node, answers['ip-restrictions']);
    if (!('list' in at)) return [];
    const { rules, byDefault, defaultNode, ambiguous } = at.list;
    const space = (partition(at.list, everything(4), 200) ?? []).map((p) => ({ cidr: showCube(p.cube), admitted: p.admitted }));
    return [
      {
        node,
        decidedBy: rules[0]?.node ?? defaultNode,
        byDefault,
        ambiguous,
        rules: rules.slice(0, 200).map((r) => ({ text: r.text, allow: r.allow, node: r.node, byName: r.cube === null })),
        space,
      },
    ];
  });
}

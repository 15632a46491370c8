/** The way back as text for the customer: what was changed and is still so, and how it was before. Both languages, one after the other. */

import type { OperationState, PlanState, Visit } from '../visit';
import { lineTexts } from './lines';
import { operationText, valueText } from './operations';
import type { Lang, Text } from './text';
import { langs, say } from './text';

const words = {
  title: { en: 'The way back', ja: '元に戻す手順' },
  server: { en: 'Examined', ja: '診断対象' },
  visit: { en: 'Visit', ja: '作業' },
  customer: { en: 'Customer', ja: 'お客様名' },
  nothing: { en: 'Nothing changed by this visit is still in force.', ja: 'この作業で変更され、現在も有効なものはありません。' },
  changed: { en: 'changed', ja: '変更日時' },
  now: { en: 'Now', ja: '現在の値' },
  before: { en: 'Before', ja: '変更前の値' },
  noWay: { en: 'Has no value to put back.', ja: '元に戻す値はありません。' },
  hand: { en: 'Where', ja: '設定場所' },
  order: {
    en: 'Go from top to bottom. If a value is no longer the one under "Now", somebody else changed it: leave it and ask.',
    ja: '上から順に行ってください。「現在の値」と異なる場合は、ほかの人が変更しています。そのままにして確認してください。',
  },
} as const satisfies Record<string, Text>;

/** Operations of this visit that are in force, newest first. */
const inForce = (visit: Visit): { plan: PlanState; operation: OperationState }[] =>
  visit.plans
    .filter((plan) => plan.purpose === 'fix')
    .flatMap((plan) => plan.operations.map((operation) => ({ plan, operation })))
    .filter(({ operation }) => operation.outcome === 'done' && !operation.undone)
    .reverse();

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\r\n');

function operationLines({ plan, operation: o }: { plan: PlanState; operation: OperationState }, n: number, lang: Lang): string[] {
  const hand = plan.content.byHand.flatMap((line) => (lineTexts[line.id] ? [say(lineTexts[line.id] as Text, lang, line.facts)] : []));
  const back = o.inverse
    ? [`  ${words.now[lang]}:`, indent(say(valueText(o.operation.to), lang)), `  ${words.before[lang]}:`, indent(say(valueText(o.operation.expect), lang))]
    : [`  ${words.noWay[lang]}`];
  return [
    `${n}. ${say(operationText(o.operation), lang)} (${words.changed[lang]}: ${o.endedAt ?? plan.at})`,
    ...back,
    ...hand.map((h) => `  ${words.hand[lang]}: ${h}`),
    '',
  ];
}

/** CRLF text, Japanese first unless other languages are named. */
export function undoText(visit: Visit, wanted: readonly Lang[] = [...langs].reverse()): string {
  const changes = inForce(visit);
  const part = (lang: Lang): string[] => [
    `== ${words.title[lang]} ==`,
    `${words.server[lang]}: ${visit.target.name} (${visit.target.kind})`,
    ...(visit.customer ? [`${words.customer[lang]}: ${visit.customer}`] : []),
    `${words.visit[lang]}: ${visit.visit}`,
    '',
    ...(changes.length === 0 ? [words.nothing[lang], ''] : [words.order[lang], '', ...changes.flatMap((c, i) => operationLines(c, i + 1, lang))]),
  ];
  return wanted.flatMap(part).join('\r\n');
}

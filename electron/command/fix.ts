import { checks } from '../../shared/checks/index';
import type { Choices } from '../../shared/fix';
import type { PlanView } from '../../shared/ipc';
import { operationText, riskTexts, valueText } from '../../shared/messages/operations';
import { say } from '../../shared/messages/text';
import { operationOutcomeTexts, verificationTexts } from '../../shared/messages/words';
import { planDocument, resultDocument } from '../../shared/report';
import type { Result } from '../../shared/result';
import { failed, ok } from '../../shared/result';
import type { PlanState } from '../../shared/visit';
import { foldVisit } from '../../shared/visit';
import type { Handlers } from '../handlers';
import { nearest } from '../nearest';
import type { Context, Printed, Run } from './context';
import { openNamed } from './open';

/** 0 done and verified or pending, 1 done but unchanged, worse or partly, 3 done but not verifiable, 4 nothing done. */
export function exitOfPlan(plan: PlanState): number {
  if (plan.state === 'none' || plan.state === 'planned') return plan.operations.length === 0 ? 0 : 4;
  const results = plan.verified.map((v) => v.result);
  if (plan.state === 'partly' || results.some((r) => r === 'unchanged' || r === 'worse')) return 1;
  return plan.state === 'uncertain' || results.includes('unknown') || results.length === 0 ? 3 : 0;
}

function readChoices(texts: readonly string[]): Result<Choices> {
  const choices: Record<string, string[]> = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at < 1 || at === text.length - 1) return failed('input-missing-value', { option: `--choice ${text.slice(0, 60)}` });
    const name = text.slice(0, at);
    choices[name] = [...(choices[name] ?? []), ...text.slice(at + 1).split(',')];
  }
  return ok(choices);
}

export function planText(context: Context, view: PlanView, exit: number): string {
  const { lang } = context;
  const pick = (en: string, ja: string) => (lang === 'en' ? en : ja);
  const document = planDocument(view, null, lang);
  const lines = view.content.operations.flatMap((o, i) => [
    `${i + 1}. ${say(operationText(o), lang)}`,
    `   ${pick('before', '変更前')}: ${say(valueText(o.expect), lang).replaceAll('\n', ' | ')}`,
    `   ${pick('after ', '変更後')}: ${say(valueText(o.to), lang).replaceAll('\n', ' | ')}`,
    `   ${pick('risk', 'リスク')}: ${say(riskTexts[document.operations[i]?.risk ?? 'low'], lang)}`,
  ]);
  for (const w of document.warnings) lines.push(`! ${w.text}`);
  for (const h of document.byHand) lines.push(`${pick('By hand', '手動で行う手順')}: ${h[lang]}`);
  if (exit === 4) lines.push(pick('Nothing was changed. Add --yes to carry it out.', '何も変更していません。実行するには --yes を付けてください。'));
  return lines.join('\n');
}

function resultText(context: Context, plan: PlanState): string {
  const { lang } = context;
  return [
    ...plan.operations.map((o) => `${o.n}. ${say(operationText(o.operation), lang)}: ${say(operationOutcomeTexts[o.outcome], lang)}`),
    ...plan.verified.map((v) => `${v.check}: ${v.before} -> ${v.after}: ${say(verificationTexts[v.result], lang)}`),
  ].join('\n');
}

/** Prints the plan, or runs it and prints what came of it. */
export async function runPlan(context: Context, handlers: Handlers, visit: string, kept: boolean, view: PlanView): Promise<Result<Printed>> {
  const { args, lang } = context;
  if (args.flag('preview') || !args.flag('yes')) {
    const exit = args.flag('preview') ? 0 : 4;
    return ok({ document: planDocument(view, kept ? visit : null, lang), text: planText(context, view, exit), exit });
  }
  if (view.content.operations.length === 0 && view.purpose === 'fix') return failed('unsupported-operation', { fix: view.content.fix });
  const applied = await handlers['visit.apply']({ visit, plan: view.plan, confirm: args.text('confirm') });
  if (!applied.ok) return applied;
  const entries = await handlers['visit.entries']({ visit, since: 0 });
  const plan = entries.ok ? foldVisit(entries.value.entries).plans.find((p) => p.plan === view.plan) : undefined;
  if (!plan) return failed('internal-bug', { where: 'fix', text: 'the plan is gone' });
  return ok({ document: resultDocument(plan, visit), text: `${resultText(context, plan)}\n${visit}`, exit: exitOfPlan(plan) });
}

export const fix: Run = async (context) => {
  const { args } = context;
  const [check, fixId] = [args.text('check'), args.text('fix')];
  if (check === undefined) return failed('input-missing-option', { option: '--check' });
  if (fixId === undefined) return failed('input-missing-option', { option: '--fix' });
  if (!checks.some((c) => c.id === check))
    return failed('input-unknown-check', {
      text: check.slice(0, 80),
      nearest: nearest(
        check,
        checks.map((c) => c.id),
      ),
    });
  const choices = readChoices(args.texts('choice'));
  if (!choices.ok) return choices;
  const kept = args.flag('yes') && !args.flag('preview');
  const handlers = context.handlers(kept || args.text('visit') !== undefined);
  const opened = await openNamed(context, handlers);
  if (!opened.ok) return opened;
  const { visit } = opened.value;
  context.onCancel(() => void handlers['visit.cancel']({ visit }));
  const printed = await fixIn(context, handlers, visit, kept || args.text('visit') !== undefined, check, fixId, choices.value);
  await handlers['visit.close']({ visit });
  return printed;
};

async function fixIn(
  context: Context,
  handlers: Handlers,
  visit: string,
  kept: boolean,
  check: string,
  fixId: string,
  choices: Choices,
): Promise<Result<Printed>> {
  const looked = await handlers['visit.look']({ visit });
  if (!looked.ok) return looked;
  const view = await handlers['visit.plan']({ visit, check, fix: fixId, choices });
  return view.ok ? runPlan(context, handlers, visit, kept, view.value) : view;
}

import type { Finding } from '../../shared/diagnose';
import type { Api, FixOffer } from '../../shared/ipc';
import { checkTexts } from '../../shared/messages/checks';
import type { Lang } from '../../shared/messages/text';
import { say } from '../../shared/messages/text';
import { gradeTexts, notApplicableText, passText, reasonOf, severityTexts, unknownText } from '../../shared/messages/words';
import type { Admitted } from '../../shared/refusal';
import { diagnosisDocument } from '../../shared/report';
import type { Result } from '../../shared/result';
import { ok } from '../../shared/result';
import { stepsOf, summarise } from '../../shared/steps';
import type { Look } from '../../shared/visit';
import { foldVisit } from '../../shared/visit';
import type { Handlers } from '../handlers';
import type { Context, Printed, Run } from './context';
import { openNamed } from './open';

type Document = Extract<Printed, { document: { schema: 'wsus-wizard/diagnosis/1' } }>['document'];

/** 1 problems or warnings; 3 nothing failed but something could not be examined; notes and waits are 0. */
export function exitOfLook(look: Look): number {
  const { problem, warning, unknown } = summarise(look.findings);
  return problem + warning > 0 ? 1 : unknown > 0 ? 3 : 0;
}

/** Up to 1,000 refused addresses of a finding. */
async function addressesOf(handlers: Handlers, visit: string, check: string): Promise<string[]> {
  const all: string[] = [];
  for (let from = 0; from < 1000; from += 200) {
    const page = await handlers['visit.refused']({ visit, check, from });
    if (!page.ok) break;
    all.push(...page.value.clients.map((c) => c.address));
    if (from + 200 >= page.value.total) break;
  }
  return all;
}

/** Looks, and gathers all that the document holds. */
export async function lookAndDescribe(
  context: Context,
  handlers: Handlers,
  visit: string,
  told: readonly string[],
  kept: boolean,
): Promise<Result<{ document: Document; look: Look }>> {
  const looked = await handlers['visit.look']({ visit });
  if (!looked.ok) return looked;
  const entries = await handlers['visit.entries']({ visit, since: 0 });
  if (!entries.ok) return entries;
  const state = foldVisit(entries.value.entries);
  const look = state.looks.at(-1) as Look;
  const offers = new Map<string, readonly FixOffer[]>();
  const refused = new Map<string, readonly string[]>();
  for (const finding of look.findings) {
    const offered = await handlers['visit.offers']({ visit, check: finding.check });
    if (offered.ok) offers.set(finding.check, offered.value.offers);
    if (finding.verdict === 'fail' && 'addresses' in finding.facts && 'refused' in finding.facts)
      refused.set(finding.check, await addressesOf(handlers, visit, finding.check));
  }
  const admitted: Admitted[] = [];
  for (const address of told) {
    const asked: Result<Api['visit.ask']['out']> = await handlers['visit.ask']({ visit, address });
    if (asked.ok) admitted.push(...asked.value.admitted);
  }
  const document = diagnosisDocument(
    { app: context.app, visit: kept ? visit : null, target: state.target, looked: looked.value, look, offers, refused, admitted },
    context.lang,
  );
  return ok({ document, look });
}

export const diagnose: Run = async (context) => {
  const kept = context.args.flag('keep') || context.args.text('visit') !== undefined;
  const handlers = context.handlers(kept);
  const opened = await openNamed(context, handlers);
  if (!opened.ok) return opened;
  const { visit, told } = opened.value;
  context.onCancel(() => void handlers['visit.cancel']({ visit }));
  const described = await lookAndDescribe(
    context,
    handlers,
    visit,
    told.clients.map((c) => c.address),
    kept,
  );
  await handlers['visit.close']({ visit });
  if (!described.ok) return described;
  return ok({ document: described.value.document, text: textOf(context, described.value.document), exit: exitOfLook(described.value.look) });
};

type Found = Document['findings'][number];

function failedLines(f: Found, lang: Lang): string[] {
  const pick = (en: string, ja: string) => (lang === 'en' ? en : ja);
  return [
    `[${say(severityTexts[f.severity], lang)}] ${f.text.title}  (${f.check})`,
    `    ${f.text.detail}`,
    `    ${pick('Evidence', '根拠')}: ${say(gradeTexts[f.grade], lang)} - ${f.sources.map((s) => s.title).join('; ')}`,
    ...f.fixes.map(
      (fix) =>
        `    ${pick('Fix', '修正')}: ${fix.id}${fix.choices ? ` (${fix.choices.map((c) => `${c.name}=${c.default.slice(0, 5).join(',')}`).join(' ')})` : ''}`,
    ),
  ];
}

/** The look as lines for people, causes before symptoms. */
function textOf(context: Context, document: Document): string {
  const { lang } = context;
  const pick = (en: string, ja: string) => (lang === 'en' ? en : ja);
  const name = (check: string) => say(checkTexts[check as keyof typeof checkTexts].name, lang);
  const lines = [`${document.target.kind}: ${document.target.name}${document.product ? ` - ${document.product.system}` : ''}`];
  if (document.target.simulated) lines.push(pick('Practice: this is a simulated server.', 'シミュレーションです。実在のサーバーではありません。'));
  for (const probe of document.probes) {
    for (const file of probe.files ?? []) lines.push(`  ${file.file} (${file.date}) - ${probe.id}`);
    for (const lost of probe.faults ?? []) lines.push(`  ${lost.file}: ${lost.code}`);
  }
  lines.push('');
  const order = stepsOf(document.findings as unknown as Finding[]).map((step) => document.findings.find((f) => f.id === step.finding.id) as Found);
  for (const f of order.filter((o) => o.verdict === 'fail')) lines.push(...failedLines(f, lang));
  // What was not checked for the same reason stands in one place.
  const open = new Map<string, string[]>();
  for (const f of order.filter((o) => o.verdict === 'unknown')) open.set(f.text.detail, [...(open.get(f.text.detail) ?? []), name(f.check)]);
  for (const [why, names] of open) lines.push(`[${say(unknownText, lang)}] ${why}`, `    ${names.join(pick(', ', '、'))}`);
  for (const a of document.admitted) {
    const verdict = a.admitted === null ? pick('cannot tell', '判断できません') : a.admitted ? pick('admitted', '許可') : pick('refused', '拒否');
    lines.push(
      `${a.client} ${a.node}: ${verdict}${a.entry ? ` (${a.entry})` : ''}${a.inheritedFrom ? pick(`, inherited from ${a.inheritedFrom}`, `、${a.inheritedFrom} から継承`) : ''}`,
    );
  }
  lines.push(`${say(passText, lang)} (${document.passed.length}): ${document.passed.map(name).join(pick(', ', '、'))}`);
  for (const n of document.notApplicable) lines.push(`${say(notApplicableText, lang)}: ${name(n.check)} - ${say(reasonOf(n.because), lang)}`);
  return lines.join('\n');
}

/** Turns what a visit knows into documents: keys in their order, words in the wanted language. */

import type { Finding } from './diagnose';
import type { DocumentOf } from './documents';
import type { Line } from './fix';
import type { Api, FixOffer, PlanView, ScenarioInfo, VisitInfo } from './ipc';
import { checkInfo } from './messages/catalogue';
import { checkTexts } from './messages/checks';
import { faultTexts } from './messages/faults';
import { lineTexts } from './messages/lines';
import { operationText } from './messages/operations';
import type { Lang } from './messages/text';
import { say } from './messages/text';
import { reasonOf } from './messages/words';
import type { Operation } from './operation';
import { inverseOf, isTrigger, riskOf, subjectOf } from './operation';
import type { Admitted } from './refusal';
import type { Facts, Fault } from './result';
import { sourceById } from './sources';
import type { Look, PlanState } from './visit';

export const both = (line: Line): { en: string; ja: string } => {
  const text = lineTexts[line.id];
  return text ? { en: say(text, 'en', line.facts), ja: say(text, 'ja', line.facts) } : { en: line.id, ja: line.id };
};

/** Title and detail of a finding; an unknown one says why. */
export function findingText(finding: Finding, lang: Lang): { title: string; detail: string } {
  const text = checkTexts[finding.check as keyof typeof checkTexts];
  if (!text) return { title: finding.check, detail: '' };
  if (finding.verdict === 'fail') return { title: say(text.title, lang, finding.facts), detail: say(text.detail, lang, finding.facts) };
  const why = finding.because
    ? 'fault' in finding.because
      ? say(faultTexts[finding.because.fault.code].message, lang, finding.because.fault.facts)
      : blockedText(finding.because.blockedBy, lang)
    : say(reasonOf(finding.facts.reason), lang, finding.facts);
  return { title: say(text.unknown, lang, finding.facts), detail: why };
}
const blockedText = (check: string, lang: Lang): string => {
  const name = checkTexts[check as keyof typeof checkTexts]?.name;
  const label = name ? say(name, lang) : check;
  return lang === 'en' ? `Waiting for another fix (${label}).` : `「${label}」の解決後に確認します。`;
};

export interface DiagnosisParts {
  readonly app: string;
  readonly visit: string | null;
  readonly target: { readonly kind: string; readonly name: string };
  readonly looked: Api['visit.look']['out'];
  readonly look: Look;
  readonly offers: ReadonlyMap<string, readonly FixOffer[]>;
  /** Up to 1,000 refused addresses by check. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
  readonly admitted: readonly Admitted[];
}

export function diagnosisDocument(parts: DiagnosisParts, lang: Lang): DocumentOf<'diagnosis/1'> {
  const { looked, look } = parts;
  return {
    schema: 'wsus-wizard/diagnosis/1',
    app: parts.app,
    visit: parts.visit,
    takenAt: looked.takenAt,
    target: {
      kind: parts.target.kind,
      name: parts.target.name,
      simulated: parts.target.kind === 'simulated',
      ...(looked.clock !== null && { clock: looked.clock }),
    },
    product: looked.product as DocumentOf<'diagnosis/1'>['product'],
    probes: looked.probes.map((p) => ({
      id: p.id,
      outcome: p.outcome,
      ...(p.machine && { machine: p.machine }),
      ...(p.fault && { fault: p.fault }),
      ms: p.ms,
      ...(p.files && { files: p.files }),
      ...(p.faults && { faults: p.faults.map(({ file, fault }) => ({ file, code: fault.code, facts: fault.facts })) }),
    })),
    findings: look.findings.map((f) => findingOf(f, parts, lang)),
    admitted: parts.admitted.map((a) => ({ ...a })),
    passed: [...look.passed],
    notApplicable: look.notApplicable.map((n) => ({ ...n })),
  };
}

function findingOf(finding: Finding, parts: DiagnosisParts, lang: Lang): DocumentOf<'diagnosis/1'>['findings'][number] {
  const info = checkInfo[finding.check as keyof typeof checkInfo];
  const addresses = parts.refused.get(finding.check);
  return {
    id: finding.id,
    check: finding.check,
    verdict: finding.verdict,
    severity: finding.severity,
    facts: { ...finding.facts, ...(addresses && 'addresses' in finding.facts && { addresses: [...addresses] }) },
    ...(finding.because && { because: finding.because }),
    grade: info.grade,
    sources: info.sources.flatMap((id) => {
      const source = sourceById(id);
      return source ? [{ id: source.id, title: source.title, ...(source.url && { url: source.url }), ...(source.date && { date: source.date }) }] : [];
    }),
    ...(finding.after && { after: [...finding.after] }),
    fixes: (parts.offers.get(finding.check) ?? []).map((offer) => fixOf(offer)),
    text: findingText(finding, lang),
  };
}

const fixOf = (offer: FixOffer) => ({
  id: offer.fix,
  ...(offer.choices.length > 0 && {
    choices: offer.choices.map((c) => ({
      name: c.name,
      values: c.values.map((v) => ({ value: v.value, label: v.value })),
      default: [...c.default],
      several: c.several,
    })),
  }),
  ...(offer.byHand.length > 0 && { byHand: offer.byHand.map(both) }),
});

export function planDocument(view: PlanView, visit: string | null, lang: Lang): DocumentOf<'plan/1'> {
  const { content } = view;
  return {
    schema: 'wsus-wizard/plan/1',
    visit,
    plan: view.plan,
    fix: content.fix,
    check: content.check,
    choices: content.choices,
    operations: content.operations.map((operation, i) => operationOf(operation, i + 1, lang)),
    admittedBefore: content.admittedBefore,
    admittedAfter: content.admittedAfter,
    byHand: content.byHand.map(both),
    warnings: content.warnings.map((w) => ({ id: w.id, facts: w.facts as Record<string, unknown>, text: both(w)[lang] })),
    needs: content.needs,
  };
}

function inverseDocument(operation: Operation): { operation: string; before: unknown; after: unknown } | null {
  const inverse = inverseOf(operation);
  return inverse && { operation: inverse.operation, before: inverse.expect, after: inverse.to };
}

const operationOf = (operation: Operation, n: number, lang: Lang): DocumentOf<'plan/1'>['operations'][number] => ({
  n,
  operation: operation.operation,
  machine: operation.machine,
  subject: subjectOf(operation),
  before: operation.expect,
  after: operation.to,
  inverse: inverseDocument(operation),
  risk: riskOf(operation),
  trigger: isTrigger(operation),
  text: say(operationText(operation), lang),
});

export function resultDocument(plan: PlanState, visit: string | null): DocumentOf<'result/1'> {
  return {
    schema: 'wsus-wizard/result/1',
    visit,
    plan: plan.plan,
    kind: plan.purpose,
    state: plan.state === 'planned' ? 'none' : plan.state,
    operations: plan.operations.map((o) => ({
      n: o.n,
      outcome: o.outcome === 'started' ? 'uncertain' : o.outcome,
      ...(o.found !== undefined && o.found !== null && { found: o.found }),
      ...(o.readBack !== undefined && { readBack: o.readBack }),
      ...(o.fault && { fault: o.fault as { code: Fault['code']; facts: Facts } }),
    })),
    verification: plan.verified.map((v) => ({
      check: v.check,
      before: v.before,
      after: v.after,
      result: v.result,
      ...(v.lookAgainAt && { lookAgainAt: v.lookAgainAt }),
    })),
  };
}

export const visitsDocument = (visits: readonly VisitInfo[]): DocumentOf<'visits/1'> => ({
  schema: 'wsus-wizard/visits/1',
  visits: visits.map(({ visit, target, openedAt, lastAt, applied, undone, uncertain, readOnly }) => ({
    visit,
    target: { kind: target.kind, name: target.name },
    openedAt,
    lastAt,
    applied,
    undone,
    uncertain,
    readOnly,
  })),
});

export const scenariosDocument = (
  list: readonly {
    info: ScenarioInfo;
    answers: readonly { check: string; severity: 'problem' | 'warning' | 'wait' | 'note'; facts: Record<string, unknown> }[];
  }[],
  lang: Lang,
  withAnswers: boolean,
): DocumentOf<'scenarios/1'> => ({
  schema: 'wsus-wizard/scenarios/1',
  scenarios: list.map(({ info, answers }) => ({
    id: info.id,
    title: info.title[lang],
    story: info.story[lang],
    generation: info.generation,
    clients: info.clients,
    ...(withAnswers && { faults: answers.map((a) => ({ check: a.check, severity: a.severity, facts: a.facts })) }),
  })),
});

export const faultDocument = (fault: Fault, lang: Lang): DocumentOf<'fault/1'> => ({
  schema: 'wsus-wizard/fault/1',
  code: fault.code,
  facts: fault.facts as Record<string, unknown>,
  message: say(faultTexts[fault.code].message, lang, fault.facts),
  help: say(faultTexts[fault.code].help, lang, fault.facts),
});

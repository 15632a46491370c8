/** The report of a visit for the customer: what was wrong, what was changed, what the server said then, how to go back, what was not checked. */
import type { Finding } from '../diagnose';
import { findingText } from '../report';
import type { Visit } from '../visit';
import { checkTexts } from './checks';
import { operationText, valueText } from './operations';
import type { Lang, Text } from './text';
import { say } from './text';
import { undoText } from './undo-text';
import { operationOutcomeTexts, severityTexts, verificationTexts } from './words';

export interface ReportSection {
  readonly title: string;
  readonly lines: readonly string[];
}
export interface VisitReport {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly ReportSection[];
}

const words = {
  title: { en: 'Report of a WSUS examination', ja: 'WSUS 診断報告書' },
  practice: { en: 'Practice: this was a simulated server.', ja: 'シミュレーションです。実在のサーバーではありません。' },
  customer: { en: 'Customer', ja: 'お客様名' },
  examined: { en: 'Examined', ja: '診断対象' },
  when: { en: 'When', ja: '日時' },
  first: { en: 'What was found first', ja: '最初の診断結果' },
  last: { en: 'What is left now', ja: '現在の状態' },
  none: { en: 'Nothing.', ja: 'ありません。' },
  changed: { en: 'What was changed', ja: '変更した内容' },
  proof: { en: 'What the server said when asked again', ja: '変更後の確認結果' },
  back: { en: 'How to go back', ja: '元に戻す手順' },
  open: { en: 'What was not checked', ja: '確認できなかった項目' },
  to: { en: 'from "{a}" to "{b}"', ja: '「{a}」から「{b}」' },
} as const satisfies Record<string, Text>;

const oneLine = (text: string): string => text.split('\n').join('; ');
const nameOf = (check: string, lang: Lang): string => {
  const text = checkTexts[check as keyof typeof checkTexts];
  return text ? say(text.name, lang) : check;
};
const findingLines = (findings: readonly Finding[], lang: Lang): string[] => {
  const failing = findings.filter((f) => f.verdict === 'fail');
  return failing.length === 0 ? [words.none[lang]] : failing.map((f) => `${say(severityTexts[f.severity], lang)}: ${findingText(f, lang).title}`);
};

export function visitReport(visit: Visit, lang: Lang): VisitReport {
  const [first, last] = [visit.looks[0], visit.looks.at(-1)];
  const done = visit.plans.flatMap((p) => p.operations.map((o) => ({ p, o }))).filter(({ o }) => o.outcome !== 'not-run');
  const changes = done.map(({ p, o }) => {
    const change = words.to[lang]
      .replace('{a}', oneLine(say(valueText(o.operation.expect), lang)))
      .replace('{b}', oneLine(say(valueText(o.operation.to), lang)));
    return `${o.endedAt ?? p.at}  ${say(operationText(o.operation), lang)}: ${change} (${say(operationOutcomeTexts[o.outcome], lang)})`;
  });
  const proof = visit.plans.flatMap((p) => p.verified.map((v) => `${v.at}  ${nameOf(v.check, lang)}: ${say(verificationTexts[v.result], lang)}`));
  const open = (last?.findings ?? []).filter((f) => f.verdict === 'unknown').map((f) => `${nameOf(f.check, lang)}: ${findingText(f, lang).detail}`);
  const or = (lines: string[]) => (lines.length > 0 ? lines : [words.none[lang]]);
  return {
    title: words.title[lang],
    lines: [
      ...(visit.target.kind === 'simulated' ? [words.practice[lang]] : []),
      ...(visit.customer ? [`${words.customer[lang]}: ${visit.customer}`] : []),
      `${words.examined[lang]}: ${visit.target.name} (${visit.target.kind})`,
      `${words.when[lang]}: ${visit.openedAt} - ${visit.lastAt}`,
    ],
    sections: [
      { title: words.first[lang], lines: findingLines(first?.findings ?? [], lang) },
      { title: words.changed[lang], lines: or(changes) },
      { title: words.proof[lang], lines: or(proof) },
      { title: words.last[lang], lines: findingLines(last?.findings ?? [], lang) },
      { title: words.open[lang], lines: or(open) },
      { title: words.back[lang], lines: undoText(visit, [lang]).split('\r\n').slice(1) },
    ],
  };
}

const markdownSafe = (text: string): string => text.replace(/([\\`*_{}[\]<>#|])/g, '\\$1');
export const reportMarkdown = (report: VisitReport): string =>
  [
    `# ${markdownSafe(report.title)}`,
    '',
    ...report.lines.map((l) => `- ${markdownSafe(l)}`),
    ...report.sections.flatMap((s) => ['', `## ${markdownSafe(s.title)}`, '', ...s.lines.filter((l) => l !== '').map((l) => `- ${markdownSafe(l.trim())}`)]),
    '',
  ].join('\n');

const htmlSafe = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const style =
  'body{font:15px/1.6 "Segoe UI","Yu Gothic UI",Meiryo,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}li{margin:.3rem 0;overflow-wrap:anywhere}';
/** One file without scripts or outside addresses; it prints well. */
export const reportHtml = (report: VisitReport, lang: Lang): string =>
  `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>${htmlSafe(report.title)}</title><style>${style}</style></head>\n<body><h1>${htmlSafe(report.title)}</h1>\n<ul>${report.lines.map((l) => `<li>${htmlSafe(l)}</li>`).join('')}</ul>\n${report.sections
    .map(
      (s) =>
        `<h2>${htmlSafe(s.title)}</h2>\n<ul>${s.lines
          .filter((l) => l !== '')
          .map((l) => `<li>${htmlSafe(l.trim())}</li>`)
          .join('')}</ul>`,
    )
    .join('\n')}\n</body></html>\n`;

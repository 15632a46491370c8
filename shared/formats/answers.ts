/**
 * answers.json: the agent's JSON lines in one array. First {"schema","computer","takenAt"}, then one line per probe
 * {"probe","machine","outcome","answer"|"fault"}, last {"end":"ok","lines":n}. One raw shape per probe: its schema.
 */
import * as z from 'zod/mini';
import type { Collected } from '../probe';
import type { ProbeId } from '../probes/index';
import { probes } from '../probes/index';
import type { Fault, Result } from '../result';
import { FaultSchema, failed, fault, ok } from '../result';

export const answersNumber = 1;
export const answersSchema = `wsus-wizard/answers/${answersNumber}`;

const Head = z.object({
  schema: z.string().check(z.regex(/^wsus-wizard\/answers\/\d+$/)),
  computer: z.optional(z.string()),
  takenAt: z.optional(z.string()),
  kit: z.optional(z.string()),
  agent: z.optional(z.string()),
});
const Line = z.object({
  probe: z.string(),
  machine: z.optional(z.string()),
  outcome: z.enum(['ok', 'failed', 'denied', 'missing']),
  answer: z.optional(z.unknown()),
  fault: z.optional(FaultSchema),
});

export interface AnswersFile {
  readonly computer: string | null;
  /** The number of the kit that collected, and the hash of its agent, as the answers themselves say; null: none. */
  readonly kit: { readonly number: string; readonly agent: string } | null;
  readonly answers: Partial<Record<ProbeId, { readonly machine: string | null; readonly collected: Collected<unknown> }>>;
  /** Probes this version does not know; kept by name. */
  readonly unknown: readonly string[];
  /** Newer number, no end line: told, and what is there is judged. */
  readonly faults: readonly Fault[];
}

export const looksLikeAnswers = (head: string): boolean => /^\uFEFF?\s*\[\s*\{\s*"schema"\s*:\s*"wsus-wizard\/answers\//.test(head);

/** One line to a Collected; an answer that breaks its probe's schema is a fault, never half used. */
function collectedOf(line: z.infer<typeof Line>): Collected<unknown> {
  if (line.outcome !== 'ok') return { outcome: line.outcome, fault: line.fault ?? fault('probe-not-answered', { probe: line.probe }) };
  const read = probes.find((p) => p.id === line.probe)?.schema.safeParse(line.answer);
  if (read?.success) return { outcome: 'ok', value: read.data };
  return { outcome: 'failed', fault: fault('probe-answer-malformed', { probe: line.probe, where: read?.error.issues[0]?.path.join('.').slice(0, 120) ?? '' }) };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Of a file that was cut, the lines that are whole: the agent writes one answer a line. */
function wholeLines(text: string): unknown[] {
  const lines: unknown[] = [];
  for (const line of text.split(/\r?\n/)) {
    const read = parsed(line.replace(/^[[,]/, ''));
    if (read === undefined) break;
    lines.push(read);
  }
  return lines;
}

export function readAnswers(given: string): Result<AnswersFile> {
  const text = given.replace(/^\uFEFF/, '');
  const whole = parsed(text);
  const cut = whole === undefined;
  const json = cut ? wholeLines(text) : whole;
  const [first, ...rest] = Array.isArray(json) ? json : [];
  const head = Head.safeParse(first);
  if (!head.success) return failed('malformed-text', { what: 'answers.json', file: 'answers.json' });
  const faults: Fault[] = [];
  if (Number(head.data.schema.split('/').at(-1)) > answersNumber)
    faults.push(fault('unsupported-newer-file', { file: 'answers.json', schema: head.data.schema }));
  const answers: AnswersFile['answers'] = {};
  const unknown: string[] = [];
  for (const raw of rest) {
    const line = Line.safeParse(raw);
    if (!line.success) continue;
    const known = probes.find((p) => p.id === line.data.probe);
    if (known) answers[known.id] = { machine: line.data.machine ?? null, collected: collectedOf(line.data) };
    else unknown.push(line.data.probe.slice(0, 60));
  }
  const end = rest.at(-1) as { end?: unknown } | undefined;
  if (cut) faults.push(fault('malformed-answers-cut', { answers: Object.keys(answers).length }));
  else if (end?.end === undefined) faults.push(fault('probe-not-answered', { what: 'end line' }));
  const { kit, agent } = head.data;
  return ok({ computer: head.data.computer ?? null, kit: kit ? { number: kit, agent: agent ?? '' } : null, answers, unknown, faults });
}

/** The append-only record of a visit: one JSON object a line, numbered. Written before a change, never edited. */
import * as z from 'zod/mini';
import { severities } from './check';
import { FixPlan } from './fix';
import { Operation } from './operation-schema';
import { FactsSchema, FaultSchema } from './result';
import { Told } from './target';
import { verifications } from './verify';

export const FindingSchema = z.object({
  id: z.string(),
  check: z.string(),
  verdict: z.enum(['fail', 'unknown']),
  severity: z.enum(severities),
  facts: FactsSchema,
  because: z.optional(z.union([z.object({ fault: FaultSchema }), z.object({ blockedBy: z.string() })])),
  after: z.optional(z.array(z.string())),
});

/** Of an undo plan: the operation of an earlier plan that each of its operations takes back. */
const Undone = z.object({ plan: z.string(), operation: z.number() });

export const settledOutcomes = ['not-done', 'done', 'changed-by-other'] as const;

const numbered = { n: z.number(), at: z.string() };

export const Entry = z.discriminatedUnion('kind', [
  z.object({
    ...numbered,
    kind: z.literal('visit-opened'),
    schema: z.string(),
    app: z.string(),
    visit: z.string(),
    /** Without credentials; `name` is what people call it. */
    target: z.object({ kind: z.string(), name: z.string(), text: z.string() }),
  }),
  z.object({ ...numbered, kind: z.literal('told'), told: Told }),
  z.object({ ...numbered, kind: z.literal('named'), customer: z.string() }),
  z.object({
    ...numbered,
    kind: z.literal('looked'),
    look: z.number(),
    file: z.string(),
    sha256: z.string(),
    clock: z.optional(z.string()),
    findings: z.array(FindingSchema),
    passed: z.array(z.string()),
    notApplicable: z.array(z.object({ check: z.string(), because: z.string() })),
  }),
  z.object({ ...numbered, kind: z.literal('planned'), plan: z.string(), purpose: z.enum(['fix', 'undo']), content: FixPlan, undoes: z.array(Undone) }),
  z.object({ ...numbered, kind: z.literal('started'), plan: z.string(), operation: z.number(), inverse: z.nullable(Operation) }),
  z.object({
    ...numbered,
    kind: z.literal('ended'),
    plan: z.string(),
    operation: z.number(),
    found: z.unknown(),
    readBack: z.optional(z.unknown()),
    /** Name of the backup made before the first change of IIS. */
    backup: z.optional(z.string()),
    fault: z.optional(FaultSchema),
  }),
  z.object({ ...numbered, kind: z.literal('settled'), plan: z.string(), operation: z.number(), outcome: z.enum(settledOutcomes), found: z.unknown() }),
  z.object({
    ...numbered,
    kind: z.literal('verified'),
    plan: z.string(),
    check: z.string(),
    before: z.string(),
    after: z.string(),
    result: z.enum(verifications),
    lookAgainAt: z.optional(z.string()),
  }),
]);
export type Entry = z.infer<typeof Entry>;
export type EntryKind = Entry['kind'];
/** An entry before it has its number and time. */
export type NewEntry = { [K in EntryKind]: Omit<Extract<Entry, { kind: K }>, 'n' | 'at'> }[EntryKind];

/** The documents the command line prints: shapes with versions. JSON Schemas are made from these (npm run docs). */
import * as z from 'zod/mini';
import { severities } from './check';
import { generations } from './generation';
import { FaultSchema } from './result';
import { grades } from './sources';
import { verifications } from './verify';

const facts = z.record(z.string(), z.unknown());
const line = z.object({ en: z.string(), ja: z.string() });
const value = z.unknown();
const schema = <const N extends string>(name: N) => z.literal(`wsus-wizard/${name}`);
const nullable = z.nullable(z.string());

export const documents = {
  'diagnosis/1': z.object({
    schema: schema('diagnosis/1'),
    app: z.string(),
    visit: nullable,
    takenAt: z.string(),
    target: z.object({ kind: z.string(), name: z.string(), simulated: z.boolean(), clock: z.optional(z.string()) }),
    product: z.nullable(z.object({ generation: z.nullable(z.enum(generations)), version: nullable, system: z.string(), iis: z.number() })),
    probes: z.array(
      z.object({
        id: z.string(),
        outcome: z.enum(['ok', 'failed', 'denied', 'missing']),
        machine: z.optional(z.string()),
        fault: z.optional(FaultSchema),
        ms: z.number(),
        files: z.optional(z.array(z.object({ file: z.string(), date: z.string() }))),
        faults: z.optional(z.array(z.object({ file: z.string(), code: z.string(), facts }))),
      }),
    ),
    findings: z.array(
      z.object({
        id: z.string(),
        check: z.string(),
        verdict: z.enum(['fail', 'unknown']),
        severity: z.enum(severities),
        facts,
        because: z.optional(z.union([z.object({ fault: FaultSchema }), z.object({ blockedBy: z.string() })])),
        grade: z.enum(grades),
        sources: z.array(z.object({ id: z.string(), title: z.string(), url: z.optional(z.string()), date: z.optional(z.string()) })),
        after: z.optional(z.array(z.string())),
        fixes: z.array(
          z.object({
            id: z.string(),
            choices: z.optional(
              z.array(
                z.object({
                  name: z.string(),
                  values: z.array(z.object({ value: z.string(), label: z.string() })),
                  default: z.array(z.string()),
                  several: z.boolean(),
                }),
              ),
            ),
            byHand: z.optional(z.array(line)),
          }),
        ),
        text: z.object({ title: z.string(), detail: z.string() }),
      }),
    ),
    admitted: z.array(
      z.object({
        client: z.string(),
        subnet: z.optional(z.string()),
        node: z.string(),
        admitted: z.nullable(z.boolean()),
        entry: nullable,
        decidedBy: nullable,
        inheritedFrom: z.optional(z.string()),
      }),
    ),
    passed: z.array(z.string()),
    notApplicable: z.array(z.object({ check: z.string(), because: z.string() })),
  }),
  'plan/1': z.object({
    schema: schema('plan/1'),
    visit: nullable,
    plan: z.string(),
    fix: z.string(),
    check: z.string(),
    choices: z.record(z.string(), z.array(z.string())),
    operations: z.array(
      z.object({
        n: z.number(),
        operation: z.string(),
        machine: z.string(),
        subject: z.string(),
        before: value,
        after: value,
        inverse: z.nullable(z.object({ operation: z.string(), before: value, after: value })),
        risk: z.enum(['none', 'low', 'medium']),
        trigger: z.boolean(),
        text: z.string(),
      }),
    ),
    admittedBefore: z.array(z.object({ node: z.string(), admits: z.array(z.string()) })),
    admittedAfter: z.array(z.object({ node: z.string(), admits: z.array(z.string()) })),
    byHand: z.array(line),
    warnings: z.array(z.object({ id: z.string(), facts, text: z.string() })),
    needs: z.array(z.enum(['elevation', 'typed-name'])),
  }),
  'result/1': z.object({
    schema: schema('result/1'),
    visit: nullable,
    plan: z.string(),
    kind: z.enum(['fix', 'undo']),
    state: z.enum(['applied', 'partly', 'none', 'uncertain']),
    operations: z.array(
      z.object({
        n: z.number(),
        outcome: z.enum(['done', 'failed', 'not-run', 'already', 'changed-since', 'uncertain']),
        found: z.optional(value),
        readBack: z.optional(value),
        fault: z.optional(FaultSchema),
      }),
    ),
    verification: z.array(
      z.object({ check: z.string(), before: z.string(), after: z.string(), result: z.enum(verifications), lookAgainAt: z.optional(z.string()) }),
    ),
  }),
  'visits/1': z.object({
    schema: schema('visits/1'),
    visits: z.array(
      z.object({
        visit: z.string(),
        target: z.object({ kind: z.string(), name: z.string() }),
        openedAt: z.string(),
        lastAt: z.string(),
        applied: z.number(),
        undone: z.number(),
        uncertain: z.number(),
        readOnly: z.boolean(),
      }),
    ),
  }),
  'visit/1': z.looseObject({ schema: schema('visit/1'), visit: z.string() }),
  'scenarios/1': z.object({
    schema: schema('scenarios/1'),
    scenarios: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        story: z.string(),
        generation: nullable,
        clients: z.number(),
        faults: z.optional(z.array(z.object({ check: z.string(), severity: z.enum(severities), facts }))),
      }),
    ),
  }),
  'refusals/1': z.object({
    schema: schema('refusals/1'),
    files: z.array(
      z.object({
        path: z.string(),
        rows: z.number(),
        bytes: z.number(),
        from: nullable,
        to: nullable,
        warnings: z.array(z.object({ id: z.string(), facts, text: z.string() })),
      }),
    ),
    rows: z.number(),
    refusals: z.number(),
    clients: z.array(z.object({ address: z.string(), count: z.number(), first: nullable, last: nullable, paths: z.array(z.string()) })),
    subnets: z.array(z.object({ subnet: z.string(), clients: z.number(), count: z.number() })),
  }),
  'kit/1': z.object({
    schema: schema('kit/1'),
    kind: z.enum(['collect', 'fix']),
    /** Random; answers.json repeats it. */
    kit: z.string(),
    folder: z.string(),
    machine: nullable,
    operations: z.array(z.object({ n: z.number(), operation: z.string(), machine: z.string(), subject: z.string(), text: z.string() })),
    files: z.array(z.object({ file: z.string(), bytes: z.number(), sha256: z.string() })),
  }),
  'classroom/1': z.object({ schema: schema('classroom/1'), url: z.string() }),
  'fault/1': z.object({ schema: schema('fault/1'), code: z.string(), facts, message: z.string(), help: z.string() }),
} as const;
export type DocumentName = keyof typeof documents;
export type DocumentOf<N extends DocumentName> = z.infer<(typeof documents)[N]>;

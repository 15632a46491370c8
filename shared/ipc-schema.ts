/** Input and output schema of each request. Inputs are strict: an extra key is refused. */
import * as z from 'zod/mini';
import { severities } from './check';
import { FixPlan } from './fix';
import type { Api, RequestName } from './ipc';
import { Entry } from './journal';
import { Operation } from './operation-schema';
import { FactsSchema, FaultSchema } from './result';
import { sources } from './sources';

const id = z.string().check(z.regex(/^[0-9a-z][0-9a-z-]{3,60}$/));
const name = z.string().check(z.maxLength(60), z.regex(/^[a-z0-9-]+$/));
const text = z.string().check(z.maxLength(200));
const both = z.object({ en: z.string(), ja: z.string() });
const none = z.strictObject({});
const summary = z.object({ problem: z.number(), warning: z.number(), wait: z.number(), note: z.number(), unknown: z.number() });
const told = z.strictObject({
  clients: z.array(z.strictObject({ address: text, name: z.optional(text) })).check(z.maxLength(10_000)),
  subnets: z.array(text).check(z.maxLength(1_000)),
  directory: z.optional(z.boolean()),
});
const probeEntry = z.object({
  id: z.string(),
  outcome: z.enum(['ok', 'failed', 'denied', 'missing']),
  machine: z.optional(z.string()),
  fault: z.optional(FaultSchema),
  ms: z.number(),
  files: z.optional(z.array(z.object({ file: z.string(), date: z.string() }))),
  faults: z.optional(z.array(z.object({ file: z.string(), fault: FaultSchema }))),
});
const manner = { lang: z.enum(['en', 'ja']), theme: z.enum(['system', 'light', 'dark']) };
const liveKind = z.enum(['network', 'windows']);
const undoes = z.array(z.object({ plan: z.string(), operation: z.number() }));
const planView = z.object({
  plan: z.string(),
  purpose: z.enum(['fix', 'undo']),
  content: FixPlan,
  undoes,
  here: z.boolean(),
  leftOut: z.array(z.object({ plan: z.string(), operation: z.number(), service: z.string() })),
});

const kitView = z.nullable(
  z.object({
    kind: z.enum(['collect', 'fix']),
    kit: z.string(),
    folder: z.string(),
    machine: z.nullable(z.string()),
    operations: z.array(Operation),
    files: z.array(z.object({ file: z.string(), bytes: z.number(), sha256: z.string() })),
  }),
);

type Schemas = { [N in RequestName]: { in: z.ZodMiniType<Api[N]['in']>; out: z.ZodMiniType<Api[N]['out']> } };

export const ipcSchemas = {
  'app.info': {
    in: none,
    out: z.object({
      version: z.string(),
      platform: z.string(),
      lang: z.enum(['en', 'ja']),
      restricted: z.boolean(),
      face: z.enum(['desktop', 'classroom']),
      packed: z.boolean(),
      elevation: z.enum(['offered', 'copy', 'none']),
      folders: z.array(z.object({ id, name: z.string() })),
    }),
  },
  'app.manner': { in: z.strictObject(manner), out: z.object(manner) },
  'scenarios.list': {
    in: none,
    out: z.object({
      scenarios: z.array(
        z.object({
          id: z.string(),
          title: both,
          story: both,
          generation: z.nullable(z.string()),
          clients: z.number(),
          answers: z.array(z.object({ check: z.string(), severity: z.enum(severities), facts: FactsSchema })),
          basis: z.array(z.object({ text: both, grade: z.string() })),
        }),
      ),
    }),
  },
  'folder.choose': { in: none, out: z.object({ folder: z.nullable(z.object({ id, name: z.string() })) }) },
  'address.ask': { in: z.strictObject({ kind: liveKind }), out: z.object({ address: z.nullable(z.object({ id, name: z.string(), kind: liveKind })) }) },
  'address.password': { in: z.strictObject({ visit: id }), out: z.object({ typed: z.boolean() }) },
  'visits.list': {
    in: none,
    out: z.object({
      visits: z.array(
        z.object({
          visit: z.string(),
          target: z.object({ kind: z.string(), name: z.string(), text: z.string() }),
          customer: z.string(),
          openedAt: z.string(),
          lastAt: z.string(),
          summary: z.nullable(summary),
          applied: z.number(),
          undone: z.number(),
          uncertain: z.number(),
          readOnly: z.boolean(),
        }),
      ),
    }),
  },
  'visits.delete': { in: z.strictObject({ visit: id }), out: z.object({ visit: z.string() }) },
  'visit.open': {
    in: z.strictObject({
      target: z.union([
        z.strictObject({ kind: z.literal('simulated'), scenario: z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+([,?][a-z0-9=,&]*)?$/)) }),
        z.strictObject({ kind: z.literal('evidence'), folder: id }),
        z.strictObject({ kind: z.enum(['network', 'windows']), address: id }),
      ]),
    }),
    out: z.object({ visit: z.string() }),
  },
  'visit.reopen': { in: z.strictObject({ visit: id }), out: z.object({ visit: z.string(), readOnly: z.boolean() }) },
  'visit.close': { in: z.strictObject({ visit: id }), out: z.object({ visit: z.string() }) },
  'visit.tell': {
    in: z.strictObject({ visit: id, told }),
    out: z.object({
      told: z.object({
        clients: z.array(z.object({ address: z.string(), name: z.optional(z.string()) })),
        subnets: z.array(z.string()),
        directory: z.optional(z.boolean()),
      }),
    }),
  },
  'visit.look': {
    in: z.strictObject({ visit: id, elevated: z.optional(z.boolean()) }),
    out: z.object({
      look: z.number(),
      takenAt: z.string(),
      clock: z.nullable(z.string()),
      probes: z.array(probeEntry),
      product: z.nullable(z.object({ generation: z.nullable(z.string()), version: z.nullable(z.string()), system: z.string(), iis: z.number() })),
    }),
  },
  'visit.pass-time': { in: z.strictObject({ visit: id, minutes: z.number().check(z.minimum(1), z.maximum(100_000)) }), out: z.object({ clock: z.string() }) },
  'visit.cancel': { in: z.strictObject({ visit: id }), out: z.object({ visit: z.string() }) },
  'visit.entries': { in: z.strictObject({ visit: id, since: z.number().check(z.minimum(0)) }), out: z.object({ entries: z.array(Entry) }) },
  'visit.saw': {
    in: z.strictObject({ visit: id, check: name }),
    out: z.object({
      probes: z.array(probeEntry),
      nodes: z.array(
        z.object({
          node: z.string(),
          decidedBy: z.nullable(z.string()),
          byDefault: z.boolean(),
          ambiguous: z.boolean(),
          rules: z.array(z.object({ text: z.string(), allow: z.boolean(), node: z.string(), byName: z.boolean() })),
          space: z.array(z.object({ cidr: z.string(), admitted: z.nullable(z.boolean()) })),
        }),
      ),
    }),
  },
  'visit.refused': {
    in: z.strictObject({ visit: id, check: name, from: z.number().check(z.minimum(0)) }),
    out: z.object({
      total: z.number(),
      from: z.number(),
      clients: z.array(z.object({ address: z.string(), name: z.nullable(z.string()) })).check(z.maxLength(200)),
    }),
  },
  'visit.logs': {
    in: z.strictObject({ visit: id, from: z.number().check(z.minimum(0)) }),
    out: z.object({
      total: z.number(),
      from: z.number(),
      clients: z
        .array(
          z.object({
            address: z.string(),
            count: z.number(),
            first: z.nullable(z.string()),
            last: z.nullable(z.string()),
            paths: z.array(z.string()),
            refusedNow: z.nullable(z.boolean()),
          }),
        )
        .check(z.maxLength(200)),
      days: z.array(z.object({ subnet: z.string(), day: z.string(), count: z.number() })),
      files: z.array(
        z.object({
          file: z.string(),
          rows: z.number(),
          bytes: z.number(),
          from: z.nullable(z.string()),
          to: z.nullable(z.string()),
          warnings: z.array(z.object({ id: z.string(), count: z.number() })),
        }),
      ),
    }),
  },
  'visit.client-log': {
    in: z.strictObject({ visit: id, client: z.number().check(z.minimum(0)), from: z.number().check(z.minimum(0)) }),
    out: z.object({
      names: z.array(z.string()),
      client: z.nullable(
        z.object({
          name: z.string(),
          agent: z.nullable(z.string()),
          server: z.nullable(z.string()),
          statusServer: z.nullable(z.string()),
          susClientId: z.nullable(z.string()),
          zone: z.nullable(z.string()),
          from: z.nullable(z.string()),
          to: z.nullable(z.string()),
          codes: z.array(z.object({ code: z.string(), count: z.number(), first: z.nullable(z.string()), last: z.nullable(z.string()) })),
        }),
      ),
      total: z.number(),
      from: z.number(),
      events: z.array(z.object({ at: z.nullable(z.string()), kind: z.string(), code: z.nullable(z.string()), text: z.string() })).check(z.maxLength(200)),
    }),
  },
  'visit.ask': {
    in: z.strictObject({ visit: id, address: text }),
    out: z.object({
      admitted: z.array(
        z.object({
          client: z.string(),
          subnet: z.optional(z.string()),
          node: z.string(),
          admitted: z.nullable(z.boolean()),
          entry: z.nullable(z.string()),
          decidedBy: z.nullable(z.string()),
          inheritedFrom: z.optional(z.string()),
        }),
      ),
    }),
  },
  'visit.offers': {
    in: z.strictObject({ visit: id, check: name }),
    out: z.object({
      offers: z.array(
        z.object({
          fix: z.string(),
          choices: z.array(
            z.object({
              name: z.string(),
              values: z.array(z.object({ value: z.string(), facts: z.optional(FactsSchema) })),
              default: z.array(z.string()),
              several: z.boolean(),
              open: z.boolean(),
            }),
          ),
          byHand: z.array(z.object({ id: z.string(), facts: FactsSchema })),
          warnings: z.array(z.object({ id: z.string(), facts: FactsSchema })),
        }),
      ),
    }),
  },
  'visit.plan': { in: z.strictObject({ visit: id, check: name, fix: name, choices: z.record(name, z.array(text).check(z.maxLength(1_000))) }), out: planView },
  'visit.name': { in: z.strictObject({ visit: id, customer: z.string().check(z.maxLength(80)) }), out: z.object({ customer: z.string() }) },
  'visit.save-undo': { in: z.strictObject({ visit: id }), out: z.object({ text: z.string(), saved: z.nullable(z.string()) }) },
  'visits.choose-folder': { in: none, out: z.object({ folder: z.nullable(z.string()) }) },
  'visit.undo': {
    in: z.strictObject({ visit: id, plan: z.optional(id), operation: z.optional(z.number()), since: z.optional(id), includeStarts: z.boolean() }),
    out: planView,
  },
  'visit.apply': {
    in: z.strictObject({ visit: id, plan: id, confirm: z.optional(text), elevated: z.optional(z.boolean()) }),
    out: z.object({ plan: z.string() }),
  },
  'kit.write': { in: none, out: z.object({ kit: kitView }) },
  'kit.write-fixes': { in: z.strictObject({ visit: id, plan: z.optional(id) }), out: z.object({ kit: kitView }) },
  'source.open': { in: z.strictObject({ source: z.enum(sources.map((s) => s.id) as [string, ...string[]]) }), out: z.object({ source: z.string() }) },
} as const satisfies Record<RequestName, { in: z.ZodMiniType; out: z.ZodMiniType }>;

export const schemaOf = <N extends RequestName>(request: N): Schemas[N] => ipcSchemas[request] as unknown as Schemas[N];

/** A scenario: a base World and what is broken in it, with its story for people. */
import * as z from 'zod/mini';
import { severities } from '../check';
import { grades } from '../sources';
import { breakWorld, FaultChoice } from './faults';
import type { World } from './world';

export const scenarioSchema = 'wsus-wizard/scenario/1';

const Both = z.object({ en: z.string(), ja: z.string() });

export const Scenario = z.object({
  schema: z.literal(scenarioSchema),
  id: z.string(),
  base: z.string(),
  title: Both,
  story: Both,
  faults: z.array(FaultChoice),
  /** What there is to find, for the trainer. */
  answers: z.array(z.object({ check: z.string(), severity: z.enum(severities), facts: z.record(z.string(), z.json()) })),
  /** Where the facts come from; what no document gives is marked. */
  basis: z.array(z.object({ text: Both, grade: z.enum(['recollection', ...grades]) })),
});
export type Scenario = z.infer<typeof Scenario>;

/** The World of a scenario on its base. */
export const worldOf = (scenario: Scenario, base: World): World => scenario.faults.reduce(breakWorld, base);

import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';
import { Setting } from '../restriction';

/** What each node says itself; which value is in force follows from the chain (restriction.ts). */
export const ipRestrictions = defineProbe(
  'ip-restrictions',
  z.object({
    iis: z.union([z.literal(6), z.literal(7)]),
    /** IIS 7+: whether the module that enforces the lists is loaded; always true on IIS 6. */
    inForce: collected(z.boolean()),
    nodes: z.record(z.string(), collected(Setting)),
  }),
);

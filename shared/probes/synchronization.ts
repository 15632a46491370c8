import * as z from 'zod/mini';
import { defineProbe } from '../probe';

/** The last synchronisation of the catalogue, and how many updates are approved. Synchronised is not yet downloaded (domain.md 8). */
export const synchronization = defineProbe(
  'synchronization',
  z.object({
    last: z.nullable(z.object({ at: z.string(), result: z.enum(['succeeded', 'failed']), error: z.nullable(z.string()) })),
    running: z.boolean(),
    approved: z.nullable(z.number()),
  }),
);

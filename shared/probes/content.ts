import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';

/** Bytes of approved update files: there, and wanted in all; what else tells whether more can come. */
export const content = defineProbe(
  'content',
  z.object({
    done: z.number(),
    total: z.number(),
    /** Free bytes on the drive of the content. */
    free: collected(z.number()),
    /** Time of the last event 364 (a file could not be downloaded), null: none. */
    lastFailure: collected(z.nullable(z.string())),
  }),
);

import * as z from 'zod/mini';
import { defineProbe } from '../probe';

/** Events of WSUS on the server: from SoftwareDistribution.log or an export of the event log (domain.md 7). */
export const serverEvents = defineProbe(
  'server-events',
  z.object({
    events: z.array(
      z.object({
        source: z.string(),
        id: z.number(),
        level: z.enum(['error', 'warning', 'information']),
        count: z.number(),
        first: z.nullable(z.string()),
        last: z.nullable(z.string()),
        /** The newest one's text, at most 300 characters. */
        message: z.string(),
      }),
    ),
    rows: z.number(),
    unread: z.number(),
  }),
);

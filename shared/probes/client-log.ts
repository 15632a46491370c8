import * as z from 'zod/mini';
import { defineProbe } from '../probe';

export const clientEventKinds = ['start', 'agent', 'server', 'id', 'self-update-passed', 'self-update-refused', 'soap-fault', 'error', 'report'] as const;

/** What the Windows Update logs of clients say (formats.md 4). Times are the client's own, with its zone where the log tells it. */
export const clientLog = defineProbe(
  'client-log',
  z.object({
    clients: z.array(
      z.object({
        /** The computer where the log names it, else the file. */
        name: z.string(),
        files: z.array(z.string()),
        agent: z.nullable(z.string()),
        server: z.nullable(z.string()),
        statusServer: z.nullable(z.string()),
        susClientId: z.nullable(z.string()),
        /** +09:00; null: not told. */
        zone: z.nullable(z.string()),
        lines: z.number(),
        from: z.nullable(z.string()),
        to: z.nullable(z.string()),
        /** The newest 500, in order. */
        events: z.array(z.object({ at: z.nullable(z.string()), kind: z.enum(clientEventKinds), code: z.nullable(z.string()), text: z.string() })),
        /** Failing codes, most frequent first. */
        codes: z.array(z.object({ code: z.string(), count: z.number(), first: z.nullable(z.string()), last: z.nullable(z.string()) })),
        /** Lines that could not be read. */
        unread: z.number(),
      }),
    ),
  }),
);

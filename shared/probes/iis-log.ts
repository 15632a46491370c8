import * as z from 'zod/mini';
import { defineProbe } from '../probe';

const moment = z.nullable(z.string());

/** Who IIS refused by address, from its W3C logs. Times are UTC, written with their zone. */
export const iisLog = defineProbe(
  'iis-log',
  z.object({
    files: z.array(
      z.object({
        file: z.string(),
        rows: z.number(),
        bytes: z.number(),
        from: moment,
        to: moment,
        warnings: z.array(z.object({ id: z.string(), count: z.number() })),
      }),
    ),
    rows: z.number(),
    /** Rows that say "refused by address", of WSUS paths and of others. */
    refusals: z.number(),
    /** Of these, those whose sub-status is not logged. */
    likely: z.number(),
    from: moment,
    to: moment,
    /** Refused clients in numerical order; `wsus`: of `count`, those of WSUS paths. */
    clients: z.array(z.object({ address: z.string(), count: z.number(), wsus: z.number(), first: moment, last: moment, paths: z.array(z.string()) })),
    /** Refusals of WSUS paths by subnet (/24, /64) and day. */
    days: z.array(z.object({ subnet: z.string(), day: z.string(), count: z.number() })),
    /** Addresses that asked for a WSUS path, whatever the answer. */
    seen: z.array(z.string()),
    /** 401 and 404 of WSUS paths: refusals where denyAction says so. */
    otherAnswers: z.array(z.object({ address: z.string(), s401: z.number(), s404: z.number(), first: moment, last: moment })),
    /** Logs, folders and sites whose logs were not read, or not to their end; at most twenty. Absent: none. */
    unread: z.optional(z.array(z.string())),
  }),
);

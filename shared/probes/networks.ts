import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';
import { FaultSchema } from '../result';

export const learnedFrom = ['told', 'adapter', 'route', 'persistent-route', 'dhcp', 'dns', 'wsus', 'active-directory', 'this-computer', 'log'] as const;
export const LearnedFrom = z.enum(learnedFrom);
export type LearnedFrom = z.infer<typeof LearnedFrom>;

/** The server's own addresses, and where clients are, each with where it was learned (domain.md 14). */
export const networks = defineProbe(
  'networks',
  z.object({
    adapters: collected(z.array(z.object({ name: z.string(), address: z.string(), mask: z.string(), external: z.boolean() }))),
    subnets: z.array(z.object({ subnet: z.string(), learned: LearnedFrom })),
    clients: z.array(z.object({ address: z.string(), name: z.optional(z.string()), learned: LearnedFrom })),
    /** Sources that failed alone, each with the reason: what they know is not in here. */
    unheard: z.optional(z.array(z.object({ source: LearnedFrom, fault: FaultSchema }))),
  }),
);

import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';

export const Binding = z.object({ protocol: z.enum(['http', 'https']), address: z.string(), port: z.number(), host: z.string() });
export type Binding = z.infer<typeof Binding>;

/** Sites by id and binding; the name is for people only, since it is localised. */
export const webSites = defineProbe(
  'web-sites',
  z.object({
    /** Which rules hold: 6, or 7 for IIS 7 and later. */
    iis: z.union([z.literal(6), z.literal(7)]),
    sites: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        /** The node of its root: W3SVC/1/ROOT, or the site's name. */
        root: z.string(),
        bindings: z.array(Binding),
        state: collected(z.enum(['started', 'stopped'])),
        /** The folder of its logs as the server writes it, variables and all; null: not told. */
        logFolder: z.optional(z.nullable(z.string())),
      }),
    ),
    pools: collected(z.array(z.object({ name: z.string(), state: z.enum(['started', 'stopped']) }))),
    /** Something in the configuration that only IIS 8 and later write (an inference, used for severity only). */
    atLeastIis8: z.boolean(),
  }),
);
export type WebSite = z.infer<typeof webSites.schema>['sites'][number];

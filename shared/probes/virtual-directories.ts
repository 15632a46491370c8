import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';

/** The virtual directories of all sites, and whether the self-update files lie where they should. */
export const virtualDirectories = defineProbe(
  'virtual-directories',
  z.object({
    vroots: z.array(
      z.object({
        node: z.string(),
        site: z.number(),
        /** As the server writes it; compare without case. */
        name: z.string(),
        settings: collected(
          z.object({
            path: z.string(),
            anonymous: z.nullable(z.boolean()),
            requiresSsl: z.nullable(z.boolean()),
            pool: z.nullable(z.string()),
          }),
        ),
      }),
    ),
    selfUpdateFiles: collected(z.object({ folder: z.string(), files: z.array(z.string()) })),
  }),
);
export type Vroot = z.infer<typeof virtualDirectories.schema>['vroots'][number];

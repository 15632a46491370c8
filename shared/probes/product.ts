import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';

/** Win32_OperatingSystem, HKLM\SOFTWARE\Microsoft\InetStp and the WSUS set-up key (domain.md 7). */
export const product = defineProbe(
  'product',
  z.object({
    computer: z.string(),
    domain: z.nullable(z.string()),
    system: z.object({
      name: z.string(),
      /** major.minor.build */
      version: z.string(),
      ubr: z.nullable(z.number()),
      smallBusiness: z.boolean(),
      language: z.nullable(z.string()),
    }),
    /** Major version of IIS: 6, 7, 7.5, 8, 8.5, 10. */
    iis: z.number(),
    wsus: collected(
      z.object({
        version: z.string(),
        port: z.number(),
        ssl: z.boolean(),
        database: z.string(),
        contentDir: z.string(),
      }),
    ),
  }),
);

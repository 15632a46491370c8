import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';

/** WSUS' own proxy settings, never the password; and whether its account may go out on a Small Business Server (release note of 3.0 SP1). */
export const proxy = defineProbe(
  'proxy',
  z.object({
    use: z.nullable(z.boolean()),
    name: z.nullable(z.string()),
    port: z.nullable(z.number()),
    /** True: WSUS offers no account. */
    anonymous: z.nullable(z.boolean()),
    user: z.nullable(z.string()),
    domain: z.nullable(z.string()),
    /** Whether a password is kept; null: the server did not say. */
    hasPassword: z.nullable(z.boolean()),
    basicAllowed: z.nullable(z.boolean()),
    /** Whether the account is in the group Internet Users; null: there is no such group, or no account. */
    internetUser: collected(z.nullable(z.boolean())),
  }),
);

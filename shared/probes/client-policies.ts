import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';

const Policy = z.object({
  wuServer: z.nullable(z.string()),
  wuStatusServer: z.nullable(z.string()),
  useWuServer: z.nullable(z.boolean()),
  domainMember: z.nullable(z.boolean()),
  /** Values that are there with a type Windows does not take for them; they count as absent above. Absent: types are not known. */
  ignored: z.optional(z.array(z.object({ name: z.string(), type: z.string() }))),
});
export type Policy = z.infer<typeof Policy>;

/** Windows Update policy values of the named clients. */
export const clientPolicies = defineProbe('client-policies', z.object({ clients: z.array(z.object({ name: z.string(), policy: collected(Policy) })) }));

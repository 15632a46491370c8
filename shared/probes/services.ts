import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';
import { serviceStates, startModes } from '../service-state';

export const Service = z.object({
  state: z.enum(serviceStates),
  startMode: z.enum(startModes),
  /** Key names of services that depend on it. */
  dependents: z.array(z.string()),
});
export type Service = z.infer<typeof Service>;

/** Win32_Service by key name, never by display name. `null`: not installed. */
export const services = defineProbe(
  'services',
  z.object({
    services: z.record(z.string(), collected(z.nullable(Service))),
    /** Whether wsusutil.exe runs: an import or export stops the Update Services service. */
    wsusutil: collected(z.object({ running: z.boolean(), since: z.nullable(z.string()) })),
  }),
);

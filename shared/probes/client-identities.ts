import * as z from 'zod/mini';
import { collected, defineProbe } from '../probe';
import { serviceStates, startModes } from '../service-state';

/** What clients say of themselves, and WSUS' own list of computers. */
export const clientIdentities = defineProbe(
  'client-identities',
  z.object({
    clients: z.array(
      z.object({
        name: z.string(),
        /** False: the name is only a file's; two of them may be one PC. */
        named: z.boolean(),
        addresses: z.array(z.string()),
        identity: collected(
          z.object({
            /** Windows version, major.minor.build. */
            system: z.nullable(z.string()),
            /** Version of the Windows Update Agent. */
            agent: z.nullable(z.string()),
            susClientId: z.nullable(z.string()),
            /** Hex of SusClientIdValidation; null: the value is absent. */
            validation: z.nullable(z.string()),
            pingId: z.nullable(z.string()),
            accountDomainSid: z.nullable(z.string()),
            /** State of its Windows Update service. */
            wuauserv: z.nullable(z.object({ state: z.enum(serviceStates), startMode: z.enum(startModes) })),
          }),
        ),
      }),
    ),
    serverList: collected(
      z.array(z.object({ name: z.string(), address: z.nullable(z.string()), susClientId: z.string(), lastContact: z.nullable(z.string()) })),
    ),
  }),
);

/** The closed union of changes, closed by verb and by target: anything else is refused by name. */
import * as z from 'zod/mini';
import { Setting } from './restriction';
import { startModes } from './service-state';
import { clientVrootOf } from './wsus-layout';

/** Services an operation may touch; IISADMIN is never stopped. The database's name is in the WSUS set-up key. */
export const touchableServices = [
  'WSusCertServer',
  'WsusService',
  'W3SVC',
  'BITS',
  'wuauserv',
  'MSSQL$MICROSOFT##SSEE',
  'MICROSOFT##WID',
  'MSSQLSERVER',
  'MSSQL$WSUS',
  'MSSQL$SQLEXPRESS',
] as const;

const machine = z.string();
const service = z.enum(touchableServices);
const node = z.string().check(z.refine((text) => clientVrootOf(text) !== undefined));

/** Values of a client's CurrentVersion\\WindowsUpdate key; the agent writes them again by itself. */
export const identityValues = ['SusClientId', 'SusClientIdValidation', 'PingID', 'AccountDomainSid'] as const;

/** Policy values of a client outside a domain; inside one Group Policy would write them again. */
export const policyValues = ['WUServer', 'WUStatusServer', 'AU\\UseWUServer'] as const;

const RegistryValue = z.object({ own: z.object({ type: z.enum(['REG_SZ', 'REG_BINARY', 'REG_DWORD']), value: z.string() }) });
const name = z.enum([...identityValues, ...policyValues]);
/** Triggers read and write no value. */
const nothing = z.literal('nothing');
const pool = z.string().check(
  z.minLength(1),
  z.maxLength(64),
  z.refine((text) => !/[\\/]/.test(text)),
);

export const Operation = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('ip-restriction.replace'), machine, node, expect: Setting, to: Setting }),
  z.strictObject({ operation: z.literal('service.set-start-mode'), machine, service, expect: z.enum(startModes), to: z.enum(startModes) }),
  z.strictObject({ operation: z.literal('service.start'), machine, service, expect: z.literal('stopped'), to: z.literal('running') }),
  z.strictObject({ operation: z.literal('application-pool.start'), machine, pool, expect: z.literal('stopped'), to: z.literal('started') }),
  z.strictObject({ operation: z.literal('registry.set'), machine, name, expect: z.union([RegistryValue, z.literal('absent')]), to: RegistryValue }),
  z.strictObject({ operation: z.literal('registry.delete'), machine, name, expect: RegistryValue, to: z.literal('absent') }),
  z.strictObject({ operation: z.literal('client.detect-now'), machine, resetAuthorization: z.boolean(), expect: nothing, to: nothing }),
  z.strictObject({ operation: z.literal('server.check-health'), machine, expect: nothing, to: nothing }),
  z.strictObject({ operation: z.literal('service.stop'), machine, service, expect: z.literal('running'), to: z.literal('stopped') }),
]);
export type Operation = z.infer<typeof Operation>;
export type OperationKind = Operation['operation'];

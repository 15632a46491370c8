/** The closed union of changes, closed by verb and by target: anything else is refused by name. */
import * as z from 'zod/mini';
import { startModes } from './probes/services';
import { Setting } from './restriction';
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

export const Operation = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('ip-restriction.replace'), machine, node, expect: Setting, to: Setting }),
  z.strictObject({ operation: z.literal('service.set-start-mode'), machine, service, expect: z.enum(startModes), to: z.enum(startModes) }),
  z.strictObject({ operation: z.literal('service.start'), machine, service, expect: z.literal('stopped'), to: z.literal('running') }),
  z.strictObject({ operation: z.literal('service.stop'), machine, service, expect: z.literal('running'), to: z.literal('stopped') }),
]);
export type Operation = z.infer<typeof Operation>;
export type OperationKind = Operation['operation'];

/** What checks of one Windows service share. */
import type { AnswerOf } from './probes/index';
import type { Service } from './probes/services';
import type { Fault } from './result';
import { fault } from './result';

/** The service, null where it is not installed, or why that is not known. */
export function serviceNamed(services: AnswerOf<'services'>, name: string): { service: Service | null } | { fault: Fault } {
  const found = services.services[name];
  if (found?.outcome === 'ok') return { service: found.value };
  return { fault: found?.fault ?? fault('probe-not-answered', { service: name }) };
}

export const isUp = (service: Service): boolean => service.state === 'running' || service.state === 'start-pending';

/** Names of the database service: the one in WSUS' set-up key, else every known one that is installed. */
export const databaseServices = ['MSSQL$MICROSOFT##SSEE', 'MICROSOFT##WID', 'MSSQL$WSUS', 'MSSQL$SQLEXPRESS', 'MSSQLSERVER'] as const;

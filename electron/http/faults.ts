/** Node's network errors as fault values. Certificates are never accepted unchecked: an error there is a fault like any other. */
import type { Fault } from '../../shared/result';
import { fault } from '../../shared/result';

const names = /^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL|EBADNAME)/;
const tls = /^(CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|CRL_|ERROR_IN_C|EPROTO|PATH_LENGTH)/;
const byCode: Readonly<Record<string, Fault['code']>> = {
  ECONNREFUSED: 'unreachable-refused',
  ECONNRESET: 'unreachable-closed',
  EPIPE: 'unreachable-closed',
  ECONNABORTED: 'unreachable-closed',
  ETIMEDOUT: 'timed-out-request',
  HPE_HEADER_OVERFLOW: 'too-large-headers',
};

export function faultOf(error: NodeJS.ErrnoException, host: string, ms: number): Fault {
  const system = error.code ?? 'unknown';
  if (names.test(system)) return fault('unreachable-name', { host, system });
  if (tls.test(system)) return fault('unreachable-certificate', { host, system });
  const known = byCode[system];
  if (known === 'timed-out-request') return fault(known, { host, ms });
  if (known) return fault(known, { host });
  return system.startsWith('HPE_') ? fault('malformed-http', { host, system }) : fault('unreachable-host', { host, system });
}

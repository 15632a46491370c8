/** The code that a client's Windows Update log would show (wu-errors.tsv, formats.md 5): to match our finding with that log. */
import type { Fault } from './result';

/** 402 and 406 have no code of their own. */
const mapped = [400, 401, 403, 404, 405, 407, 408, 409, 410, 500, 501, 502, 503, 504, 505];
const hex = (code: number): string => `0x${code.toString(16).toUpperCase().padStart(8, '0')}`;

/** WU_E_PT_HTTP_STATUS_*: 0x80244016 and on, else "not mapped". */
export const codeOfStatus = (status: number): string => {
  const at = mapped.indexOf(status);
  return at < 0 ? '0x8024402B' : hex(0x80244016 + at);
};

/** WinHTTP's codes of what stands below HTTP. */
const ofFault: Partial<Record<Fault['code'], string>> = {
  'unreachable-name': '0x80072EE7',
  'unreachable-refused': '0x80072EFD',
  'unreachable-host': '0x80072EFD',
  'unreachable-closed': '0x80072EFE',
  'unreachable-cut': '0x80072EFE',
  'unreachable-certificate': '0x80072F8F',
  'timed-out-request': '0x80072EE2',
  'malformed-http': '0x80072F78',
  'malformed-encoding': '0x8024400A',
  'malformed-soap': '0x8024400A',
  'malformed-xml': '0x8024400A',
  'malformed-doctype': '0x8024400A',
  'too-large-headers': '0x80072F78',
  'too-large-answer': '0x8024400A',
};
export const codeOfFault = (fault: Fault): string | null => ofFault[fault.code] ?? null;

/** The answer is no SOAP: WU_E_PT_SOAPCLIENT_PARSE. */
export const notSoap = '0x8024400A';
/** The file is no cabinet: WU_E_SETUP_INVALID_IDENTDATA [inference]. */
export const notCab = '0x8024D002';
/** The server named no plug-in: WU_E_PT_NO_AUTH_PLUGINS_REQUESTED; none could be asked: WU_E_PT_NO_AUTH_COOKIES_CREATED. */
export const noPlugIn = '0x80244027';
export const noAuthorization = '0x80244028';

const restart = ['InvalidCookie', 'ServerChanged', 'ConfigChanged', 'CookieExpired', 'InvalidAuthorizationCookie'];

/** What a SOAP fault becomes at the client: drop and start over, or whose fault it says it was. */
export function codeOfSoapFault(errorCode: string | null, faultCode: string | null): string {
  if (errorCode !== null && restart.includes(errorCode)) return '0x80244015';
  if (errorCode === 'FileLocationChanged') return '0x80244025';
  return /(client|sender)$/i.test(faultCode ?? '') || errorCode === 'InvalidParameters' ? '0x8024400D' : '0x8024400E';
}

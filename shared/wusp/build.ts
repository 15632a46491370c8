/** The three messages this tool sends, and no other: none of them registers a computer (wusp.md 3). SOAP 1.1, no header blocks. */

export const clientNamespace = 'http://www.microsoft.com/SoftwareDistribution/Server/ClientWebService';
export const authNamespace = 'http://www.microsoft.com/SoftwareDistribution/Server/SimpleAuthWebService';

/**
 * One identity for every copy of this tool, so that at most one row can ever appear in a server's database.
 * The bytes spell "wsus-wizard-prob".
 */
export const probeClientId = '77737573-2d77-697a-6172-642d70726f62';
export const probeName = 'wsus-probe.invalid';

export interface Message {
  readonly operation: 'GetConfig' | 'GetAuthorizationCookie' | 'GetCookie';
  /** Header value, with the quotes: some servers answer nothing without them. */
  readonly soapAction: string;
  readonly body: string;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string);

const message = (operation: Message['operation'], namespace: string, content: string): Message => ({
  operation,
  soapAction: `"${namespace}/${operation}"`,
  body:
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
    `<${operation} xmlns="${namespace}">${content}</${operation}></soap:Body></soap:Envelope>`,
});

export const getConfig = (): Message => message('GetConfig', clientNamespace, '<protocolVersion>1.8</protocolVersion>');

export const getAuthorizationCookie = (): Message =>
  message('GetAuthorizationCookie', authNamespace, `<clientId>${probeClientId}</clientId><dnsName>${probeName}</dnsName>`);

export interface CookieRequest {
  readonly plugInId: string;
  /** Base64 as it came; empty for a plug-in without a ServiceUrl. */
  readonly cookieData: string;
  /** LastChange of GetConfig, verbatim. */
  readonly lastChange: string;
  /** UTC with Z. */
  readonly currentTime: string;
}

export const getCookie = ({ plugInId, cookieData, lastChange, currentTime }: CookieRequest): Message =>
  message(
    'GetCookie',
    clientNamespace,
    `<authCookies><AuthorizationCookie><PlugInId>${escaped(plugInId)}</PlugInId><CookieData>${escaped(cookieData)}</CookieData></AuthorizationCookie></authCookies>` +
      `<lastChange>${escaped(lastChange)}</lastChange><currentTime>${escaped(currentTime)}</currentTime><protocolVersion>1.8</protocolVersion>`,
  );

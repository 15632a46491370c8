/** WinHttpRequest, and WSUS' console interface behind it. */
import { answer } from '../../shared/simulation/answer';
import type { World } from '../../shared/simulation/world';
import { comError, comObject, method, readOnly } from './com';
import type { Lab } from './lab';

const api = 'http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const envelope = (inner: string) =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${inner}</soap:Body></soap:Envelope>`;
const row = (values: readonly (string | number | null)[]) =>
  `<GenericReadableRow><Values>${values.map((v) => (v === null ? '<anyType xsi:nil="true" xmlns:xsi="x" />' : `<anyType>${escaped(String(v))}</anyType>`)).join('')}</Values></GenericReadableRow>`;

/** Named elements, as seen on 10.0.26100 by others (domain.md 8); an empty text is an empty element. */
const configuration = ({ proxy }: World): string =>
  `<Configuration><UseProxy>${proxy.use}</UseProxy><ProxyName>${escaped(proxy.name)}</ProxyName><ProxyServerPort>${proxy.port}</ProxyServerPort><AnonymousProxyAccess>${proxy.anonymous}</AnonymousProxyAccess><ProxyUserName>${escaped(proxy.user)}</ProxyUserName><ProxyUserDomain>${escaped(proxy.domain)}</ProxyUserDomain><HasProxyPassword>${proxy.hasPassword}</HasProxyPassword><AllowProxyCredentialsOverNonSsl>${proxy.basicAllowed}</AllowProxyCredentialsOverNonSsl></Configuration>`;

/** Results by method, from the World's own answers. */
function results(lab: Lab): Readonly<Record<string, string>> {
  const ok = <T>(c: { outcome: string; value?: T } | { outcome: string }) => ('value' in c ? (c.value as T) : undefined);
  const sync = ok(answer(lab.world, 'synchronization', lab.happened));
  const content = ok(answer(lab.world, 'content', lab.happened));
  const list = ok(ok(answer(lab.world, 'client-identities', lab.happened))?.serverList ?? { outcome: 'missing' });
  const sql = (iso: string | null) => (iso === null ? '0001-01-01T00:00:00' : iso.replace(/(\.\d+)?Z$/, ''));
  return {
    GetCurrentUserRole: `<GetCurrentUserRoleResult>${lab.options.soap?.role ?? 3}</GetCurrentUserRoleResult>`,
    GetServerSyncProgress: `<GetServerSyncProgressResult>${row([sync?.running ? 2 : 0, 0, 0])}</GetServerSyncProgressResult>`,
    ExecuteSPGetUpdateCount: `<ExecuteSPGetUpdateCountResult>${sync?.approved ?? 0}</ExecuteSPGetUpdateCountResult>`,
    ExecuteSPGetContentDownloadProgress: `<ExecuteSPGetContentDownloadProgressResult><Values><anyType>${content?.total ?? 0}</anyType><anyType>${content?.done ?? 0}</anyType></Values></ExecuteSPGetContentDownloadProgressResult>`,
    ExecuteSPGetConfiguration: `<ExecuteSPGetConfigurationResult>${configuration(lab.world)}</ExecuteSPGetConfigurationResult>`,
    ExecuteSPSearchComputers: `<ExecuteSPSearchComputersResult><ArrayOfGenericReadableRow>${(list ?? []).map((c) => row([c.susClientId, sql(c.lastContact), null, c.address, `${c.name}.contoso.local`])).join('')}</ArrayOfGenericReadableRow><ArrayOfGenericReadableRow>${(list ?? []).map((c) => row([c.susClientId, 'group'])).join('')}</ArrayOfGenericReadableRow></ExecuteSPSearchComputersResult>`,
  };
}

function respond(lab: Lab, action: string, body: string): { status: number; text: string } {
  const { soap = {} } = lab.options;
  if (soap.status !== undefined) return { status: soap.status, text: soap.body ?? '' };
  if (soap.body !== undefined) return { status: 200, text: soap.body };
  const name = action.replaceAll('"', '').replace(`${api}/`, '');
  const result = results(lab)[name];
  if (result === undefined || soap.unknown === name)
    return {
      status: 500,
      text: envelope(
        `<soap:Fault><faultcode>soap:Client</faultcode><faultstring>Server did not recognize the value of HTTP Header SOAPAction: ${api}/${name}.</faultstring></soap:Fault>`,
      ),
    };
  if (!body.includes(`<${name} xmlns="${api}">`)) return { status: 500, text: envelope('<soap:Fault><faultstring>bad body</faultstring></soap:Fault>') };
  return { status: 200, text: envelope(`<${name}Response xmlns="${api}">${result}</${name}Response>`) };
}

export function makeRequest(lab: Lab): object {
  const headers: Record<string, string> = {};
  let url = '';
  let got = { status: 0, text: '' };
  let typed: { user: string; password: string } | null = null;
  return comObject('WinHttpRequest', {
    SetAutoLogonPolicy: method([1], () => {}),
    SetProxy: method([1], () => {}),
    SetTimeouts: method([4], () => {}),
    SetCredentials: method([3], (user: string, password: string) => {
      typed = { user, password };
    }),
    SetRequestHeader: method([2], (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    }),
    Open: method([3], (verb: string, address: string, later: boolean) => {
      if (verb !== 'POST' || later) throw comError(0x80004005, verb);
      url = address;
    }),
    Send: method([1], (body: string) => {
      const { port } = lab.world.product.wsus;
      const host = lab.options.remote ?? 'localhost';
      if (url !== `http://${host}:${port}/ApiRemoting30/WebService.asmx`) throw comError(0x80072efd, url);
      const { account } = lab.options;
      if (account && (!typed || (typed as { user: string }).user !== account.user)) got = { status: 401, text: 'Unauthorized' };
      else got = respond(lab, headers.soapaction ?? '', body);
    }),
    Status: readOnly(() => got.status),
    ResponseText: readOnly(() => got.text),
  });
}

/** WSUS' console interface (MS-WSUSAR) through WinHttp: read methods only, with the current account or the typed one. */

var apiNamespace = 'http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService';
var soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';
/** SetAutoLogonPolicy: 0 sends the current account to names with dots too (recollection, domain.md 8). */
var logonAlways = 0;
var forServer = 0;
/** SetProxy: 1, straight to the server. */
var noProxy = 1;
/** The methods that may be called: none of them changes anything. */
var readMethods = [
  'GetCurrentUserRole',
  'GetServerSyncProgress',
  'ExecuteSPGetContentDownloadProgress',
  'ExecuteSPGetUpdateCount',
  'ExecuteSPSearchComputers',
  'ExecuteSPGetConfiguration'
];

function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** On the server itself `localhost`: the loop-back check of Windows refuses other names of its own (recollection). */
function apiAddress(host: string): string {
  var ssl = registryNumber(host, setupKey, 'UsingSSL') === 1;
  var port = registryNumber(host, setupKey, 'PortNumber') || 80;
  var name = host === '.' ? 'localhost' : host;
  if (ssl) name = registryText(host, setupKey, 'ServerCertificateName') || name;
  return (ssl ? 'https://' : 'http://') + (name.indexOf(':') < 0 ? name : '[' + name + ']') + ':' + port + '/ApiRemoting30/WebService.asmx';
}

function envelope(method: string, parameters: { name: string; value: string }[]): string {
  var inner = '';
  for (var i = 0; i < parameters.length; i++) {
    var parameter = parameters[i] as { name: string; value: string };
    inner += '<' + parameter.name + '>' + xmlText(parameter.value) + '</' + parameter.name + '>';
  }
  var body = '<' + method + ' xmlns="' + apiNamespace + '">' + inner + '</' + method + '>';
  return '<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="' + soapNamespace + '"><s:Body>' + body + '</s:Body></s:Envelope>';
}

/** First element of a local name, anywhere below; SOAP answers differ in their prefixes. */
function findElement(node: any, name: string): any {
  var children = childrenOf(node, null);
  for (var i = 0; i < children.length; i++) {
    if (children[i].baseName === name) return children[i];
    var found = findElement(children[i], name);
    if (found) return found;
  }
  return null;
}

/** 403 with 403.6 in the body: refused by address; otherwise known, but without a role. */
function refusedBy(status: number, text: string): never {
  if (status === 401) return refuse('denied-wsus-logon', { status: status });
  if (status === 403) return refuse(/403\.6\b/.test(text) ? 'denied-wsus-address' : 'denied-wsus-role', { status: status });
  return refuse('probe-http-status', { status: status, subStatus: null, url: 'ApiRemoting30' });
}

function readSoap(method: string, status: number, text: string): any {
  var xml = newXml();
  if (xml.loadXML(text) !== true) return refusedBy(status, text);
  var fault = findElement(xml, 'Fault');
  if (fault) {
    var reason = findElement(fault, 'faultstring');
    var words = reason ? String(reason.text).slice(0, 160) : '';
    // ASP.NET's own words for an unknown method name this header in every language [inference].
    return refuse(/SOAPAction/.test(words) ? 'probe-wsus-method-unknown' : 'probe-wsus-fault', { method: method, text: words });
  }
  var result = findElement(xml, method + 'Response');
  return result || refusedBy(status, text);
}

/** One call; gives the response element. */
function callApi(host: string, method: string, parameters: { name: string; value: string }[]): any {
  if (!isAmong(method, readMethods)) return refuse('probe-request-refused', { what: method });
  // An account that the machine refused is not tried a second time over HTTP.
  wmi(host, 'root\\cimv2');
  var request = new ActiveXObject('WinHttp.WinHttpRequest.5.1');
  request.SetAutoLogonPolicy(logonAlways);
  request.SetProxy(noProxy);
  request.SetTimeouts(5000, 5000, 5000, 30000);
  request.Open('POST', apiAddress(host), false);
  if (account.user !== '' && host !== '.') request.SetCredentials(account.user, account.password, forServer);
  request.SetRequestHeader('Content-Type', 'text/xml; charset=utf-8');
  request.SetRequestHeader('SOAPAction', '"' + apiNamespace + '/' + method + '"');
  request.Send(envelope(method, parameters));
  return readSoap(method, Number(request.Status), String(request.ResponseText));
}

/** Values of the rows in an answer: GenericReadableRow/Values/anyType. `within`: the first element of that name, or the whole. */
function rowsOf(response: any): string[][] {
  var rows: string[][] = [];
  gatherRows(response, rows);
  return rows;
}

function gatherRows(node: any, rows: string[][]): void {
  var children = childrenOf(node, null);
  for (var i = 0; i < children.length; i++) {
    if (children[i].baseName !== 'Values') gatherRows(children[i], rows);
    else {
      var values = childrenOf(children[i], null);
      var row: string[] = [];
      for (var k = 0; k < values.length; k++) row.push(String(values[k].text));
      rows.push(row);
    }
  }
}

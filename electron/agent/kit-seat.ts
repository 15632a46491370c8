/**
 * The doors of WSUS as the server itself meets them: all over localhost, self-update and the client web service over each of
 * its own addresses. Whoever is let in here says nothing about clients (domain.md 0.6). WinHttp follows redirects by itself.
 */

/** SetAutoLogonPolicy: 2 never sends the current account. */
var logonNever = 2;
var doorPaths: { [door: string]: string } = {
  wuident: '/selfupdate/wuident.cab',
  iuident: '/selfupdate/iuident.cab',
  'root-iuident': '/iuident.cab',
  client: '/ClientWebService/client.asmx',
  'simple-auth': '/SimpleAuthWebService/SimpleAuth.asmx',
  reporting: '/ReportingWebService/ReportingWebService.asmx',
  'server-sync': '/ServerSyncWebService/ServerSyncWebService.asmx',
  'api-remoting': '/ApiRemoting30/WebService.asmx',
  content: '/Content/'
};
var clientDoors = ['wuident', 'client'];
var monitorNamespace = 'http://www.microsoft.com/SoftwareDistribution/Server/IMonitorable';

/**
 * WinHttp's errors (winhttp.h) as the codes of the client's seat. A certificate names the server as clients call it, never
 * localhost or an address: that it is not accepted here says nothing of them, so it is no code of the way to the server.
 */
var faultOfHttp: { [hresult: string]: string } = {
  '80072EE7': 'unreachable-name',
  '80072EFD': 'unreachable-refused',
  '80072EFE': 'unreachable-closed',
  '80072F78': 'malformed-http',
  '80072F06': 'probe-own-certificate',
  '80072F0D': 'probe-own-certificate',
  '80072F8F': 'probe-own-certificate',
  '80072F05': 'unreachable-certificate',
  '80072EE2': 'timed-out-request'
};
var httpWait = 10000;

function httpFault(error: any, host: string): AgentFault {
  var hresult = hresultOf(error);
  return { code: faultOfHttp[hresult] || 'unreachable-host', facts: { host: host, system: '0x' + hresult, ms: httpWait } };
}

function headerText(request: any, name: string): string | null {
  var text: string | null = null;
  quietly(function (): void {
    // Wine ends it with a NUL.
    text = String(request.GetResponseHeader(name))
      .replace(/[^ -~].*$/, '')
      .slice(0, 100);
  });
  return text;
}

/** Of an error page of IIS the number behind the status: 6 of 403.6 (the same marks as shared/page.ts). */
function subStatusIn(text: string, status: number): number | null {
  var all = text.slice(0, 65536).split(String(status) + '.');
  for (var i = 1; i < all.length; i++) {
    var m = /^(\d{1,2})(?!\d|\.\d)/.exec(all[i] as string);
    if (m && !/[\d.]$/.test(all[i - 1] as string)) return parseInt(m[1] as string, 10);
  }
  return null;
}

var pageMarks: { page: string; mark: RegExp }[] = [
  { page: 'proxy', mark: /\b(isa server|forefront tmg|threat management gateway|squid|blue ?coat|proxysg|zscaler|error code: 502 proxy|12202|12209)\b/i },
  { page: 'sharepoint', mark: /_layouts\/|microsoft\.sharepoint|MicrosoftSharePoint|_vti_bin|WebPartPage/i },
  { page: 'web-service', mark: /\?op=|\?wsdl|\.asmx\?/i },
  { page: 'sign-in', mark: /<input[^>]+type\s*=\s*["']?password|captive|http-equiv\s*=\s*["']?refresh[^>]+(login|auth|portal)/i },
  { page: 'under-construction', mark: /under construction|pagerror\.gif|iisstart|iis-85\.png|welcome\.png/i },
  { page: 'iis-error', mark: /\bHTTP\b[^<\n]{0,40}\b[45]\d\d(\.\d+)?\b|\b0x80070\d{3}\b|Internet Information Services|\bIIS\b/i }
];

function pageIn(text: string, contentType: string | null): string | null {
  if (!/<(!doctype\s+html|html|head|body|title|h[1-6]|p|form)\b/i.test(text) && !/text\/html/i.test(contentType || '')) return null;
  for (var i = 0; i < pageMarks.length; i++) {
    var known = pageMarks[i] as { page: string; mark: RegExp };
    if (known.mark.test(text)) return known.page;
  }
  return 'other';
}

function newHttp(verb: string, url: string): any {
  var request = new ActiveXObject('WinHttp.WinHttpRequest.5.1');
  request.SetAutoLogonPolicy(logonNever);
  request.SetProxy(noProxy);
  request.SetTimeouts(5000, 5000, 5000, httpWait);
  request.Open(verb, url, false);
  request.SetRequestHeader('User-Agent', 'wsus-wizard');
  request.SetRequestHeader('Cache-Control', 'no-cache');
  return request;
}

function bodyOf(request: any): string {
  var text = '';
  quietly(function (): void {
    text = String(request.ResponseText).slice(0, 65536);
  });
  return text;
}

/** One answer as an HttpAnswer of shared/probes/endpoints.ts. */
function askDoor(verb: string, url: string, host: string): any {
  try {
    var request = newHttp(verb, url);
    if (verb === 'GET') request.SetRequestHeader('Range', 'bytes=0-3');
    request.Send('');
    var text = verb === 'HEAD' ? '' : bodyOf(request);
    var cab = text.slice(0, 4) === 'MSCF';
    var status = Number(request.Status);
    var type = headerText(request, 'Content-Type');
    return {
      outcome: 'ok',
      value: {
        status: status,
        subStatus: cab || text === '' ? null : subStatusIn(text, status),
        server: headerText(request, 'Server'),
        contentType: type,
        location: headerText(request, 'Location'),
        redirects: 0,
        page: cab || text === '' ? null : pageIn(text, type),
        cab: verb === 'HEAD' || text === '' ? null : cab,
        via: headerText(request, 'Via')
      }
    };
  } catch (error) {
    return { outcome: 'failed', fault: httpFault(error, host) };
  }
}

/** WSUS' own port, and port 80 where self-update may stand beside it. */
function seatPorts(): { port: number; ssl: boolean }[] {
  var port = registryNumber('.', setupKey, 'PortNumber') || 80;
  var ports = [{ port: port, ssl: registryNumber('.', setupKey, 'UsingSSL') === 1 }];
  if (port !== 80) ports.push({ port: 80, ssl: false });
  return ports;
}

function doorsAt(host: string, names: string[]): any[] {
  var ports = seatPorts();
  var doors: any[] = [];
  for (var k = 0; k < ports.length; k++) {
    // Where nothing listens, it is asked once.
    var dead: any = null;
    for (var i = 0; i < names.length; i++) {
      var at = ports[k] as { port: number; ssl: boolean };
      var url = (at.ssl ? 'https://' : 'http://') + host + ':' + at.port + doorPaths[names[i] as string];
      var head: any = dead || askDoor('HEAD', url, host);
      if (head.outcome !== 'ok' && head.fault.code === 'unreachable-refused') dead = head;
      doors.push({ door: names[i], url: url, port: at.port, head: head, get: dead || askDoor('GET', url, host) });
    }
  }
  return doors;
}

/** The local-only Ping of WSUS' web service: that it answers SOAP at all proves that ASP.NET and its pool work [inference]. */
function askPing(): any {
  var at = seatPorts()[0] as { port: number; ssl: boolean };
  var url = (at.ssl ? 'https://' : 'http://') + 'localhost:' + at.port + doorPaths.client;
  try {
    var request = newHttp('POST', url);
    request.SetRequestHeader('Content-Type', 'text/xml; charset=utf-8');
    request.SetRequestHeader('SOAPAction', '"' + monitorNamespace + '/Ping"');
    var ping = '<Ping xmlns="' + monitorNamespace + '"><pingLevel>0</pingLevel></Ping>';
    request.Send('<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="' + soapNamespace + '"><s:Body>' + ping + '</s:Body></s:Envelope>');
    var text = bodyOf(request);
    var success = /<(?:\w+:)?SuccessFlag>\s*(true|false)\s*</i.exec(text);
    return {
      outcome: 'ok',
      value: {
        status: Number(request.Status),
        soap: /<(\w+:)?Envelope\b/.test(text),
        success: success ? sameText(success[1] as string, 'true') : null
      }
    };
  } catch (error) {
    return { outcome: 'failed', fault: httpFault(error, 'localhost') };
  }
}

function probeOwnSeat(host: string): any {
  requireHere(host, 'endpoints');
  var names: string[] = [];
  for (var name in doorPaths) if (doorPaths.hasOwnProperty(name)) names.push(name);
  var others: any[] = [];
  // Without its own addresses what localhost gave still counts.
  quietly(function (): void {
    var adapters = adaptersOf(host);
    for (var i = 0; i < adapters.length; i++) {
      var address = adapters[i].address;
      others.push({ from: 'server', address: address, doors: doorsAt(address, clientDoors) });
    }
  });
  return { host: 'localhost', from: 'server', address: '127.0.0.1', doors: doorsAt('localhost', names), proxies: [], others: others, ping: askPing() };
}

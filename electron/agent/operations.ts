/**
 * The closed list of changes. Whoever wrote the request: what is not in here is refused by name. Each reads the value,
 * compares it with what the plan expects, writes, and reads back. The same lists as shared/operation-schema.ts.
 */

var touchableServices = [
  'WSusCertServer',
  'WsusService',
  'W3SVC',
  'BITS',
  'wuauserv',
  'MSSQL$MICROSOFT##SSEE',
  'MICROSOFT##WID',
  'MSSQLSERVER',
  'MSSQL$WSUS',
  'MSSQL$SQLEXPRESS'
];
var touchableVroots = ['Selfupdate', 'ClientWebService', 'SimpleAuthWebService', 'ReportingWebService', 'Content'];
var touchableValues = ['SusClientId', 'SusClientIdValidation', 'PingID', 'AccountDomainSid', 'WUServer', 'WUStatusServer', 'AU\\UseWUServer'];

/** Windows Update rewrites these by itself; values of the policy it does not (shared/operation.ts drifts). */
var driftingValues = ['SusClientId', 'SusClientIdValidation', 'PingID', 'AccountDomainSid'];

interface OperationRequest {
  operation: string;
  /** The computer the plan was made for. */
  machine: string;
  lines: { name: string; value: string }[];
}

interface Ran {
  found: any;
  readBack: any;
  /** Name of the backup of IIS made before its first change. */
  backup?: string;
}

function outside(what: string): never {
  return refuse('unsupported-operation', { what: what });
}

function changedSince(found: any): never {
  return refuse('changed-since-planned', { found: found });
}

function memberOf(list: string[], name: string): string {
  for (var i = 0; i < list.length; i++) if (list[i] === name) return name;
  return outside(name);
}

/** A vroot that clients use, directly below a site; never a site, a root or another directory. */
function checkedNode(node: string): string {
  var parts = node.split('/');
  var direct = sameText(parts[0] as string, 'W3SVC') ? parts.length === 4 && sameText(parts[2] as string, 'ROOT') : parts.length === 2;
  if (!direct || !isAmong(parts[parts.length - 1] as string, touchableVroots)) return outside(node);
  return node;
}

/** Refuses where another computer answers than the one the plan was made for. */
function requireMachine(host: string, machine: string): void {
  var name = computerNameOf(host);
  if (!sameText(name, machine)) refuse('changed-since-other-machine', { expected: machine, found: name });
}

function runOperation(host: string, request: OperationRequest): Ran {
  requireMachine(host, request.machine);
  var lines = request.lines;
  var name = oneOf(lines, 'name');
  var service = oneOf(lines, 'service');
  switch (request.operation) {
    case 'service.set-start-mode':
      return setStartMode(host, memberOf(touchableServices, service), oneOf(lines, 'expect'), oneOf(lines, 'to'));
    case 'service.start':
      return moveService(host, memberOf(touchableServices, service), 'StartService', 'stopped', 'running');
    case 'service.stop':
      return moveService(host, memberOf(touchableServices, service), 'StopService', 'running', 'stopped');
    case 'registry.set':
    case 'registry.delete':
      return writeRegistry(host, memberOf(touchableValues, name), valueFrom(lines, 'expect'), valueFrom(lines, 'to'));
    case 'application-pool.start':
      return startPool(host, oneOf(lines, 'pool'));
    case 'ip-restriction.replace':
      return replaceList(host, checkedNode(oneOf(lines, 'node')), settingFrom(lines, 'expect'), settingFrom(lines, 'to'), oneOf(lines, 'backup'));
    case 'client.detect-now':
      return detectNow(host, oneOf(lines, 'resetAuthorization') === 'true');
    case 'server.check-health':
      return checkHealth(host);
    default:
      return outside(request.operation);
  }
}

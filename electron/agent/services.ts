/** Services by key name, never by display name. */

var askedServices = ['WSusCertServer', 'WsusService', 'W3SVC', 'IISADMIN', 'HTTPFilter', 'BITS', 'wuauserv', 'SMTPSVC', 'fwsrv'];

/** Win32_Service.State and StartMode to the words of shared/probes/services.ts; other states are told as a fault. */
var serviceStates: { [state: string]: string } = {
  Running: 'running',
  Stopped: 'stopped',
  'Start Pending': 'start-pending',
  'Stop Pending': 'stop-pending',
  'Pause Pending': 'paused',
  'Continue Pending': 'paused',
  Paused: 'paused'
};
var startModes: { [mode: string]: string } = { Auto: 'automatic', Manual: 'manual', Disabled: 'disabled' };

function serviceObject(host: string, name: string): any {
  var found = query(host, 'root\\cimv2', 'SELECT Name, State, StartMode FROM Win32_Service WHERE Name=' + wql(name));
  return found.length === 0 ? null : found[0];
}

function stateOf(service: any): string {
  return serviceStates[textProp(service, 'State')] || refuse('probe-com-error', { hresult: '', what: 'Win32_Service.State', text: textProp(service, 'State') });
}

function startModeOf(service: any): string {
  return (
    startModes[textProp(service, 'StartMode')] ||
    refuse('probe-com-error', { hresult: '', what: 'Win32_Service.StartMode', text: textProp(service, 'StartMode') })
  );
}

/** Services that depend on one. */
function dependentsOf(host: string, name: string): string[] {
  var text = 'ASSOCIATORS OF {Win32_Service.Name=' + wql(name) + '} WHERE AssocClass=Win32_DependentService Role=Antecedent';
  var found = query(host, 'root\\cimv2', text);
  var names: string[] = [];
  for (var i = 0; i < found.length; i++) names.push(textProp(found[i], 'Name'));
  return names.sort();
}

function isRunning(host: string, name: string): boolean {
  var service = serviceObject(host, name);
  return service !== null && textProp(service, 'State') === 'Running';
}

/** IIS 6 and WSUS are asked only while their services run: asking may start them. */
function requireRunning(host: string, names: string[]): void {
  for (var i = 0; i < names.length; i++) if (!isRunning(host, names[i] as string)) refuse('probe-service-stopped', { service: names[i] });
}

function wsusutilOf(host: string): any {
  var found = query(host, 'root\\cimv2', "SELECT CreationDate FROM Win32_Process WHERE Name='wsusutil.exe'");
  return found.length === 0 ? { running: false, since: null } : { running: true, since: fromCimTime(prop(found[0], 'CreationDate')) };
}

function probeServices(host: string): any {
  // The WSUS set-up key may be missing; the other services are told all the same.
  var database = collectedOf('database', function (): string {
    return databaseOf(host);
  });
  var names = database.outcome === 'ok' && !isAmong(database.value, askedServices) ? askedServices.concat([database.value]) : askedServices;
  wmi(host, 'root\\cimv2');
  var services: any = {};
  for (var i = 0; i < names.length; i++) services[names[i] as string] = collectedOf(names[i] as string, serviceMaker(host, names[i] as string));
  return {
    services: services,
    wsusutil: collectedOf('wsusutil', function (): any {
      return wsusutilOf(host);
    })
  };
}

function serviceMaker(host: string, name: string): () => any {
  return function (): any {
    var service = serviceObject(host, name);
    return service === null ? null : { state: stateOf(service), startMode: startModeOf(service), dependents: dependentsOf(host, name) };
  };
}

/** WMI through SWbemLocator with packet privacy, which IIS' namespace demands from afar. */

var wmiPrivacy = 6;
var wmiImpersonate = 3;
var account = { user: '', password: '' };
var connections: { [key: string]: any } = {};
var connectFaults: { [key: string]: AgentFault } = {};

/** A namespace of a machine. A failure is kept: what cannot be reached is asked once, and a refused account is never tried again. */
function wmi(host: string, namespace: string): any {
  var key = host + '\n' + namespace;
  if (connections[key]) return connections[key];
  var known = connectFaults[key] || connectFaults[host];
  if (known) throw { wizard: known };
  try {
    var locator = new ActiveXObject('WbemScripting.SWbemLocator');
    locator.Security_.AuthenticationLevel = wmiPrivacy;
    locator.Security_.ImpersonationLevel = wmiImpersonate;
    var typed = account.user !== '' && host !== '.';
    var services = typed ? locator.ConnectServer(host, namespace, account.user, account.password) : locator.ConnectServer(host, namespace);
    // From afar the connection itself carries the level too.
    services.Security_.AuthenticationLevel = wmiPrivacy;
    services.Security_.ImpersonationLevel = wmiImpersonate;
    connections[key] = services;
    return services;
  } catch (error) {
    var fault = faultOf(error, namespace);
    fault.facts.host = host;
    connectFaults[key] = fault;
    // The machine as a whole refused or is not there: its other namespaces are not asked. One that answered is there.
    if (!isConnected(host) && fault.code !== 'probe-namespace-missing' && fault.code !== 'denied-wmi') connectFaults[host] = fault;
    throw { wizard: fault };
  }
}

/** Whether another namespace of the machine answered. */
function isConnected(host: string): boolean {
  for (var key in connections) if (connections.hasOwnProperty(key) && key.indexOf(host + '\n') === 0 && connections[key]) return true;
  return false;
}

/** A property; by name through Properties_, which works for every class on every Windows. */
function prop(object: any, name: string): any {
  return object.Properties_.Item(name).Value;
}

function textProp(object: any, name: string): string {
  var value = prop(object, name);
  return value === null || value === undefined ? '' : String(value);
}

function listOf(set: any): any[] {
  var items: any[] = [];
  for (var e = new Enumerator(set); !e.atEnd(); e.moveNext()) items.push(e.item());
  return items;
}

function query(host: string, namespace: string, text: string): any[] {
  return listOf(wmi(host, namespace).ExecQuery(text));
}

/** A SAFEARRAY as an array; null is an empty one. */
function arrayOf(value: any): any[] {
  return value === null || value === undefined ? [] : new VBArray(value).toArray();
}

/** An array as a SAFEARRAY of variants: JScript's own arrays are none. */
function safeArray(items: any[]): any {
  var dictionary = new ActiveXObject('Scripting.Dictionary');
  for (var i = 0; i < items.length; i++) dictionary.Add(i, items[i]);
  return dictionary.Items();
}

/** An empty set of inputs for a method; on Windows they are made by SpawnInstance_. */
function inputsOf(object: any, method: string): any {
  return object.Methods_.Item(method).InParameters.SpawnInstance_();
}

/** Calls a method with inputs by name; gives what it returned. */
function callMethod(object: any, method: string, inputs: any): any {
  var given = null;
  for (var name in inputs)
    if (inputs.hasOwnProperty(name)) {
      given = given || inputsOf(object, method);
      given[name] = inputs[name];
    }
  return given === null ? object.ExecMethod_(method) : object.ExecMethod_(method, given);
}

/** A literal of WQL. */
function wql(text: string): string {
  return "'" + text.replace(/\\/g, '\\\\').replace(/'/g, "\\'") + "'";
}

var computerNames: { [host: string]: string } = {};
function computerNameOf(host: string): string {
  if (!computerNames[host]) computerNames[host] = textProp(query(host, 'root\\cimv2', 'SELECT Name FROM Win32_ComputerSystem')[0], 'Name');
  return computerNames[host] as string;
}

/** Clients: what a PC says of itself, through its registry and WMI. */

var updateKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate';
var policyKey = 'SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';

/** A value of the wrong type counts as absent: Windows ignores it too. */
function typedText(host: string, key: string, types: { [name: string]: number } | null, name: string): string | null {
  return types && types[name.toLowerCase()] === regString ? registryText(host, key, name) : null;
}

/** Version of wuaueng.dll: the agent's own file, which self-update replaces. */
function agentVersion(host: string): string | null {
  var folder = textProp(query(host, 'root\\cimv2', 'SELECT SystemDirectory FROM Win32_OperatingSystem')[0], 'SystemDirectory');
  var found = query(host, 'root\\cimv2', 'SELECT Version FROM CIM_DataFile WHERE Name=' + wql(folder + '\\wuaueng.dll'));
  return found.length === 0 ? null : textProp(found[0], 'Version') || null;
}

function addressesOf(host: string): string[] {
  var found = query(host, 'root\\cimv2', 'SELECT IPAddress FROM Win32_NetworkAdapterConfiguration WHERE IPEnabled=TRUE');
  var addresses: string[] = [];
  for (var i = 0; i < found.length; i++) {
    var all = arrayOf(prop(found[i], 'IPAddress'));
    for (var k = 0; k < all.length; k++) if (octetsOf(String(all[k]))) addresses.push(String(all[k]));
  }
  return addresses;
}

function identityOf(host: string): any {
  var types = registryTypes(host, updateKey);
  var system = query(host, 'root\\cimv2', 'SELECT Version FROM Win32_OperatingSystem')[0];
  var service = serviceObject(host, 'wuauserv');
  return {
    system: textProp(system, 'Version') || null,
    agent: agentVersion(host),
    susClientId: typedText(host, updateKey, types, 'SusClientId'),
    validation: types && types.susclientidvalidation === regBinary ? registryBytes(host, updateKey, 'SusClientIdValidation') : null,
    pingId: typedText(host, updateKey, types, 'PingID'),
    accountDomainSid: typedText(host, updateKey, types, 'AccountDomainSid'),
    wuauserv: service === null ? null : { state: stateOf(service), startMode: startModeOf(service) }
  };
}

/** Names of registry types (winnt.h). */
var typeNames: { [type: string]: string } = {
  0: 'REG_NONE',
  1: 'REG_SZ',
  2: 'REG_EXPAND_SZ',
  3: 'REG_BINARY',
  4: 'REG_DWORD',
  7: 'REG_MULTI_SZ',
  11: 'REG_QWORD'
};

/** Adds a value that is there with another type than Windows takes for it. */
function noteIgnored(ignored: any[], types: { [name: string]: number } | null, name: string, wanted: number, shown: string): void {
  var type = types ? types[name.toLowerCase()] : undefined;
  if (type !== undefined && type !== wanted) ignored.push({ name: shown, type: typeNames[type] || 'REG_' + type });
}

function policyOf(host: string): any {
  var types = registryTypes(host, policyKey);
  var auKey = policyKey + '\\AU';
  var auTypes = registryTypes(host, auKey);
  var use = auTypes && auTypes.usewuserver === regDword ? registryNumber(host, auKey, 'UseWUServer') : null;
  var ignored: any[] = [];
  noteIgnored(ignored, types, 'WUServer', regString, 'WUServer');
  noteIgnored(ignored, types, 'WUStatusServer', regString, 'WUStatusServer');
  noteIgnored(ignored, auTypes, 'UseWUServer', regDword, 'AU\\UseWUServer');
  return {
    wuServer: typedText(host, policyKey, types, 'WUServer'),
    wuStatusServer: typedText(host, policyKey, types, 'WUStatusServer'),
    useWuServer: use === null ? null : use === 1,
    domainMember: isDomainMember(host),
    ignored: ignored
  };
}

function isDomainMember(host: string): boolean | null {
  return yesOrNull(prop(query(host, 'root\\cimv2', 'SELECT PartOfDomain FROM Win32_ComputerSystem')[0], 'PartOfDomain'));
}

function clientEntry(host: string): any {
  return {
    name: computerNameOf(host),
    named: true,
    addresses: addressesOf(host),
    identity: collectedOf('identity', function (): any {
      return identityOf(host);
    })
  };
}

/** This machine counts as a client where its agent has an id: it was a client of something. */
function isClient(host: string): boolean {
  var types = registryTypes(host, updateKey);
  return types !== null && types.susclientid !== undefined;
}

function probeClientIdentities(host: string): any {
  return { clients: isClient(host) ? [clientEntry(host)] : [], serverList: serverListOf(host) };
}

function probeClientPolicies(host: string): any {
  return { clients: isClient(host) ? [policyEntry(host)] : [] };
}

function policyEntry(host: string): any {
  return {
    name: computerNameOf(host),
    policy: collectedOf('policy', function (): any {
      return policyOf(host);
    })
  };
}

/** The list is asked of the server only; a sweep of clients leaves it out. */
function noServerList(): any {
  return { outcome: 'missing', fault: { code: 'probe-not-answered', facts: { what: 'server-list' } } };
}

/**
 * Asks named clients one after the other. A refused logon of a typed account ends the sweep: the rest are "not asked",
 * since every further try would count against the account.
 */
function sweepClients(names: string[]): void {
  var refused = false;
  for (var i = 0; i < names.length; i++) {
    var name = names[i] as string;
    if (refused) {
      putClientFault(name, { code: 'denied-not-asked', facts: { host: name } });
      continue;
    }
    put({ asking: name });
    try {
      wmi(name, 'root\\cimv2');
    } catch (error) {
      var fault = faultOf(error, name);
      putClientFault(name, fault);
      refused = account.user !== '' && isAmong(fault.code, refusedLogons);
      continue;
    }
    putAnswer('client-identities', name, identityMaker(name));
    putAnswer('client-policies', name, policyMaker(name));
  }
}

function putClientFault(name: string, fault: AgentFault): void {
  put({ probe: 'client-identities', machine: name, outcome: outcomeOf(fault), fault: fault });
  put({ probe: 'client-policies', machine: name, outcome: outcomeOf(fault), fault: fault });
}

function identityMaker(host: string): () => any {
  return function (): any {
    return { clients: [clientEntry(host)], serverList: noServerList() };
  };
}

function policyMaker(host: string): () => any {
  return function (): any {
    return { clients: [policyEntry(host)] };
  };
}

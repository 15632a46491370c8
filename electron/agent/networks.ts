/** Where clients are, each with where it was learned (domain.md 14). The Internet route and external adapters are never client networks. */

var maxDnsRecords = 5000;
/** Scopes of the DHCP server, as keys named by subnet; both places are recollection. */
var dhcpKeys = ['SYSTEM\\CurrentControlSet\\Services\\DhcpServer\\Configuration\\Subnets', 'SOFTWARE\\Microsoft\\DhcpServer\\Configuration\\Subnets'];

function octetsOf(address: string): number[] | null {
  var m = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  if (!m) return null;
  var octets: number[] = [];
  for (var i = 1; i <= 4; i++) octets.push(parseInt(m[i] as string, 10));
  return octets;
}

function isPrivate(address: string): boolean {
  return /^(10|127)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(address);
}

/** Bits of a mask, or -1 where it has holes. */
function prefixOf(mask: string): number {
  var octets = octetsOf(mask);
  if (!octets) return -1;
  var bits = '';
  for (var i = 0; i < 4; i++) {
    var part = (octets[i] as number).toString(2);
    while (part.length < 8) part = '0' + part;
    bits += part;
  }
  return /^1*0*$/.test(bits) ? bits.replace(/0/g, '').length : -1;
}

/** `network/prefix`; '' where it is none that could hold clients (all, one address, loopback, multicast). */
function subnetText(address: string, mask: string): string {
  var octets = octetsOf(address);
  var masks = octetsOf(mask);
  var prefix = prefixOf(mask);
  if (!octets || !masks || prefix < 1 || prefix > 30 || octets[0] === 127 || (octets[0] as number) >= 224) return '';
  var parts: string[] = [];
  for (var i = 0; i < 4; i++) parts.push(String((octets[i] as number) & (masks[i] as number)));
  return parts.join('.') + '/' + prefix;
}

/**
 * External: a public address, or, where there are several adapters, the only one with a gateway [inference: an SBS with
 * two adapters has its gateway on the outer one].
 */
function adaptersOf(host: string): any[] {
  var found = query(host, 'root\\cimv2', 'SELECT Index, IPAddress, IPSubnet, DefaultIPGateway FROM Win32_NetworkAdapterConfiguration WHERE IPEnabled=TRUE');
  var names: { [index: string]: string } = {};
  var adapters = query(host, 'root\\cimv2', 'SELECT Index, NetConnectionID FROM Win32_NetworkAdapter');
  var gateways = 0;
  var i;
  for (i = 0; i < adapters.length; i++) names[textProp(adapters[i], 'Index')] = textProp(adapters[i], 'NetConnectionID');
  for (i = 0; i < found.length; i++) if (arrayOf(prop(found[i], 'DefaultIPGateway')).length > 0) gateways++;
  var list: any[] = [];
  for (i = 0; i < found.length; i++) {
    var addresses = arrayOf(prop(found[i], 'IPAddress'));
    var masks = arrayOf(prop(found[i], 'IPSubnet'));
    var outer = found.length > 1 && gateways === 1 && arrayOf(prop(found[i], 'DefaultIPGateway')).length > 0;
    for (var k = 0; k < addresses.length; k++)
      if (octetsOf(String(addresses[k])))
        list.push({
          name: names[textProp(found[i], 'Index')] || textProp(found[i], 'Index'),
          address: String(addresses[k]),
          mask: String(masks[k]),
          external: outer || !isPrivate(String(addresses[k]))
        });
  }
  return list;
}

interface Learner {
  add(subnet: string, learned: string): void;
}

function learner(subnets: any[], never: { [subnet: string]: boolean }): Learner {
  var seen: { [subnet: string]: boolean } = {};
  return {
    add: function (subnet: string, learned: string): void {
      if (subnet === '' || never[subnet] || seen[subnet]) return;
      seen[subnet] = true;
      subnets.push({ subnet: subnet, learned: learned });
    }
  };
}

/** Sources that failed, each once. */
type Unheard = { source: string; fault: AgentFault }[];

/** Each source may fail alone: it adds nothing then, and is told. `absent`: codes that only say there is no such thing here. */
function apart(unheard: Unheard, source: string, make: () => void, absent: string[]): void {
  try {
    make();
  } catch (error) {
    var fault = faultOf(error, source);
    if (isAmong(fault.code, absent)) return;
    for (var i = 0; i < unheard.length; i++) if ((unheard[i] as any).source === source) return;
    unheard.push({ source: source, fault: fault });
  }
}

function learnRoutes(host: string, learn: Learner, unheard: Unheard, adaptersKnown: boolean): void {
  apart(
    unheard,
    'persistent-route',
    function (): void {
      var kept = query(host, 'root\\cimv2', 'SELECT Destination, Mask FROM Win32_IP4PersistedRouteTable');
      for (var i = 0; i < kept.length; i++) learn.add(subnetText(textProp(kept[i], 'Destination'), textProp(kept[i], 'Mask')), 'persistent-route');
    },
    []
  );
  apart(
    unheard,
    'route',
    function (): void {
      // The external adapter's own network stands in this table too: without the adapters it could not be told apart.
      if (!adaptersKnown) refuse('probe-not-answered', { what: 'adapter' });
      var routes = query(host, 'root\\cimv2', 'SELECT Destination, Mask, NextHop FROM Win32_IP4RouteTable');
      for (var i = 0; i < routes.length; i++)
        if (textProp(routes[i], 'NextHop') !== '0.0.0.0') learn.add(subnetText(textProp(routes[i], 'Destination'), textProp(routes[i], 'Mask')), 'route');
    },
    []
  );
}

function dotted(value: number): string {
  var n = value < 0 ? value + 4294967296 : value;
  return Math.floor(n / 16777216) + '.' + (Math.floor(n / 65536) % 256) + '.' + (Math.floor(n / 256) % 256) + '.' + (n % 256);
}

function learnScopes(host: string, learn: Learner, unheard: Unheard): void {
  var read = function (): void {
    for (var k = 0; k < dhcpKeys.length; k++) {
      var scopes = registryKeys(host, dhcpKeys[k] as string);
      for (var i = 0; i < scopes.length; i++) {
        var mask = registryNumber(host, dhcpKeys[k] + '\\' + scopes[i], 'SubnetMask');
        if (mask !== null) learn.add(subnetText(scopes[i] as string, dotted(mask)), 'dhcp');
      }
    }
  };
  apart(unheard, 'dhcp', read, []);
}

/** Active Directory subnets, as the account that runs this sees them; a default SBS has none. */
function learnSites(host: string, learn: Learner, unheard: Unheard): void {
  var read = function (): void {
    if (isDomainMember(host) === false) return;
    // LDAP would need the typed account a second time.
    if (account.user !== '') refuse('probe-not-supported', { what: 'active-directory' });
    var at = 'LDAP://' + (host === '.' ? '' : host + '/');
    var naming = String(GetObject(at + 'rootDSE').Get('configurationNamingContext'));
    var all = listOf(GetObject(at + 'CN=Subnets,CN=Sites,' + naming));
    for (var i = 0; i < all.length; i++) {
      var m = /^CN=([\d.]+)\\?\/(\d{1,2})$/i.exec(String(all[i].Name));
      if (m) learn.add(m[1] + '/' + m[2], 'active-directory');
    }
  };
  apart(unheard, 'active-directory', read, []);
}

interface KnownClient {
  address: string;
  name?: string;
  learned: string;
}

/** The first label of a name, as Windows shows computers. */
function shortName(name: string): string {
  return name.indexOf('.') < 0 ? name : name.slice(0, name.indexOf('.'));
}

function clientsInDns(host: string, unheard: Unheard): KnownClient[] {
  var clients: KnownClient[] = [];
  var read = function (): void {
    var found = query(host, 'root\\MicrosoftDNS', 'SELECT OwnerName, IPAddress FROM MicrosoftDNS_AType');
    for (var i = 0; i < found.length && i < maxDnsRecords; i++) {
      var owner = textProp(found[i], 'OwnerName');
      var address = textProp(found[i], 'IPAddress');
      if (isPrivate(address) && !/^(127|169\.254)\./.test(address) && !/^(@|gc\._msdcs|DomainDnsZones|ForestDnsZones|_)/i.test(owner))
        clients.push({ address: address, name: shortName(owner).toUpperCase(), learned: 'dns' });
    }
  };
  // Without the namespace this server is no name server.
  apart(unheard, 'dns', read, ['probe-namespace-missing']);
  return clients;
}

function clientsInWsus(host: string, unheard: Unheard): KnownClient[] {
  var clients: KnownClient[] = [];
  var read = function (): void {
    var list = wsusComputers(host);
    for (var i = 0; i < list.length; i++) if (list[i].address) clients.push({ address: list[i].address, name: shortName(list[i].name), learned: 'wsus' });
  };
  apart(unheard, 'wsus', read, []);
  return clients;
}

function probeNetworks(host: string): any {
  var asked = collectedOf('adapter', function (): any[] {
    return adaptersOf(host);
  });
  var adapters: any[] = asked.outcome === 'ok' ? asked.value : [];
  var unheard: Unheard = [];
  var subnets: any[] = [];
  var outside: { [subnet: string]: boolean } = {};
  var own: string[] = [];
  var i;
  for (i = 0; i < adapters.length; i++) {
    own.push(adapters[i].address);
    if (adapters[i].external) outside[subnetText(adapters[i].address, adapters[i].mask)] = true;
  }
  var learn = learner(subnets, outside);
  for (i = 0; i < adapters.length; i++) learn.add(subnetText(adapters[i].address, adapters[i].mask), 'adapter');
  learnRoutes(host, learn, unheard, asked.outcome === 'ok');
  learnScopes(host, learn, unheard);
  learnSites(host, learn, unheard);
  var all = clientsInWsus(host, unheard).concat(clientsInDns(host, unheard));
  var clients: KnownClient[] = [];
  var seen: { [address: string]: boolean } = {};
  for (i = 0; i < all.length; i++) {
    var client = all[i] as KnownClient;
    if (!seen[client.address] && !isAmong(client.address, own)) clients.push(client);
    seen[client.address] = true;
  }
  return { adapters: asked, subnets: subnets, clients: clients, unheard: unheard };
}

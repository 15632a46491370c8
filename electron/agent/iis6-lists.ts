/**
 * Restriction lists of IIS 6. On the server itself ADSI says which node owns a value (GetDataPaths); from afar WMI gives
 * lists, and a node counts as an owner where its list differs from the one above it.
 */

var adsiRoot = 'IIS://localhost/';
/** GetDataPaths: any property, not only the inheritable (IIS_ANY_PROPERTY; cc338181). */
var anyProperty = 0;
/** PutEx: clear the value, so that the node inherits again (ADS_PROPERTY_CLEAR; cc338192). */
var clearProperty = 1;

/** `ip, mask` as the list holds it; a missing mask is one address. */
function entry6(text: string): any {
  var at = text.indexOf(',');
  if (at < 0) return { address: trimmed(text), mask: '255.255.255.255' };
  return { address: trimmed(text.slice(0, at)), mask: trimmed(text.slice(at + 1)) };
}

function entries6(value: any): any[] {
  var items = arrayOf(value);
  var entries: any[] = [];
  for (var i = 0; i < items.length; i++) entries.push(entry6(String(items[i])));
  return entries;
}

function texts(value: any): string[] {
  var items = arrayOf(value);
  var found: string[] = [];
  for (var i = 0; i < items.length; i++) found.push(String(items[i]));
  return found;
}

/** A list as shared/restriction.ts has it; `read` gives a member by name. */
function own6(read: (name: string) => any): any {
  return {
    iis: 6,
    grantByDefault: read('GrantByDefault') === true,
    grant: entries6(read('IPGrant')),
    deny: entries6(read('IPDeny')),
    grantNames: texts(read('DomainGrant')),
    denyNames: texts(read('DomainDeny'))
  };
}

function adsiList(node: string): any {
  var security = GetObject(adsiRoot + node).IPSecurity;
  return own6(function (name: string): any {
    return security[name];
  });
}

/** Nodes that own a list, without `IIS://host/`. No owner at all is told as an error by some versions (0x800CC801, recollection). */
function adsiOwners(): string[] {
  var paths: any[];
  try {
    paths = arrayOf(GetObject(adsiRoot + 'W3SVC').GetDataPaths('IPSecurity', anyProperty));
  } catch (error) {
    if (hresultOf(error) === '800CC801') return [];
    throw error;
  }
  var nodes: string[] = [];
  for (var i = 0; i < paths.length; i++) {
    var m = /^IIS:\/\/[^\/]+\/(W3SVC.*)$/i.exec(String(paths[i]));
    if (m) nodes.push(m[1] as string);
  }
  return nodes;
}

/** The node and all above it, root first. */
function chain6(node: string): string[] {
  var parts = node.split('/');
  var chain: string[] = [];
  for (var i = 1; i <= parts.length; i++) chain.push(parts.slice(0, i).join('/'));
  return chain;
}

/** Every site's root, every vroot, and what is above them, each once and spelt as IIS spells it first. */
function nodes6(host: string, more: string[]): string[] {
  var ends: string[] = [];
  var sites = sites6(host);
  for (var i = 0; i < sites.length; i++) ends.push(sites[i].root);
  var vroots = vroots6(host);
  for (i = 0; i < vroots.length; i++) ends.push(vroots[i].node);
  return withChains(ends.concat(more), chain6);
}

function withChains(ends: string[], chainOf: (node: string) => string[]): string[] {
  var seen: { [name: string]: boolean } = {};
  var nodes: string[] = [];
  for (var i = 0; i < ends.length; i++) {
    var chain = chainOf(ends[i] as string);
    for (var k = 0; k < chain.length; k++) {
      var name = chain[k] as string;
      if (!seen['/' + name.toLowerCase()]) nodes.push(name);
      seen['/' + name.toLowerCase()] = true;
    }
  }
  return nodes;
}

/** Lists by WMI, by node in lower case. */
function wmiLists(host: string): { [node: string]: any } {
  var found = query(host, iis6Namespace, 'SELECT Name, GrantByDefault, IPGrant, IPDeny, DomainGrant, DomainDeny FROM IIsIPSecuritySetting');
  var lists: { [node: string]: any } = {};
  for (var i = 0; i < found.length; i++) lists[textProp(found[i], 'Name').toLowerCase()] = own6(reader(found[i]));
  return lists;
}

function reader(object: any): (name: string) => any {
  return function (name: string): any {
    return prop(object, name);
  };
}

/** Order does not matter on IIS 6: the flag decides which list counts. */
function listText(own: any): string {
  var parts = [String(own.grantByDefault)];
  var lists = [own.grant, own.deny, own.grantNames, own.denyNames];
  for (var k = 0; k < lists.length; k++) {
    var items: string[] = [];
    for (var i = 0; i < lists[k].length; i++) items.push(toJson(lists[k][i]));
    parts.push(items.sort().join(','));
  }
  return parts.join('|');
}

var everyone6 = 'true||||';

/**
 * From afar: whether a query gives an instance for a node that only inherits is not known (domain.md 13.9), so a node owns
 * its list where that differs from what is in force above it. A copy of the same list counts as inherited [inference].
 */
function ownFromAfar(node: string, lists: { [node: string]: any }): any {
  var own = lists[node.toLowerCase()];
  if (!own) return null;
  var chain = chain6(node);
  var above = everyone6;
  for (var i = 0; i < chain.length - 1; i++) {
    var list = lists[(chain[i] as string).toLowerCase()];
    if (list) above = listText(list);
  }
  return listText(own) === above ? null : own;
}

/** What a node says itself: 'inherits' or {own}. */
function setting6(host: string, node: string): any {
  if (host === '.') return isAmong(node, adsiOwners()) ? { own: adsiList(node) } : 'inherits';
  var own = ownFromAfar(node, wmiLists(host));
  return own ? { own: own } : 'inherits';
}

function lists6(host: string): any {
  requireIis6(host);
  var owners = host === '.' ? adsiOwners() : [];
  var lists = host === '.' ? {} : wmiLists(host);
  var names = nodes6(host, owners);
  var nodes: any = {};
  for (var i = 0; i < names.length; i++) nodes[names[i] as string] = collectedOf(names[i] as string, settingMaker6(host, names[i] as string, owners, lists));
  return { iis: 6, inForce: { outcome: 'ok', value: true }, nodes: nodes };
}

function settingMaker6(host: string, node: string, owners: string[], lists: { [node: string]: any }): () => any {
  return function (): any {
    if (host === '.') return isAmong(node, owners) ? { own: adsiList(node) } : 'inherits';
    var own = ownFromAfar(node, lists);
    return own ? { own: own } : 'inherits';
  };
}

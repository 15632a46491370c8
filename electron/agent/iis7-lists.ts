/**
 * Restriction lists of IIS 7 and later, as each location writes them. AdminManager shows what is in force, with parents
 * merged in and without `remove` and `clear` [inference]; what a location says itself stands in applicationHost.config.
 */

var hostConfig = '%windir%\\System32\\inetsrv\\config\\applicationHost.config';
var xmlProgram = 'Msxml2.DOMDocument.3.0';

/** A document without anything fetched from outside; a DTD is refused. MSXML 3 is part of Windows from XP to 11. */
function newXml(): any {
  var xml = new ActiveXObject(xmlProgram);
  xml.async = false;
  xml.resolveExternals = false;
  xml.validateOnParse = false;
  xml.setProperty('ProhibitDTD', true);
  return xml;
}

function hostConfigRoot(): any {
  var xml = newXml();
  var path = String(new ActiveXObject('WScript.Shell').ExpandEnvironmentStrings(hostConfig));
  if (xml.load(path) !== true) refuse('probe-config-unreadable', { what: 'applicationHost.config' });
  return xml.documentElement;
}

/** Child elements of a name; null: of any. */
function childrenOf(node: any, name: string | null): any[] {
  var found: any[] = [];
  if (!node) return found;
  for (var i = 0; i < node.childNodes.length; i++) {
    var child = node.childNodes.item(i);
    // 1: an element.
    if (child.nodeType === 1 && (name === null || child.nodeName === name)) found.push(child);
  }
  return found;
}

/** The element at a path below a node; null: there is none. */
function descend(node: any, path: string): any {
  var names = path.split('/');
  var at = node;
  for (var i = 0; i < names.length && at; i++) at = childrenOf(at, names[i] as string)[0] || null;
  return at;
}

function attributeOf(element: any, name: string): string | null {
  var value = element.getAttribute(name);
  return value === null || value === undefined ? null : String(value);
}

function flagOf(element: any, name: string): boolean | undefined {
  var value = attributeOf(element, name);
  return value === null ? undefined : sameText(value, 'true');
}

/** `add` denies unless it says otherwise; a missing mask is one address (ms690428). */
function entry7(element: any): any {
  if (element.nodeName === 'clear') return { verb: 'clear' };
  var domain = attributeOf(element, 'domainName');
  var entry: any = { verb: element.nodeName };
  if (domain !== null && domain !== '') entry.domain = domain;
  else {
    entry.address = attributeOf(element, 'ipAddress') || '';
    entry.mask = attributeOf(element, 'subnetMask') || '255.255.255.255';
  }
  if (element.nodeName === 'add') entry.allowed = flagOf(element, 'allowed') === true;
  return entry;
}

function own7(section: any): any {
  var entries: any[] = [];
  var children = childrenOf(section, null);
  for (var i = 0; i < children.length; i++) entries.push(entry7(children[i]));
  var action = attributeOf(section, 'denyAction');
  return {
    iis: 7,
    allowUnlisted: flagOf(section, 'allowUnlisted'),
    denyAction: action === null ? undefined : action,
    enableProxyMode: flagOf(section, 'enableProxyMode'),
    enableReverseDns: flagOf(section, 'enableReverseDns'),
    entries: entries
  };
}

var ipSection = 'system.webServer/security/ipSecurity';

/** Own lists by location; APPHOST is the file's own level. */
function ownLists7(root: any): { node: string; own: any }[] {
  var found: { node: string; own: any }[] = [];
  var top = descend(root, ipSection);
  if (top) found.push({ node: 'APPHOST', own: own7(top) });
  var locations = childrenOf(root, 'location');
  for (var i = 0; i < locations.length; i++) {
    var section = descend(locations[i], ipSection);
    var path = attributeOf(locations[i], 'path') || '';
    if (section) found.push({ node: path === '' ? 'APPHOST' : path, own: own7(section) });
  }
  return found;
}

/** Whether iprestr.dll is loaded; without it the lists are not in force (role service IP and Domain Restrictions). */
function inForce7(root: any): boolean {
  var modules = childrenOf(descend(root, 'system.webServer/globalModules'), 'add');
  for (var i = 0; i < modules.length; i++) if (attributeOf(modules[i], 'name') === 'IpRestrictionModule') return true;
  return false;
}

function chain7(node: string): string[] {
  return node === 'APPHOST' ? ['APPHOST'] : ['APPHOST'].concat(chain6(node));
}

function findOwn7(lists: { node: string; own: any }[], node: string): any {
  for (var i = 0; i < lists.length; i++) {
    var list = lists[i] as { node: string; own: any };
    if (sameText(list.node, node)) return list.own;
  }
  return null;
}

function setting7(node: string): any {
  var own = findOwn7(ownLists7(hostConfigRoot()), node);
  return own ? { own: own } : 'inherits';
}

function lists7(host: string): any {
  requireHere(host, 'ip-restrictions');
  var manager = adminManager();
  var root = hostConfigRoot();
  var lists = ownLists7(root);
  var ends = ['APPHOST'];
  var sites = sites7(manager);
  for (var i = 0; i < sites.length; i++) ends.push(sites[i].name);
  var vroots = vroots7(manager);
  for (i = 0; i < vroots.length; i++) ends.push(vroots[i].node);
  for (i = 0; i < lists.length; i++) ends.push((lists[i] as { node: string }).node);
  var names = withChains(ends, chain7);
  var nodes: any = {};
  for (i = 0; i < names.length; i++) {
    var own = findOwn7(lists, names[i] as string);
    nodes[names[i] as string] = { outcome: 'ok', value: own ? { own: own } : 'inherits' };
  }
  return { iis: 7, inForce: { outcome: 'ok', value: inForce7(root) }, nodes: nodes };
}

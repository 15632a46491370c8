/**
 * Copies of the configuration with only what the wizard reads: elements and attributes of these lists, all else left out
 * and named. Passwords, AdminACL and machine keys are in no list. The readers: shared/formats/metabase.ts, application-host.ts.
 */

var metabasePath = '%windir%\\System32\\inetsrv\\MetaBase.xml';
var metabaseNamespace = 'urn:microsoft-catalog:XML_Metabase_V54_0';
var metabaseKept = ['Location', 'ServerComment', 'ServerBindings', 'SecureBindings', 'Path', 'AuthFlags', 'AccessSSLFlags', 'AppPoolId', 'IPSecurity'];

var server7 = 'configuration/system.webServer';
var sites7At = 'configuration/system.applicationHost/sites';
var restrictionKept = ['ipAddress', 'subnetMask', 'domainName', 'allowed'];
/** Elements by path (a location counts as nothing), each with its attributes; what lies on the way is kept bare. */
var hostKept: { [path: string]: string[] } = {};
hostKept.configuration = [];
hostKept['configuration/location'] = ['path'];
hostKept[sites7At + '/site'] = ['name', 'id'];
hostKept[sites7At + '/site/bindings/binding'] = ['protocol', 'bindingInformation'];
hostKept[sites7At + '/site/application'] = ['path', 'applicationPool'];
hostKept[sites7At + '/site/application/virtualDirectory'] = ['path', 'physicalPath'];
hostKept[sites7At + '/applicationDefaults'] = ['applicationPool'];
hostKept['configuration/system.applicationHost/applicationPools/add'] = ['name', 'managedRuntimeVersion'];
hostKept[server7 + '/globalModules'] = [];
hostKept[server7 + '/globalModules/add'] = ['name', 'image'];
hostKept[server7 + '/modules'] = [];
hostKept[server7 + '/modules/add'] = ['name'];
hostKept[server7 + '/security/ipSecurity'] = ['allowUnlisted', 'denyAction', 'enableProxyMode', 'enableReverseDns'];
hostKept[server7 + '/security/ipSecurity/add'] = restrictionKept;
hostKept[server7 + '/security/ipSecurity/remove'] = restrictionKept;
hostKept[server7 + '/security/ipSecurity/clear'] = [];
hostKept[server7 + '/security/access'] = ['sslFlags'];
hostKept[server7 + '/security/authentication/anonymousAuthentication'] = ['enabled'];

interface LeftOut {
  /** Names of what was left out, with how often. */
  names: { [name: string]: number };
}

function leaveOut(left: LeftOut, name: string): void {
  left.names[name] = (left.names.hasOwnProperty(name) ? (left.names[name] as number) : 0) + 1;
}

/** Text of an attribute; beyond ASCII and line ends as references, so that the copy is ASCII. */
function attributeText(text: string): string {
  return xmlText(text).replace(/[^ -~]/g, function (c: string): string {
    return '&#' + c.charCodeAt(0) + ';';
  });
}

/** The start of an element with the attributes of a list; the others are named as left out. */
function openTag(element: any, kept: string[], left: LeftOut): string {
  var text = '<' + element.nodeName;
  var all = element.attributes;
  for (var i = 0; i < all.length; i++) {
    var name = String(all.item(i).nodeName);
    if (isAmong(name, kept)) text += ' ' + name + '="' + attributeText(attributeOf(element, name) || '') + '"';
    else if (name !== 'xmlns') leaveOut(left, element.nodeName + ' ' + name);
  }
  return text;
}

/** Keys of the web service only; the list is flat. */
function metabaseCopy(root: any, left: LeftOut): string {
  var lines = ['<?xml version="1.0"?>', '<configuration xmlns="' + metabaseNamespace + '">', '<MBProperty>'];
  var keys = childrenOf(childrenOf(root, 'MBProperty')[0], null);
  for (var i = 0; i < keys.length; i++) {
    var location = attributeOf(keys[i], 'Location') || '';
    if (/^\/LM\/W3SVC(\/|$)/i.test(location)) lines.push(openTag(keys[i], metabaseKept, left) + ' />');
    else leaveOut(left, String(keys[i].nodeName));
  }
  return lines.concat(['</MBProperty>', '</configuration>', '']).join('\r\n');
}

/** Whether a path is kept, or lies on the way to one that is. */
function hostKeeps(path: string): string[] | null {
  if (hostKept.hasOwnProperty(path)) return hostKept[path] as string[];
  for (var kept in hostKept) if (hostKept.hasOwnProperty(kept) && kept.slice(0, path.length + 1) === path + '/') return [];
  return null;
}

function hostElements(element: any, path: string, lines: string[], left: LeftOut): void {
  var kept = hostKeeps(path);
  if (kept === null) {
    leaveOut(left, path.slice('configuration/'.length));
    return;
  }
  var open = openTag(element, kept, left);
  var children = childrenOf(element, null);
  if (children.length === 0) {
    lines.push(open + ' />');
    return;
  }
  lines.push(open + '>');
  for (var i = 0; i < children.length; i++) {
    var under = path === 'configuration/location' ? 'configuration' : path;
    hostElements(children[i], under + '/' + children[i].nodeName, lines, left);
  }
  lines.push('</' + element.nodeName + '>');
}

function hostCopy(root: any, left: LeftOut): string {
  var lines = ['<?xml version="1.0"?>'];
  hostElements(root, 'configuration', lines, left);
  return lines.concat(['']).join('\r\n');
}

function metabaseRoot(): any {
  var xml = newXml();
  if (xml.load(environmentOf(metabasePath)) !== true) refuse('probe-config-unreadable', { what: 'MetaBase.xml' });
  return xml.documentElement;
}

/** Folders of the logs of the sites that hold a vroot of WSUS. */
function logFolders6(root: any): string[] {
  var keys = childrenOf(childrenOf(root, 'MBProperty')[0], null);
  var places: { [location: string]: string } = {};
  var sites: string[] = [];
  for (var i = 0; i < keys.length; i++) {
    var location = (attributeOf(keys[i], 'Location') || '').toUpperCase();
    var folder = attributeOf(keys[i], 'LogFileDirectory');
    if (folder !== null) places[location] = folder;
    var m = /^\/LM\/W3SVC\/(\d+)\/ROOT\/([^\/]+)$/.exec(location);
    if (m && isAmong(m[2] as string, touchableVroots) && !isAmong(m[1] as string, sites)) sites.push(m[1] as string);
  }
  var folders: string[] = [];
  for (i = 0; i < sites.length; i++) {
    var at = places['/LM/W3SVC/' + sites[i]] || places['/LM/W3SVC'] || '%windir%\\System32\\LogFiles';
    folders.push(environmentOf(at).replace(/\\+$/, '') + '\\W3SVC' + sites[i]);
  }
  return folders;
}

function holdsVroot7(site: any): boolean {
  var applications = childrenOf(site, 'application');
  for (var i = 0; i < applications.length; i++) {
    var under = childrenOf(applications[i], 'virtualDirectory');
    for (var k = 0; k < under.length; k++) {
      var path = (attributeOf(applications[i], 'path') || '') + (attributeOf(under[k], 'path') || '');
      if (isAmong(path.replace(/\/+$/, '').replace(/^\/+/, ''), touchableVroots)) return true;
    }
  }
  return false;
}

function logFolders7(root: any): string[] {
  var all = descend(root, 'system.applicationHost/sites');
  var general = descend(all, 'siteDefaults/logFile');
  var usual = (general && attributeOf(general, 'directory')) || '%SystemDrive%\\inetpub\\logs\\LogFiles';
  var sites = childrenOf(all, 'site');
  var folders: string[] = [];
  for (var i = 0; i < sites.length; i++) {
    if (!holdsVroot7(sites[i])) continue;
    var own = childrenOf(sites[i], 'logFile')[0];
    var at = (own && attributeOf(own, 'directory')) || usual;
    folders.push(environmentOf(at).replace(/\\+$/, '') + '\\W3SVC' + attributeOf(sites[i], 'id'));
  }
  return folders;
}

/** IIS 7 and later through Microsoft.ApplicationHost.AdminManager: a local COM object; from afar the kit is offered. */

var apphostPath = 'MACHINE/WEBROOT/APPHOST';
/** access/sslFlags: 8 is Ssl (system.webServer/security/access). */
var sslFlag = 8;

function requireHere(host: string, what: string): void {
  if (host !== '.') refuse('probe-only-on-server', { what: what });
}

function adminManager(): any {
  return new ActiveXObject('Microsoft.ApplicationHost.AdminManager');
}

function elementText(element: any, name: string): string {
  var value = element.GetPropertyByName(name).Value;
  return value === null || value === undefined ? '' : String(value);
}

function elementsOf(collection: any): any[] {
  var all: any[] = [];
  for (var i = 0; i < collection.Count; i++) all.push(collection.Item(i));
  return all;
}

/** `address:port:host`; the address may be [v6]. */
function binding7(element: any): any {
  var protocol = elementText(element, 'protocol').toLowerCase();
  var m = /^(.*):(\d+):([^:]*)$/.exec(elementText(element, 'bindingInformation'));
  if (!m || (protocol !== 'http' && protocol !== 'https')) return null;
  var address = (m[1] as string).replace(/^\[|\]$/g, '');
  return { protocol: protocol, address: address === '*' ? '' : address, port: parseInt(m[2] as string, 10), host: m[3] };
}

function siteElements(manager: any): any[] {
  return elementsOf(manager.GetAdminSection('system.applicationHost/sites', apphostPath).Collection);
}

/** The state of a site or pool is asked at run time: 1 started (0 starting); anything else is stopped (recollection). */
function state7(element: any): any {
  return collectedOf('state', function (): string {
    var state = Number(element.GetPropertyByName('state').Value);
    return state === 0 || state === 1 ? 'started' : 'stopped';
  });
}

/** With the defaults of all sites in it where the site has none of its own (recollection). */
function logFolder7(site: any, id: number): string | null {
  try {
    return logFolderOf(elementText(site.ChildElements.Item('logFile'), 'directory'), id);
  } catch (_error) {
    return null;
  }
}

function sites7(manager: any): any[] {
  var found = siteElements(manager);
  var sites: any[] = [];
  for (var i = 0; i < found.length; i++) {
    var name = elementText(found[i], 'name');
    var listed = elementsOf(found[i].ChildElements.Item('bindings').Collection);
    var bindings: any[] = [];
    for (var k = 0; k < listed.length; k++) {
      var binding = binding7(listed[k]);
      if (binding) bindings.push(binding);
    }
    var id = parseInt(elementText(found[i], 'id'), 10);
    sites.push({ id: id, name: name, root: name, bindings: bindings, state: state7(found[i]), logFolder: logFolder7(found[i], id) });
  }
  return sites.sort(byId);
}

function poolElements(manager: any): any[] {
  return elementsOf(manager.GetAdminSection('system.applicationHost/applicationPools', apphostPath).Collection);
}

function pools7(manager: any): any[] {
  var found = poolElements(manager);
  var pools: any[] = [];
  for (var i = 0; i < found.length; i++) {
    var state = state7(found[i]);
    if (state.outcome !== 'ok') throw { wizard: state.fault };
    pools.push({ name: elementText(found[i], 'name'), state: state.value });
  }
  return pools;
}

/** Virtual directories directly below a site, as {node, site, name, settings}. */
function vroots7(manager: any): any[] {
  var sites = siteElements(manager);
  var vroots: any[] = [];
  for (var i = 0; i < sites.length; i++) {
    var site = elementText(sites[i], 'name');
    var applications = elementsOf(sites[i].Collection);
    for (var k = 0; k < applications.length; k++) {
      var base = elementText(applications[k], 'path').replace(/^\//, '');
      var directories = elementsOf(applications[k].Collection);
      for (var d = 0; d < directories.length; d++) {
        var below = elementText(directories[d], 'path').replace(/^\//, '');
        var name = base === '' ? below : below === '' ? base : base + '/' + below;
        if (name !== '' && name.indexOf('/') < 0)
          vroots.push({
            node: site + '/' + name,
            site: parseInt(elementText(sites[i], 'id'), 10),
            name: name,
            settings: vrootSettings7(manager, site + '/' + name, directories[d], applications[k])
          });
      }
    }
  }
  return vroots;
}

function vrootSettings7(manager: any, node: string, directory: any, application: any): any {
  return collectedOf(node, function (): any {
    var at = apphostPath + '/' + node;
    var anonymous = manager.GetAdminSection('system.webServer/security/authentication/anonymousAuthentication', at).GetPropertyByName('enabled').Value;
    var flags = Number(manager.GetAdminSection('system.webServer/security/access', at).GetPropertyByName('sslFlags').Value) || 0;
    return {
      path: elementText(directory, 'physicalPath'),
      anonymous: yesOrNull(anonymous),
      requiresSsl: (flags & sslFlag) !== 0,
      pool: elementText(application, 'applicationPool') || null
    };
  });
}

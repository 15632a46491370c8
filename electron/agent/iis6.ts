/** IIS 6 through root\MicrosoftIISv2: sites, pools, virtual directories. Asked only while IISADMIN runs: asking may start it. */

var iis6Namespace = 'root\\MicrosoftIISv2';
/** IIsWebServer.ServerState and IIsApplicationPoolSetting.AppPoolState: 2 started, 4 stopped (recollection); starting counts as started. */
var startedStates = [1, 2];

function requireIis6(host: string): void {
  requireRunning(host, ['IISADMIN']);
}

function startedOrStopped(state: any): string {
  for (var i = 0; i < startedStates.length; i++) if (Number(state) === startedStates[i]) return 'started';
  return 'stopped';
}

function bindings6(site: any): any[] {
  var found: any[] = [];
  var lists = [
    { of: 'ServerBindings', protocol: 'http' },
    { of: 'SecureBindings', protocol: 'https' }
  ];
  for (var k = 0; k < lists.length; k++) {
    var list = lists[k] as { of: string; protocol: string };
    var all = arrayOf(prop(site, list.of));
    for (var i = 0; i < all.length; i++) {
      var port = textProp(all[i], 'Port').replace(/:$/, '');
      // SecureBinding has no host name on IIS 6; a binding without a port is an empty entry.
      if (port !== '')
        found.push({
          protocol: list.protocol,
          address: textProp(all[i], 'IP'),
          port: parseInt(port, 10),
          host: list.protocol === 'http' ? textProp(all[i], 'Hostname') : ''
        });
    }
  }
  return found;
}

function siteNumber(name: string): number {
  var m = /^W3SVC\/(\d+)/i.exec(name);
  return m ? parseInt(m[1] as string, 10) : 0;
}

function byId(a: { id: number }, b: { id: number }): number {
  return a.id - b.id;
}

function sites6(host: string): any[] {
  requireIis6(host);
  var settings = query(host, iis6Namespace, 'SELECT Name, ServerComment, ServerBindings, SecureBindings, LogFileDirectory FROM IIsWebServerSetting');
  var servers = query(host, iis6Namespace, 'SELECT Name, ServerState FROM IIsWebServer');
  var states: { [name: string]: any } = {};
  for (var i = 0; i < servers.length; i++) states[textProp(servers[i], 'Name').toLowerCase()] = prop(servers[i], 'ServerState');
  var sites: any[] = [];
  for (i = 0; i < settings.length; i++) {
    var name = textProp(settings[i], 'Name');
    var id = siteNumber(name);
    sites.push({
      id: id,
      name: textProp(settings[i], 'ServerComment'),
      root: 'W3SVC/' + id + '/ROOT',
      bindings: bindings6(settings[i]),
      state: siteState6(states[name.toLowerCase()]),
      logFolder: logFolderOf(textProp(settings[i], 'LogFileDirectory'), id)
    });
  }
  return sites.sort(byId);
}

/** Each site writes into a folder of its number below the one that is set; null: none is told. */
function logFolderOf(folder: string, id: number): string | null {
  return folder === '' ? null : folder.replace(/\\+$/, '') + '\\W3SVC' + id;
}

function siteState6(state: any): any {
  return state === undefined
    ? { outcome: 'missing', fault: { code: 'probe-object-missing', facts: { what: 'IIsWebServer' } } }
    : { outcome: 'ok', value: startedOrStopped(state) };
}

function pools6(host: string): any[] {
  var found = query(host, iis6Namespace, 'SELECT Name, AppPoolState FROM IIsApplicationPoolSetting');
  var pools: any[] = [];
  for (var i = 0; i < found.length; i++)
    pools.push({ name: textProp(found[i], 'Name').replace(/^W3SVC\/AppPools\//i, ''), state: startedOrStopped(prop(found[i], 'AppPoolState')) });
  return pools;
}

/** Virtual directories below the roots of sites, as {node, site, name, settings}. */
function vroots6(host: string): any[] {
  requireIis6(host);
  var found = query(host, iis6Namespace, 'SELECT Name, Path, AuthAnonymous, AccessSSL, AppPoolId FROM IIsWebVirtualDirSetting');
  var vroots: any[] = [];
  for (var i = 0; i < found.length; i++) {
    var m = /^W3SVC\/(\d+)\/ROOT\/(.+)$/i.exec(textProp(found[i], 'Name'));
    if (m)
      vroots.push({
        node: 'W3SVC/' + m[1] + '/ROOT/' + m[2],
        site: parseInt(m[1] as string, 10),
        name: m[2],
        settings: vrootSettings6(found[i])
      });
  }
  return vroots;
}

function yesOrNull(value: any): boolean | null {
  return value === true || value === false ? value : null;
}

function vrootSettings6(object: any): any {
  return collectedOf('IIsWebVirtualDirSetting', function (): any {
    return {
      path: textProp(object, 'Path'),
      anonymous: yesOrNull(prop(object, 'AuthAnonymous')),
      requiresSsl: yesOrNull(prop(object, 'AccessSSL')),
      pool: textProp(object, 'AppPoolId') || null
    };
  });
}

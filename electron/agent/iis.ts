/** The probes of IIS, by its version. */

function probeWebSites(host: string): any {
  if (iisVersionOf(host) < 7)
    return {
      iis: 6,
      sites: sites6(host),
      pools: collectedOf('pools', function (): any {
        return pools6(host);
      }),
      atLeastIis8: false
    };
  requireHere(host, 'web-sites');
  var manager = adminManager();
  return {
    iis: 7,
    sites: sites7(manager),
    pools: collectedOf('pools', function (): any {
      return pools7(manager);
    }),
    atLeastIis8: iisVersionOf(host) >= 8
  };
}

function probeVirtualDirectories(host: string): any {
  var old = iisVersionOf(host) < 7;
  if (!old) requireHere(host, 'virtual-directories');
  var vroots = old ? vroots6(host) : vroots7(adminManager());
  return {
    vroots: vroots,
    selfUpdateFiles: collectedOf('self-update-files', function (): any {
      return selfUpdateFiles(host, vroots);
    })
  };
}

/** The .cab files in the folder of the first Selfupdate vroot; folders below it are left out. */
function selfUpdateFiles(host: string, vroots: any[]): any {
  for (var i = 0; i < vroots.length; i++) {
    if (!sameText(vroots[i].name, 'Selfupdate') || vroots[i].settings.outcome !== 'ok') continue;
    var folder = String(vroots[i].settings.value.path).replace(/\\+$/, '');
    var m = /^([A-Za-z]:)(\\.*)$/.exec(folder);
    if (!m) return refuse('probe-object-missing', { what: folder });
    var text = 'SELECT FileName, Extension FROM CIM_DataFile WHERE Drive=' + wql(m[1] as string) + ' AND Path=' + wql(m[2] + '\\') + " AND Extension='cab'";
    var found = query(host, 'root\\cimv2', text);
    var files: string[] = [];
    for (var k = 0; k < found.length; k++) files.push(textProp(found[k], 'FileName') + '.' + textProp(found[k], 'Extension'));
    return { folder: folder, files: files.sort() };
  }
  return refuse('probe-object-missing', { what: 'Selfupdate' });
}

function probeIpRestrictions(host: string): any {
  return iisVersionOf(host) < 7 ? lists6(host) : lists7(host);
}

function settingOf(host: string, node: string): any {
  if (iisVersionOf(host) < 7) {
    requireIis6(host);
    return setting6(host, node);
  }
  requireHere(host, 'ip-restrictions');
  return setting7(node);
}

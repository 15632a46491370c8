/** Writes a list of IIS 7 and later into the location of the vroot, in applicationHost.config. */

/** Takes the section of a location away, so that it says nothing of its own. */
function dropSection(manager: any, node: string): void {
  var locations = manager.ConfigManager.GetConfigFile(apphostPath).Locations;
  for (var i = 0; i < locations.Count; i++) {
    var location = locations.Item(i);
    if (!sameText(String(location.Path), node)) continue;
    for (var k = location.Count - 1; k >= 0; k--) if (sameText(String(location.Item(k).Name), ipSection)) location.DeleteConfigSection(k);
  }
}

function writableManager(): any {
  var manager = new ActiveXObject('Microsoft.ApplicationHost.WritableAdminManager');
  manager.CommitPath = apphostPath;
  return manager;
}

function sectionAt(manager: any, node: string): any {
  return manager.GetAdminSection(ipSection, apphostPath + '/' + node);
}

/** Where an inherited entry stands in the merged collection, or -1. */
function placeOf(collection: any, entry: any): number {
  for (var i = 0; i < collection.Count; i++) {
    var item = collection.Item(i);
    var same =
      entry.domain !== undefined
        ? sameText(elementText(item, 'domainName'), entry.domain)
        : elementText(item, 'ipAddress') === entry.address && elementText(item, 'subnetMask') === entry.mask;
    if (same) return i;
  }
  return -1;
}

function putEntry(collection: any, entry: any): void {
  if (entry.verb === 'clear') collection.Clear();
  else if (entry.verb === 'remove') {
    var at = placeOf(collection, entry);
    if (at < 0) refuse('changed-since-planned', { found: 'no entry to remove' });
    collection.DeleteElement(at);
  } else {
    var element = collection.CreateNewElement('add');
    if (entry.domain !== undefined) element.GetPropertyByName('domainName').Value = entry.domain;
    else {
      element.GetPropertyByName('ipAddress').Value = entry.address;
      element.GetPropertyByName('subnetMask').Value = entry.mask;
    }
    element.GetPropertyByName('allowed').Value = entry.allowed;
    // -1: at the end; order decides.
    collection.AddElement(element, -1);
  }
}

function write7(node: string, to: any): void {
  var manager = writableManager();
  dropSection(manager, node);
  manager.CommitChanges();
  if (to === 'inherits') return;
  manager = writableManager();
  var section = sectionAt(manager, node);
  var attributes = ['allowUnlisted', 'denyAction', 'enableProxyMode', 'enableReverseDns'];
  for (var i = 0; i < attributes.length; i++)
    if (to.own[attributes[i] as string] !== undefined) section.GetPropertyByName(attributes[i] as string).Value = to.own[attributes[i] as string];
  for (i = 0; i < to.own.entries.length; i++) putEntry(section.Collection, to.own.entries[i]);
  manager.CommitChanges();
}

/** Changes of restriction lists. After each write the node and whether it owns a value are read again. */

function entryParts(text: string): string[] {
  return text.split(' ');
}

function entries6From(lines: { name: string; value: string }[], name: string): any[] {
  var all = allOf(lines, name);
  var entries: any[] = [];
  for (var i = 0; i < all.length; i++) {
    var parts = entryParts(all[i] as string);
    if (parts.length !== 2 || !octetsOf(parts[0] as string) || !octetsOf(parts[1] as string)) return outside(all[i] as string);
    entries.push({ address: parts[0], mask: parts[1] });
  }
  return entries;
}

/** `verb address mask [allowed]`, `verb-domain name [allowed]`, `clear`. */
function entry7From(text: string): any {
  var parts = entryParts(text);
  var verb = parts[0] as string;
  if (text === 'clear') return { verb: 'clear' };
  if (verb === 'add' && parts.length === 4) return { verb: verb, address: parts[1], mask: parts[2], allowed: parts[3] === 'true' };
  if (verb === 'remove' && parts.length === 3) return { verb: verb, address: parts[1], mask: parts[2] };
  if (verb === 'add-domain' && parts.length === 3) return { verb: 'add', domain: parts[1], allowed: parts[2] === 'true' };
  if (verb === 'remove-domain' && parts.length === 2) return { verb: 'remove', domain: parts[1] };
  return outside(text);
}

function flagFrom(lines: { name: string; value: string }[], name: string): boolean | undefined {
  var text = oneOf(lines, name);
  return text === '' ? undefined : text === 'true';
}

function settingFrom(lines: { name: string; value: string }[], which: string): any {
  var kind = oneOf(lines, which);
  if (kind === 'inherits') return 'inherits';
  if (kind === 'own6')
    return {
      own: {
        iis: 6,
        grantByDefault: oneOf(lines, which + '.grantByDefault') === 'true',
        grant: entries6From(lines, which + '.grant'),
        deny: entries6From(lines, which + '.deny'),
        grantNames: allOf(lines, which + '.grantName'),
        denyNames: allOf(lines, which + '.denyName')
      }
    };
  if (kind !== 'own7') return outside(which);
  var all = allOf(lines, which + '.entry');
  var entries: any[] = [];
  for (var i = 0; i < all.length; i++) entries.push(entry7From(all[i] as string));
  return {
    own: {
      iis: 7,
      allowUnlisted: flagFrom(lines, which + '.allowUnlisted'),
      denyAction: oneOf(lines, which + '.denyAction') || undefined,
      enableProxyMode: flagFrom(lines, which + '.enableProxyMode'),
      enableReverseDns: flagFrom(lines, which + '.enableReverseDns'),
      entries: entries
    }
  };
}

/** On IIS 6 without regard to order, on IIS 7 and later with it: there the first hit decides. */
function sameSetting(a: any, b: any): boolean {
  if (a === 'inherits' || b === 'inherits') return a === b;
  if (a.own.iis !== b.own.iis) return false;
  return a.own.iis === 6 ? listText(a.own) === listText(b.own) : toJson(a.own) === toJson(b.own);
}

/**
 * What the node says. From afar a list equal to the parent's looks inherited; where that very list is what is meant, it
 * counts as the node's own: the effect is the same.
 */
function settingMeant(host: string, node: string, meant: any): any {
  if (host !== '.' && iisVersionOf(host) < 7 && meant !== 'inherits') {
    requireIis6(host);
    var own = wmiLists(host)[node.toLowerCase()];
    if (own && listText(own) === listText(meant.own)) return meant;
  }
  return settingOf(host, node);
}

function replaceList(host: string, node: string, expect: any, to: any, backup: string): Ran {
  var found = settingMeant(host, node, expect);
  if (!sameSetting(found, expect)) changedSince(found);
  var old = iisVersionOf(host) < 7;
  if ((to !== 'inherits' && (to.own.iis === 6) !== old) || (backup !== '' && !/^[0-9A-Za-z-]{1,60}$/.test(backup))) return outside(node);
  if (backup !== '') backUp(host, old, backup);
  if (!old) write7(node, to);
  else if (host === '.') writeAdsi(node, to);
  else writeWmi(host, node, to);
  var now = settingMeant(host, node, to);
  // An own value that stays has the same effect as before, but the directory no longer follows its site.
  if (to === 'inherits' && now !== 'inherits') refuse('changed-since-keeps-own', { node: node, found: now });
  if (!sameSetting(now, to)) refuse('changed-since-not-written', { node: node, found: now });
  var ran: Ran = { found: expect, readBack: to };
  if (backup !== '') ran.backup = backup;
  return ran;
}

function items6(entries: any[]): any {
  var items: string[] = [];
  for (var i = 0; i < entries.length; i++) items.push(entries[i].address + ', ' + entries[i].mask);
  return safeArray(items);
}

/** The flag first, then all four lists: whether the flag alone empties a list is not documented. */
function fill6(put: (name: string, value: any) => void, own: any): void {
  put('GrantByDefault', own.grantByDefault);
  put('IPGrant', items6(own.grant));
  put('IPDeny', items6(own.deny));
  put('DomainGrant', safeArray(own.grantNames));
  put('DomainDeny', safeArray(own.denyNames));
}

function writeAdsi(node: string, to: any): void {
  var object = GetObject(adsiRoot + node);
  if (to === 'inherits') object.PutEx(clearProperty, 'IPSecurity', '');
  else {
    var security = object.IPSecurity;
    fill6(function (name: string, value: any): void {
      security[name] = value;
    }, to.own);
    object.IPSecurity = security;
  }
  object.SetInfo();
}

function writeWmi(host: string, node: string, to: any): void {
  var services = wmi(host, iis6Namespace);
  var object: any;
  try {
    object = services.Get('IIsIPSecuritySetting.Name=' + wql(node));
  } catch (error) {
    if (hresultOf(error) !== '80041002' || to === 'inherits') throw error;
    object = services.Get('IIsIPSecuritySetting').SpawnInstance_();
    object.Properties_.Item('Name').Value = node;
  }
  if (to === 'inherits') object.Delete_();
  else {
    fill6(function (name: string, value: any): void {
      object.Properties_.Item(name).Value = value;
    }, to.own);
    object.Put_();
  }
}

/** 0xFFFFFFFF as a signed number: the next version of that name; 2: save pending changes first (IIsComputer.Backup). */
function backUp(host: string, old: boolean, name: string): void {
  if (!old) {
    var appcmd = '"%windir%\\System32\\inetsrv\\appcmd.exe" add backup ' + name;
    // 0: no window; wait for its end.
    if (Number(new ActiveXObject('WScript.Shell').Run(appcmd, 0, true)) !== 0) refuse('changed-since-no-backup', { name: name });
    return;
  }
  if (host === '.') GetObject('IIS://localhost').Backup(name, -1, 2);
  else callMethod(wmi(host, iis6Namespace).Get("IIsComputer.Name='LM'"), 'Backup', { BackupLocation: name, BackupVersion: -1, BackupFlags: 2 });
}

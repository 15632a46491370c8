/** Changes of the four values of a client's WindowsUpdate key, and of three policy values outside a domain. */

/** Key and name in it of each policy value. */
var policyPlaces: { [name: string]: { key: string; name: string } } = {
  WUServer: { key: policyKey, name: 'WUServer' },
  WUStatusServer: { key: policyKey, name: 'WUStatusServer' },
  'AU\\UseWUServer': { key: policyKey + '\\AU', name: 'UseWUServer' }
};

function isPolicy(name: string): boolean {
  return policyPlaces.hasOwnProperty(name);
}

function registryPlace(name: string): { key: string; name: string } {
  return isPolicy(name) ? (policyPlaces[name] as { key: string; name: string }) : { key: updateKey, name: name };
}

interface RegistryOwn {
  type: string;
  value: string;
}

/** `absent`, or own with type and value. */
function valueFrom(lines: { name: string; value: string }[], which: string): RegistryOwn | null {
  if (oneOf(lines, which) === 'absent') return null;
  if (oneOf(lines, which) !== 'own') return outside(which);
  var type = oneOf(lines, which + '.type');
  if (type !== 'REG_SZ' && type !== 'REG_BINARY' && type !== 'REG_DWORD') return outside(type);
  var value = oneOf(lines, which + '.value');
  if (type === 'REG_DWORD' && !/^\d{1,10}$/.test(value)) return outside(value.slice(0, 40));
  if (type === 'REG_BINARY' && !/^([0-9a-f][0-9a-f])*$/.test(value)) return outside(value.slice(0, 40));
  return { type: type, value: value };
}

function readOwn(host: string, name: string): RegistryOwn | null {
  var place = registryPlace(name);
  var types = registryTypes(host, place.key);
  var type = types ? types[place.name.toLowerCase()] : undefined;
  if (type === undefined) return null;
  if (type === regString) return { type: 'REG_SZ', value: registryText(host, place.key, place.name) || '' };
  if (type === regBinary) return { type: 'REG_BINARY', value: registryBytes(host, place.key, place.name) || '' };
  if (type === regDword) return { type: 'REG_DWORD', value: String(registryNumber(host, place.key, place.name)) };
  // Another type is a value that no plan knows: told, and nothing is written.
  return { type: 'REG_' + type, value: '' };
}

function shownOwn(own: RegistryOwn | null): any {
  return own === null ? 'absent' : { own: { type: own.type, value: own.value } };
}

function sameOwn(a: RegistryOwn | null, b: RegistryOwn | null): boolean {
  return toJson(shownOwn(a)) === toJson(shownOwn(b));
}

function bytesOf(hex: string): number[] {
  var bytes: number[] = [];
  for (var i = 0; i < hex.length; i += 2) bytes.push(parseInt(hex.substring(i, i + 2), 16));
  return bytes;
}

function writeOwn(host: string, name: string, to: RegistryOwn | null): any {
  var place = registryPlace(name);
  if (to === null) return callRegistry(host, 'DeleteValue', place.key, { sValueName: place.name });
  // A PC that never had a policy has no key for it; where it is there this does nothing.
  if (isPolicy(name)) callRegistry(host, 'CreateKey', place.key, {});
  if (to.type === 'REG_SZ') return callRegistry(host, 'SetStringValue', place.key, { sValueName: place.name, sValue: to.value });
  if (to.type === 'REG_DWORD') return callRegistry(host, 'SetDWORDValue', place.key, { sValueName: place.name, uValue: parseInt(to.value, 10) });
  return callRegistry(host, 'SetBinaryValue', place.key, { sValueName: place.name, uValue: safeArray(bytesOf(to.value)) });
}

/** Each value has one type that may be written; policy values only where no domain writes them again. */
function requireWritable(host: string, name: string, to: RegistryOwn | null): void {
  var type = name === 'SusClientIdValidation' ? 'REG_BINARY' : name === 'AU\\UseWUServer' ? 'REG_DWORD' : 'REG_SZ';
  if (to !== null && to.type !== type) outside(to.type);
  if (isPolicy(name) && isDomainMember(host) !== false) outside(name);
}

function writeRegistry(host: string, name: string, expect: RegistryOwn | null, to: RegistryOwn | null): Ran {
  requireWritable(host, name, to);
  var found = readOwn(host, name);
  if (!sameOwn(found, expect)) changedSince(shownOwn(found));
  var code = Number(prop(writeOwn(host, name, to), 'ReturnValue'));
  if (code === 5) refuse('denied-registry', { code: code });
  if (code !== 0) refuse('probe-com-error', { hresult: String(code), what: 'StdRegProv', text: '' });
  return { found: shownOwn(found), readBack: shownOwn(readOwn(host, name)) };
}

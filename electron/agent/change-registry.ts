/** Changes of the four values of a client's WindowsUpdate key. */

interface RegistryOwn {
  type: string;
  value: string;
}

/** `absent`, or own with type and value. */
function valueFrom(lines: { name: string; value: string }[], which: string): RegistryOwn | null {
  if (oneOf(lines, which) === 'absent') return null;
  if (oneOf(lines, which) !== 'own') return outside(which);
  var type = oneOf(lines, which + '.type');
  if (type !== 'REG_SZ' && type !== 'REG_BINARY') return outside(type);
  var value = oneOf(lines, which + '.value');
  if (type === 'REG_BINARY' && !/^([0-9a-f][0-9a-f])*$/.test(value)) return outside(value.slice(0, 40));
  return { type: type, value: value };
}

function readOwn(host: string, name: string): RegistryOwn | null {
  var types = registryTypes(host, updateKey);
  var type = types ? types[name.toLowerCase()] : undefined;
  if (type === undefined) return null;
  if (type === regString) return { type: 'REG_SZ', value: registryText(host, updateKey, name) || '' };
  if (type === regBinary) return { type: 'REG_BINARY', value: registryBytes(host, updateKey, name) || '' };
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
  if (to === null) return callRegistry(host, 'DeleteValue', updateKey, { sValueName: name });
  if (to.type === 'REG_SZ') return callRegistry(host, 'SetStringValue', updateKey, { sValueName: name, sValue: to.value });
  return callRegistry(host, 'SetBinaryValue', updateKey, { sValueName: name, uValue: safeArray(bytesOf(to.value)) });
}

function writeRegistry(host: string, name: string, expect: RegistryOwn | null, to: RegistryOwn | null): Ran {
  var found = readOwn(host, name);
  if (!sameOwn(found, expect)) changedSince(shownOwn(found));
  var code = Number(prop(writeOwn(host, name, to), 'ReturnValue'));
  if (code === 5) refuse('denied-registry', { code: code });
  if (code !== 0) refuse('probe-com-error', { hresult: String(code), what: 'StdRegProv', text: '' });
  return { found: shownOwn(found), readBack: shownOwn(readOwn(host, name)) };
}

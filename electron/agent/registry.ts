/** The registry through StdRegProv: the same way for this machine and for others. Only HKEY_LOCAL_MACHINE. */

/** HKEY_LOCAL_MACHINE (0x80000002) as a signed number: so it is a 32-bit integer and no floating one. */
var localMachine = -2147483646;
var regString = 1;
var regBinary = 3;
var regDword = 4;

function callRegistry(host: string, method: string, key: string, inputs: any): any {
  inputs.hDefKey = localMachine;
  inputs.sSubKeyName = key;
  return callMethod(wmi(host, 'root\\default').Get('StdRegProv'), method, inputs);
}

/**
 * The value of an answer, or null where the value is not there or has another type. 2: no such key or value;
 * 1 and 0x80041005 (type mismatch) are recollection.
 */
function registryValue(answer: any, name: string): any {
  var code = Number(prop(answer, 'ReturnValue'));
  if (code === 0) return prop(answer, name);
  if (code === 2 || code === 1 || code === -2147217403 || code === 2147749893) return null;
  if (code === 5) refuse('denied-registry', { code: code });
  return refuse('probe-com-error', { hresult: String(code), what: 'StdRegProv', text: '' });
}

function registryText(host: string, key: string, name: string): string | null {
  var value = registryValue(callRegistry(host, 'GetStringValue', key, { sValueName: name }), 'sValue');
  return value === null || value === undefined ? null : String(value);
}

function registryNumber(host: string, key: string, name: string): number | null {
  var value = registryValue(callRegistry(host, 'GetDWORDValue', key, { sValueName: name }), 'uValue');
  return value === null || value === undefined ? null : Number(value);
}

/** Bytes in hex. */
function registryBytes(host: string, key: string, name: string): string | null {
  var value = registryValue(callRegistry(host, 'GetBinaryValue', key, { sValueName: name }), 'uValue');
  if (value === null || value === undefined) return null;
  var bytes = arrayOf(value);
  var parts: string[] = [];
  for (var i = 0; i < bytes.length; i++) parts.push((Number(bytes[i]) < 16 ? '0' : '') + Number(bytes[i]).toString(16));
  return parts.join('');
}

/** Names of a key's values in lower case, each with its type; null: there is no such key. */
function registryTypes(host: string, key: string): { [name: string]: number } | null {
  var answer = callRegistry(host, 'EnumValues', key, {});
  var code = Number(prop(answer, 'ReturnValue'));
  if (code === 2) return null;
  if (code === 5) refuse('denied-registry', { code: code });
  var names = arrayOf(prop(answer, 'sNames'));
  var types = arrayOf(prop(answer, 'Types'));
  var found: { [name: string]: number } = {};
  for (var i = 0; i < names.length; i++) found[String(names[i]).toLowerCase()] = Number(types[i]);
  return found;
}

function registryKeys(host: string, key: string): string[] {
  var answer = callRegistry(host, 'EnumKey', key, {});
  var code = Number(prop(answer, 'ReturnValue'));
  if (code === 5) refuse('denied-registry', { code: code });
  return code === 0 ? arrayOf(prop(answer, 'sNames')) : [];
}

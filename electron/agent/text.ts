/** Text, JSON and times: JScript 5.6 has no JSON and no trim. Everything written is ASCII. */

function padded(value: number, length: number): string {
  var text = String(value);
  while (text.length < length) text = '0' + text;
  return text;
}

function trimmed(text: string): string {
  return text.replace(/^\s+/, '').replace(/\s+$/, '');
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether a text stands in a list, without case. */
function isAmong(text: string, list: string[]): boolean {
  for (var i = 0; i < list.length; i++) if (sameText(list[i] as string, text)) return true;
  return false;
}

/** Beyond printable ASCII, and the two that JSON needs escaped: \uXXXX. */
function escapedText(text: string): string {
  if (/^[ !#-\[\]-~]*$/.test(text)) return text;
  var parts: string[] = [];
  for (var i = 0; i < text.length; i++) {
    var code = text.charCodeAt(i);
    var hex = code.toString(16);
    while (hex.length < 4) hex = '0' + hex;
    parts.push(code < 32 || code > 126 || code === 34 || code === 92 ? '\\u' + hex : text.charAt(i));
  }
  return parts.join('');
}

/** The way back: the request and StdIn are ASCII, since both are decoded with a code page. */
function unescapedText(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})/g, function (_all: string, hex: string): string {
    return String.fromCharCode(parseInt(hex, 16));
  });
}

function toJson(value: any): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return '"' + escapedText(value) + '"';
  if (typeof value === 'number') return isFinite(value) ? String(value) : 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  var parts: string[] = [];
  if (value instanceof Array) {
    for (var i = 0; i < value.length; i++) parts.push(toJson(value[i]));
    return '[' + parts.join(',') + ']';
  }
  for (var name in value) if (value.hasOwnProperty(name) && value[name] !== undefined) parts.push(toJson(name) + ':' + toJson(value[name]));
  return '{' + parts.join(',') + '}';
}

/** ISO 8601 in UTC; there is no toISOString. */
function isoTime(time: number): string {
  var d = new Date(time);
  var day = d.getUTCFullYear() + '-' + padded(d.getUTCMonth() + 1, 2) + '-' + padded(d.getUTCDate(), 2);
  return day + 'T' + padded(d.getUTCHours(), 2) + ':' + padded(d.getUTCMinutes(), 2) + ':' + padded(d.getUTCSeconds(), 2) + '.000Z';
}

/** yyyymmddHHMMSS.ffffff+UUU (minutes from UTC) as WMI writes times; null where it is not one. */
function fromCimTime(text: any): string | null {
  var m = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d{6}([+-]\d{3})$/.exec(String(text));
  if (!m) return null;
  var part = function (at: number): number {
    return parseInt((m as string[])[at] as string, 10);
  };
  return isoTime(Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6)) - part(7) * 60000);
}

/** The other way, in UTC, for comparisons in a query. */
function toCimTime(time: number): string {
  return isoTime(time).replace(/[-T:]/g, '').slice(0, 14) + '.000000+000';
}

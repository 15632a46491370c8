/** Header values as facts: one line, bounded, nothing that could harm a terminal. */
import type { IncomingHttpHeaders } from 'node:http';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be kept
const harmful = /[\u0000-\u001f\u007f-\u009f]/g;

export function headerOf(headers: IncomingHttpHeaders, name: string, most = 200): string | null {
  const value = headers[name];
  const text = (Array.isArray(value) ? value.join(', ') : (value ?? '')).replace(harmful, ' ').trim();
  return text === '' ? null : text.slice(0, most);
}

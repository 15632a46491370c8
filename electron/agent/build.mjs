/** Joins the agent into one ES3 file: types stripped by amaro (a bundler would write ES6), ASCII, CRLF, no BOM. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import amaro from 'amaro';
import { order } from './order.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const banner = '// WSUS Wizard agent. Runs under cscript.exe with the engine JScript (5.6 and later). Made by electron/agent/build.mjs.';

/** The text of agent.js and its SHA-256. */
export function buildAgent(folder = here) {
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const left = sources.filter((name) => !order.includes(name.slice(0, -3)));
  if (left.length > 0) throw new Error(`not in electron/agent/order.mjs: ${left.join(', ')}`);
  const parts = order.map((name) => amaro.transformSync(readFileSync(join(folder, `${name}.ts`), 'utf8'), { mode: 'strip-only', filename: `${name}.ts` }).code);
  const lines = [banner, ...parts.flatMap((part) => part.split(/\r?\n/)), 'main();', ''].map((line) => line.trimEnd());
  // Blank lines left by types that were stripped.
  const joined = lines.filter((line, at) => line !== '' || (lines[at - 1] !== '' && at < lines.length)).join('\r\n');
  // Japanese words stand in the sources as they are read; the script host gets escapes, in texts and expressions only.
  const text = joined.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const odd = /[^\r\n\x20-\x7e]/.exec(text);
  if (odd) throw new Error(`the agent holds a character that is not ASCII: ${JSON.stringify(text.slice(Math.max(0, odd.index - 30), odd.index + 10))}`);
  return { text, sha256: createHash('sha256').update(text, 'latin1').digest('hex') };
}

/** Writes it beside the other built files. */
export function writeAgent(folder) {
  const { text, sha256 } = buildAgent();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'agent.js'), text, 'latin1');
  return sha256;
}

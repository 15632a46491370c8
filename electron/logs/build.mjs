/** Turns rows.wat into WebAssembly, as a text that the bundles carry. */
import { readFileSync } from 'node:fs';
import wabt from 'wabt';

/** Base64 of the module, about 900 bytes. */
export async function buildRows() {
  const source = new URL('rows.wat', import.meta.url);
  const module = (await wabt()).parseWat('rows.wat', readFileSync(source, 'utf8'), { simd: true });
  module.validate();
  return Buffer.from(module.toBinary({}).buffer).toString('base64');
}

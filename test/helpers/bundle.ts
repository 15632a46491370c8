/** Bundles a small entry of the tests into one CJS text, as the product's own files are bundled. */
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './worlds';

const node = [...builtinModules, ...builtinModules.map((m) => `node:${m}`)];

export async function bundle(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true, external: [] },
    build: {
      ssr: join(root, entry),
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { external: node, output: { format: 'cjs', codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !('output' in output) || output.output.length !== 1) throw new Error('not one file');
  return output.output[0].code;
}

/** Builds the app into a folder of its own, so that no other test's build is in the way: node build.mjs <folder>. */
import { resolve } from 'node:path';
import { createBuilder } from 'vite';

const root = resolve(import.meta.dirname, '..', '..');
const to = resolve(process.argv[2] ?? '');
const outDir = (folder) => ({ build: { outDir: resolve(to, folder), emptyOutDir: false } });
const builder = await createBuilder({
  configFile: resolve(root, 'vite.config.mts'),
  logLevel: 'warn',
  environments: { client: outDir('renderer'), main: outDir('.'), preload: outDir('.') },
});
for (const name of ['client', 'main', 'preload']) {
  const environment = builder.environments[name];
  if (environment) await builder.build(environment);
}

/** Builds the app into a folder of its own, so that no other build is in the way: node build.mjs <folder> [what…]; without names what the window needs. */
import { resolve } from 'node:path';
import { createBuilder } from 'vite';

const root = resolve(import.meta.dirname, '..', '..');
const to = resolve(process.argv[2] ?? '');
const outDir = (folder) => ({ build: { outDir: resolve(to, folder), emptyOutDir: false } });
const wanted = process.argv.length > 3 ? process.argv.slice(3) : ['client', 'main', 'preload', 'preloadAddress'];
const builder = await createBuilder({
  configFile: resolve(root, 'vite.config.mts'),
  logLevel: 'warn',
  environments: Object.fromEntries(wanted.map((name) => [name, outDir(name === 'client' ? 'renderer' : '.')])),
});
for (const name of wanted) {
  const environment = builder.environments[name];
  if (environment) await builder.build(environment);
}

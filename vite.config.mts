/// <reference types="vitest/config" />
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildAgent, writeAgent } from './electron/agent/build.mjs';
import { buildRows } from './electron/logs/build.mjs';

const node = [...builtinModules, ...builtinModules.map((m) => `node:${m}`), 'electron'];
const at = (path: string) => resolve(import.meta.dirname, path);

/** One CJS file per entry: sandboxed preload needs one file, Electron's main deadlocks as ESM (electron#40719). */
const cjs = (input: Record<string, string>, target: string) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external: node },
  build: {
    outDir: at('out'),
    emptyOutDir: false,
    target,
    minify: false,
    sourcemap: false,
    copyPublicDir: false,
    rolldownOptions: { input, external: node, output: { format: 'cjs' as const, codeSplitting: false, entryFileNames: '[name].cjs' } },
  },
});

export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  define: {
    // What the agent's file must be when it is run.
    __AGENT_SHA256__: JSON.stringify(buildAgent().sha256),
    __LOG_ROWS__: JSON.stringify(await buildRows()),
  },
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        assetsInlineLimit: 0,
        modulePreload: false,
        rolldownOptions: { input: { index: at('renderer/index.html'), address: at('renderer/address.html') } },
      },
    },
    main: cjs({ main: at('electron/main.ts') }, 'node20'),
    preload: cjs({ preload: at('electron/preload.ts') }, 'chrome130'),
    preloadAddress: cjs({ 'preload-address': at('electron/preload-address.ts') }, 'chrome130'),
    cliAll: cjs({ 'cli-all': at('electron/cli.ts') }, 'node20'),
    cliFault: cjs({ 'cli-fault': at('electron/command/fault-line.ts') }, 'node20'),
    cliLogs: cjs({ 'cli-logs': at('electron/cli-logs.ts') }, 'node20'),
    logs: cjs({ 'log-worker': at('electron/logs/worker.ts') }, 'node20'),
    cli: cjs({ cli: at('electron/cli-door.ts') }, 'node20'),
  },
  test: {
    root: at('.'),
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: [at('test/helpers/reporter.ts')],
    // Built once before all: some tests run the built command line and the built page.
    globalSetup: [at('test/helpers/build.ts')],
    // Electron outside Electron starts a download on import; rooms that need it get it passed in.
    alias: { electron: at('test/helpers/electron-stub.ts') },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    coverage: { provider: 'v8' },
  },
  builder: {
    async buildApp(builder) {
      writeAgent(at('out'));
      for (const name of ['client', 'main', 'preload', 'preloadAddress', 'cliAll', 'cliFault', 'cliLogs', 'logs', 'cli']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});

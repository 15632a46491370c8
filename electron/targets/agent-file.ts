/** Where the built agent lies, and the hash it was built with. */
import { join } from 'node:path';
import type { AgentFile } from './agent-process';

/** Put in by the build (vite.config.mts), so that it lies inside the archive that Electron checks. */
declare const __AGENT_SHA256__: string | undefined;

/** Beside the bundle; in a packed app outside its archive, which cscript cannot read. */
export const agentFile = (folder: string): AgentFile => ({
  path: join(folder.replace(/[\\/]app\.asar([\\/].*)?$/, ''), 'agent.js'),
  sha256: typeof __AGENT_SHA256__ === 'string' ? __AGENT_SHA256__ : '',
});

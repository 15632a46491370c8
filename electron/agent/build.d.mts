/** What electron/agent/build.mjs gives. */
export function buildAgent(folder?: string): { readonly text: string; readonly sha256: string };
export function writeAgent(folder: string): string;

/** The only place that may skip a test: what a machine may lack, each with its reason. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const onCi = process.env.CI === 'true';

/** Folder of a real Electron, or why there is none. */
export function electronFolder(): { folder: string } | { missing: string } {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder && existsSync(join(folder, 'electron'))) return { folder };
  return { missing: 'no Electron binary' };
}

export function chromiumPath(): { path: string } | { missing: string } {
  const path = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  return path ? { path } : { missing: 'no Chromium' };
}

/** On CI nothing that .ci/run installs may be skipped. */
export const mayBeSkipped = !onCi;

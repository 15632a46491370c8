/** Runs a program with a display: the one there is, or an Xvfb of its own. */
export const display = (command: string, args: readonly string[]): { command: string; args: string[] } =>
  process.env.DISPLAY || process.platform !== 'linux' ? { command, args: [...args] } : { command: 'xvfb-run', args: ['-a', command, ...args] };

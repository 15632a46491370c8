/** States and start modes of a Windows service, in our words. */
export const serviceStates = ['running', 'stopped', 'start-pending', 'stop-pending', 'paused'] as const;
export const startModes = ['automatic', 'manual', 'disabled'] as const;

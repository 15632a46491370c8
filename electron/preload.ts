/** Puts one method per request on the page, and a way to listen. Sandboxed; knows nothing but names. */
import { contextBridge, ipcRenderer } from 'electron';
import { eventNames, requestNames } from '../shared/ipc';

const methods = Object.fromEntries(requestNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]));

const listen = (event: string, told: (value: unknown) => void): (() => void) => {
  if (!(eventNames as readonly string[]).includes(event)) return () => {};
  const hear = (_event: unknown, value: unknown) => told(value);
  ipcRenderer.on(event, hear);
  return () => ipcRenderer.removeListener(event, hear);
};

contextBridge.exposeInMainWorld('wizard', { ...methods, listen });

/** What the address dialog's page gets: its question, a way to answer, a way to close. Nothing of the wizard's own requests. */
import { contextBridge, ipcRenderer } from 'electron';
import { addressChannels } from '../shared/address-question';

contextBridge.exposeInMainWorld('dialog', {
  question: () => ipcRenderer.invoke(addressChannels.question),
  answer: (answer: unknown) => ipcRenderer.invoke(addressChannels.answer, answer),
  close: () => ipcRenderer.invoke(addressChannels.close),
});

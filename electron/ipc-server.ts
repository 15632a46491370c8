/** The door between page and shell: checks who sends, then answers. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { requestNames } from '../shared/ipc';
import { failed } from '../shared/result';
import { answerRequest } from './answer';
import type { Handlers } from './handlers';

export { answerRequest };

/** Registers every request; `trusted` says whether a sender is our own page in its main frame. */
export function serveRequests(ipcMain: Pick<IpcMain, 'handle'>, handlers: Handlers, trusted: (event: IpcMainInvokeEvent) => boolean): void {
  for (const name of requestNames)
    ipcMain.handle(name, (event, input: unknown) => (trusted(event) ? answerRequest(handlers, name, input) : failed('denied-sender', { request: name })));
}

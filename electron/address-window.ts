/**
 * Main's own address dialog: a small modal window with a session, a preload and channels of its own, so that the wizard's
 * page can neither answer it nor read what is typed there.
 */
import { join } from 'node:path';
import { type BrowserWindow, session, BrowserWindow as Window } from 'electron';
import type { AddressAnswer, AddressManner, AddressQuestion } from '../shared/address-question';
import { addressChannels } from '../shared/address-question';
import type { Result } from '../shared/result';
import { fault } from '../shared/result';
import { readAnswer } from './address-answer';
import { pageOrigin } from './pages';
import { harden } from './window';

const sessionName = 'address-dialog';
let hardened = false;

/** In memory only: nothing that is typed reaches the disk. */
function ownSession(outFolder: string): Electron.Session {
  const own = session.fromPartition(sessionName);
  if (!hardened) harden(own, join(outFolder, 'renderer'));
  hardened = true;
  return own;
}

function openDialog(parent: BrowserWindow, outFolder: string, devTools: boolean): BrowserWindow {
  return new Window({
    parent,
    modal: true,
    width: 560,
    height: 700,
    useContentSize: true,
    minWidth: 400,
    minHeight: 320,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session: ownSession(outFolder),
      preload: join(outFolder, 'preload-address.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools,
    },
  });
}

export interface Shown {
  readonly parent: () => BrowserWindow | null;
  readonly outFolder: string;
  readonly manner: () => AddressManner;
  readonly devTools: boolean;
}

/** Shows one dialog at a time; a second question while one stands is answered with no. */
export function addressDialog({ parent, outFolder, manner, devTools }: Shown) {
  let open: BrowserWindow | null = null;
  return <T>(question: AddressQuestion, accept: (answer: AddressAnswer) => Result<T>): Promise<T | null> => {
    const above = parent();
    if (open || !above) {
      open?.focus();
      return Promise.resolve(null);
    }
    const dialog = openDialog(above, outFolder, devTools);
    open = dialog;
    return new Promise((resolve) => {
      let result: T | null = null;
      const { ipc } = dialog.webContents;
      // Only this window's own page hears these channels.
      const own = (frame: Electron.WebFrameMain | null) => frame === dialog.webContents.mainFrame && frame.url === `${pageOrigin}/address.html`;
      ipc.handle(addressChannels.question, ({ senderFrame }) => (own(senderFrame) ? { ...question, ...manner() } : null));
      ipc.handle(addressChannels.close, ({ senderFrame }) => own(senderFrame) && dialog.close());
      ipc.handle(addressChannels.answer, ({ senderFrame }, input: unknown) => {
        const answer = own(senderFrame) ? readAnswer(input) : null;
        if (!answer) return fault('input-bad-request', { request: addressChannels.answer, where: '' });
        const taken = accept(answer);
        if (!taken.ok) return taken.fault;
        result = taken.value;
        // After the reply is on its way.
        setImmediate(() => dialog.isDestroyed() || dialog.close());
        return null;
      });
      dialog.once('ready-to-show', () => dialog.show());
      dialog.once('closed', () => {
        open = null;
        resolve(result);
        if (!above.isDestroyed()) above.focus();
      });
      // A page that does not load leaves no dialog behind: its end answers the question with no.
      dialog.loadURL(`${pageOrigin}/address.html`).catch(() => dialog.isDestroyed() || dialog.destroy());
    });
  };
}

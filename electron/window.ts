/** The one window: sandboxed, no navigation, no permissions, nothing but app:// through the network. */
import { join } from 'node:path';
import type { IpcMainInvokeEvent, Session } from 'electron';
import { app, BrowserWindow, protocol, session } from 'electron';
import { makePages, pageOrigin } from './pages';

/** Before the app is ready: app:// behaves like https. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);

const isOurs = (url: string): boolean => url.startsWith(`${pageOrigin}/`);
/** DevTools are part of Chromium's own pages; they are only open in development. */
const isLocal = (url: string): boolean => isOurs(url) || url.startsWith('devtools://');

/** Every session of ours: its page through app://, no network, no permission. */
export function harden(of: Session, folder: string): void {
  const page = makePages(folder);
  of.protocol.handle('app', (request) => {
    const { status, headers, body } = page(request.url);
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
  });
  of.webRequest.onBeforeRequest((details, done) => done({ cancel: !isLocal(details.url) }));
  of.setPermissionRequestHandler((_contents, _permission, done) => done(false));
  of.setPermissionCheckHandler(() => false);
  of.setDevicePermissionHandler(() => false);
}

/** Refuses new windows, web views and leaving the page, for every contents that ever appears. */
function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

export function openWindow(outFolder: string): BrowserWindow {
  harden(session.defaultSession, join(outFolder, 'renderer'));
  refuseNavigation();
  const window = new BrowserWindow({
    width: 1180,
    height: 760,
    minWidth: 450,
    minHeight: 500,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(outFolder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${pageOrigin}/index.html`);
  return window;
}

/** Only the main frame of our own window, on our own page, is answered. */
export const trustedSender =
  (window: () => BrowserWindow | null) =>
  (event: IpcMainInvokeEvent): boolean => {
    const own = window();
    return own !== null && event.sender === own.webContents && event.senderFrame === own.webContents.mainFrame && isOurs(event.senderFrame.url);
  };

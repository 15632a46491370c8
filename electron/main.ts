/** Contents page of the desktop app: wires the rooms, nothing else. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, shell } from 'electron';
import { version } from '../package.json';
import type { AddressManner } from '../shared/address-question';
import { sourceById } from '../shared/sources';
import { addressDialog } from './address-window';
import { makeDisk } from './disk';
import { offeredElevation } from './elevate';
import { makeHandlers } from './handlers';
import { serveRequests } from './ipc-server';
import { makeKits } from './kit/kits';
import { allowTarget, isWeakened } from './restricted';
import { besideProgram, makeSettings } from './settings';
import { agentFile } from './targets/agent-file';
import { Addresses, makeTargets } from './targets/index';
import { defaultFolder, diskVisits } from './visits';
import { openWindow, registerScheme, trustedSender } from './window';

registerScheme();

const now = () => new Date().toISOString();
const newId = () => randomBytes(4).toString('hex');
const settings = makeSettings(() => join(app.getPath('userData'), 'settings.json'));
const folders = new Map<string, string>();
let window: BrowserWindow | null = null;
const lang = /^ja/i.test(process.env.LC_ALL || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale) ? 'ja' : 'en';
const restricted = isWeakened(process.argv, process.env);
let manner: AddressManner = { lang, theme: 'system' };
const show = addressDialog({ parent: () => window, outFolder: __dirname, manner: () => manner, devTools: !app.isPackaged });
const addresses = new Addresses({ newId, env: process.env, show });

const visitsFolder = () => process.env.WSUS_WIZARD_VISITS || settings.read().visits || besideProgram() || defaultFolder();
const kits = makeKits({ agent: agentFile(__dirname), visits: visitsFolder, now });

const handlers = makeHandlers({
  now,
  newId,
  version,
  platform: process.platform,
  lang,
  face: 'desktop',
  packed: app.isPackaged && app.getAppPath().endsWith('app.asar'),
  restricted,
  elevation: offeredElevation(__dirname),
  visits: diskVisits(visitsFolder, makeDisk(), {
    now,
    newId,
    app: version,
  }),
  targets: makeTargets(
    join(__dirname, '..', 'assets', 'scenarios'),
    { folder: __dirname, secret: (host) => addresses.secret(host), elevation: true },
    (url) => addresses.throughProxy(url),
    () => kits.known(),
  ),
  allow: (target) => allowTarget(target, { restricted, named: (text) => addresses.named(text) }),
  askAddress: (kind) => addresses.ask(kind),
  confirmAddress: (text) => addresses.confirm(text),
  askPassword: (text) => addresses.password(text),
  addressUrl: (id) => addresses.text(id),
  setManner(told) {
    manner = told;
  },
  async chooseFolder() {
    if (!window) return null;
    const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
    const path = chosen.filePaths[0];
    if (chosen.canceled || path === undefined) return null;
    const id = `folder-${newId()}`;
    folders.set(id, path);
    return { id, name: basename(path) };
  },
  folderPath: (id) => folders.get(id) ?? null,
  async saveText(name, text) {
    if (!window) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
    if (canceled || !filePath) return null;
    // A BOM lets Notepad of any Windows show Japanese rightly.
    fs.writeFileSync(filePath, `\uFEFF${text}`);
    return basename(filePath);
  },
  async chooseVisitsFolder() {
    if (!window) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    settings.write({ visits: path });
    return path;
  },
  kits: {
    ...kits,
    // A folder of its own within the one that was chosen: a stick is rarely empty.
    async folder() {
      if (!window) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
      const [path] = filePaths;
      return canceled || path === undefined ? null : join(path, `wsus-wizard-kit-${newId()}`);
    },
  },
  async openSource(id) {
    const url = sourceById(id)?.url;
    if (url?.startsWith('https://')) await shell.openExternal(url);
  },
  emit: (event, value) => window?.webContents.send(event, value),
});

if (!app.requestSingleInstanceLock()) app.quit();
app.on('second-instance', () => window?.focus());
app.on('window-all-closed', () => app.quit());

void app.whenReady().then(() => {
  serveRequests(
    ipcMain,
    handlers,
    trustedSender(() => window),
  );
  window = openWindow(__dirname);
  window.on('closed', () => {
    window = null;
  });
});

/** A blank app: the product's own window, app:// handler, sandbox and size, and nothing else behind them. */
import { app } from 'electron';
import { openWindow, registerScheme } from '../../electron/window';

registerScheme();
void app.whenReady().then(() => openWindow(__dirname));

import { createRoot } from 'react-dom/client';
import { connect } from './api';
import { App } from './app';
import { httpBridge } from './http-bridge';
import './styles/index.css';

const show = (): void => createRoot(document.getElementById('root') as HTMLElement).render(<App />);

// In the window preload has put its methods here; in a browser they go over HTTP.
if (window.wizard) show();
else
  void httpBridge().then((bridge) => {
    if (bridge) connect(bridge);
    show();
  });

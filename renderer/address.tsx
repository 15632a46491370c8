/** The page of main's own address dialog. It knows nothing of visits: what is typed goes to main, through its own preload. */
import { createRoot } from 'react-dom/client';
import type { AddressBridge } from '../shared/address-question';
import { addressTexts } from '../shared/messages/address-pages';
import { LangContext, speaker } from './i18n';
import { AddressDialog } from './pages/address';
import './styles/index.css';

declare global {
  interface Window {
    dialog?: AddressBridge;
  }
}

async function show(bridge: AddressBridge): Promise<void> {
  const question = await bridge.question();
  const html = document.documentElement;
  html.lang = question.lang;
  if (question.theme !== 'system') html.dataset.theme = question.theme;
  document.title = speaker(question.lang).t(addressTexts[question.kind]);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) void bridge.close();
  });
  createRoot(document.getElementById('root') as HTMLElement).render(
    <LangContext value={question.lang}>
      <AddressDialog question={question} onAnswer={bridge.answer} onClose={() => void bridge.close()} />
    </LangContext>,
  );
}

if (window.dialog) void show(window.dialog);

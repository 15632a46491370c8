/** The frame around every page: top bar, practice strip, rail, messages, and the page itself. */
import { lazy, Suspense, useEffect } from 'react';
import { appTexts } from '../shared/messages/pages';
import { begin, passTime, setLang, setTheme, startOver } from './actions';
import { FaultBar, MessageBar } from './components/message-bar';
import { PracticeStrip, TopBar } from './components/top-bar';
import { LangContext, speaker } from './i18n';
import { Scenarios } from './pages/scenarios';
import { Start } from './pages/start';
import { clockOf, type Page, showFault, useStore } from './store';

const inVisitPages = () => import('./in-visit');
const VisitPages = lazy(async () => ({ default: (await inVisitPages()).VisitPages }));
const VisitRail = lazy(async () => ({ default: (await inVisitPages()).VisitRail }));

const Notes = lazy(async () => ({ default: (await import('./pages/notes')).Notes }));

function Switch({ page }: { page: Page }) {
  if (page.name === 'start') return <Start />;
  if (page.name === 'notes') return <Notes scenario={page.scenario} />;
  return page.name === 'scenarios' ? <Scenarios /> : <VisitPages page={page} />;
}

function Practice() {
  const clock = useStore(clockOf);
  const off = useStore((s) => s.busy !== null || s.readOnly);
  return <PracticeStrip clock={clock} off={off} onPass={() => void passTime(10)} onStartOver={() => void startOver()} />;
}

/** Language, direction and theme of the document follow the store. */
function useDocument(): void {
  const lang = useStore((s) => s.lang);
  const theme = useStore((s) => s.theme);
  useEffect(() => {
    const html = document.documentElement;
    html.lang = lang;
    document.title = speaker(lang).t(appTexts.name);
    if (theme === 'system') delete html.dataset.theme;
    else html.dataset.theme = theme;
  }, [lang, theme]);
}

export function App() {
  useEffect(begin, []);
  // The other pages are fetched as soon as the first one stands.
  useEffect(() => void inVisitPages(), []);
  useDocument();
  const { lang, theme, page, fault, said, visit, readOnly } = useStore();
  const { t } = speaker(lang);
  const inVisit = visit !== null && page.name !== 'start' && page.name !== 'scenarios' && page.name !== 'notes';
  return (
    <LangContext value={lang}>
      <TopBar theme={theme} onLang={setLang} onTheme={setTheme} />
      {visit?.target.kind === 'simulated' && <Practice />}
      <div className={inVisit ? 'frame with-rail' : 'frame'}>
        <Suspense>{inVisit && <VisitRail />}</Suspense>
        <main>
          {readOnly && <MessageBar tone="note">{t(appTexts.readOnly)}</MessageBar>}
          <FaultBar fault={fault} onDismiss={() => showFault(null)} />
          <Suspense>
            <Switch page={page} />
          </Suspense>
        </main>
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {said ? t(said.text, said.facts) : ''}
      </div>
    </LangContext>
  );
}

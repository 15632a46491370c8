/** The frame around every page: top bar, practice strip, rail, messages, and the page itself. */
import { useEffect } from 'react';
import { appTexts } from '../shared/messages/pages';
import { begin, closeVisit, passTime, setLang, setTheme, startOver } from './actions';
import { FaultBar, MessageBar } from './components/message-bar';
import { Rail } from './components/rail';
import { PracticeStrip, TopBar } from './components/top-bar';
import { LangContext, speaker } from './i18n';
import { Examine } from './pages/examine';
import { Preview } from './pages/preview';
import { Result } from './pages/result';
import { Scenarios } from './pages/scenarios';
import { Start } from './pages/start';
import { StepPage } from './pages/step';
import { Steps } from './pages/steps';
import { VisitPage } from './pages/visit';
import { clockOf, go, lastLook, type Page, showFault, stepsNow, targetName, useStore } from './store';

function Switch({ page }: { page: Page }) {
  switch (page.name) {
    case 'start':
      return <Start />;
    case 'scenarios':
      return <Scenarios />;
    case 'examine':
      return <Examine />;
    case 'steps':
      return <Steps />;
    case 'step':
      return <StepPage key={page.check} check={page.check} />;
    case 'preview':
      return <Preview />;
    case 'result':
      return <Result key={page.plan} plan={page.plan} />;
    case 'visit':
      return <VisitPage />;
  }
}

function VisitRail() {
  const visit = useStore((s) => s.visit);
  const page = useStore((s) => s.page);
  const scenarios = useStore((s) => s.scenarios);
  const lang = useStore((s) => s.lang);
  if (!visit) return null;
  const current = page.name === 'step' ? `step:${page.check}` : page.name;
  const to = (where: string) => go(where.startsWith('step:') ? { name: 'step', check: where.slice(5) } : ({ name: where } as Page));
  return (
    <Rail
      target={targetName(visit.target, scenarios, lang)}
      looked={lastLook(visit) !== undefined}
      steps={stepsNow(visit)}
      current={current}
      onGo={to}
      onClose={() => void closeVisit()}
    />
  );
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
  useDocument();
  const { lang, theme, page, fault, said, visit, readOnly } = useStore();
  const { t } = speaker(lang);
  const inVisit = visit !== null && page.name !== 'start' && page.name !== 'scenarios';
  return (
    <LangContext value={lang}>
      <TopBar theme={theme} onLang={setLang} onTheme={setTheme} />
      {visit?.target.kind === 'simulated' && <Practice />}
      <div className={inVisit ? 'frame with-rail' : 'frame'}>
        {inVisit && <VisitRail />}
        <main>
          {readOnly && <MessageBar tone="note">{t(appTexts.readOnly)}</MessageBar>}
          <FaultBar fault={fault} onDismiss={() => showFault(null)} />
          <Switch page={page} />
        </main>
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {said ? t(said.text, said.facts) : ''}
      </div>
    </LangContext>
  );
}

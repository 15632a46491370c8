/** The pages of an open visit and the way through them: loaded while the start page is already there. */
import { closeVisit } from './actions';
import { Rail } from './components/rail';
import { Examine } from './pages/examine';
import { Preview } from './pages/preview';
import { Result } from './pages/result';
import { StepPage } from './pages/step';
import { Steps } from './pages/steps';
import { VisitPage } from './pages/visit';
import { go, lastLook, type Page, stepsNow, targetName, useStore } from './store';

export function VisitPages({ page }: { page: Page }) {
  switch (page.name) {
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
    default:
      return null;
  }
}

export function VisitRail() {
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
      customer={visit.customer}
      looked={lastLook(visit) !== undefined}
      steps={stepsNow(visit)}
      current={current}
      onGo={to}
      onClose={() => void closeVisit()}
    />
  );
}

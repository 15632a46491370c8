/** The history of this visit, newest first: looks and plans; undo of one plan or of everything. */
import { historyTexts, planStateTexts, resultTexts } from '../../shared/messages/change-pages';
import { startTexts } from '../../shared/messages/pages';
import { summarise } from '../../shared/steps';
import type { Look, PlanState } from '../../shared/visit';
import { undoable } from '../../shared/visit';
import { previewUndo } from '../actions';
import { PageHeading } from '../components/heading';
import { Icon } from '../components/icon';
import { Mark } from '../components/mark';
import { Moment } from '../components/moment';
import { useSpeaker } from '../i18n';
import { go, useStore } from '../store';
import { checkWords, fixWords } from '../visit-words';
import { planTones } from './result';

function Looked({ look }: { look: Look }) {
  const { t } = useSpeaker();
  const counts = summarise(look.findings);
  const sum = t(startTexts.counts, { ...counts });
  return (
    <Moment at={look.at} icon="search" title={t(historyTexts.looked, { look: look.look })}>
      <span className="quiet-text">{sum || t(startTexts.healthy)}</span>
    </Moment>
  );
}

function Planned({ plan, left, busy }: { plan: PlanState; left: boolean; busy: boolean }) {
  const { t, at } = useSpeaker();
  const name = plan.purpose === 'undo' ? t(historyTexts.undo) : t(fixWords(plan.content.fix).name);
  const named = { name, at: at(plan.at) };
  return (
    <Moment at={plan.at} icon={plan.purpose === 'undo' ? 'undo' : 'arrow'} title={name}>
      {plan.content.check && <span className="quiet-text">{t(checkWords(plan.content.check).name)}</span>}
      <Mark tone={planTones[plan.state]} word={t(planStateTexts[plan.state])} />
      {plan.operations.some((o) => o.undone) && <Mark tone="not-applicable" word={t(resultTexts.wasUndone)} />}
      <span className="actions">
        <button type="button" aria-label={t(historyTexts.detailsNamed, named)} onClick={() => go({ name: 'result', plan: plan.plan })}>
          {t(historyTexts.details)}
        </button>
        {left && (
          <button type="button" disabled={busy} aria-label={t(historyTexts.undoPlanNamed, named)} onClick={() => void previewUndo({ plan: plan.plan })}>
            <Icon name="undo" />
            {t(historyTexts.undo)}
          </button>
        )}
      </span>
    </Moment>
  );
}

export function VisitPage() {
  const { t } = useSpeaker();
  const visit = useStore((s) => s.visit);
  const readOnly = useStore((s) => s.readOnly);
  const busy = useStore((s) => s.busy !== null);
  if (!visit) return <PageHeading>{t(historyTexts.title)}</PageHeading>;
  const left = readOnly ? [] : undoable(visit, true);
  const moments = [
    ...visit.looks.map((look) => ({ at: look.at, key: `look ${look.look}`, view: <Looked look={look} /> })),
    ...visit.plans
      .filter((p) => p.state !== 'planned')
      .map((plan) => ({ at: plan.at, key: plan.plan, view: <Planned plan={plan} left={left.some((u) => u.plan === plan.plan)} busy={busy} /> })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <>
      <PageHeading>{t(historyTexts.title)}</PageHeading>
      <p>{t(historyTexts.lead)}</p>
      <div className="actions">
        <button type="button" disabled={busy || left.length === 0} onClick={() => void previewUndo({})}>
          <Icon name="undo" />
          {t(historyTexts.undoAll)}
        </button>
        {left.length === 0 && <span className="quiet-text">{t(historyTexts.nothingToUndo)}</span>}
      </div>
      <ol className="card timeline">
        {moments.map(({ key, view }) => (
          <li key={key}>{view}</li>
        ))}
        <li>
          <Moment at={visit.openedAt} icon="folder" title={t(historyTexts.opened)} />
        </li>
      </ol>
    </>
  );
}

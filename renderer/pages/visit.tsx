/** The history of this visit, newest first: looks and plans; undo of one plan, back to any point, or of everything. */
import { useState } from 'react';
import { historyTexts, planStateTexts, resultTexts } from '../../shared/messages/change-pages';
import { startTexts } from '../../shared/messages/pages';
import { summarise } from '../../shared/steps';
import type { Look, PlanState, Visit } from '../../shared/visit';
import { undoable } from '../../shared/visit';
import { nameCustomer, previewUndo, saveUndo } from '../actions';
import { ContentProgress, pointsOf } from '../components/content-progress';
import { CustomerForm } from '../components/customer-form';
import { TextDialog } from '../components/dialog';
import { PageHeading } from '../components/heading';
import { Icon } from '../components/icon';
import { Mark } from '../components/mark';
import { Moment } from '../components/moment';
import { useSpeaker } from '../i18n';
import { go, useStore } from '../store';
import { checkWords, fixWords } from '../visit-words';
import { planTones } from './result';

interface Back {
  /** The oldest plan after this moment with something to take back; undone with it is everything newer. */
  readonly since: string | null;
  readonly busy: boolean;
}

function UndoTo({ since, busy, name, at: iso }: Back & { name: string; at: string }) {
  const { t, at } = useSpeaker();
  if (since === null) return null;
  return (
    <button type="button" disabled={busy} aria-label={t(historyTexts.undoToNamed, { name, at: at(iso) })} onClick={() => void previewUndo({ since })}>
      <Icon name="history" />
      {t(historyTexts.undoTo)}
    </button>
  );
}

function Looked({ look, ...back }: { look: Look } & Back) {
  const { t } = useSpeaker();
  const counts = summarise(look.findings);
  const sum = t(startTexts.counts, { ...counts });
  const name = t(historyTexts.looked, { look: look.look });
  return (
    <Moment at={look.at} icon="search" title={name}>
      <span className="quiet-text">{sum || t(startTexts.healthy)}</span>
      <UndoTo {...back} name={name} at={look.at} />
    </Moment>
  );
}

function Planned({ plan, left, ...back }: { plan: PlanState; left: boolean } & Back) {
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
          <button type="button" disabled={back.busy} aria-label={t(historyTexts.undoPlanNamed, named)} onClick={() => void previewUndo({ plan: plan.plan })}>
            <Icon name="undo" />
            {t(historyTexts.undo)}
          </button>
        )}
        <UndoTo {...back} name={name} at={plan.at} />
      </span>
    </Moment>
  );
}

/** Whole text for the customer: saved where the shell can, else shown to be copied. */
function SaveUndo({ busy }: { busy: boolean }) {
  const { t } = useSpeaker();
  const [made, setMade] = useState<{ text: string; saved: string | null } | null>(null);
  // Stays on while it works, so that the dialog gives the focus back to it.
  return (
    <>
      <button type="button" aria-disabled={busy} onClick={() => !busy && void saveUndo().then((now) => setMade(now ?? null))}>
        {t(historyTexts.saveUndo)}
      </button>
      {made?.saved && <Mark tone="ok" word={t(historyTexts.savedAs, { file: made.saved })} />}
      {made && made.saved === null && (
        <TextDialog title={t(historyTexts.undoText)} more={t(historyTexts.undoTextMore)} text={made.text} onClose={() => setMade(null)} />
      )}
    </>
  );
}

function Timeline({ visit, busy, readOnly }: { visit: Visit; busy: boolean; readOnly: boolean }) {
  const { t } = useSpeaker();
  const left = readOnly ? [] : undoable(visit, true);
  const isLeft = ({ plan }: PlanState) => left.some((u) => u.plan === plan);
  /** Of the plans that still stand, the oldest made later than this. */
  const after = (at: string, own = ''): Back => {
    const from = visit.plans.findIndex((p) => p.plan === own) + 1;
    return { since: visit.plans.slice(from).find((p) => p.at >= at && isLeft(p))?.plan ?? null, busy };
  };
  const moments = [
    ...visit.looks.map((look) => ({ at: look.at, key: `look ${look.look}`, view: <Looked look={look} {...after(look.at)} /> })),
    ...visit.plans
      .filter((p) => p.state !== 'planned')
      .map((plan) => ({ at: plan.at, key: plan.plan, view: <Planned plan={plan} left={isLeft(plan)} {...after(plan.at, plan.plan)} /> })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <ol className="card timeline">
      {moments.map(({ key, view }) => (
        <li key={key}>{view}</li>
      ))}
      <li>
        <Moment at={visit.openedAt} icon="folder" title={t(historyTexts.opened)}>
          <UndoTo {...after(visit.openedAt)} name={t(historyTexts.opened)} at={visit.openedAt} />
        </Moment>
      </li>
    </ol>
  );
}

export function VisitPage() {
  const { t } = useSpeaker();
  const visit = useStore((s) => s.visit);
  const readOnly = useStore((s) => s.readOnly);
  const busy = useStore((s) => s.busy !== null);
  if (!visit) return <PageHeading>{t(historyTexts.title)}</PageHeading>;
  const none = readOnly || undoable(visit, true).length === 0;
  const changed = visit.plans.some((p) => p.state !== 'planned');
  return (
    <>
      <PageHeading>{t(historyTexts.title)}</PageHeading>
      <CustomerForm customer={visit.customer} off={busy || readOnly} onKeep={nameCustomer} />
      <p>{t(historyTexts.lead)}</p>
      <div className="actions">
        <button type="button" disabled={busy || none} onClick={() => void previewUndo({})}>
          <Icon name="undo" />
          {t(historyTexts.undoAll)}
        </button>
        {changed && <SaveUndo busy={busy} />}
        {none && <span className="quiet-text">{t(historyTexts.nothingToUndo)}</span>}
      </div>
      <Timeline visit={visit} busy={busy} readOnly={readOnly} />
      {pointsOf(visit.looks).length > 1 && (
        <div className="card">
          <ContentProgress looks={visit.looks} />
        </div>
      )}
    </>
  );
}

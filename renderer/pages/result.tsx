/** What was done, asked again: only the probes say whether it is cured. Undo stays visible. */
import { planStateTexts, resultTexts } from '../../shared/messages/change-pages';
import type { PlanState } from '../../shared/visit';
import { undoable } from '../../shared/visit';
import { previewUndo } from '../actions';
import { PageHeading } from '../components/heading';
import { Icon } from '../components/icon';
import { Mark, type Tone } from '../components/mark';
import { MessageBar } from '../components/message-bar';
import { OperationOutcomeView, Verified } from '../components/outcome';
import { Section } from '../components/section';
import { useSpeaker } from '../i18n';
import { go, stepsNow, useStore } from '../store';

export const planTones: Record<PlanState['state'], Tone> = {
  planned: 'not-applicable',
  applied: 'ok',
  partly: 'warning',
  none: 'problem',
  uncertain: 'unknown',
};

const headingOf = (plan: PlanState) => {
  if (plan.state === 'planned') return planStateTexts.planned;
  if (plan.state !== 'applied') return resultTexts[plan.state];
  return plan.purpose === 'undo' ? resultTexts.undone : resultTexts.applied;
};

function Undo({ plan }: { plan: PlanState }) {
  const { t } = useSpeaker();
  const { visit, busy, readOnly } = useStore();
  const left = visit ? undoable(visit, true).some((u) => u.plan === plan.plan) : false;
  if (!left || readOnly) return null;
  return (
    <div className="card spread">
      <span>{t(resultTexts.undoMore)}</span>
      <button type="button" disabled={busy !== null} onClick={() => void previewUndo({ plan: plan.plan })}>
        <Icon name="undo" />
        {t(resultTexts.undo)}
      </button>
    </div>
  );
}

/** On to the first step that is still open, or back to the overview. */
function Next({ plan }: { plan: PlanState }) {
  const { t } = useSpeaker();
  const steps = useStore((s) => stepsNow(s.visit));
  const cured = new Set(plan.verified.filter((v) => v.result === 'resolved').map((v) => v.check));
  const next =
    plan.purpose === 'undo' ? undefined : steps.find(({ finding }) => finding.verdict === 'fail' && finding.severity !== 'note' && !cured.has(finding.check));
  return (
    <div className="actions">
      {next && plan.state === 'applied' && (
        <button type="button" className="accent" onClick={() => go({ name: 'step', check: next.finding.check })}>
          {t(resultTexts.next)}
        </button>
      )}
      <button type="button" className={next && plan.state === 'applied' ? '' : 'accent'} onClick={() => go({ name: 'steps' })}>
        {t(resultTexts.toSteps)}
      </button>
    </div>
  );
}

export function Result({ plan: id }: { plan: string }) {
  const { t } = useSpeaker();
  const plan = useStore((s) => s.visit?.plans.find((p) => p.plan === id));
  if (!plan) return <PageHeading>{t(resultTexts.uncertain)}</PageHeading>;
  return (
    <>
      <PageHeading mark={<Mark tone={planTones[plan.state]} word={t(planStateTexts[plan.state])} />}>{t(headingOf(plan))}</PageHeading>
      {plan.state === 'partly' && <MessageBar tone="warning">{t(resultTexts.partlyMore)}</MessageBar>}
      {plan.state === 'uncertain' && <MessageBar tone="unknown">{t(resultTexts.uncertainMore)}</MessageBar>}
      <div className="card">
        <Verified plan={plan} />
      </div>
      <Undo plan={plan} />
      <Section title={t(resultTexts.operations)} card={false}>
        <ol className="plain stack">
          {plan.operations.map((state) => (
            <OperationOutcomeView key={state.n} state={state} />
          ))}
        </ol>
      </Section>
      <Next plan={plan} />
    </>
  );
}

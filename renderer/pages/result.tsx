/** What was done, asked again: only the probes say whether it is cured. Undo stays visible. */
import { planStateTexts, resultTexts } from '../../shared/messages/change-pages';
import type { PlanState } from '../../shared/visit';
import { undoable } from '../../shared/visit';
import { look, previewUndo } from '../actions';
import { groupBy } from '../components/groups';
import { PageHeading } from '../components/heading';
import { Icon } from '../components/icon';
import { Mark, type Tone } from '../components/mark';
import { MessageBar } from '../components/message-bar';
import { likeOutcome, OperationOutcomeView, Verified } from '../components/outcome';
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

/** What takes time is asked again when somebody asks for it; the practice strip lets the time pass. */
function Pending({ plan }: { plan: PlanState }) {
  const { t } = useSpeaker();
  const off = useStore((s) => s.busy !== null || s.readOnly);
  if (!plan.verified.some((v) => v.result === 'pending')) return null;
  return (
    <div className="actions">
      <button type="button" disabled={off} onClick={() => void look({ name: 'result', plan: plan.plan })}>
        {t(resultTexts.lookAgainNow)}
      </button>
    </div>
  );
}

/** The answer in one sentence: what was asked again, and how it stands. */
function Asked({ plan }: { plan: PlanState }) {
  const { t, at } = useSpeaker();
  const last = plan.verified.at(-1);
  if (!last || plan.purpose === 'undo') return null;
  const count = (result: string) => plan.verified.filter((v) => v.result === result).length;
  const facts = { at: at(last.at, true), total: plan.verified.length, resolved: count('resolved'), pending: count('pending') };
  return <p className="lead">{t(resultTexts.asked, facts)}</p>;
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
  const looks = useStore((s) => s.visit?.looks) ?? [];
  if (!plan) return <PageHeading>{t(resultTexts.uncertain)}</PageHeading>;
  return (
    <>
      <PageHeading mark={<Mark tone={planTones[plan.state]} word={t(planStateTexts[plan.state])} />}>{t(headingOf(plan))}</PageHeading>
      {plan.state === 'partly' && <MessageBar tone="warning">{t(resultTexts.partlyMore)}</MessageBar>}
      {plan.state === 'uncertain' && <MessageBar tone="unknown">{t(resultTexts.uncertainMore)}</MessageBar>}
      <Asked plan={plan} />
      <div className="card stack">
        <Verified plan={plan} looks={looks} />
        <Pending plan={plan} />
      </div>
      <Next plan={plan} />
      <Undo plan={plan} />
      <Section title={t(resultTexts.operations)} card={false}>
        <ol className="plain stack">
          {groupBy(plan.operations, likeOutcome).map(([first, ...others]) => first && <OperationOutcomeView key={first.n} states={[first, ...others]} />)}
        </ol>
      </Section>
    </>
  );
}

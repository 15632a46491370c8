/** The result of the last look: a sentence that sums up, then the steps, causes before symptoms. */
import { askTexts, examineTexts, stepsTexts, toldTexts } from '../../shared/messages/pages';
import { notApplicableText, passText } from '../../shared/messages/words';
import { summarise } from '../../shared/steps';
import type { Look } from '../../shared/visit';
import { look, tell } from '../actions';
import { request } from '../api';
import { AskForm } from '../components/ask-form';
import { groupSteps } from '../components/groups';
import { PageHeading } from '../components/heading';
import { Mark } from '../components/mark';
import { MessageBar } from '../components/message-bar';
import { Fold, Section } from '../components/section';
import { StepRow } from '../components/step-row';
import { ToldForm } from '../components/told-form';
import { UnknownGroup } from '../components/unknown-group';
import { reasonText, useSpeaker } from '../i18n';
import { go, isStale, lastLook, stepsNow, useStore } from '../store';
import { checkWords } from '../visit-words';
import { LiveNotes } from './live-notes';

function Folded({ last }: { last: Look }) {
  const { t } = useSpeaker();
  if (last.passed.length + last.notApplicable.length === 0) return null;
  return (
    <div className="card folds">
      {last.passed.length > 0 && (
        <Fold title={<Mark tone="ok" word={t(stepsTexts.passed, { count: last.passed.length })} />}>
          <ul className="rows">
            {last.passed.map((check) => (
              <li key={check} className="row">
                <span>{t(checkWords(check).name)}</span>
                <Mark tone="ok" word={t(passText)} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {last.notApplicable.length > 0 && (
        <Fold title={<Mark tone="not-applicable" word={t(stepsTexts.notApplicable, { count: last.notApplicable.length })} />}>
          <ul className="rows">
            {last.notApplicable.map(({ check, because }) => (
              <li key={check} className="row">
                <span className="row-main">
                  <span>{t(checkWords(check).name)}</span>
                  <span className="quiet-text">{t(reasonText(because))}</span>
                </span>
                <Mark tone="not-applicable" word={t(notApplicableText)} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

const open = (check: string) => go({ name: 'step', check });

/** One address, and the client networks: what a technician can ask and tell besides. */
function More() {
  const { t } = useSpeaker();
  const { open, visit, busy } = useStore();
  if (!visit || !open) return null;
  return (
    <>
      <Section title={t(askTexts.title)}>
        <AskForm onAsk={(address) => request('visit.ask', { visit: open, address })} />
      </Section>
      <Section title={t(toldTexts.title)}>
        <ToldForm told={visit.told} directory={visit.target.kind === 'windows'} busy={busy !== null} looked onTell={tell} />
      </Section>
    </>
  );
}

export function Steps() {
  const { t, at } = useSpeaker();
  const visit = useStore((s) => s.visit);
  const busy = useStore((s) => s.busy !== null || s.readOnly);
  const stale = useStore(isStale);
  const last = lastLook(visit);
  const steps = stepsNow(visit);
  // A note is nothing to start with.
  const first = steps.find(({ finding }) => finding.verdict === 'unknown' || finding.severity !== 'note');
  if (!last)
    return (
      <>
        <PageHeading>{t(stepsTexts.title)}</PageHeading>
        <p>{t(stepsTexts.never)}</p>
        <button type="button" className="accent" onClick={() => go({ name: 'examine' })}>
          {t(examineTexts.start)}
        </button>
      </>
    );
  return (
    <>
      <PageHeading>{t(stepsTexts.title)}</PageHeading>
      <div>
        <p className="lead">{t(stepsTexts.summary, { ...summarise(last.findings) })}</p>
        <p className="quiet-text">{t(stepsTexts.at, { at: at(last.at) })}</p>
      </div>
      {stale && <MessageBar tone="note">{t(stepsTexts.stale, { at: at(last.at) })}</MessageBar>}
      <div className="actions">
        {first && !stale && (
          <button type="button" className="accent" onClick={() => open(first.finding.check)}>
            {t(stepsTexts.first)}
          </button>
        )}
        <button type="button" className={stale ? 'accent' : ''} disabled={busy} onClick={() => void look()}>
          {t(stepsTexts.again)}
        </button>
      </div>
      {!stale && <LiveNotes />}
      {steps.length > 0 && (
        <ol className="card steps" aria-label={t(stepsTexts.list)}>
          {groupSteps(steps).map(([step, ...others]) =>
            step && others.length === 0 ? (
              <li key={step.finding.id}>
                <StepRow step={step} all={steps} onOpen={() => open(step.finding.check)} />
              </li>
            ) : (
              step && (
                <li key={step.finding.id}>
                  <UnknownGroup steps={[step, ...others]} all={steps} onOpen={open} />
                </li>
              )
            ),
          )}
        </ol>
      )}
      <Folded last={last} />
      <More />
    </>
  );
}

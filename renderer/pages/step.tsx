/** One step: what is wrong, what we saw, why it matters, ways to put it right. */
import type { Finding } from '../../shared/diagnose';
import { appTexts, stepsTexts, stepTexts } from '../../shared/messages/pages';
import type { Step } from '../../shared/steps';
import { look, openSource, preview } from '../actions';
import { BackLink } from '../components/back-link';
import { Evidence } from '../components/evidence';
import { PageHeading } from '../components/heading';
import { Icon } from '../components/icon';
import { FindingMark } from '../components/mark';
import { FaultBar } from '../components/message-bar';
import { Offer } from '../components/offer';
import { Section } from '../components/section';
import { UnknownWhy } from '../components/unknown-why';
import { useSpeaker } from '../i18n';
import { useLoaded } from '../load';
import { go, isStale, stepsNow, useStore } from '../store';
import { checkWords, titleOf } from '../visit-words';
import { Saw } from './step-saw';

const ways = 'ways';
const toSteps = () => go({ name: 'steps' });

const noWays = { problem: stepTexts.noWays, warning: stepTexts.noWays, wait: stepTexts.noWaysWait, note: stepTexts.noWaysNote };

/** Ways to put it right; only a fresh look may be planned on. */
function Ways({ finding }: { finding: Finding }) {
  const { t } = useSpeaker();
  const { open, busy, readOnly } = useStore();
  const stale = useStore(isStale);
  const { value, fault } = useLoaded('visit.offers', open && !stale ? { visit: open, check: finding.check } : null);
  const offers = value?.offers ?? [];
  return (
    <Section title={t(finding.severity === 'wait' ? stepTexts.waysWait : stepTexts.ways)} card={false} anchor={ways}>
      <FaultBar fault={fault} />
      {!stale && !value && !fault && <p className="quiet-text">{t(appTexts.loading)}</p>}
      {stale && (
        <div className="card stack">
          <p>{t(stepTexts.lookFirst)}</p>
          <div className="actions">
            <button type="button" className="accent" disabled={busy !== null || readOnly} onClick={() => void look()}>
              {t(stepsTexts.again)}
            </button>
          </div>
        </div>
      )}
      {value && offers.length === 0 && (
        <div className="card stack">
          <p>{t(noWays[finding.severity])}</p>
          {finding.severity === 'wait' && (
            <div className="actions">
              <button type="button" disabled={busy !== null || readOnly} onClick={() => void look({ name: 'step', check: finding.check })}>
                {t(stepsTexts.again)}
              </button>
            </div>
          )}
        </div>
      )}
      {offers.map((offer, i) => (
        <Offer key={offer.fix} offer={offer} first={i === 0} busy={busy !== null} onPreview={(fix, choices) => void preview(finding.check, fix, choices)} />
      ))}
    </Section>
  );
}

function Body({ step, all }: { step: Step; all: readonly Step[] }) {
  const { t } = useSpeaker();
  const { finding } = step;
  const words = checkWords(finding.check);
  const unknown = finding.verdict === 'unknown';
  const detail = t(words.detail, finding.facts);
  return (
    <>
      <PageHeading
        mark={
          <p className="marks">
            <FindingMark finding={finding} />
            <span className="quiet-text">{t(stepTexts.number, { number: step.number, total: all.length })}</span>
          </p>
        }
      >
        {t(titleOf(finding), finding.facts)}
      </PageHeading>
      {unknown ? (
        <UnknownWhy finding={finding} all={all} onGo={(check) => go({ name: 'step', check })} onNetworks={() => go({ name: 'examine' })} />
      ) : (
        detail && <p>{detail}</p>
      )}
      {!unknown && (finding.severity === 'problem' || finding.severity === 'warning') && (
        <button type="button" className="link to-ways" onClick={() => document.getElementById(ways)?.focus()}>
          {t(stepTexts.ways)}
          <Icon name="down" />
        </button>
      )}
      <Saw finding={finding} />
      <Section title={t(stepTexts.why)}>
        <div className="stack">
          <p>{t(words.why, finding.facts)}</p>
          <Evidence check={finding.check} onOpen={(source) => void openSource(source)} />
        </div>
      </Section>
      {!unknown && <Ways finding={finding} />}
      <div className="actions">
        <button type="button" onClick={toSteps}>
          {t(stepTexts.later)}
        </button>
      </div>
    </>
  );
}

export function StepPage({ check }: { check: string }) {
  const { t } = useSpeaker();
  const steps = useStore((s) => stepsNow(s.visit));
  const step = steps.find((s) => s.finding.check === check);
  return (
    <>
      <BackLink onBack={toSteps}>{t(appTexts.overview)}</BackLink>
      {step ? (
        <Body step={step} all={steps} />
      ) : (
        <>
          <PageHeading>{t(stepTexts.gone)}</PageHeading>
          <p>{t(stepTexts.goneMore)}</p>
        </>
      )}
    </>
  );
}

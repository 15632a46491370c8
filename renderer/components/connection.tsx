/** The connection doctor's words: which rung of the way to another computer failed, what helps there, and the way around. */
import { liveTexts, rungTexts } from '../../shared/messages/address-pages';
import type { Fault } from '../../shared/result';
import { rungOf, rungs } from '../../shared/rungs';
import { faultWords, useSpeaker } from '../i18n';
import { Mark } from './mark';
import { Section } from './section';

interface Answer {
  readonly outcome: string;
  readonly fault?: Fault | undefined;
}

/** The fault that kept everything away: none where any question got through to the server. */
export function closedBy(answers: readonly Answer[]): Fault | null {
  const faults = answers.flatMap((a) => (a.fault && rungOf(a.fault) ? [a.fault] : []));
  const lowest = rungs.find((rung) => faults.some((f) => rungOf(f) === rung));
  return faults.find((f) => rungOf(f) === lowest) ?? null;
}

export function Connection({ fault }: { fault: Fault }) {
  const { t } = useSpeaker();
  const failedAt = rungOf(fault);
  const at = failedAt === null ? rungs.length : rungs.indexOf(failedAt);
  const words = faultWords(fault.code);
  return (
    <Section title={t(rungTexts.title)}>
      <div className="stack">
        <ol className="rows">
          {rungs.map((rung, i) => (
            <li key={rung} className="row">
              <span>{t(rungTexts[rung])}</span>
              <Mark
                tone={i < at ? 'ok' : i === at ? 'problem' : 'not-applicable'}
                word={t(i < at ? rungTexts.held : i === at ? rungTexts.failed : rungTexts.notReached)}
              />
            </li>
          ))}
        </ol>
        <p className="strong">{t(words.message, fault.facts)}</p>
        <p>{t(words.help, fault.facts)}</p>
        <p>{t(liveTexts.kit)}</p>
      </div>
    </Section>
  );
}

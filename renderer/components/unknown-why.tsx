/** Why a check could not be judged, and what to do so that it can. */
import type { Finding } from '../../shared/diagnose';
import { stepsTexts, stepTexts } from '../../shared/messages/pages';
import type { Step } from '../../shared/steps';
import { faultWords, reasonText, useSpeaker } from '../i18n';
import { checkWords, titleOf } from '../visit-words';
import { MessageBar } from './message-bar';
import { Section } from './section';

interface Props {
  readonly finding: Finding;
  readonly all: readonly Step[];
  readonly onGo: (check: string) => void;
  readonly onNetworks: () => void;
}

export function UnknownWhy({ finding, all, onGo, onNetworks }: Props) {
  const { t } = useSpeaker();
  const { because, facts } = finding;
  const cause = because && 'blockedBy' in because ? all.find((s) => s.finding.id === because.blockedBy)?.finding : undefined;
  if (because && 'blockedBy' in because) {
    const name = cause ? t(titleOf(cause), cause.facts) : t(checkWords(because.blockedBy).name);
    return (
      <MessageBar tone="unknown">
        <p>{t(stepsTexts.blocked, { name })}</p>
        <div className="actions">
          <button type="button" className="accent" onClick={() => onGo(because.blockedBy)}>
            {t(stepTexts.toBlocking, { name })}
          </button>
        </div>
      </MessageBar>
    );
  }
  const words = because ? faultWords(because.fault.code) : null;
  const reason = typeof facts.reason === 'string' ? t(reasonText(facts.reason), facts) : null;
  const help = words && because ? t(words.help, because.fault.facts) : '';
  return (
    <>
      <Section title={t(stepTexts.unknownWhy)}>
        <div className="stack">
          {reason && <p>{reason}</p>}
          {facts.reason === 'no-client-network' && (
            <div className="actions">
              <button type="button" className="accent" onClick={onNetworks}>
                {t(stepTexts.toNetworks)}
              </button>
            </div>
          )}
          {words && because && <p>{t(words.message, because.fault.facts)}</p>}
        </div>
      </Section>
      {help && (
        <Section title={t(stepTexts.unknownDo)}>
          <p>{help}</p>
        </Section>
      )}
    </>
  );
}

/** For the trainer: hints first, then what there is to find; both stay folded until asked for. */
import type { ScenarioInfo } from '../../shared/ipc';
import { checkTexts } from '../../shared/messages/checks';
import type { Text } from '../../shared/messages/text';
import { say } from '../../shared/messages/text';
import { trainerTexts } from '../../shared/messages/trainer';
import { severityTexts } from '../../shared/messages/words';
import type { Facts } from '../../shared/result';
import { known, plain, useSpeaker } from '../i18n';
import { Fold } from './section';

type Answer = ScenarioInfo['answers'][number];

/** An answer's facts are those of its file; titles count the refused ones. */
export const answerFacts = ({ facts }: Answer): Facts => ({ refused: { clients: facts.clients ?? 0 }, ...facts });

/** What is wrong, in the words of the step; the check's name where the file does not say enough for them. */
export function answerTitle(answer: Answer): Text {
  const words = known(checkTexts, answer.check);
  if (!words) return plain(answer.check);
  return say(words.title, 'en', answerFacts(answer)).includes('?') ? words.name : words.title;
}

export function Trainer({ scenario, onNotes }: { scenario: ScenarioInfo; onNotes: () => void }) {
  const { t } = useSpeaker();
  const name = (check: string) => t(known(checkTexts, check)?.name ?? plain(check));
  return (
    <div className="trainer">
      <Fold title={t(trainerTexts.hints)}>
        <ul className="bullets">
          {scenario.answers.map((a) => (
            <li key={a.check}>{t(trainerTexts.hint, { name: name(a.check) })}</li>
          ))}
          {scenario.answers.length === 0 && <li>{t(trainerTexts.nothing)}</li>}
        </ul>
      </Fold>
      <Fold title={t(trainerTexts.find)}>
        <ul className="bullets">
          {scenario.answers.map((a) => (
            <li key={a.check}>
              {t(severityTexts[a.severity])}: {t(answerTitle(a), answerFacts(a))}
            </li>
          ))}
          {scenario.answers.length === 0 && <li>{t(trainerTexts.nothing)}</li>}
        </ul>
        <button type="button" onClick={onNotes}>
          {t(trainerTexts.notes)}
        </button>
      </Fold>
    </div>
  );
}

/** For the trainer: hints first, then what there is to find; both stay folded until asked for. */
import type { ScenarioInfo } from '../../shared/ipc';
import { checkTexts } from '../../shared/messages/checks';
import { trainerTexts } from '../../shared/messages/trainer';
import { severityTexts } from '../../shared/messages/words';
import { known, plain, useSpeaker } from '../i18n';

export function Trainer({ scenario, onNotes }: { scenario: ScenarioInfo; onNotes: () => void }) {
  const { t } = useSpeaker();
  const name = (check: string) => t(known(checkTexts, check)?.name ?? plain(check));
  return (
    <>
      <details>
        <summary>{t(trainerTexts.hints)}</summary>
        <ul>
          {scenario.answers.map((a) => (
            <li key={a.check}>{t(trainerTexts.hint, { name: name(a.check) })}</li>
          ))}
          {scenario.answers.length === 0 && <li>{t(trainerTexts.nothing)}</li>}
        </ul>
      </details>
      <details>
        <summary>{t(trainerTexts.find)}</summary>
        <ul>
          {scenario.answers.map((a) => (
            <li key={a.check}>
              {t(severityTexts[a.severity])}: {name(a.check)}
            </li>
          ))}
          {scenario.answers.length === 0 && <li>{t(trainerTexts.nothing)}</li>}
        </ul>
        <button type="button" onClick={onNotes}>
          {t(trainerTexts.notes)}
        </button>
      </details>
    </>
  );
}

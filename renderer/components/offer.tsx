/** One way to put it right: its effect, its choices, and the button that leads to the preview. */
import { type SubmitEvent, useState } from 'react';
import type { Choices } from '../../shared/fix';
import type { FixOffer } from '../../shared/ipc';
import { byHandTexts } from '../../shared/messages/change-pages';
import { stepTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';
import { fixWords } from '../visit-words';
import { ByHand } from './by-hand';
import { ChoiceField } from './choice-field';
import { isWide } from './kinds';
import { Warnings } from './operation-view';
import { Fold } from './section';

interface Props {
  readonly offer: FixOffer;
  /** The first offered: the least change. */
  readonly first: boolean;
  readonly busy: boolean;
  readonly onPreview: (fix: string, choices: Choices) => void;
}

export function Offer({ offer, first, busy, onPreview }: Props) {
  const { t } = useSpeaker();
  const [choices, setChoices] = useState<Record<string, readonly string[]>>(() => Object.fromEntries(offer.choices.map((c) => [c.name, c.default])));
  const empty = offer.choices.some((c) => (choices[c.name]?.length ?? 0) === 0);
  const wide = isWide(offer.fix);
  const words = fixWords(offer.fix);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onPreview(offer.fix, choices);
  };
  const form = (
    <form className="stack" onSubmit={submit}>
      <p>{t(words.effect)}</p>
      {wide && <Warnings lines={offer.warnings} />}
      {offer.choices.map((choice) => (
        <ChoiceField
          key={choice.name}
          choice={choice}
          chosen={choices[choice.name] ?? []}
          onChosen={(values) => setChoices((now) => ({ ...now, [choice.name]: values }))}
        />
      ))}
      <div className="actions">
        <button type="submit" className={first && !wide ? 'accent' : ''} disabled={busy || empty}>
          {t(stepTexts.preview)}
        </button>
        {empty && <span className="quiet-text">{t(stepTexts.chooseOne)}</span>}
      </div>
      {offer.byHand.length > 0 && (
        <Fold title={t(byHandTexts.title)}>
          <ByHand lines={offer.byHand} />
        </Fold>
      )}
    </form>
  );
  // The wide way is there, but nobody comes upon it by accident.
  if (wide)
    return (
      <div className="card offer">
        <Fold title={<h3>{t(words.name)}</h3>}>{form}</Fold>
      </div>
    );
  return (
    <div className="card offer stack">
      <h3>{t(words.name)}</h3>
      {form}
    </div>
  );
}

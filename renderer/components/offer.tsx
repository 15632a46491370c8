/** One way to put it right: its effect, its choices, and the button that leads to the preview. */
import { type SubmitEvent, useId, useState } from 'react';
import type { Choices } from '../../shared/fix';
import type { FixOffer } from '../../shared/ipc';
import { byHandTexts } from '../../shared/messages/change-pages';
import { stepTexts } from '../../shared/messages/pages';
import { choiceText, fixWords, useSpeaker } from '../i18n';
import { ByHand } from './by-hand';
import { NodeName } from './node-name';
import { Fold } from './section';

type Choice = FixOffer['choices'][number];
interface Props {
  readonly offer: FixOffer;
  /** The first offered: the least change. */
  readonly first: boolean;
  readonly busy: boolean;
  readonly onPreview: (fix: string, choices: Choices) => void;
}

function ChoiceField({ choice, chosen, onChosen }: { choice: Choice; chosen: readonly string[]; onChosen: (values: readonly string[]) => void }) {
  const { t } = useSpeaker();
  const id = useId();
  const toggle = (value: string, on: boolean) => {
    const wanted = choice.several ? [...chosen.filter((v) => v !== value), ...(on ? [value] : [])] : [value];
    onChosen(choice.values.map((v) => v.value).filter((v) => wanted.includes(v)));
  };
  return (
    <fieldset>
      <legend>{t(choiceText(choice.name))}</legend>
      {choice.values.map(({ value, facts }) => (
        <label key={value} className="option">
          <input type={choice.several ? 'checkbox' : 'radio'} name={id} checked={chosen.includes(value)} onChange={(e) => toggle(value, e.target.checked)} />
          <span className="option-text">
            {choice.name === 'vroots' ? <NodeName node={value} /> : <code>{value}</code>}
            {typeof facts?.known === 'boolean' && <span className="quiet-text">{t(facts.known ? stepTexts.knownSubnet : stepTexts.unknownSubnet)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Offer({ offer, first, busy, onPreview }: Props) {
  const { t } = useSpeaker();
  const [choices, setChoices] = useState<Record<string, readonly string[]>>(() => Object.fromEntries(offer.choices.map((c) => [c.name, c.default])));
  const empty = offer.choices.some((c) => (choices[c.name]?.length ?? 0) === 0);
  const words = fixWords(offer.fix);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onPreview(offer.fix, choices);
  };
  return (
    <form className="card offer stack" onSubmit={submit}>
      <h3>{t(words.name)}</h3>
      <p>{t(words.effect)}</p>
      {offer.choices.map((choice) => (
        <ChoiceField
          key={choice.name}
          choice={choice}
          chosen={choices[choice.name] ?? []}
          onChosen={(values) => setChoices((now) => ({ ...now, [choice.name]: values }))}
        />
      ))}
      <div className="actions">
        <button type="submit" className={first ? 'accent' : ''} disabled={busy || empty}>
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
}

import { type SubmitEvent, useId, useState } from 'react';
import { toldTexts } from '../../shared/messages/pages';
import type { Told } from '../../shared/target';
import { useSpeaker } from '../i18n';
import { readTold, showTold } from './half-width';
import { Mark } from './mark';

interface Props {
  readonly told: Told;
  readonly busy: boolean;
  /** Already looked at: what is told now counts from the next look. */
  readonly looked: boolean;
  /** Whether this target can ask Active Directory. */
  readonly directory: boolean;
  /** Each change of the text: whoever goes on without keeping it shall not lose it. */
  readonly onDraft?: (told: Told) => void;
  readonly onTell: (told: Told) => Promise<boolean>;
}

/** Client networks that no probe can know. */
export function ToldForm({ told, busy, looked, directory, onDraft, onTell }: Props) {
  const { t } = useSpeaker();
  const id = useId();
  const [text, setText] = useState(() => showTold(told));
  const [all, setAll] = useState(told.directory === true);
  const [kept, setKept] = useState(false);
  const typed = (of: string, withAll: boolean): Told => ({ ...readTold(of), ...(withAll && { directory: true }) });
  const change = (of: string, withAll: boolean) => {
    setText(of);
    setAll(withAll);
    setKept(false);
    onDraft?.(typed(of, withAll));
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setKept(await onTell(typed(text, all)));
  };
  return (
    <form onSubmit={submit} className="stack">
      <p className="quiet-text" id={`${id}-more`}>
        {t(toldTexts.more)}
      </p>
      <label htmlFor={id}>{t(toldTexts.field)}</label>
      <textarea
        id={id}
        rows={3}
        value={text}
        spellCheck={false}
        aria-describedby={`${id}-more`}
        placeholder="192.168.20.0/24"
        onChange={(e) => change(e.target.value, all)}
      />
      {directory && (
        <div>
          <label className="option">
            <input type="checkbox" checked={all} aria-describedby={`${id}-directory`} onChange={(e) => change(text, e.target.checked)} />
            <span className="option-text">{t(toldTexts.directory)}</span>
          </label>
          <p className="quiet-text" id={`${id}-directory`}>
            {t(toldTexts.directoryMore)}
          </p>
        </div>
      )}
      <div className="actions">
        <button type="submit" disabled={busy}>
          {t(toldTexts.save)}
        </button>
        <span role="status">{kept && <Mark tone="ok" word={t(looked ? toldTexts.saved : toldTexts.savedFirst)} />}</span>
      </div>
    </form>
  );
}

import { type SubmitEvent, useId, useState } from 'react';
import { historyTexts } from '../../shared/messages/change-pages';
import { useSpeaker } from '../i18n';
import { Mark } from './mark';

interface Props {
  readonly customer: string;
  readonly off: boolean;
  readonly onKeep: (customer: string) => Promise<boolean>;
}

/** Whose server this is: what the technician looks for in the list of visits. */
export function CustomerForm({ customer, off, onKeep }: Props) {
  const { t } = useSpeaker();
  const id = useId();
  const [text, setText] = useState(customer);
  const [kept, setKept] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setKept(await onKeep(text.trim()));
  };
  return (
    <form onSubmit={submit} className="card stack">
      <label htmlFor={id} className="strong">
        {t(historyTexts.customer)}
      </label>
      <div className="actions">
        <input
          id={id}
          type="text"
          className="prose"
          value={text}
          maxLength={80}
          autoComplete="off"
          aria-describedby={`${id}-more`}
          onChange={(e) => {
            setText(e.target.value);
            setKept(false);
          }}
        />
        <button type="submit" disabled={off}>
          {t(historyTexts.keepCustomer)}
        </button>
        <span role="status">{kept && <Mark tone="ok" word={t(historyTexts.customerKept)} />}</span>
      </div>
      <span id={`${id}-more`} className="quiet-text">
        {t(historyTexts.customerMore)}
      </span>
    </form>
  );
}

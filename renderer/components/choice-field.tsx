/** One choice of a fix: what is offered, ticked or not, 200 a page; and, where the fix takes more than it offers, a field for it. */
import { type KeyboardEvent, useId, useState } from 'react';
import type { FixOffer } from '../../shared/ipc';
import { seenTexts, stepTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';
import { choiceText } from '../visit-words';
import { halfWidth } from './half-width';
import { NodeName } from './node-name';
import { pageSize } from './refused-table';

export type Choice = FixOffer['choices'][number];
type Value = Choice['values'][number];
interface Props {
  readonly choice: Choice;
  readonly chosen: readonly string[];
  readonly onChosen: (values: readonly string[]) => void;
}

const noteOf = ({ facts }: Value) => {
  if (typeof facts?.known === 'boolean') return facts.known ? stepTexts.knownSubnet : stepTexts.unknownSubnet;
  return facts?.kept === true ? stepTexts.keepsId : null;
};

function Typed({ name, onAdd }: { name: string; onAdd: (value: string) => void }) {
  const { t } = useSpeaker();
  const id = useId();
  const [text, setText] = useState('');
  const add = () => {
    const value = halfWidth(text).trim();
    if (value === '') return;
    onAdd(value);
    setText('');
  };
  // Enter adds; it must not send the form around it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="typed">
      <label htmlFor={id}>{t(name === 'subnets' ? stepTexts.addSubnet : stepTexts.addOther)}</label>
      <div className="actions">
        <input
          id={id}
          type="text"
          value={text}
          spellCheck={false}
          placeholder="192.168.30.0/24"
          onChange={(e) => setText(e.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" disabled={text.trim() === ''} onClick={add}>
          {t(stepTexts.add)}
        </button>
      </div>
    </div>
  );
}

function All({ values, chosen, onChosen }: { values: readonly Value[] } & Pick<Props, 'chosen' | 'onChosen'>) {
  const { t } = useSpeaker();
  return (
    <div className="actions">
      <span className="quiet-text">{t(stepTexts.chosen, { count: chosen.length, total: values.length })}</span>
      <button type="button" className="quiet" onClick={() => onChosen(values.map((v) => v.value))}>
        {t(stepTexts.all)}
      </button>
      <button type="button" className="quiet" onClick={() => onChosen([])}>
        {t(stepTexts.none)}
      </button>
    </div>
  );
}

function Pages({ from, total, onFrom }: { from: number; total: number; onFrom: (from: number) => void }) {
  const { t } = useSpeaker();
  if (total <= pageSize) return null;
  const to = Math.min(total, from + pageSize);
  return (
    <div className="actions">
      <span className="quiet-text">{t(seenTexts.showing, { from: from + 1, to, total })}</span>
      <button type="button" disabled={from === 0} onClick={() => onFrom(Math.max(0, from - pageSize))}>
        {t(seenTexts.previous)}
      </button>
      <button type="button" disabled={to >= total} onClick={() => onFrom(from + pageSize)}>
        {t(seenTexts.next)}
      </button>
    </div>
  );
}

export function ChoiceField({ choice, chosen, onChosen }: Props) {
  const { t } = useSpeaker();
  const id = useId();
  const [from, setFrom] = useState(0);
  const [typed, setTyped] = useState<readonly string[]>([]);
  const values: readonly Value[] = [...choice.values, ...typed.filter((value) => !choice.values.some((v) => v.value === value)).map((value) => ({ value }))];
  const toggle = (value: string, on: boolean) => {
    if (!choice.several) return onChosen([value]);
    const wanted = new Set(chosen);
    if (on) wanted.add(value);
    else wanted.delete(value);
    onChosen(values.map((v) => v.value).filter((v) => wanted.has(v)));
  };
  const add = (value: string) => {
    setTyped((now) => (now.includes(value) ? now : [...now, value]));
    onChosen(choice.several ? [...chosen.filter((v) => v !== value), value] : [value]);
  };
  const ticked = new Set(chosen);
  return (
    <fieldset>
      <legend>{t(choiceText(choice.name))}</legend>
      {choice.several && values.length > 8 && <All values={values} chosen={chosen} onChosen={onChosen} />}
      <div className={values.length > 8 ? 'options many' : 'options'}>
        {values.slice(from, from + pageSize).map((option) => {
          const note = noteOf(option);
          return (
            <label key={option.value} className="option">
              <input
                type={choice.several ? 'checkbox' : 'radio'}
                name={id}
                checked={ticked.has(option.value)}
                onChange={(e) => toggle(option.value, e.target.checked)}
              />
              <span className="option-text">
                {choice.name === 'vroots' ? <NodeName node={option.value} /> : <code>{option.value}</code>}
                {note && <span className="quiet-text">{t(note)}</span>}
              </span>
            </label>
          );
        })}
      </div>
      <Pages from={from} total={values.length} onFrom={setFrom} />
      {choice.open && <Typed name={choice.name} onAdd={add} />}
    </fieldset>
  );
}

import { useId } from 'react';
import type { AddressQuestion } from '../../shared/address-question';
import { addressTexts } from '../../shared/messages/address-pages';
import { useSpeaker } from '../i18n';
import { Option } from './option';

interface Props {
  readonly proxies: AddressQuestion['proxies'];
  readonly throughProxy: boolean;
  readonly onChange: (throughProxy: boolean) => void;
}

/** Only where this computer is set to a proxy: clients do not take it, so by-passing is the default. */
export function ProxyChoice({ proxies, throughProxy, onChange }: Props) {
  const { t } = useSpeaker();
  const id = useId();
  const [first] = proxies;
  if (!first) return null;
  return (
    <fieldset className="stack">
      <legend className="strong">{t(addressTexts.way)}</legend>
      <Option group={id} checked={!throughProxy} onChoose={() => onChange(false)}>
        {t(addressTexts.direct)}
      </Option>
      <Option group={id} checked={throughProxy} onChoose={() => onChange(true)}>
        {t(addressTexts.proxied, { proxy: first.proxy })}
      </Option>
    </fieldset>
  );
}

export function AddressField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useSpeaker();
  const id = useId();
  return (
    <div className="stack">
      <label htmlFor={id} className="strong">
        {t(addressTexts.field)}
      </label>
      <input
        id={id}
        type="text"
        value={value}
        // biome-ignore lint/a11y/noAutofocus: the one field of a dialog that the person opened to type it
        autoFocus
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-more`}
        onChange={(e) => onChange(e.target.value)}
      />
      <span id={`${id}-more`} className="quiet-text">
        {t(addressTexts.fieldMore)}
      </span>
    </div>
  );
}

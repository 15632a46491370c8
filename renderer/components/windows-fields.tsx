import { useId } from 'react';
import { addressTexts } from '../../shared/messages/address-pages';
import { useSpeaker } from '../i18n';
import type { Account } from './account-fields';
import { AccountFields } from './account-fields';
import { Option } from './option';

export interface WindowsDraft {
  readonly remote: boolean;
  readonly host: string;
  readonly own: boolean;
  readonly account: Account;
}
interface Props {
  readonly draft: WindowsDraft;
  /** The computer stands: a visit opened again. */
  readonly fixed: boolean;
  readonly onChange: (draft: WindowsDraft) => void;
}

function Which({ draft, onChange }: Omit<Props, 'fixed'>) {
  const { t } = useSpeaker();
  const id = useId();
  return (
    <fieldset className="stack">
      <legend className="strong">{t(addressTexts.which)}</legend>
      <Option group={`${id}-which`} checked={!draft.remote} onChoose={() => onChange({ ...draft, remote: false })}>
        {t(addressTexts.here)}
      </Option>
      <Option group={`${id}-which`} checked={draft.remote} onChoose={() => onChange({ ...draft, remote: true })}>
        {t(addressTexts.other)}
      </Option>
      {draft.remote && (
        <div className="stack fields">
          <label htmlFor={id}>{t(addressTexts.host)}</label>
          <input id={id} type="text" value={draft.host} autoComplete="off" spellCheck={false} onChange={(e) => onChange({ ...draft, host: e.target.value })} />
        </div>
      )}
    </fieldset>
  );
}

/** Which computer, and for another one which account. */
export function WindowsFields({ draft, fixed, onChange }: Props) {
  const { t } = useSpeaker();
  const id = useId();
  return (
    <>
      {!fixed && <Which draft={draft} onChange={onChange} />}
      {draft.remote && (
        <fieldset className="stack">
          <legend className="strong">{t(addressTexts.account)}</legend>
          <Option group={id} checked={!draft.own} onChoose={() => onChange({ ...draft, own: false })}>
            {t(addressTexts.current)}
          </Option>
          <Option group={id} checked={draft.own} onChoose={() => onChange({ ...draft, own: true })}>
            {t(addressTexts.typed)}
          </Option>
          {draft.own && <AccountFields account={draft.account} onChange={(account) => onChange({ ...draft, account })} />}
        </fieldset>
      )}
    </>
  );
}

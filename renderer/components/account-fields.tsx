import { useId } from 'react';
import { addressTexts } from '../../shared/messages/address-pages';
import { useSpeaker } from '../i18n';

export interface Account {
  readonly user: string;
  readonly password: string;
}
interface Props {
  readonly account: Account;
  /** The user stands: only the password is typed. */
  readonly fixed?: boolean;
  readonly onChange: (account: Account) => void;
}

/** A typed account. It goes to main from this dialog only, and stays in memory there. */
export function AccountFields({ account, fixed = false, onChange }: Props) {
  const { t } = useSpeaker();
  const id = useId();
  return (
    <div className="stack fields">
      <label htmlFor={`${id}-user`}>{t(addressTexts.user)}</label>
      <input
        id={`${id}-user`}
        type="text"
        value={account.user}
        readOnly={fixed}
        autoComplete="off"
        spellCheck={false}
        onChange={(e) => onChange({ ...account, user: e.target.value })}
      />
      <label htmlFor={`${id}-pass`}>{t(addressTexts.pass)}</label>
      <input
        id={`${id}-pass`}
        type="password"
        value={account.password}
        // biome-ignore lint/a11y/noAutofocus: of a dialog that asks for nothing else
        autoFocus={fixed}
        autoComplete="off"
        aria-describedby={`${id}-more`}
        onChange={(e) => onChange({ ...account, password: e.target.value })}
      />
      <span id={`${id}-more`} className="quiet-text">
        {t(addressTexts.passMore)}
      </span>
    </div>
  );
}

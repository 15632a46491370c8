import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

interface Props {
  readonly icon?: IconName;
  readonly title: string;
  readonly more: string;
  readonly busy: boolean;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
}

/** A large choice: the whole card is the button. */
export function Choice({ icon, title, more, busy, onChoose, children }: Props) {
  return (
    <button type="button" className="choice" disabled={busy} onClick={onChoose}>
      {icon && <Icon name={icon} large />}
      <span className="choice-text">
        <span className="choice-title">{title}</span>
        <span>{more}</span>
        {children && <span className="quiet-text">{children}</span>}
      </span>
      <Icon name="arrow" />
    </button>
  );
}

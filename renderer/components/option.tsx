import type { ReactNode } from 'react';

interface Props {
  readonly group: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One of several, of which one is chosen. */
export function Option({ group, checked, onChoose, children }: Props) {
  return (
    <label className="option">
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      <span className="option-text">{children}</span>
    </label>
  );
}

import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly card?: boolean;
  /** A place to jump to: the heading takes the focus. */
  readonly anchor?: string;
}

/** A titled part of a page, a landmark by its heading. */
export function Section({ title, children, card = true, anchor }: Props) {
  const own = useId();
  const id = anchor ?? own;
  return (
    <section aria-labelledby={id} className="section">
      <h2 id={id} tabIndex={anchor ? -1 : undefined}>
        {title}
      </h2>
      {card ? <div className="card">{children}</div> : children}
    </section>
  );
}

/** One line that opens: what is folded away says how much it holds. */
export function Fold({ title, children, open = false }: { title: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className="fold" open={open}>
      <summary>{title}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}

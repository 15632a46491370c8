/** Questions that must be answered first, and texts to take away. Escape closes; the focus goes back to where it was. */
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { historyTexts } from '../../shared/messages/change-pages';
import { appTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';

interface ModalProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly onClose: () => void;
}

function Modal({ title, children, wide = false, onClose }: ModalProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it still stands on the page: only then does the browser put the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className={wide ? 'wide' : undefined} aria-labelledby={id} onCancel={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly act: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** A question: Escape and Cancel answer no. */
export function Dialog({ title, children, act, onAct, onClose }: Props) {
  const { t } = useSpeaker();
  return (
    <Modal title={title} onClose={onClose}>
      <p>{children}</p>
      <div className="actions end">
        <button type="button" onClick={onAct}>
          {act}
        </button>
        <button type="button" className="accent" onClick={onClose}>
          {t(appTexts.cancel)}
        </button>
      </div>
    </Modal>
  );
}

/** A text to copy. Where the browser does not let us copy it stays selected. */
export function TextDialog({ title, more, text, onClose }: { title: string; more: string; text: string; onClose: () => void }) {
  const { t } = useSpeaker();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    field.current?.focus();
    field.current?.select();
    // The clipboard API wants a permission, which the window refuses to every page.
    setCopied(document.execCommand?.('copy') ?? false);
  };
  return (
    <Modal title={title} wide onClose={onClose}>
      <p>{more}</p>
      <textarea ref={field} readOnly rows={14} value={text} aria-label={title} />
      <div className="actions end">
        <span role="status">{copied !== null && t(copied ? historyTexts.copied : historyTexts.selected)}</span>
        <button type="button" className="accent" onClick={copy}>
          {t(historyTexts.copy)}
        </button>
        <button type="button" onClick={onClose}>
          {t(historyTexts.close)}
        </button>
      </div>
    </Modal>
  );
}

/** A question that must be answered first. Escape and Cancel answer no. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { appTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly act: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

export function Dialog({ title, children, act, onAct, onClose }: Props) {
  const { t } = useSpeaker();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onCancel={onClose}>
      <h2 id={id}>{title}</h2>
      <p>{children}</p>
      <div className="actions end">
        <button type="button" onClick={onAct}>
          {act}
        </button>
        <button type="button" className="accent" onClick={onClose}>
          {t(appTexts.cancel)}
        </button>
      </div>
    </dialog>
  );
}

/** Lasting state of a page: an icon, a message, and what to do about it. */
import { type ReactNode, useEffect, useRef } from 'react';
import { appTexts } from '../../shared/messages/pages';
import type { Fault } from '../../shared/result';
import { faultWords, useSpeaker } from '../i18n';
import { Icon, type IconName } from './icon';
import type { Tone } from './mark';

interface Props {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly alert?: boolean;
  readonly onDismiss?: () => void;
}

export function MessageBar({ tone, children, alert = false, onDismiss }: Props) {
  const { t } = useSpeaker();
  const bar = useRef<HTMLDivElement>(null);
  // An alert that appears above a long page must come into view.
  useEffect(() => {
    if (alert) bar.current?.scrollIntoView?.({ block: 'nearest' });
  }, [alert]);
  return (
    <div ref={bar} className={`bar tone-${tone}`} role={alert ? 'alert' : undefined}>
      <Icon name={tone as IconName} />
      <div className="bar-text">{children}</div>
      {onDismiss && (
        <button type="button" className="quiet square" aria-label={t(appTexts.dismiss)} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** A person's own no is no failure. */
const answeredNo: readonly Fault['code'][] = ['denied-elevation'];

/** A fault of a request: what happened, and what helps. */
export function FaultBar({ fault, onDismiss }: { fault: Fault | null | undefined; onDismiss?: () => void }) {
  const { t } = useSpeaker();
  if (!fault) return null;
  const { message, help } = faultWords(fault.code);
  const more = t(help, fault.facts);
  return (
    <MessageBar tone={answeredNo.includes(fault.code) ? 'note' : 'problem'} alert {...(onDismiss && { onDismiss })}>
      <p>{t(message, fault.facts)}</p>
      {more && <p className="quiet-text">{more}</p>}
    </MessageBar>
  );
}

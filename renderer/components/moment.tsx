import type { ReactNode } from 'react';
import { useSpeaker } from '../i18n';
import { Icon, type IconName } from './icon';

/** One moment of the history. */
export function Moment({ at: iso, icon, title, children }: { at: string; icon: IconName; title: string; children?: ReactNode }) {
  const { at } = useSpeaker();
  return (
    <div className="moment">
      <Icon name={icon} />
      <div className="moment-body">
        <h2 className="moment-title">{title}</h2>
        <time dateTime={iso} className="quiet-text">
          {at(iso)}
        </time>
        {children}
      </div>
    </div>
  );
}

import { liveTexts } from '../../shared/messages/address-pages';
import { useSpeaker } from '../i18n';
import { Icon } from './icon';
import { MessageBar } from './message-bar';

interface Props {
  /** `copy`: this copy of the wizard lies where plain users can write. */
  readonly elevation: 'offered' | 'copy' | 'none';
  readonly busy: boolean;
  readonly onLook: () => void;
}

/** On this computer questions were refused: Windows can be asked for more rights, for the agent alone. */
export function MoreRights({ elevation, busy, onLook }: Props) {
  const { t } = useSpeaker();
  if (elevation === 'none') return null;
  if (elevation === 'copy') return <MessageBar tone="note">{t(liveTexts.elevatedCopy)}</MessageBar>;
  return (
    <MessageBar tone="note">
      <p>{t(liveTexts.elevatedLookMore)}</p>
      <div className="actions">
        <button type="button" disabled={busy} onClick={onLook}>
          <Icon name="shield" />
          {t(liveTexts.elevatedLook)}
        </button>
      </div>
    </MessageBar>
  );
}

/** A password that was forgotten is typed again in main's own dialog. */
export function Retype({ busy, onRetype }: { busy: boolean; onRetype: () => void }) {
  const { t } = useSpeaker();
  return (
    <div className="actions">
      <button type="button" disabled={busy} onClick={onRetype}>
        {t(liveTexts.retype)}
      </button>
    </div>
  );
}

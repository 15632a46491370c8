import { liveTexts } from '../../shared/messages/address-pages';
import { useSpeaker } from '../i18n';
import { Choice } from './choice';

interface Info {
  readonly face: 'desktop' | 'classroom';
  readonly restricted: boolean;
  readonly platform: string;
}
interface Props {
  readonly info: Info;
  readonly busy: boolean;
  readonly onChoose: (kind: 'network' | 'windows') => void;
}
const offered = ({ face, restricted }: Info): boolean => face === 'desktop' && !restricted;

/** Real servers, where they may be asked. */
export function LiveChoices({ info, busy, onChoose }: Props) {
  const { t } = useSpeaker();
  if (!offered(info)) return null;
  return (
    <>
      <Choice icon="globe" title={t(liveTexts.network)} more={t(liveTexts.networkMore)} busy={busy} onChoose={() => onChoose('network')} />
      {info.platform === 'win32' && (
        <Choice icon="server" title={t(liveTexts.windows)} more={t(liveTexts.windowsMore)} busy={busy} onChoose={() => onChoose('windows')} />
      )}
    </>
  );
}

/** Why a real server is not among the choices. */
export function LiveMissing({ info }: { info: Info }) {
  const { t } = useSpeaker();
  const why =
    info.face === 'classroom' ? liveTexts.classroom : info.restricted ? liveTexts.restricted : info.platform === 'win32' ? null : liveTexts.notWindows;
  return why && <p className="quiet-text">{t(why)}</p>;
}

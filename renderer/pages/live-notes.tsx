/** What the last look of a real server asks for: more rights here, a password typed again, or a connection to be mended. */
import { look, retypePassword } from '../actions';
import { Connection, closedBy } from '../components/connection';
import { MessageBar } from '../components/message-bar';
import { MoreRights, Retype } from '../components/more-rights';
import { faultWords, useSpeaker } from '../i18n';
import { useStore } from '../store';

const thisComputer = 'windows';

async function retype(): Promise<void> {
  if (await retypePassword()) await look();
}

export function LiveNotes() {
  const { t } = useSpeaker();
  const { probes, visit, info, busy, readOnly } = useStore();
  if (!probes || visit?.target.kind !== 'windows' || readOnly) return null;
  const off = busy !== null;
  const here = visit.target.text === thisComputer;
  const forgotten = probes.find((p) => p.fault?.code === 'denied-password-forgotten')?.fault;
  if (forgotten)
    return (
      <MessageBar tone="warning">
        <p>{t(faultWords(forgotten.code).message, forgotten.facts)}</p>
        <Retype busy={off} onRetype={() => void retype()} />
      </MessageBar>
    );
  if (here)
    return probes.some((p) => p.outcome === 'denied') ? (
      <MoreRights elevation={info?.elevation ?? 'none'} busy={off} onLook={() => void look({ name: 'steps' }, true)} />
    ) : null;
  const closed = probes.some((p) => p.id === 'product' && p.outcome === 'ok') ? null : closedBy(probes);
  return closed && <Connection fault={closed} />;
}

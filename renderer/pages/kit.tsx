/** Script kits: to collect on a server where the wizard cannot run, and to carry a plan there. */
import { useState } from 'react';
import type { KitView, PlanView } from '../../shared/ipc';
import { kitPageTexts } from '../../shared/messages/kit';
import { writeKit } from '../actions';
import { Choice } from '../components/choice';
import { MessageBar } from '../components/message-bar';
import { useSpeaker } from '../i18n';
import { useStore } from '../store';

function WrittenBar({ kit }: { kit: KitView }) {
  const { t } = useSpeaker();
  const facts = { folder: kit.folder, machine: kit.machine };
  return (
    <MessageBar tone="ok">
      <p>{t(kitPageTexts.written, facts)}</p>
      <p className="quiet-text">{t(kit.kind === 'fix' ? kitPageTexts.fixNext : kitPageTexts.collectNext, facts)}</p>
    </MessageBar>
  );
}

/** Only where a folder can be chosen. */
export function CollectKit() {
  const { t } = useSpeaker();
  const { busy, info } = useStore();
  const [kit, setKit] = useState<KitView | null>(null);
  if (info?.face !== 'desktop') return null;
  const write = async () => setKit((await writeKit(null)) ?? kit);
  return (
    <>
      <Choice icon="folder" title={t(kitPageTexts.collect)} more={t(kitPageTexts.collectMore)} busy={busy !== null} onChoose={() => void write()} />
      {kit && <WrittenBar kit={kit} />}
    </>
  );
}

/** In place of the button that would change something here. */
export function FixKit({ plan }: { plan: PlanView }) {
  const { t } = useSpeaker();
  const busy = useStore((s) => s.busy);
  const [kit, setKit] = useState<KitView | null>(null);
  const write = async () => setKit((await writeKit(plan.plan)) ?? kit);
  return (
    <div className="commit stack">
      <p className="quiet-text">{t(kitPageTexts.fixMore)}</p>
      <div className="actions">
        <button type="button" className="accent" disabled={busy !== null} onClick={() => void write()}>
          {t(kitPageTexts.fix)}
        </button>
      </div>
      {kit && <WrittenBar kit={kit} />}
    </div>
  );
}

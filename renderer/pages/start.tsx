/** What to examine, and the visits so far. */
import { useId, useState } from 'react';
import type { VisitInfo } from '../../shared/ipc';
import { appTexts, startTexts } from '../../shared/messages/pages';
import { chooseVisitsFolder, deleteVisit, lookAgain, openAddress, openFolder, openTarget, reopen } from '../actions';
import { Choice } from '../components/choice';
import { Dialog } from '../components/dialog';
import { PageHeading } from '../components/heading';
import { Icon } from '../components/icon';
import { LiveChoices, LiveMissing } from '../components/live-choices';
import { FaultBar } from '../components/message-bar';
import { Section } from '../components/section';
import { VisitRow } from '../components/visit-row';
import { useSpeaker } from '../i18n';
import { useLoaded } from '../load';
import { go, targetName, useStore } from '../store';
import { CollectKit } from './kit';

function Recent() {
  const { lang, t } = useSpeaker();
  const busy = useStore((s) => s.busy) !== null;
  const scenarios = useStore((s) => s.scenarios);
  const face = useStore((s) => s.info?.face);
  const [classroom, desktop] = [face === 'classroom', face === 'desktop'];
  const id = useId();
  const [kept, setKept] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState<VisitInfo | null>(null);
  const { value, fault } = useLoaded('visits.list', {}, round);
  const left = asked ? asked.applied - asked.undone : 0;
  const remove = async (visit: string) => {
    setAsked(null);
    if (await deleteVisit(visit)) setRound(round + 1);
    // The row that had the focus is gone.
    document.getElementById(id)?.focus();
  };
  const choose = async () => {
    const folder = await chooseVisitsFolder();
    if (folder === null) return;
    setKept(folder);
    setRound(round + 1);
  };
  return (
    <Section title={t(startTexts.recent)} anchor={id}>
      <FaultBar fault={fault} />
      {!value && !fault && <p className="quiet-text">{t(appTexts.loading)}</p>}
      {value?.visits.length === 0 && <p className="quiet-text">{t(classroom ? startTexts.notKept : startTexts.none)}</p>}
      <ul className="rows">
        {value?.visits.map((info) => (
          <VisitRow
            key={info.visit}
            info={info}
            name={targetName(info.target, scenarios, lang)}
            busy={busy}
            onOpen={() => void reopen(info.visit)}
            onAgain={() => void lookAgain(info.visit)}
            onDelete={() => setAsked(info)}
          />
        ))}
      </ul>
      {desktop && (
        <div className="actions kept-in">
          <button type="button" className="quiet" disabled={busy} onClick={() => void choose()}>
            <Icon name="folder" />
            {t(startTexts.chooseFolder)}
          </button>
          {kept && <span className="quiet-text">{t(startTexts.keptIn, { folder: kept })}</span>}
        </div>
      )}
      {asked && (
        <Dialog
          title={t(startTexts.deleteTitle)}
          act={t(left > 0 ? startTexts.deleteActAnyway : startTexts.deleteAct)}
          onAct={() => void remove(asked.visit)}
          onClose={() => setAsked(null)}
        >
          {t(startTexts.deleteWhy, { left })}
        </Dialog>
      )}
    </Section>
  );
}

export function Start() {
  const { t } = useSpeaker();
  const busy = useStore((s) => s.busy) !== null;
  const info = useStore((s) => s.info);
  return (
    <>
      <PageHeading>{t(startTexts.title)}</PageHeading>
      <div className="choices">
        {info && <LiveChoices info={info} busy={busy} onChoose={(kind) => void openAddress(kind)} />}
        {info?.face === 'classroom' ? (
          info.folders.map(({ id, name }) => (
            <Choice
              key={id}
              icon="folder"
              title={name}
              more={t(startTexts.filesMore)}
              busy={busy}
              onChoose={() => void openTarget({ kind: 'evidence', folder: id })}
            />
          ))
        ) : (
          <Choice icon="folder" title={t(startTexts.files)} more={t(startTexts.filesMore)} busy={busy} onChoose={() => void openFolder()} />
        )}
        <Choice icon="practice" title={t(startTexts.practise)} more={t(startTexts.practiseMore)} busy={busy} onChoose={() => go({ name: 'scenarios' })} />
        <CollectKit />
      </div>
      {info && <LiveMissing info={info} />}
      <Recent />
    </>
  );
}

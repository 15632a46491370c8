/** What to examine, and the visits so far. */
import { useState } from 'react';
import type { VisitInfo } from '../../shared/ipc';
import { appTexts, startTexts } from '../../shared/messages/pages';
import { deleteVisit, openFolder, openTarget, reopen } from '../actions';
import { Choice } from '../components/choice';
import { Dialog } from '../components/dialog';
import { PageHeading } from '../components/heading';
import { FaultBar } from '../components/message-bar';
import { Section } from '../components/section';
import { VisitRow } from '../components/visit-row';
import { useSpeaker } from '../i18n';
import { useLoaded } from '../load';
import { go, targetName, useStore } from '../store';

function Recent() {
  const { lang, t } = useSpeaker();
  const busy = useStore((s) => s.busy) !== null;
  const scenarios = useStore((s) => s.scenarios);
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState<VisitInfo | null>(null);
  const { value, fault } = useLoaded('visits.list', {}, round);
  const left = asked ? asked.applied - asked.undone : 0;
  const remove = async (visit: string) => {
    setAsked(null);
    if (await deleteVisit(visit)) setRound(round + 1);
  };
  return (
    <Section title={t(startTexts.recent)}>
      <FaultBar fault={fault} />
      {!value && !fault && <p className="quiet-text">{t(appTexts.loading)}</p>}
      {value?.visits.length === 0 && <p className="quiet-text">{t(startTexts.none)}</p>}
      <ul className="rows">
        {value?.visits.map((info) => (
          <VisitRow
            key={info.visit}
            info={info}
            name={targetName(info.target, scenarios, lang)}
            busy={busy}
            onOpen={() => void reopen(info.visit)}
            onDelete={() => setAsked(info)}
          />
        ))}
      </ul>
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
      </div>
      <Recent />
    </>
  );
}

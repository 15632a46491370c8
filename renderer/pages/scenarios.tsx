import { lazy, Suspense } from 'react';
import { appTexts, startTexts } from '../../shared/messages/pages';
import { openTarget } from '../actions';
import { BackLink } from '../components/back-link';
import { Choice } from '../components/choice';
import { PageHeading } from '../components/heading';
import { FaultBar } from '../components/message-bar';
import { generationName, useSpeaker } from '../i18n';
import { useLoaded } from '../load';
import { go, useStore } from '../store';

// Names of checks come with the pages of a visit, so the first page stays small.
const Trainer = lazy(async () => ({ default: (await import('../components/trainer')).Trainer }));

/** The simulated servers to practise on. */
export function Scenarios() {
  const { lang, t } = useSpeaker();
  const busy = useStore((s) => s.busy) !== null;
  const { value, fault } = useLoaded('scenarios.list', {});
  return (
    <>
      <BackLink onBack={() => go({ name: 'start' })}>{t(appTexts.back)}</BackLink>
      <PageHeading>{t(startTexts.scenarios)}</PageHeading>
      <p>{t(startTexts.scenariosMore)}</p>
      <FaultBar fault={fault} />
      {!value && !fault && <p className="quiet-text">{t(appTexts.loading)}</p>}
      <ul className="choices plain">
        {value?.scenarios.map((s) => (
          <li key={s.id}>
            <Choice title={s.title[lang]} more={s.story[lang]} busy={busy} onChoose={() => void openTarget({ kind: 'simulated', scenario: s.id })}>
              {s.generation
                ? t(startTexts.scenarioFacts, { generation: generationName(s.generation), clients: s.clients })
                : t(startTexts.scenarioClients, { clients: s.clients })}
            </Choice>
            <Suspense>
              <Trainer scenario={s} onNotes={() => go({ name: 'notes', scenario: s.id })} />
            </Suspense>
          </li>
        ))}
      </ul>
    </>
  );
}

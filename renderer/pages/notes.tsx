/** One page of notes for the trainer, made from the scenario, to read aloud from or to print. */
import type { ScenarioInfo } from '../../shared/ipc';
import { checkTexts } from '../../shared/messages/checks';
import { appTexts } from '../../shared/messages/pages';
import { trainerTexts } from '../../shared/messages/trainer';
import { gradeTexts, severityTexts } from '../../shared/messages/words';
import { BackLink } from '../components/back-link';
import { PageHeading } from '../components/heading';
import { Section } from '../components/section';
import { answerFacts, answerTitle } from '../components/trainer';
import { generationName, known, plain, useSpeaker } from '../i18n';
import { go, useStore } from '../store';

function Answer({ answer }: { answer: ScenarioInfo['answers'][number] }) {
  const { t } = useSpeaker();
  const text = known(checkTexts, answer.check);
  const title = answerTitle(answer);
  const { clients, subnets } = answer.facts as { clients?: number; subnets?: string[] };
  const more = [clients === undefined ? null : t(trainerTexts.clients, { n: clients }), subnets?.join(', ') ?? null].filter((s) => s !== null);
  return (
    <li>
      <strong>{t(severityTexts[answer.severity])}</strong>: {t(title, answerFacts(answer))}
      {title === text?.name && more.length > 0 && ` (${more.join('; ')})`}
      {text && <p className="quiet-text">{t(text.why)}</p>}
    </li>
  );
}

export function Notes({ scenario }: { scenario: string }) {
  const { lang, t } = useSpeaker();
  const info = useStore((s) => s.scenarios).find((s) => s.id === scenario);
  if (!info) return null;
  return (
    <>
      <BackLink onBack={() => go({ name: 'scenarios' })}>{t(appTexts.back)}</BackLink>
      <PageHeading>{t(trainerTexts.notesOf, { title: info.title[lang] })}</PageHeading>
      <Section title={t(trainerTexts.story)}>
        <p>{info.story[lang]}</p>
        <p className="quiet-text">
          {info.generation ? generationName(info.generation) : ''} {t(trainerTexts.clients, { n: info.clients })}
        </p>
      </Section>
      <Section title={t(trainerTexts.found)}>
        {info.answers.length === 0 ? (
          <p>{t(trainerTexts.nothing)}</p>
        ) : (
          <ol>
            {info.answers.map((a) => (
              <Answer key={a.check} answer={a} />
            ))}
          </ol>
        )}
      </Section>
      <Section title={t(trainerTexts.basis)}>
        <ul>
          {info.basis.map((b) => (
            <li key={b.text.en}>
              {b.text[lang]} ({b.grade === 'recollection' ? t(trainerTexts.recollection) : t(known(gradeTexts, b.grade) ?? plain(b.grade))})
            </li>
          ))}
        </ul>
      </Section>
      <p className="quiet-text">{t(trainerTexts.again)}</p>
      <button type="button" onClick={() => window.print()}>
        {t(trainerTexts.print)}
      </button>
    </>
  );
}

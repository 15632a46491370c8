/** Before, during and after a look. It goes on by itself only when the look ended well. */
import { useState } from 'react';
import { bytesText } from '../../shared/messages/checks';
import { logPageTexts } from '../../shared/messages/log-pages';
import { appTexts, examineTexts, toldTexts } from '../../shared/messages/pages';
import type { Told } from '../../shared/target';
import { cancelLook, look, tell } from '../actions';
import { PageHeading } from '../components/heading';
import { MessageBar } from '../components/message-bar';
import { ProbeList } from '../components/probe-list';
import { Fold, Section } from '../components/section';
import { ToldForm } from '../components/told-form';
import { useSpeaker } from '../i18n';
import { go, lastLook, targetName, useStore } from '../store';
import { probeWords } from '../visit-words';

function Running() {
  const { t } = useSpeaker();
  const progress = useStore((s) => s.progress);
  const asking = progress?.probe ? t(probeWords(progress.probe).asking) : t(examineTexts.running);
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 1;
  return (
    <div className="card stack" aria-busy="true">
      <p role="status">{asking}</p>
      <progress max={total} value={done} aria-label={t(examineTexts.progress)} />
      <div className="spread">
        <span className="quiet-text">{progress ? t(examineTexts.done, { done, total }) : ''}</span>
        {progress?.bytes && (
          <span className="quiet-text">{t(logPageTexts.read, { read: bytesText(progress.bytes.read), total: bytesText(progress.bytes.total) })}</span>
        )}
        <button type="button" onClick={() => void cancelLook()}>
          {t(appTexts.cancel)}
        </button>
      </div>
    </div>
  );
}

function Ready() {
  const { t } = useSpeaker();
  const { visit, busy, cancelled, readOnly } = useStore();
  const last = lastLook(visit);
  const [draft, setDraft] = useState<Told | null>(null);
  if (!visit) return null;
  const wanted =
    visit.target.kind === 'windows' ||
    visit.told.clients.length + visit.told.subnets.length > 0 ||
    last?.findings.some((f) => f.facts.reason === 'no-client-network');
  const start = async () => {
    if (draft && !(await tell(draft))) return;
    await look();
  };
  return (
    <>
      {cancelled && <MessageBar tone="note">{t(examineTexts.cancelled)}</MessageBar>}
      <p>{t(examineTexts.leadPlain)}</p>
      <div className="actions">
        <button type="button" className="accent" disabled={busy !== null || readOnly} onClick={() => void start()}>
          {t(examineTexts.start)}
        </button>
        {last && (
          <button type="button" onClick={() => go({ name: 'steps' })}>
            {t(examineTexts.toSteps)}
          </button>
        )}
      </div>
      <div className="card">
        <Fold title={t(toldTexts.optional)} open={wanted === true}>
          <ToldForm told={visit.told} directory={visit.target.kind === 'windows'} busy={busy !== null} looked={false} onDraft={setDraft} onTell={tell} />
        </Fold>
      </div>
    </>
  );
}

export function Examine() {
  const { lang, t } = useSpeaker();
  const name = useStore((s) => (s.visit ? targetName(s.visit.target, s.scenarios, lang) : ''));
  const looking = useStore((s) => s.busy === 'looking');
  const answered = useStore((s) => s.probes ?? s.progress?.answered ?? null);
  return (
    <>
      <PageHeading>{t(examineTexts.title, { name })}</PageHeading>
      {looking ? <Running /> : <Ready />}
      {answered && answered.length > 0 && (
        <Section title={t(examineTexts.probes)}>
          <ProbeList probes={answered} />
        </Section>
      )}
    </>
  );
}

/** Exactly what the button at the end does: old and new side by side, how it is undone, who is admitted then. */
import { useId, useState } from 'react';
import type { PlanView } from '../../shared/ipc';
import { liveTexts } from '../../shared/messages/address-pages';
import { byHandTexts, previewTexts } from '../../shared/messages/change-pages';
import { appTexts } from '../../shared/messages/pages';
import { apply, previewUndo } from '../actions';
import { Admits } from '../components/admits';
import { BackLink } from '../components/back-link';
import { ByHand } from '../components/by-hand';
import { groupBy, likeOperation } from '../components/groups';
import { PageHeading } from '../components/heading';
import { Icon } from '../components/icon';
import { isWide, runsWhat } from '../components/kinds';
import { shortNode } from '../components/node-name';
import { OperationView, Warnings } from '../components/operation-view';
import { Fold, Section } from '../components/section';
import { useSpeaker } from '../i18n';
import { get, go, useStore } from '../store';
import { fixWords } from '../visit-words';
import { FixKit } from './kit';

const back = () => go(get().before);

/** What the committing button says: the act itself, with its subnets, directories or service. */
function useAct(plan: PlanView): string {
  const { t } = useSpeaker();
  const { operations, choices, fix } = plan.content;
  if (plan.purpose === 'undo') return t(previewTexts.undoAct, { count: operations.length });
  const vroots = operations.flatMap((o) => (o.operation === 'ip-restriction.replace' ? [shortNode(o.node)] : []));
  const services = operations.flatMap((o) => runsWhat(o) ?? []);
  return t(fixWords(fix).button, {
    subnets: choices.subnets ?? [],
    vroots: vroots.length,
    clients: new Set(operations.map((o) => o.machine)).size,
    typed: plan.content.needs.includes('typed-name'),
    ...(services[0] && { service: services[0] }),
  });
}

function Commit({ plan }: { plan: PlanView }) {
  const { t } = useSpeaker();
  const busy = useStore((s) => s.busy);
  const [typed, setTyped] = useState('');
  const id = useId();
  const act = useAct(plan);
  const { needs, operations } = plan.content;
  const name = needs.includes('typed-name') ? (operations[0]?.machine ?? '') : null;
  const wide = isWide(plan.content.fix);
  // On this computer a change needs more rights than the wizard has: Windows asks once for the whole plan.
  const rights = useStore((s) => (plan.here ? (s.info?.elevation ?? 'none') : 'none'));
  const shield = rights === 'offered' || needs.includes('elevation');
  const ready = name === null || typed.trim().toLowerCase() === name.toLowerCase();
  return (
    <div className="commit stack">
      {rights === 'offered' && <p className="quiet-text">{t(liveTexts.elevatedApplyMore)}</p>}
      {rights === 'copy' && <p className="quiet-text">{t(liveTexts.elevatedCopy)}</p>}
      {rights === 'none' && needs.includes('elevation') && <p className="quiet-text">{t(previewTexts.elevation)}</p>}
      {name !== null && (
        <label htmlFor={id} className="stack">
          {t(previewTexts.typeName, { name })}
          <input id={id} type="text" value={typed} onChange={(e) => setTyped(e.target.value)} spellCheck={false} />
        </label>
      )}
      <div className="actions">
        <button
          type="button"
          className={wide || name !== null ? '' : 'accent'}
          disabled={busy !== null || !ready}
          onClick={() => void apply(name === null ? undefined : typed.trim(), rights === 'offered')}
        >
          {shield && <Icon name="shield" />}
          {act}
        </button>
        <button type="button" disabled={busy === 'applying'} onClick={back}>
          {t(appTexts.cancel)}
        </button>
      </div>
      {busy === 'applying' && (
        <div className="stack">
          <p>{t(previewTexts.applying)}</p>
          <progress aria-label={t(previewTexts.applying)} />
        </div>
      )}
    </div>
  );
}

/** Service starts are taken back only when ticked: stopping interrupts others. */
function LeftOut({ plan }: { plan: PlanView }) {
  const { t } = useSpeaker();
  const { undoOf, includeStarts, busy } = useStore();
  if (!undoOf || (plan.leftOut.length === 0 && !includeStarts)) return null;
  const started = plan.content.operations.flatMap((o) => (o.operation.endsWith('.stop') ? (runsWhat(o) ?? []) : []));
  const services = [...new Set(plan.leftOut.length > 0 ? plan.leftOut.map((l) => l.service) : started)];
  return (
    <label className="card option">
      <input type="checkbox" checked={includeStarts} disabled={busy !== null} onChange={(e) => void previewUndo(undoOf, e.target.checked)} />
      <span className="option-text">
        <span>{t(previewTexts.leftOut, { services })}</span>
        <span className="quiet-text">{t(previewTexts.leftOutMore)}</span>
      </span>
    </label>
  );
}

function Operations({ plan }: { plan: PlanView }) {
  const { t } = useSpeaker();
  const { operations, warnings, admittedBefore, admittedAfter, byHand } = plan.content;
  const groups = groupBy(operations, likeOperation);
  const careful = plan.content.needs.includes('typed-name') || isWide(plan.content.fix);
  const known = warnings.length > 0 && (
    <Section title={t(previewTexts.warnings)} card={false}>
      <Warnings lines={warnings} />
    </Section>
  );
  return (
    <>
      {careful && known}
      <Section title={t(previewTexts.operations, { count: operations.length })} card={false}>
        {groups.length > 1 && groups.some((g) => g.length > 1) && <p>{t(previewTexts.perMachine)}</p>}
        <ol className="plain stack">
          {groups.map(
            ([first, ...others]) => first && <OperationView key={likeOperation(first)} operations={[first, ...others]} undo={plan.purpose === 'undo'} />,
          )}
        </ol>
      </Section>
      {admittedAfter.length > 0 && (
        <Section title={t(previewTexts.admitted)}>
          <Admits before={admittedBefore} after={admittedAfter} />
        </Section>
      )}
      {!careful && known}
      {byHand.length > 0 && (
        <div className="card">
          <Fold title={t(byHandTexts.title)}>
            <ByHand lines={byHand} />
          </Fold>
        </div>
      )}
    </>
  );
}

function HandOnly({ plan }: { plan: PlanView }) {
  const { t } = useSpeaker();
  return (
    <>
      <Warnings lines={plan.content.warnings} />
      <Section title={t(byHandTexts.title)}>
        <ByHand lines={plan.content.byHand} />
      </Section>
    </>
  );
}

export function Preview() {
  const { t } = useSpeaker();
  const plan = useStore((s) => s.plan);
  // Collected files cannot be changed: the plan is carried to the server.
  const files = useStore((s) => s.visit?.target.kind === 'evidence' && s.info?.face === 'desktop');
  if (!plan) return <PageHeading>{t(previewTexts.title)}</PageHeading>;
  const some = plan.content.operations.length > 0;
  const carried = files && plan.purpose === 'fix';
  const undo = plan.purpose === 'undo';
  const nothingRuns = !some;
  const handOnly = nothingRuns && !undo;
  const nothing = plan.leftOut.length > 0 ? previewTexts.onlyStarts : previewTexts.nothing;
  const lead = some ? previewTexts.lead : handOnly ? previewTexts.handLead : nothing;
  return (
    <>
      <BackLink onBack={back}>{t(appTexts.back)}</BackLink>
      <PageHeading>{t(undo ? previewTexts.undoTitle : handOnly ? previewTexts.handTitle : previewTexts.title)}</PageHeading>
      <p>{t(lead)}</p>
      {some && <Operations plan={plan} />}
      {handOnly && <HandOnly plan={plan} />}
      {nothingRuns && undo && <Warnings lines={plan.content.warnings} />}
      <LeftOut plan={plan} />
      {some && (carried ? <FixKit key={plan.plan} plan={plan} /> : <Commit key={plan.plan} plan={plan} />)}
    </>
  );
}

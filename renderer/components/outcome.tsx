/** How each operation of a plan ended, and what the second look says. */

import { resultTexts } from '../../shared/messages/change-pages';
import { operationText, valueText } from '../../shared/messages/operations';
import type { Text } from '../../shared/messages/text';
import { operationOutcomeTexts, verificationTexts } from '../../shared/messages/words';
import type { OperationState, PlanState } from '../../shared/visit';
import { checkWords, faultWords, useSpeaker } from '../i18n';
import { Mark, type Tone } from './mark';

const tones: Record<OperationState['outcome'], Tone> = {
  'not-run': 'not-applicable',
  started: 'unknown',
  done: 'ok',
  already: 'ok',
  failed: 'problem',
  'changed-since': 'warning',
  uncertain: 'unknown',
};

export function OperationOutcomeView({ state }: { state: OperationState }) {
  const { t } = useSpeaker();
  const value = (title: string, shown: unknown) => (
    <div className="value">
      <h4>{title}</h4>
      <p className="value-text">{t(valueText(shown))}</p>
    </div>
  );
  return (
    <li className="card stack">
      <div className="spread">
        <h3>{t(operationText(state.operation))}</h3>
        <span className="marks">
          <Mark tone={tones[state.outcome]} word={t(operationOutcomeTexts[state.outcome])} />
          {state.undone && <Mark tone="not-applicable" word={t(resultTexts.wasUndone)} />}
        </span>
      </div>
      {state.fault && <p>{t(faultWords(state.fault.code).message, state.fault.facts)}</p>}
      {state.outcome === 'changed-since' && state.found !== undefined && value(t(resultTexts.found), state.found)}
      {state.readBack !== undefined && value(t(resultTexts.readBack), state.readBack)}
    </li>
  );
}

const verified: Record<PlanState['verified'][number]['result'], Tone> = {
  resolved: 'ok',
  pending: 'wait',
  unchanged: 'warning',
  worse: 'problem',
  unknown: 'unknown',
};

export function Verified({ plan }: { plan: PlanState }) {
  const { t, at } = useSpeaker();
  const undoWords: Partial<Record<string, Text>> = plan.purpose === 'undo' ? { resolved: resultTexts.asBefore, unchanged: resultTexts.notAsBefore } : {};
  if (plan.verified.length === 0) return <p>{t(resultTexts.notVerified)}</p>;
  return (
    <ul className="rows">
      {plan.verified.map((v) => {
        const minutes = v.lookAgainAt ? Math.max(1, Math.round((Date.parse(v.lookAgainAt) - Date.parse(v.at)) / 60000)) : 0;
        return (
          <li key={v.check} className="row">
            <span className="row-main">
              <span>{t(checkWords(v.check).name)}</span>
              <span className="quiet-text">{t(resultTexts.verified, { at: at(v.at, true) })}</span>
              {minutes > 0 && <span className="quiet-text">{t(resultTexts.lookAgain, { n: minutes })}</span>}
            </span>
            <Mark tone={verified[v.result]} word={t(undoWords[v.result] ?? verificationTexts[v.result])} />
          </li>
        );
      })}
    </ul>
  );
}

/** How each operation of a plan ended, and what the second look says. */

import { resultTexts } from '../../shared/messages/change-pages';
import { valueText } from '../../shared/messages/operations';
import type { Text } from '../../shared/messages/text';
import { operationOutcomeTexts, verificationTexts } from '../../shared/messages/words';
import type { Look, OperationState, PlanState } from '../../shared/visit';
import { faultWords, useSpeaker } from '../i18n';
import { checkWords } from '../visit-words';
import { likeOperation } from './groups';
import { isTrigger } from './kinds';
import { Mark, type Tone } from './mark';
import { useTitle } from './operation-view';
import { Where } from './where';

const tones: Record<OperationState['outcome'], Tone> = {
  'not-run': 'not-applicable',
  started: 'unknown',
  done: 'ok',
  already: 'ok',
  failed: 'problem',
  'changed-since': 'warning',
  uncertain: 'unknown',
};

/** Operations that did the same and ended the same, wherever they ran. */
export const likeOutcome = ({ operation, outcome, undone, found, readBack, fault }: OperationState): string =>
  JSON.stringify([likeOperation(operation), outcome, undone, outcome === 'changed-since' ? found : null, 'node' in operation ? readBack : null, fault?.code]);

export function OperationOutcomeView({ states }: { states: readonly [OperationState, ...OperationState[]] }) {
  const { t } = useSpeaker();
  const title = useTitle();
  const [state, ...others] = states;
  const alike = others.every((o) => JSON.stringify(o.readBack) === JSON.stringify(state.readBack));
  const operations = [state.operation, ...others.map((o) => o.operation)] as const;
  const value = (title: string, shown: unknown) => (
    <div className="value">
      <h4>{title}</h4>
      <p className="value-text">{t(valueText(shown))}</p>
    </div>
  );
  return (
    <li className="card stack">
      <div className="spread">
        <h3>{title(operations)}</h3>
        <span className="marks">
          <Mark tone={tones[state.outcome]} word={t(operationOutcomeTexts[state.outcome])} />
          {state.undone && <Mark tone="not-applicable" word={t(resultTexts.wasUndone)} />}
        </span>
      </div>
      {others.length > 0 && <Where operations={operations} />}
      {state.fault && <p>{t(faultWords(state.fault.code).message, state.fault.facts)}</p>}
      {state.outcome === 'changed-since' && state.found !== undefined && value(t(resultTexts.found), state.found)}
      {state.readBack !== undefined && !isTrigger(state.operation) && alike && value(t(resultTexts.readBack), state.readBack)}
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

interface VerifiedProps {
  readonly plan: PlanState;
  readonly looks: readonly Look[];
}

/** The target's own time at a moment of ours: that of the last look before it. */
const clockAt = (looks: readonly Look[], at: string): string => looks.findLast((l) => l.at <= at)?.clock ?? at;

export function Verified({ plan, looks }: VerifiedProps) {
  const { t, at } = useSpeaker();
  const undoWords: Partial<Record<string, Text>> = plan.purpose === 'undo' ? { resolved: resultTexts.asBefore, unchanged: resultTexts.notAsBefore } : {};
  const last = plan.verified.at(-1)?.at;
  if (plan.verified.length === 0) return <p>{t(resultTexts.notVerified)}</p>;
  return (
    <ul className="rows">
      {plan.verified.map((v) => {
        const minutes = v.lookAgainAt ? Math.max(1, Math.round((Date.parse(v.lookAgainAt) - Date.parse(clockAt(looks, v.at))) / 60000)) : 0;
        return (
          <li key={v.check} className="row">
            <span className="row-main">
              <span>{t(checkWords(v.check).name)}</span>
              {(plan.purpose === 'undo' || v.at !== last) && <span className="quiet-text">{t(resultTexts.verified, { at: at(v.at, true) })}</span>}
              {v.lookAgainAt && <span>{t(resultTexts.lookAgain, { n: minutes, at: at(v.lookAgainAt) })}</span>}
            </span>
            <Mark tone={verified[v.result]} word={t(undoWords[v.result] ?? verificationTexts[v.result])} />
          </li>
        );
      })}
    </ul>
  );
}

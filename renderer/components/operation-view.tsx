/** One change: old and new value beside each other, its risk, and how it is taken back. */
import type { ReactNode } from 'react';
import type { Line } from '../../shared/fix';
import { previewTexts } from '../../shared/messages/change-pages';
import { operationText, riskTexts, valueText } from '../../shared/messages/operations';
import { appTexts } from '../../shared/messages/pages';
import type { Operation } from '../../shared/operation';
import { useSpeaker } from '../i18n';
import { lineText } from '../visit-words';
import { sameChange } from './groups';
import { Icon } from './icon';
import { isTrigger, riskOf, undoOf } from './kinds';
import { MessageBar } from './message-bar';
import { Fold } from './section';
import { Where } from './where';

const Value = ({ title, value, className }: { title: string; value: string; className: string }) => (
  <div className={`value ${className}`}>
    <h4>{title}</h4>
    <p className="value-text">{value}</p>
  </div>
);

export function Change({ operation }: { operation: Operation }) {
  const { t } = useSpeaker();
  return (
    <div className="change">
      <Value title={t(previewTexts.before)} value={t(valueText(operation.expect))} className="value-before" />
      <Icon name="arrow" />
      <Value title={t(previewTexts.after)} value={t(valueText(operation.to))} className="value-after" />
    </div>
  );
}

const shown = 24;

/** One line for each computer, where the values differ. */
function Changes({ operations }: { operations: readonly Operation[] }) {
  const { t } = useSpeaker();
  return (
    <div className="scroll">
      <table className="stacked">
        <thead>
          <tr>
            <th>{t(previewTexts.computer)}</th>
            <th>{t(previewTexts.before)}</th>
            <th>{t(previewTexts.after)}</th>
          </tr>
        </thead>
        <tbody>
          {operations.slice(0, shown).map((o) => (
            <tr key={o.machine}>
              <td>{o.machine}</td>
              <td data-label={t(previewTexts.before)} className="value-text">
                {t(valueText(o.expect))}
              </td>
              <td data-label={t(previewTexts.after)} className="value-text">
                {t(valueText(o.to))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {operations.length > shown && <p className="quiet-text">{t(appTexts.more, { count: operations.length - shown })}</p>}
    </div>
  );
}

const Term = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="term">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** What one operation does, or the same one in several places. */
export function useTitle(): (operations: readonly [Operation, ...Operation[]]) => string {
  const { t } = useSpeaker();
  return (operations) => {
    const [first] = operations;
    const what = t(operationText(first));
    if (operations.length === 1) return what;
    if ('node' in first) return t(previewTexts.groupNodes, { count: operations.length });
    const alone = what.replace(`${first.machine}: `, '');
    return t(previewTexts.groupMachines, { what: alone.charAt(0).toUpperCase() + alone.slice(1), count: operations.length });
  };
}

/** Operations alike but for the place: shown as one, with the places listed. */
export function OperationView({ operations, undo = false }: { operations: readonly [Operation, ...Operation[]]; undo?: boolean }) {
  const { t } = useSpeaker();
  const title = useTitle();
  const [operation] = operations;
  const alike = operations.every((o) => sameChange(o, operation));
  const machines = new Set(operations.map((o) => o.machine));
  return (
    <li className="card stack">
      <h3>{title(operations)}</h3>
      {alike ? (
        <>
          {operations.length > 1 && <Where operations={operations} />}
          {!isTrigger(operation) && <Change operation={operation} />}
        </>
      ) : (
        <Changes operations={operations} />
      )}
      <dl className="terms">
        {machines.size === 1 && <Term name={t(previewTexts.on)}>{operation.machine}</Term>}
        <Term name={t(previewTexts.risk)}>{t(riskTexts[riskOf(operation)])}</Term>
        {!undo && <Term name={t(previewTexts.undone)}>{t(undoOf(operation))}</Term>}
      </dl>
    </li>
  );
}

const few = 5;

export function Warnings({ lines }: { lines: readonly Line[] }) {
  const { t } = useSpeaker();
  if (lines.length === 0) return null;
  const list = (some: readonly Line[]) => (
    <ul className={lines.length > 1 ? 'bullets' : 'plain'}>
      {some.map((line) => (
        <li key={`${line.id} ${JSON.stringify(line.facts)}`}>{t(lineText(line.id), line.facts)}</li>
      ))}
    </ul>
  );
  const [first, rest] = lines.length > few + 1 ? [lines.slice(0, few), lines.slice(few)] : [lines, []];
  return (
    <MessageBar tone="warning">
      {list(first)}
      {rest.length > 0 && <Fold title={t(appTexts.more, { count: rest.length })}>{list(rest.slice(0, 200))}</Fold>}
    </MessageBar>
  );
}

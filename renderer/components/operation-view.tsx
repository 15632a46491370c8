/** One change: old and new value beside each other, its risk, and how it is taken back. */
import type { ReactNode } from 'react';
import type { Line } from '../../shared/fix';
import { previewTexts } from '../../shared/messages/change-pages';
import { operationText, riskTexts, valueText } from '../../shared/messages/operations';
import type { Operation } from '../../shared/operation';
import { lineText, useSpeaker } from '../i18n';
import { Icon } from './icon';
import { isTrigger, riskOf, undoOf } from './kinds';
import { MessageBar } from './message-bar';

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

const Term = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="term">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

export function OperationView({ operation, undo = false }: { operation: Operation; undo?: boolean }) {
  const { t } = useSpeaker();
  return (
    <li className="card stack">
      <h3>{t(operationText(operation))}</h3>
      {!isTrigger(operation) && <Change operation={operation} />}
      <dl className="terms">
        <Term name={t(previewTexts.on)}>{operation.machine}</Term>
        <Term name={t(previewTexts.risk)}>{t(riskTexts[riskOf(operation)])}</Term>
        {!undo && <Term name={t(previewTexts.undone)}>{t(undoOf(operation))}</Term>}
      </dl>
    </li>
  );
}

export function Warnings({ lines }: { lines: readonly Line[] }) {
  const { t } = useSpeaker();
  if (lines.length === 0) return null;
  return (
    <MessageBar tone="warning">
      <ul className={lines.length > 1 ? 'bullets' : 'plain'}>
        {lines.map((line) => (
          <li key={`${line.id} ${JSON.stringify(line.facts)}`}>{t(lineText(line.id), line.facts)}</li>
        ))}
      </ul>
    </MessageBar>
  );
}

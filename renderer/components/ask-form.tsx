import { type SubmitEvent, useId, useState } from 'react';
import type { Reply } from '../../shared/ipc';
import { askTexts, seenTexts } from '../../shared/messages/pages';
import type { Admitted } from '../../shared/refusal';
import type { Fault } from '../../shared/result';
import { useSpeaker } from '../i18n';
import { halfWidth } from './half-width';
import { AdmittedMark } from './mark';
import { FaultBar } from './message-bar';
import { NodeName } from './node-name';

/** For each WSUS directory: is this address admitted, by which entry, on which node. */
function AdmittedTable({ admitted }: { admitted: readonly Admitted[] }) {
  const { t } = useSpeaker();
  const words = [t(askTexts.admitted), t(askTexts.refused), t(askTexts.cannotTell)] as const;
  if (admitted.length === 0) return <p>{t(askTexts.none)}</p>;
  return (
    <div className="scroll">
      <table className="stacked">
        <thead>
          <tr>
            <th>{t(askTexts.node)}</th>
            <th>{t(askTexts.answer)}</th>
            <th>{t(askTexts.entry)}</th>
            <th>{t(askTexts.decidedBy)}</th>
          </tr>
        </thead>
        <tbody>
          {admitted.map((a) => (
            <tr key={a.node}>
              <td>
                <NodeName node={a.node} />
              </td>
              <td data-label={t(askTexts.answer)}>
                <AdmittedMark admitted={a.admitted} words={words} />
              </td>
              <td data-label={t(askTexts.entry)}>{a.entry ? <code>{a.entry}</code> : t(askTexts.byDefault)}</td>
              <td data-label={t(askTexts.decidedBy)}>
                <Where admitted={a} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Where({ admitted }: { admitted: Admitted }) {
  const { t } = useSpeaker();
  if (admitted.inheritedFrom) return t(seenTexts.inherited, { node: admitted.inheritedFrom });
  return admitted.decidedBy ? t(seenTexts.own) : t(seenTexts.nobody);
}

/** Asks for one address; the answer stays until the next. */
export function AskForm({ onAsk }: { onAsk: (address: string) => Promise<Reply<'visit.ask'>> }) {
  const { t } = useSpeaker();
  const id = useId();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<{ address: string; admitted: readonly Admitted[] } | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const address = halfWidth(text).trim();
    if (address === '') return;
    const reply = await onAsk(address);
    setAnswer(reply.ok ? { address, admitted: reply.value.admitted } : null);
    setFault(reply.ok ? null : reply.fault);
  };
  const subnet = answer?.admitted.find((a) => a.subnet)?.subnet;
  return (
    <form onSubmit={submit} className="stack">
      <label htmlFor={id}>{t(askTexts.more)}</label>
      <div className="actions">
        <input id={id} type="text" value={text} onChange={(e) => setText(e.target.value)} placeholder="192.168.20.15" spellCheck={false} />
        <button type="submit">{t(askTexts.act)}</button>
      </div>
      <FaultBar fault={fault} />
      <div role="status">
        {answer && (
          <div className="stack">
            <h3>{t(askTexts.result, { address: answer.address })}</h3>
            {subnet && <p className="quiet-text">{t(askTexts.subnet, { subnet })}</p>}
            <AdmittedTable admitted={answer.admitted} />
          </div>
        )}
      </div>
    </form>
  );
}

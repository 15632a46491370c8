/** The list in force at one node, and who holds it. */
import type { ReactNode } from 'react';
import type { SeenNode } from '../../shared/ipc';
import { appTexts, askTexts, seenTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';
import { AdmittedMark } from './mark';
import { MessageBar } from './message-bar';
import { NodeName, shortNode } from './node-name';
import { Fold } from './section';

const shown = 50;

function holder(node: SeenNode, t: ReturnType<typeof useSpeaker>['t']): string {
  if (node.decidedBy === null) return t(seenTexts.nobody);
  return node.decidedBy.toLowerCase() === node.node.toLowerCase() ? t(seenTexts.own) : t(seenTexts.inherited, { node: node.decidedBy });
}

function Rules({ node }: { node: SeenNode }) {
  const { t } = useSpeaker();
  const words = [t(askTexts.admitted), t(askTexts.refused), t(askTexts.cannotTell)] as const;
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>{t(seenTexts.entry)}</th>
            <th>{t(seenTexts.effect)}</th>
            <th>{t(seenTexts.holder)}</th>
          </tr>
        </thead>
        <tbody>
          {node.rules.slice(0, shown).map((rule) => (
            <tr key={`${rule.node} ${rule.text} ${rule.allow}`}>
              <td>
                <code>{rule.text}</code>
                {rule.byName && <span className="quiet-text"> {t(seenTexts.byName)}</span>}
              </td>
              <td>
                <AdmittedMark admitted={rule.allow} words={words} />
              </td>
              <td>
                <code>{rule.node}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {node.rules.length > shown && <p className="quiet-text">{t(appTexts.more, { count: node.rules.length - shown })}</p>}
    </div>
  );
}

/** `children`: the picture of its address space, where it has one to show. */
export function SeenNodeView({ node, children }: { node: SeenNode; children?: ReactNode }) {
  const { t } = useSpeaker();
  return (
    <div className="seen-node">
      <h3>
        <NodeName node={node.node} />
      </h3>
      <p>{holder(node, t)}</p>
      {node.decidedBy !== null && <p>{t(node.byDefault ? seenTexts.othersAdmitted : seenTexts.othersRefused)}</p>}
      {node.ambiguous && <MessageBar tone="warning">{t(seenTexts.ambiguous)}</MessageBar>}
      {children}
      {node.rules.length > 0 && (
        <Fold
          title={
            <>
              {t(seenTexts.list, { count: node.rules.length })}
              <span className="visually-hidden"> {shortNode(node.node)}</span>
            </>
          }
        >
          <Rules node={node} />
        </Fold>
      )}
    </div>
  );
}

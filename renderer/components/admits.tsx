/** Whom each directory admits before and after, with what is added or taken away marked. */
import type { FixPlan } from '../../shared/fix';
import { previewTexts } from '../../shared/messages/change-pages';
import { appTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';
import { groupBy } from './groups';
import { Mark } from './mark';
import { NodeName } from './node-name';
import { rangeOf } from './space';

const shown = 12;
type At = FixPlan['admittedBefore'][number];

const isAll = (text: string): boolean => text.endsWith('/0');

/** Whether all of the second range lies in the first; where that cannot be told, whether they are the same. */
function covers(wide: string, text: string): boolean {
  const [outer, inner] = [rangeOf(wide), rangeOf(text)];
  return outer && inner ? outer.from <= inner.from && inner.to <= outer.to : wide === text;
}

function List({ title, admits, other, changed }: { title: string; admits: readonly string[]; other: readonly string[]; changed: string }) {
  const { t } = useSpeaker();
  // A range inside one of the other list was admitted there too, or still is.
  const isNew = (text: string) => !other.some((o) => covers(o, text));
  const order = [...admits].sort((a, b) => Number(isNew(b)) - Number(isNew(a)));
  return (
    <div className="value">
      <h4>
        {title}: {admits.length === 0 ? t(previewTexts.nobody) : t(previewTexts.ranges, { count: admits.length })}
      </h4>
      <ul className="plain">
        {order.slice(0, shown).map((text) => (
          <li key={text}>
            <code>{text}</code> {isAll(text) && `(${t(previewTexts.everybody)}) `}
            {isNew(text) && <Mark tone={changed === t(previewTexts.added) && !isAll(text) ? 'ok' : 'warning'} word={changed} />}
          </li>
        ))}
        {order.length > shown && <li className="quiet-text">{t(appTexts.more, { count: order.length - shown })}</li>}
      </ul>
    </div>
  );
}

export function Admits({ before, after }: { before: readonly At[]; after: readonly At[] }) {
  const { t } = useSpeaker();
  const changes = after.map(({ node, admits }) => ({ node, admits, was: before.find((b) => b.node === node)?.admits ?? [] }));
  return (
    <ul className="plain stack admits">
      {groupBy(changes, ({ was, admits }) => JSON.stringify([was, admits])).map((group) => {
        const { was, admits } = group[0] as (typeof changes)[number];
        return (
          <li key={group[0]?.node}>
            <h3 className="nodes">
              {group.map(({ node }) => (
                <NodeName key={node} node={node} />
              ))}
            </h3>
            <div className="columns">
              <List title={t(previewTexts.before)} admits={was} other={admits} changed={t(previewTexts.removed)} />
              <List title={t(previewTexts.after)} admits={admits} other={was} changed={t(previewTexts.added)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The places that one change is made in: directories with their path, or computers. */
import { appTexts } from '../../shared/messages/pages';
import type { Operation } from '../../shared/operation';
import { useSpeaker } from '../i18n';
import { NodeName } from './node-name';

const shown = 24;

export function Where({ operations }: { operations: readonly Operation[] }) {
  const { t } = useSpeaker();
  const nodes = operations.flatMap((o) => ('node' in o ? [o.node] : []));
  const places = nodes.length > 0 ? nodes : operations.map((o) => o.machine);
  return (
    <ul className={nodes.length > 0 ? 'plain nodes' : 'names'}>
      {places.slice(0, shown).map((place, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one directory may be changed on several computers
        <li key={i}>{nodes.length > 0 ? <NodeName node={place} /> : place}</li>
      ))}
      {places.length > shown && <li className="quiet-text">{t(appTexts.more, { count: places.length - shown })}</li>}
    </ul>
  );
}

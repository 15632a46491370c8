/** A picture of who is admitted over the whole IPv4 space: plain, hatched or dotted parts, and the table that says the same. */
import { useId } from 'react';
import type { SeenNode } from '../../shared/ipc';
import { askTexts, seenTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';
import { AdmittedMark } from './mark';
import { type Drawn, drawn, partsOf, rangeOf, showAddress } from './space';

const shown = 60;
const numbered = 24;

function Picture({ parts, networks, label }: { parts: readonly Drawn[]; networks: readonly string[]; label: string }) {
  const id = useId();
  const marks = networks.flatMap((cidr) => {
    const range = rangeOf(cidr);
    const part = range && parts.find((p) => p.from <= range.from && range.from <= p.to);
    return part && range ? [part.x + part.width * (0.15 + 0.7 * ((range.from - part.from) / Math.max(1, part.to - part.from)))] : [];
  });
  const fill = (admitted: boolean | null) => (admitted === null ? `url(#${id}-open)` : admitted ? undefined : `url(#${id}-no)`);
  return (
    <svg className="space" width="100%" height="64" role="img" aria-label={label}>
      <defs>
        <pattern id={`${id}-no`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="space-refused" width="6" height="6" />
          <rect className="space-hatch" width="2" height="6" />
        </pattern>
        <pattern id={`${id}-open`} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle className="space-dot" cx="3" cy="3" r="1.2" />
        </pattern>
      </defs>
      {parts.map((p) => (
        <rect
          key={p.from}
          className={p.admitted ? 'space-part space-admitted' : 'space-part'}
          x={`${p.x}%`}
          y="14"
          width={`${p.width}%`}
          height="30"
          {...(fill(p.admitted) && { fill: fill(p.admitted) })}
        />
      ))}
      {parts.length <= numbered &&
        parts.map((p, i) => (
          <text key={p.from} x={`${p.x + p.width / 2}%`} y="60" textAnchor="middle">
            {i + 1}
          </text>
        ))}
      {marks.map((x, i) => (
        <text key={networks[i]} className="space-mark" x={`${x}%`} y="11" textAnchor="middle">
          ▼
        </text>
      ))}
    </svg>
  );
}

function Parts({ parts, networks }: { parts: readonly Drawn[]; networks: readonly string[] }) {
  const { t } = useSpeaker();
  const words = [t(askTexts.admitted), t(askTexts.refused), t(askTexts.cannotTell)] as const;
  const inside = (p: Drawn) => networks.filter((cidr) => (rangeOf(cidr)?.from ?? -1) >= p.from && (rangeOf(cidr)?.from ?? -1) <= p.to);
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th className="narrow">{t(seenTexts.part)}</th>
            <th>{t(seenTexts.range)}</th>
            <th>{t(seenTexts.answer)}</th>
            <th>{t(seenTexts.networks)}</th>
          </tr>
        </thead>
        <tbody>
          {parts.slice(0, shown).map((p, i) => (
            <tr key={p.from}>
              <td>{i + 1}</td>
              <td>
                <code>{p.from === p.to ? showAddress(p.from) : `${showAddress(p.from)} – ${showAddress(p.to)}`}</code>
              </td>
              <td>
                <AdmittedMark admitted={p.admitted} words={words} />
              </td>
              <td>
                {inside(p).map((cidr) => (
                  <code key={cidr} className="marked">
                    {cidr}
                  </code>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function AddressSpace({ node, networks }: { node: SeenNode; networks: readonly string[] }) {
  const { t } = useSpeaker();
  const parts = drawn(partsOf(node.space));
  if (parts.length === 0) return null;
  return (
    <figure>
      <Picture parts={parts} networks={networks} label={t(seenTexts.spaceAlt, { count: parts.length })} />
      <p className="legend">
        <Key className="key-admitted" word={t(askTexts.admitted)} />
        <Key className="key-refused" word={t(askTexts.refused)} />
        {parts.some((p) => p.admitted === null) && <Key className="key-open" word={t(askTexts.cannotTell)} />}
        {networks.length > 0 && <Key className="key-mark" word={t(seenTexts.client)} />}
        <span>{t(seenTexts.notToScale)}</span>
      </p>
      <Parts parts={parts} networks={networks} />
    </figure>
  );
}

const Key = ({ className, word }: { className: string; word: string }) => (
  <span className="legend-item">
    <span className={`key ${className}`} />
    {word}
  </span>
);

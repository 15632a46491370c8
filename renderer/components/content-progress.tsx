/** How far the download was at each look, by the server's own time: a small drawing, and the table that says the same. */
import { useId } from 'react';
import { bytesText } from '../../shared/messages/checks';
import { seenTexts } from '../../shared/messages/pages';
import type { Look } from '../../shared/visit';
import { useSpeaker } from '../i18n';

export interface Point {
  readonly look: number;
  readonly at: string;
  readonly done: number;
  readonly total: number;
}
const shown = 24;

/** The looks that saw the download under way, oldest first; at most the last 24. */
export function pointsOf(looks: readonly Look[]): Point[] {
  return looks
    .flatMap(({ look, at, clock, findings }) => {
      const facts = findings.find((f) => f.check === 'content-still-downloading' || f.check === 'content-download-blocked')?.facts;
      const { done, total } = facts ?? {};
      return typeof done === 'number' && typeof total === 'number' && total > 0 ? [{ look, at: clock ?? at, done, total }] : [];
    })
    .slice(-shown);
}

/** Places in the drawing, in percent of its width and height; the wanted total is its upper edge. */
export function placesOf(points: readonly Point[]): { x: number; y: number }[] {
  const times = points.map((p) => Date.parse(p.at));
  const from = Math.min(...times);
  const span = Math.max(1, Math.max(...times) - from);
  const most = Math.max(...points.map((p) => p.total));
  return points.map((p, i) => ({ x: 2 + 96 * (((times[i] ?? from) - from) / span), y: 100 - 100 * Math.min(1, p.done / most) }));
}

const percentOf = ({ done, total }: Point): number => (done >= total ? 100 : Math.min(99, Math.floor((done / total) * 100)));

function Drawing({ points, label }: { points: readonly Point[]; label: string }) {
  const places = placesOf(points);
  const line = places.map(({ x, y }) => `${x},${y}`).join(' ');
  const [first, last] = [places[0], places.at(-1)];
  return (
    <svg className="progress-picture" width="100%" height="96" role="img" aria-label={label}>
      <svg y="6" width="100%" height="84" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <polygon className="progress-area" points={`${first?.x},100 ${line} ${last?.x},100`} />
        <line className="progress-edge" x1="0" x2="100" y1="0" y2="0" vectorEffect="non-scaling-stroke" strokeDasharray="4 4" />
        <line className="progress-edge" x1="0" x2="100" y1="100" y2="100" vectorEffect="non-scaling-stroke" />
        <polyline className="progress-line" points={line} vectorEffect="non-scaling-stroke" />
      </svg>
      {places.map(({ x, y }, i) => (
        <circle key={points[i]?.look} className="progress-point" cx={`${x}%`} cy={6 + 0.84 * y} r="3.5" />
      ))}
    </svg>
  );
}

/** One look draws no line; its bar says it all. */
export function ContentProgress({ looks }: { looks: readonly Look[] }) {
  const { t, at } = useSpeaker();
  const id = useId();
  const points = pointsOf(looks);
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 2 || !first || !last) return null;
  const facts = {
    looks: points.length,
    first: bytesText(first.done),
    from: at(first.at),
    last: bytesText(last.done),
    to: at(last.at),
    total: bytesText(last.total),
  };
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="strong">
        {t(seenTexts.progressTitle)}
      </figcaption>
      <Drawing points={points} label={t(seenTexts.progressAlt, facts)} />
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>{t(seenTexts.lookAt)}</th>
              <th>{t(seenTexts.there)}</th>
              <th>{t(seenTexts.share)}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((p) => (
              <tr key={p.look}>
                <td>{at(p.at)}</td>
                <td>{bytesText(p.done)}</td>
                <td>{t(seenTexts.percent, { percent: percentOf(p) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

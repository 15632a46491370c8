/** Refusals by subnet and day: one row of bars a subnet, all on one scale. What a bar says stands in the text too. */
import type { Api } from '../../shared/ipc';
import { logPageTexts } from '../../shared/messages/log-pages';
import { useSpeaker } from '../i18n';

type Day = Api['visit.logs']['out']['days'][number];
const maxBars = 60;
const oneDay = 24 * 60 * 60 * 1000;

interface Row {
  readonly subnet: string;
  readonly total: number;
  readonly bars: readonly number[];
}
interface Drawing {
  readonly rows: readonly Row[];
  readonly from: string;
  readonly to: string;
  /** Days of one bar. */
  readonly width: number;
  readonly most: number;
}

/** Days that stand together in bars; at most 60 bars. */
export function drawingOf(days: readonly Day[]): Drawing | null {
  const all = days.map((d) => d.day).sort();
  const [from, to] = [all[0], all.at(-1)];
  if (from === undefined || to === undefined) return null;
  const span = Math.round((Date.parse(to) - Date.parse(from)) / oneDay) + 1;
  const width = Math.ceil(span / maxBars);
  const subnets = [...new Set(days.map((d) => d.subnet))];
  const rows = subnets.map((subnet) => {
    const bars = new Array<number>(Math.ceil(span / width)).fill(0);
    for (const d of days) {
      if (d.subnet !== subnet) continue;
      const at = Math.floor((Date.parse(d.day) - Date.parse(from)) / oneDay / width);
      bars[at] = (bars[at] ?? 0) + d.count;
    }
    return { subnet, total: bars.reduce((sum, n) => sum + n, 0), bars };
  });
  return { rows: rows.sort((a, b) => b.total - a.total), from, to, width, most: Math.max(...rows.flatMap((r) => r.bars)) };
}

function Bars({ row, most, label }: { row: Row; most: number; label: string }) {
  const step = 100 / row.bars.length;
  return (
    <svg className="space" width="100%" height="40" role="img" aria-label={label}>
      {row.bars.map((count, i) => {
        const height = count === 0 ? 0 : Math.max(2, (38 * count) / most);
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        return <rect key={i} className="refusal-bar" x={`${i * step}%`} y={40 - height} width={`${step * 0.8}%`} height={height} />;
      })}
      <line className="refusal-line" x1="0" x2="100%" y1="39.5" y2="39.5" />
    </svg>
  );
}

export function RefusalsOverTime({ days }: { days: readonly Day[] }) {
  const { t } = useSpeaker();
  const drawing = drawingOf(days);
  if (!drawing) return null;
  const { rows, from, to, width, most } = drawing;
  return (
    <figure aria-label={t(logPageTexts.overTime)}>
      {rows.map((row) => {
        const label = t(logPageTexts.bars, { subnet: row.subnet, total: row.total, from, to, most: Math.max(...row.bars), days: width });
        return (
          <div key={row.subnet}>
            <code>{row.subnet}</code>
            <Bars row={row} most={most} label={label} />
            <p className="quiet-text">{label}</p>
          </div>
        );
      })}
    </figure>
  );
}

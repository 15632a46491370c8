/** Pages of 200: where one is, and the way to the next. */
import { logPageTexts } from '../../shared/messages/log-pages';
import { useSpeaker } from '../i18n';

export const pageSize = 200;

export function Pager({ from, shown, total, onFrom }: { from: number; shown: number; total: number; onFrom: (from: number) => void }) {
  const { t } = useSpeaker();
  if (total <= pageSize) return null;
  const to = from + shown;
  return (
    <div className="actions">
      <span>{t(logPageTexts.showing, { from: from + 1, to, total })}</span>
      <button type="button" disabled={from === 0} onClick={() => onFrom(Math.max(0, from - pageSize))}>
        {t(logPageTexts.previous)}
      </button>
      <button type="button" disabled={to >= total} onClick={() => onFrom(from + pageSize)}>
        {t(logPageTexts.next)}
      </button>
    </div>
  );
}

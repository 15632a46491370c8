import type { Api } from '../../shared/ipc';
import { seenTexts } from '../../shared/messages/pages';
import { useSpeaker } from '../i18n';

export const pageSize = 200;
interface Props {
  readonly page: Api['visit.refused']['out'];
  readonly onFrom: (from: number) => void;
}

/** Refused clients, 200 a page. */
export function RefusedTable({ page, onFrom }: Props) {
  const { t } = useSpeaker();
  const { total, from, clients } = page;
  const to = from + clients.length;
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section tabIndex={0} className="scroll tall" aria-label={t(seenTexts.refused, { total })}>
        <table>
          <thead>
            <tr>
              <th>{t(seenTexts.address)}</th>
              <th>{t(seenTexts.name)}</th>
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <tr key={client.address}>
                <td>
                  <code>{client.address}</code>
                </td>
                <td>{client.name ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > pageSize && (
        <div className="actions">
          <span>{t(seenTexts.showing, { from: from + 1, to, total })}</span>
          <button type="button" disabled={from === 0} onClick={() => onFrom(Math.max(0, from - pageSize))}>
            {t(seenTexts.previous)}
          </button>
          <button type="button" disabled={to >= total} onClick={() => onFrom(from + pageSize)}>
            {t(seenTexts.next)}
          </button>
        </div>
      )}
    </div>
  );
}

/** What one client's log says: its server and id, the codes with their meaning, and what happened in order. */
import type { Api } from '../../shared/ipc';
import { clientEventTexts, logPageTexts } from '../../shared/messages/log-pages';
import { thousands } from '../../shared/messages/text';
import { codeText } from '../../shared/messages/wu-error-text';
import { known, plain, useSpeaker } from '../i18n';
import { writtenTime } from './log-time';
import { Pager } from './pager';

type Page = Api['visit.client-log']['out'];

function Codes({ codes }: { codes: NonNullable<Page['client']>['codes'] }) {
  const { t, lang } = useSpeaker();
  return (
    <table className="codes">
      <thead>
        <tr>
          <th>{t(logPageTexts.codes)}</th>
          <th>{t(logPageTexts.times)}</th>
          <th>{t(logPageTexts.last)}</th>
          <th>{t(logPageTexts.meaning)}</th>
        </tr>
      </thead>
      <tbody>
        {codes.map(({ code, count, last }) => {
          const { symbol, meaning } = codeText(code, lang);
          return (
            <tr key={code}>
              <td>
                <code>{code}</code>
              </td>
              <td>{thousands(count)}</td>
              <td>{writtenTime(last)}</td>
              <td>
                {symbol !== null && <code>{symbol}</code>} {meaning}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Events({ page }: { page: Page }) {
  const { t } = useSpeaker();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section tabIndex={0} className="scroll tall" aria-label={t(logPageTexts.timeline, { total: page.total })}>
      <table>
        <tbody>
          {page.events.map((event, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: events may be equal, and never move
            <tr key={i}>
              <td>{writtenTime(event.at)}</td>
              <td>{t(known(clientEventTexts, event.kind) ?? plain(event.kind))}</td>
              <td>
                <code>{event.text}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ClientTimeline({ page, chosen, onClient, onFrom }: { page: Page; chosen: number; onClient: (n: number) => void; onFrom: (n: number) => void }) {
  const { t } = useSpeaker();
  const { client, names } = page;
  if (!client) return null;
  return (
    <div className="stack">
      {names.length > 1 && (
        <label>
          {t(logPageTexts.client)}{' '}
          <select value={chosen} onChange={(e) => onClient(Number(e.target.value))}>
            {names.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              <option key={i} value={i}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <p>
        {t(logPageTexts.server)}: <code>{client.server ?? t(logPageTexts.noServer)}</code> · {t(logPageTexts.agent)}: {client.agent ?? '?'} ·{' '}
        {t(logPageTexts.id)}: <code>{client.susClientId ?? '?'}</code>
      </p>
      <p className="quiet-text">
        {t(logPageTexts.zone)}
        {client.zone !== null && ` (UTC${client.zone})`}
      </p>
      {client.codes.length > 0 && <Codes codes={client.codes} />}
      <Events page={page} />
      <Pager from={page.from} shown={page.events.length} total={page.total} onFrom={onFrom} />
    </div>
  );
}

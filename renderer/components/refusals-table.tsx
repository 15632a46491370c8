/** Who the logs say was refused: how often, when, and what they asked for. */
import type { Api } from '../../shared/ipc';
import { logPageTexts } from '../../shared/messages/log-pages';
import { thousands } from '../../shared/messages/text';
import { useSpeaker } from '../i18n';
import { localTime } from './log-time';
import { Pager } from './pager';

export function RefusalsTable({ page, onFrom }: { page: Api['visit.logs']['out']; onFrom: (from: number) => void }) {
  const { t, lang } = useSpeaker();
  const { clients, total, from } = page;
  const heads = ['address', 'count', 'first', 'last', 'paths', 'now'] as const;
  return (
    <div className="stack">
      <p className="quiet-text">{t(logPageTexts.localTime)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section tabIndex={0} className="scroll tall" aria-label={t(logPageTexts.refused, { total })}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{t(logPageTexts[head])}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <tr key={client.address}>
                <td>
                  <code>{client.address}</code>
                </td>
                <td>{thousands(client.count)}</td>
                <td>{localTime(client.first, lang)}</td>
                <td>{localTime(client.last, lang)}</td>
                <td>
                  <code>{client.paths.join(' ')}</code>
                </td>
                <td>{t(client.refusedNow === true ? logPageTexts.refusedNow : logPageTexts.notKnown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager from={from} shown={clients.length} total={total} onFrom={onFrom} />
    </div>
  );
}

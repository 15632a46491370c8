/** Steps by hand, in both languages side by side: support sites and servers differ in language. */
import type { Line } from '../../shared/fix';
import { byHandTexts } from '../../shared/messages/change-pages';
import { langs, say } from '../../shared/messages/text';
import { lineText, useSpeaker } from '../i18n';

export function ByHand({ lines }: { lines: readonly Line[] }) {
  const { lang, t } = useSpeaker();
  const order = lang === 'ja' ? [...langs].reverse() : langs;
  return (
    <div className="stack">
      <p className="quiet-text">{t(byHandTexts.more)}</p>
      <div className="columns">
        {order.map((l) => (
          <div key={l} lang={l}>
            <h3>{t(byHandTexts[l])}</h3>
            <ol className="hand-steps">
              {lines.map((line) => (
                <li className="hand-step" key={`${line.id} ${JSON.stringify(line.facts)}`}>
                  {say(lineText(line.id), l, line.facts)}
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </div>
  );
}

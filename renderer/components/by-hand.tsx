/** Steps by hand, in both languages side by side: support sites and servers differ in language. */
import type { Line } from '../../shared/fix';
import { byHandTexts } from '../../shared/messages/change-pages';
import { langs, say } from '../../shared/messages/text';
import { useSpeaker } from '../i18n';
import { lineText } from '../visit-words';
import { partsOfLine } from './hand-line';

/** Longer than any label: words, not a place. */
const longest = 70;

/** A path through dialogs, one place after the other, and the sentences around it. */
export function HandLine({ text }: { text: string }) {
  return (
    <>
      {partsOfLine(text).map((part, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence are known by their place
        if (typeof part === 'string') return <p key={i}>{part}</p>;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <p key={i} className="hand-path">
            {part.map((place, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <span key={at}>
                {at > 0 && <span className="hand-then"> &gt; </span>}
                <span className={place.length > longest ? undefined : 'hand-place'}>{place}</span>
              </span>
            ))}
          </p>
        );
      })}
    </>
  );
}

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
            <ol className={lines.length > 1 ? 'hand-steps' : 'hand-steps plain'}>
              {lines.map((line) => (
                <li className="hand-step" key={`${line.id} ${JSON.stringify(line.facts)}`}>
                  <HandLine text={say(lineText(line.id), l, line.facts)} />
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </div>
  );
}

/** How sure a claim is, and where it comes from. */
import { stepTexts } from '../../shared/messages/pages';
import { gradeTexts } from '../../shared/messages/words';
import { sourceById } from '../../shared/sources';
import { useSpeaker } from '../i18n';
import { infoOf } from '../visit-words';
import { Icon } from './icon';

/** Documents are called what they are called, in the language they have. */
const Title = ({ children }: { children: string }) => <span lang={/[\u3040-\u30ff]/.test(children) ? 'ja' : 'en'}>{children}</span>;

export function Evidence({ check, onOpen }: { check: string; onOpen: (source: string) => void }) {
  const { t } = useSpeaker();
  const info = infoOf(check);
  if (!info) return null;
  const sources = info.sources.map((id) => sourceById(id)).filter((s) => s !== undefined);
  return (
    <div className="evidence">
      <h3>{t(stepTexts.evidence)}</h3>
      <p>
        <span className={`badge grade-${info.grade}`}>{t(gradeTexts[info.grade])}</span>
      </p>
      <ul className="plain">
        {sources.map((source) => (
          <li key={source.id}>
            {source.url ? (
              <button type="button" className="link" title={t(stepTexts.openSource)} onClick={() => onOpen(source.id)}>
                <Title>{source.title}</Title>
                <Icon name="link" />
              </button>
            ) : (
              <Title>{source.title}</Title>
            )}
            {source.date && <span className="quiet-text"> {source.date}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

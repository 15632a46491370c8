import { appTexts } from '../../shared/messages/pages';
import type { Lang } from '../../shared/messages/text';
import { useSpeaker } from '../i18n';
import { Icon } from './icon';

type Theme = 'system' | 'light' | 'dark';
interface Props {
  readonly theme: Theme;
  readonly onLang: (lang: Lang) => void;
  readonly onTheme: (theme: Theme) => void;
}

/** The product's name, and language and theme in the corner of every page. */
export function TopBar({ theme, onLang, onTheme }: Props) {
  const { lang, t } = useSpeaker();
  return (
    <header className="top-bar">
      <span className="product">{t(appTexts.name)}</span>
      <label>
        <span className="visually-hidden">{t(appTexts.language)}</span>
        <select value={lang} onChange={(e) => onLang(e.target.value as Lang)}>
          <option value="en" lang="en">
            English
          </option>
          <option value="ja" lang="ja">
            日本語
          </option>
        </select>
      </label>
      <label>
        <span className="visually-hidden">{t(appTexts.theme)}</span>
        <select value={theme} onChange={(e) => onTheme(e.target.value as Theme)}>
          <option value="system">{t(appTexts.themeSystem)}</option>
          <option value="light">{t(appTexts.themeLight)}</option>
          <option value="dark">{t(appTexts.themeDark)}</option>
        </select>
      </label>
    </header>
  );
}

interface StripProps {
  /** The simulated server's own time. */
  readonly clock: string | null;
  readonly off: boolean;
  readonly onPass: () => void;
  readonly onStartOver: () => void;
}

/** Nobody shall mistake a practice visit for a real server; and only a practice server's time can be made to pass. */
export function PracticeStrip({ clock, off, onPass, onStartOver }: StripProps) {
  const { t, at } = useSpeaker();
  const more = t(appTexts.practiceMore);
  return (
    <aside className="practice-strip" aria-label={t(appTexts.practice)}>
      <Icon name="practice" />
      <strong>{t(appTexts.practice)}</strong>
      {more && <span className="practice-more">{more}</span>}
      <span className="practice-tools">
        {clock && <span className="practice-clock">{t(appTexts.clock, { at: at(clock) })}</span>}
        <button type="button" disabled={off} onClick={onPass}>
          <Icon name="wait" />
          {t(appTexts.pass, { minutes: 10 })}
        </button>
        <button type="button" disabled={off} onClick={onStartOver}>
          <Icon name="history" />
          {t(appTexts.startOver)}
        </button>
      </span>
    </aside>
  );
}

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

/** Nobody shall mistake a practice visit for a real server. */
export function PracticeStrip() {
  const { t } = useSpeaker();
  const more = t(appTexts.practiceMore);
  return (
    <aside className="practice-strip" aria-label={t(appTexts.practice)}>
      <Icon name="practice" />
      <strong>{t(appTexts.practice)}</strong>
      {more && <span>{more}</span>}
    </aside>
  );
}

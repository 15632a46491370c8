/** The logs that were read, and what was left out of each. */
import type { Api } from '../../shared/ipc';
import { logPageTexts } from '../../shared/messages/log-pages';
import { logWarningTexts } from '../../shared/messages/logs';
import type { Text } from '../../shared/messages/text';
import { known, plain, useSpeaker } from '../i18n';
import { localTime } from './log-time';

export function LogsRead({ files }: { files: Api['visit.logs']['out']['files'] }) {
  const { t, lang } = useSpeaker();
  return (
    <ul className="plain">
      {files.map((file) => (
        <li key={file.file}>
          <code>{file.file}</code> {t(logPageTexts.rows, { rows: file.rows })}
          {file.from !== null && ` ${localTime(file.from, lang)} – ${localTime(file.to, lang)}`}
          {file.warnings.map(({ id, count }) => (
            <p key={id} className="quiet-text">
              {t(known<Text>(logWarningTexts, id) ?? plain(id), { count })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

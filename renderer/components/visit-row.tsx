/** One recent visit: target, date, how it ended. */
import type { VisitInfo } from '../../shared/ipc';
import { startTexts } from '../../shared/messages/pages';
import type { Text } from '../../shared/messages/text';
import { known, plain, useSpeaker } from '../i18n';
import { Mark } from './mark';

interface Props {
  readonly info: VisitInfo;
  /** What people call the target. */
  readonly name: string;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onAgain: () => void;
  readonly onDelete: () => void;
}

const kinds: Readonly<Record<string, Text>> = {
  simulated: startTexts.kindSimulated,
  evidence: startTexts.kindEvidence,
  network: startTexts.kindNetwork,
  windows: startTexts.kindWindows,
};

function End({ info }: { info: VisitInfo }) {
  const { t } = useSpeaker();
  const { summary } = info;
  if (info.uncertain > 0) return <Mark tone="unknown" word={t(startTexts.uncertain, { uncertain: info.uncertain })} />;
  if (!summary) return <Mark tone="not-applicable" word={t(startTexts.neverLooked)} />;
  const open = summary.problem + summary.warning + summary.wait + summary.unknown;
  if (open === 0) return <Mark tone="ok" word={t(startTexts.healthy)} />;
  const tone = summary.problem > 0 ? 'problem' : summary.warning > 0 ? 'warning' : summary.wait > 0 ? 'wait' : 'unknown';
  return <Mark tone={tone} word={t(startTexts.counts, { ...summary, note: 0 })} />;
}

export function VisitRow({ info, name, busy, onOpen, onAgain, onDelete }: Props) {
  const { t, at } = useSpeaker();
  const when = at(info.lastAt);
  const { customer } = info;
  const named = { name: t(startTexts.rowName, { customer, name }), at: when };
  const kind = t(known<Text>(kinds, info.target.kind) ?? plain(info.target.kind));
  return (
    <li className="row visit-row">
      <span className="row-main">
        <span className="strong">{customer || name}</span>
        <span className="quiet-text">
          {customer && `${name} · `}
          {kind} · {when}
        </span>
        <span className="marks">
          <End info={info} />
          {info.applied > 0 && <span className="quiet-text">{t(startTexts.changes, { applied: info.applied, undone: info.undone })}</span>}
        </span>
      </span>
      <span className="actions">
        <button type="button" disabled={busy} aria-label={t(startTexts.openNamed, named)} onClick={onOpen}>
          {t(startTexts.open)}
        </button>
        {info.summary && !info.readOnly && (
          <button type="button" disabled={busy} aria-label={t(startTexts.againNamed, named)} onClick={onAgain}>
            {t(startTexts.again)}
          </button>
        )}
        <button type="button" className="quiet" disabled={busy} aria-label={t(startTexts.deleteNamed, named)} onClick={onDelete}>
          {t(startTexts.delete)}
        </button>
      </span>
    </li>
  );
}

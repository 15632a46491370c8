import { seatPageTexts } from '../../shared/messages/seat-meaning';
import { known, plain, useSpeaker } from '../i18n';
import { AdmittedMark } from './mark';

export interface Seat {
  readonly seat: string;
  readonly where: string | null;
  readonly how: string;
  readonly admitted: boolean | null;
}
/** The seats of a finding's facts; none where they agree. */
export const seatsOf = (value: unknown): Seat[] =>
  Array.isArray(value) ? value.filter((v): v is Seat => typeof v === 'object' && v !== null && typeof v.seat === 'string' && typeof v.how === 'string') : [];

/** The same address, asked or computed from each seat, side by side. */
export function SeatsTable({ seats }: { seats: readonly Seat[] }) {
  const { t } = useSpeaker();
  const words = [t(seatPageTexts.through), t(seatPageTexts.refused), t(seatPageTexts.open)] as const;
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className="strong">{t(seatPageTexts.title)}</caption>
        <thead>
          <tr>
            <th>{t(seatPageTexts.seat)}</th>
            <th>{t(seatPageTexts.answer)}</th>
            <th>{t(seatPageTexts.how)}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((s) => (
            <tr key={`${s.seat} ${s.where} ${s.how}`}>
              <td>
                {t(known(seatPageTexts, s.seat) ?? plain(s.seat))} {s.where && <code>{s.where}</code>}
              </td>
              <td data-label={t(seatPageTexts.answer)}>
                <AdmittedMark admitted={s.admitted} words={words} />
              </td>
              <td data-label={t(seatPageTexts.how)}>{t(s.how === 'seen' ? seatPageTexts.seen : seatPageTexts.computed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

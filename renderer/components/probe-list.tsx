/** The questions asked, each with how it ended and why. */
import { outcomeTexts } from '../../shared/messages/words';
import type { Fault } from '../../shared/result';
import { faultWords, useSpeaker } from '../i18n';
import { probeWords } from '../visit-words';
import { Mark, type Tone } from './mark';

export interface Answered {
  readonly id: string;
  readonly outcome: 'ok' | 'failed' | 'denied' | 'missing';
  readonly fault?: Fault | undefined;
  readonly files?: readonly { readonly file: string; readonly date: string }[] | undefined;
}
const tones: Record<Answered['outcome'], Tone> = { ok: 'ok', failed: 'problem', denied: 'warning', missing: 'unknown' };

export function ProbeList({ probes }: { probes: readonly Answered[] }) {
  const { t } = useSpeaker();
  return (
    <ul className="rows">
      {probes.map((probe) => (
        <li key={probe.id} className="row">
          <span className="row-main">
            <span>{t(probeWords(probe.id).name)}</span>
            {probe.fault && <span className="quiet-text">{t(faultWords(probe.fault.code).message, probe.fault.facts)}</span>}
            {probe.files?.map((file) => (
              <span key={file.file} className="quiet-text">
                {file.file} ({file.date})
              </span>
            ))}
          </span>
          <Mark tone={tones[probe.outcome]} word={t(outcomeTexts[probe.outcome])} />
        </li>
      ))}
    </ul>
  );
}

/** Steps that could not be checked for one and the same reason: one line that opens. */
import { stepsTexts } from '../../shared/messages/pages';
import type { Step } from '../../shared/steps';
import { faultWords, useSpeaker } from '../i18n';
import { checkWords, titleOf } from '../visit-words';
import { Icon } from './icon';
import { Mark } from './mark';

interface Props {
  readonly steps: readonly Step[];
  readonly all: readonly Step[];
  readonly onOpen: (check: string) => void;
}

function useReason(steps: readonly Step[], all: readonly Step[]): string {
  const { t } = useSpeaker();
  const because = steps[0]?.finding.because;
  if (!because) return '';
  if ('fault' in because) return t(faultWords(because.fault.code).message, because.fault.facts);
  const cause = all.find((s) => s.finding.id === because.blockedBy);
  return t(stepsTexts.blocked, { name: cause ? t(titleOf(cause.finding), cause.finding.facts) : t(checkWords(because.blockedBy).name) });
}

export function UnknownGroup({ steps, all, onOpen }: Props) {
  const { t } = useSpeaker();
  const reason = useReason(steps, all);
  const numbers = steps.map((s) => s.number);
  return (
    <details className="unknown-group">
      <summary className="step-row">
        <span className="step-number">{Math.min(...numbers)}</span>
        <span className="row-main">
          <Mark tone="unknown" word={t(stepsTexts.unknownGroup, { count: steps.length })} />
          <span className="strong">{reason}</span>
        </span>
        <Icon name="chevron" />
      </summary>
      <ul className="plain">
        {steps.map(({ finding, number }) => (
          <li key={finding.id}>
            <button type="button" className="step-row within" onClick={() => onOpen(finding.check)}>
              <span className="step-number">{number}</span>
              <span className="row-main">{t(checkWords(finding.check).unknown, finding.facts)}</span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

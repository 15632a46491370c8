/** An icon and its word: what a finding, a check or an outcome is, never by colour alone. */
import type { Finding } from '../../shared/diagnose';
import { severityTexts, unknownText } from '../../shared/messages/words';
import { useSpeaker } from '../i18n';
import { Icon, type IconName } from './icon';

export type Tone = 'problem' | 'warning' | 'wait' | 'note' | 'ok' | 'unknown' | 'not-applicable';

export function Mark({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className={`mark tone-${tone}`}>
      <Icon name={tone as IconName} />
      <span>{word}</span>
    </span>
  );
}

export const toneOf = (finding: Finding): Tone => (finding.verdict === 'unknown' ? 'unknown' : finding.severity);

export function FindingMark({ finding }: { finding: Finding }) {
  const { t } = useSpeaker();
  const reason = typeof finding.facts.reason === 'string' ? finding.facts : {};
  const word = finding.verdict === 'unknown' ? t(unknownText, reason) : t(severityTexts[finding.severity], finding.facts);
  return <Mark tone={toneOf(finding)} word={word} />;
}

/** Admitted, refused, or it cannot be told. */
export function AdmittedMark({ admitted, words }: { admitted: boolean | null; words: readonly [string, string, string] }) {
  const [yes, no, open] = words;
  return admitted === null ? <Mark tone="unknown" word={open} /> : admitted ? <Mark tone="ok" word={yes} /> : <Mark tone="problem" word={no} />;
}

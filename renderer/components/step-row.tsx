/** One step in the list: its place, icon and word, title, and what it waits for. */
import { stepsTexts } from '../../shared/messages/pages';
import type { Step } from '../../shared/steps';
import { useSpeaker } from '../i18n';
import { checkWords, titleOf } from '../visit-words';
import { Icon } from './icon';
import { FindingMark } from './mark';

export function StepRow({ step, all, onOpen }: { step: Step; all: readonly Step[]; onOpen: () => void }) {
  const { t } = useSpeaker();
  const { finding, number, blockedBy } = step;
  const nameOf = (id: string) => {
    const cause = all.find((s) => s.finding.id === id)?.finding;
    return cause ? t(titleOf(cause), cause.facts) : t(checkWords(id).name);
  };
  const cause = finding.after?.find((id) => all.some((s) => s.finding.id === id));
  return (
    <button type="button" className="step-row" onClick={onOpen}>
      <span className="step-number">{number}</span>
      <span className="row-main">
        <FindingMark finding={finding} />
        <span className="strong">{t(titleOf(finding), finding.facts)}</span>
        {blockedBy && <span className="quiet-text">{t(stepsTexts.blocked, { name: nameOf(blockedBy) })}</span>}
        {cause && <span className="quiet-text">{t(stepsTexts.caused, { name: nameOf(cause) })}</span>}
      </span>
      <Icon name="arrow" />
    </button>
  );
}

/** The way through a visit: overview, each step with its icon, history. Lies across the top in a narrow window. */

import { appTexts, stepsTexts } from '../../shared/messages/pages';
import { severityTexts, unknownText } from '../../shared/messages/words';
import type { Step } from '../../shared/steps';
import { useSpeaker } from '../i18n';
import { titleOf } from '../visit-words';
import { groupSteps } from './groups';
import { Icon, type IconName } from './icon';
import { toneOf } from './mark';

interface Props {
  readonly target: string;
  readonly customer: string;
  readonly looked: boolean;
  readonly steps: readonly Step[];
  /** The name of the page, or `step:<check>`. */
  readonly current: string;
  readonly onGo: (to: string) => void;
  readonly onClose: () => void;
}

function Item({
  icon,
  label,
  to,
  current,
  onGo,
  children,
}: { icon: IconName; label: string; to: string; children?: string } & Pick<Props, 'current' | 'onGo'>) {
  return (
    <button type="button" className="rail-item" aria-current={current === to ? 'page' : undefined} onClick={() => onGo(to)}>
      <Icon name={icon} />
      <span className="rail-label" title={children ? label : undefined}>
        {label}
      </span>
      {children && <span className="visually-hidden">{children}</span>}
    </button>
  );
}

function StepItems({ steps, ...at }: { steps: readonly Step[] } & Pick<Props, 'current' | 'onGo'>) {
  const { t } = useSpeaker();
  return steps.map(({ finding }) => (
    <Item key={finding.id} icon={toneOf(finding) as IconName} label={t(titleOf(finding), finding.facts)} to={`step:${finding.check}`} {...at}>
      {finding.verdict === 'unknown' ? t(unknownText) : t(severityTexts[finding.severity])}
    </Item>
  ));
}

/** Steps that wait for the same thing: one line, open while one of them is shown. */
function Group({ steps, ...at }: { steps: readonly Step[] } & Pick<Props, 'current' | 'onGo'>) {
  const { t } = useSpeaker();
  return (
    <details className="rail-group" open={steps.some(({ finding }) => at.current === `step:${finding.check}`)}>
      <summary className="rail-item">
        <Icon name="unknown" />
        <span>{t(stepsTexts.unknownGroup, { count: steps.length })}</span>
        <Icon name="chevron" />
      </summary>
      <StepItems steps={steps} {...at} />
    </details>
  );
}

export function Rail({ target, customer, looked, steps, current, onGo, onClose }: Props) {
  const { t } = useSpeaker();
  const at = { current, onGo };
  return (
    <nav className="rail" aria-label={t(appTexts.rail)}>
      <p className="rail-target">
        {target}
        {customer && <span className="rail-customer">{customer}</span>}
      </p>
      <Item icon="search" label={t(appTexts.examine)} to="examine" {...at} />
      {looked && <Item icon="list" label={t(appTexts.overview)} to="steps" {...at} />}
      {steps.length > 0 && (
        <ol className="rail-steps">
          {groupSteps(steps).map((group) => (
            <li key={group[0]?.finding.id} className={group[0] && `tone-${toneOf(group[0].finding)}`}>
              {group.length === 1 ? <StepItems steps={group} {...at} /> : <Group steps={group} {...at} />}
            </li>
          ))}
        </ol>
      )}
      <Item icon="history" label={t(appTexts.history)} to="visit" {...at} />
      <button type="button" className="rail-item rail-close" onClick={onClose}>
        <Icon name="close" />
        <span>{t(appTexts.closeVisit)}</span>
      </button>
    </nav>
  );
}

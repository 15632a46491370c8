/** All of shared at work on texts: diagnoses a scenario and plans every fix. Bundled and run where there is no clock and no chance. */
import { checks } from '../../shared/checks/index';
import { diagnose } from '../../shared/diagnose';
import { fixes } from '../../shared/fixes/index';
import { readApplicationHost } from '../../shared/formats/application-host';
import { readMetabase } from '../../shared/formats/metabase';
import { checkTexts } from '../../shared/messages/checks';
import { say } from '../../shared/messages/text';
import type { Operation } from '../../shared/operation';
import { inverseOf, isTrigger } from '../../shared/operation';
import { Scenario, worldOf } from '../../shared/simulation/scenario';
import { step } from '../../shared/simulation/step';
import { World } from '../../shared/simulation/world';
import { stepsOf } from '../../shared/steps';
import { snapshotOf } from './look';

export interface Ran {
  readonly findings: unknown[];
  readonly plans: unknown[];
  readonly operations: number;
}

/** Everything as text in and text out, so that nothing of the outer realm gets in. */
export function run(scenarioText: string, baseText: string): string {
  const world = World.parse(worldOf(Scenario.parse(JSON.parse(scenarioText)), World.parse(JSON.parse(baseText))));
  const snapshot = snapshotOf(world);
  const { findings } = diagnose(snapshot, checks);
  const ran = { findings: [] as unknown[], plans: [] as unknown[], operations: 0 };
  for (const { finding, number } of stepsOf(findings)) {
    const text = checkTexts[finding.check as keyof typeof checkTexts];
    ran.findings.push({ number, finding, en: say(text.title, 'en', finding.facts), ja: say(text.title, 'ja', finding.facts) });
    for (const fix of fixes.filter((f) => f.cures.includes(finding.check))) {
      if (!fix.choices(snapshot, finding)) continue;
      const plan = fix.plan(snapshot, finding, {});
      ran.plans.push(plan);
      if (!plan.ok) continue;
      for (const operation of plan.value.operations as Operation[]) {
        const stepped = step(world, operation);
        const inverse = isTrigger(operation) ? null : inverseOf(operation);
        if (stepped.ok && inverse) step(stepped.value.world, inverse);
        ran.operations++;
      }
    }
  }
  return JSON.stringify(ran);
}

/** The outcome of reading a file. */
export const read = (kind: 'metabase' | 'application-host', text: string): string =>
  JSON.stringify(kind === 'metabase' ? readMetabase(text) : readApplicationHost(text));

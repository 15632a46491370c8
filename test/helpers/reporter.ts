/** The usual lines, then `N passed, N failed, N skipped` alone on the last line; every skip is named with its reason. */
import type { TestCase, TestModule } from 'vitest/node';
import { DefaultReporter } from 'vitest/node';

const casesOf = (modules: readonly TestModule[]): TestCase[] => modules.flatMap((m) => [...m.children.allTests()]);

export default class extends DefaultReporter {
  override onTestRunEnd(...args: Parameters<DefaultReporter['onTestRunEnd']>): void {
    super.onTestRunEnd(...args);
    const [modules, errors] = args;
    const cases = casesOf(modules);
    const count = (state: string) => cases.filter((c) => c.result().state === state).length;
    for (const c of cases) {
      const result = c.result();
      if (result.state === 'skipped') console.log(`skipped: ${c.fullName}${result.note ? ` (${result.note})` : ''}`);
    }
    const broken = modules.filter((m) => m.errors().length > 0).length + errors.length;
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`);
  }
}

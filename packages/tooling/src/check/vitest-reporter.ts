import { reportCounts } from './counts.ts';

/** The members of vitest's `TestModule` that the reporter reads. */
interface TestModule {
  children: { allTests(state: 'passed' | 'failed'): Iterable<unknown> };
  errors(): unknown[];
}

/** A vitest reporter that counts tests. A file that cannot be loaded counts as one failure. */
export default class CountingReporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = (state: 'passed' | 'failed') =>
      modules.reduce((sum, module) => sum + [...module.children.allTests(state)].length, 0);
    const broken = modules.reduce((sum, module) => sum + module.errors().length, unhandledErrors.length);
    reportCounts({ passed: count('passed'), failed: count('failed') + broken });
  }
}

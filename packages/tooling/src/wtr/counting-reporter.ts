import type { Reporter, TestSession } from '@web/test-runner';
import { reportCounts, sumCounts, type Counts } from '../check/counts.ts';

type Suite = NonNullable<TestSession['testResults']>;

/** Returns a reporter that counts tests in all browsers. A file that cannot be loaded counts as one failure. */
export function countingReporter(): Reporter {
  return {
    onTestRunFinished: ({ sessions }) => reportCounts(sumCounts(sessions.map(countSession))),
  };
}

function countSession({ testResults, errors }: TestSession): Counts {
  const tests = testResults ? countSuite(testResults) : { passed: 0, failed: 0 };
  return { passed: tests.passed, failed: tests.failed + errors.length };
}

function countSuite({ tests, suites }: Suite): Counts {
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.filter((test) => !test.passed && !test.skipped).length;
  return sumCounts([{ passed, failed }, ...suites.map(countSuite)]);
}

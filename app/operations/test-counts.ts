/** How many tests of a suite passed and failed. Skipped ones are neither. */
export type Counts = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/**
 * Counts a report of Vitest's JSON reporter. A file that could not even be loaded has no tests: it is one failure. So is
 * whatever made Vitest fail besides (an unhandled error, a database that did not start).
 *
 * @param report null when there is none
 */
export function countVitest(report: unknown, exitCode: number): Counts {
  if (report === null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = report as VitestReport;
  const notLoaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: atLeastOneIf(exitCode, numFailedTests + notLoaded.length) };
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** Counts a report of Playwright's JSON reporter. A test that passes only at times has failed. */
export function countPlaywright(report: unknown, exitCode: number): Counts {
  if (report === null) return { passed: 0, failed: 1 };
  const { stats, errors } = report as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: atLeastOneIf(exitCode, failed) };
}

function atLeastOneIf(exitCode: number, failed: number): number {
  return exitCode === 0 ? failed : Math.max(failed, 1);
}

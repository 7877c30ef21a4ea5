import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './test-counts.ts';

const loaded = { status: 'passed', assertionResults: [{}] };
const notLoaded = { status: 'failed', assertionResults: [] };

test('counts the tests of Vitest', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, testResults: [loaded] };
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('counts a test file that could not be loaded as one failure', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [loaded, notLoaded] };
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('counts an exit code without a failed test as one failure', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [loaded] };
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1 });
  expect(countPlaywright({ stats: { expected: 2, unexpected: 0, flaky: 0 }, errors: [] }, 1).failed).toBe(1);
});

test('counts a missing report as one failure', () => {
  expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(null, 0)).toEqual({ passed: 0, failed: 1 });
});

test('counts flaky tests and errors outside of tests of Playwright as failures', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] };
  expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 3 });
});

import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from '#app/operations/chromium.ts';
import { OperationError } from '#app/operations/life.ts';

const executablePath = findChromium();
if (executablePath === null) {
  throw new OperationError(
    'The end-to-end tests need Chromium: install it, or name it in the variable CHROMIUM.',
  );
}

const inCi = process.env['CI'] !== undefined;

/** Each worker starts a portal of its own (e2e/portal.ts), with an empty database. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './app/operations/build-for-tests.ts',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A test that passes at the second try is a test that fails.
  retries: 0,
  // Where one fault breaks every test (nobody can register, say), each would wait for its own limit: hours.
  maxFailures: inCi ? 5 : 0,
  globalTimeout: inCi ? 50 * 60_000 : 0,
  forbidOnly: inCi,
  workers: 2,
  fullyParallel: false,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/report.json' }],
  ],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: chromiumArguments },
    // Tests of other languages say so: test.use({ locale: 'en-GB' }).
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});

import { readArguments } from './arguments.ts';
import { live } from './life.ts';
import { build, endToEnd, runSuites, unit } from './suites.ts';
import { ensureTools } from './tools.ts';

const usage = `Runs the tests, on a fresh machine too: brings Chromium, GnuPG and sq where apt and root make it possible.

  npm test [-- OPTIONS]

  --unit   only the unit and integration tests
  --e2e    only the end-to-end tests
  --help   this text

The last line says how many passed and failed; the exit code is 0 when none failed.
`;

const options = readArguments(usage, {
  unit: { type: 'boolean', default: false },
  e2e: { type: 'boolean', default: false },
});
const all = options.unit === options.e2e;

await live(async (life) => {
  await ensureTools(life, all || options.e2e ? 'end-to-end tests' : 'unit tests');
  return await runSuites(life, [
    ...(all || options.unit ? [unit] : []),
    ...(all || options.e2e ? [build, endToEnd] : []),
  ]);
}, 130);
